/**
 * Bytes to base64 text and back (RFC 4648 section 4). Here because a Side Service has no documented `btoa` and its
 * `Buffer` is zml's. Rule: linear in time and memory on any engine, so the text grows by pieces that are joined once.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** A multiple of 3, so that only the last piece is padded; small enough to be handed over as arguments. */
const PIECE_BYTES = 3 * 1024;

/** Padded, with no line breaks. */
export function toBase64(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
		pieces.push(encodePiece(bytes.subarray(at, at + PIECE_BYTES)));
	}
	return pieces.join("");
}

function encodePiece(bytes: Uint8Array): string {
	const codes: number[] = [];
	for (let at = 0; at < bytes.length; at += 3) {
		const left = bytes.length - at;
		const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		codes.push(
			letter(bits >> 18),
			letter(bits >> 12),
			left > 1 ? letter(bits >> 6) : PADDING,
			left > 2 ? letter(bits) : PADDING,
		);
	}
	return String.fromCharCode.apply(null, codes);
}

const PADDING = "=".charCodeAt(0);

function letter(bits: number): number {
	return ALPHABET.charCodeAt(bits & 63);
}

/** Null where the text is not what `toBase64` writes. */
export function fromBase64(text: string): Uint8Array | null {
	if (text.length % 4 !== 0) return null;
	const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
	const bytes = new Uint8Array((text.length / 4) * 3 - padding);
	let out = 0;
	for (let at = 0; at < text.length; at += 4) {
		let bits = 0;
		for (let n = 0; n < 4; n++) {
			const isPadding = at + n >= text.length - padding;
			const value = isPadding ? 0 : ALPHABET.indexOf(text.charAt(at + n));
			if (value < 0) return null;
			bits = (bits << 6) | value;
		}
		// Writing past the end of a typed array changes nothing: so ends the last group.
		bytes[out++] = bits >> 16;
		bytes[out++] = bits >> 8;
		bytes[out++] = bits;
	}
	return bytes;
}
