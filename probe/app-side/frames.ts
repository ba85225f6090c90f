/** Bytes and ASCII, and the frames that a Zepp app may hand over whole. Layout: probe/watch/link.ts. */
const HEADER_BYTES = 16;
const SHAKE = 1;
/** Any but 0: the Zepp app knows which Side Service it talks to. */
const PORT = 1;

export function toBuffer(text: string): ArrayBuffer {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at) & 0x7f;
	return bytes.buffer;
}

/** Null for what is no handshake. */
export function answerShake(data: ArrayBuffer): ArrayBuffer | null {
	if (data.byteLength !== HEADER_BYTES + 1) return null;
	const answer = new DataView(data.slice(0));
	if (answer.getUint8(0) !== 1 || answer.getUint16(2, true) !== SHAKE) return null;
	answer.setUint16(6, PORT, true);
	return answer.buffer;
}

/** The payload, with the frame's header taken off where it is still there: a text never begins with a byte 1. */
export function payloadOf(data: ArrayBuffer): { text: string; hadHeader: boolean } {
	const bytes = new Uint8Array(data);
	const hadHeader = bytes[0] === 1 && bytes.length > HEADER_BYTES;
	let text = "";
	for (const byte of hadHeader ? bytes.subarray(HEADER_BYTES) : bytes) text += String.fromCharCode(byte);
	return { text, hadHeader };
}
