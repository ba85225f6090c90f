/**
 * Bytes to base64 text (RFC 4648 section 4). Here because a Side Service has no documented `btoa` and its `Buffer` is
 * zml's. Rule: linear in time and memory on any engine, so the text grows by pieces that are joined once.
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
