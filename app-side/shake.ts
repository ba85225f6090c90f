/**
 * The handshake of the link, if the Zepp app hands it to the Side Service instead of answering it itself:
 * zml's phone end has no code for it (SRC zml-side.js), and one app answers it by itself (COM
 * szymsza/amazfit-ai-voice-assistant, `service-shakes`). Rule: an answer that nobody needed does no harm,
 * since the watch drops what it does not wait for.
 */
const HEADER_BYTES = 16;
const SHAKE = 1;
/** Any but 0 will do: the Zepp app knows which Side Service it talks to. */
const PORT = 1;

/** The answer to a frame that is a handshake, null for any other. Layout: core/wire/frames.ts. */
export function answerToShake(data: ArrayBuffer): ArrayBuffer | null {
	const view = new DataView(data);
	const isShake = view.byteLength === HEADER_BYTES + 1 && view.getUint8(0) === 1 && view.getUint16(2, true) === SHAKE;
	if (!isShake) return null;
	const answer = new DataView(data.slice(0));
	answer.setUint16(6, PORT, true);
	return answer.buffer;
}
