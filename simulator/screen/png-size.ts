/** The size in a PNG's header, without decoding it. */

const SIGNATURE = 0x89504e47;
const WIDTH_OFFSET = 16;
const HEIGHT_OFFSET = 20;

/** Null where the bytes are no PNG. */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } | null {
	if (bytes.length < HEIGHT_OFFSET + 4) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (view.getUint32(0) !== SIGNATURE) return null;
	return { width: view.getUint32(WIDTH_OFFSET), height: view.getUint32(HEIGHT_OFFSET) };
}
