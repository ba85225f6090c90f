/**
 * The frames between a watch's app and its Side Service, as zml 0.0.43 speaks them (docs/protocol.md). Owns their layout
 * and how the parts of a reply are joined; never when anything is sent. Rule: a frame that is none is null, and a part
 * that comes twice, late or out of order changes nothing.
 *
 * All numbers are little-endian. Header, 16 bytes: u8 flag 1, u8 version 1, u16 type, u16 watch port, u16 phone port,
 * u32 appId, u32 0. A data frame goes on with a part's header, 66 bytes, of which zml's ends read: u32 message id at 0,
 * u32 part number at 12, u32 length of the message at 16, u32 length of the part at 20, u8 what it is at 24, u8 whether
 * it is the last part at 25, u8 content type at 54, u8 wanted content type at 55.
 */
const HEADER_BYTES = 16;
const DATA_HEADER_BYTES = HEADER_BYTES + 66;
/** Most of a message that one frame takes: zml's own bound of a message, 3600 bytes, less its header and less 66. */
export const PART_BYTES = 3518;
/** No reply has so many parts. */
const PARTS_MAX = 64;

const WATCH_PORT = 20;
export const SHAKE = 1;
export const CLOSE = 2;
export const DATA = 4;
/** The same as DATA for the reader (SRC zml-app.js `onFragmentData`). */
const DATA_TOO = 5;
const RESPONSE = 2;
/** Bytes that are 1 or 3, two by two: flag and version; request and last part; content type and wanted content type. */
const FLAG_AND_VERSION = 0x0101;
const REQUEST_AND_LAST = 0x0101;
const BINARY_BOTH = 0x0303;

/** A part of a reply. `id`: of the request's message; `total`: bytes of the whole reply. */
export type Part = { id: number; number: number; total: number; bytes: Uint8Array };

/** What a frame from the phone says. `port`: where the Side Service is, of SHAKE. `part`: of DATA. */
export type Frame = { type: number; port: number; part?: Part };

/** A frame of the watch's. All that a watch says fits in one: `body` has at most PART_BYTES. `id`: of the message, of DATA. */
export function writeFrame(type: number, port: number, appId: number, body: Uint8Array, id = 0): Uint8Array {
	const start = type === DATA ? DATA_HEADER_BYTES : HEADER_BYTES;
	const frame = new Uint8Array(start + body.length);
	const view = new DataView(frame.buffer);
	const put = (at: number, word: number) => view.setUint32(at, word, true);
	put(0, FLAG_AND_VERSION | (type << 16));
	put(4, WATCH_PORT | (port << 16));
	put(8, appId);
	if (type === DATA) {
		put(HEADER_BYTES, id);
		put(HEADER_BYTES + 8, id);
		put(HEADER_BYTES + 16, body.length);
		put(HEADER_BYTES + 20, body.length);
		put(HEADER_BYTES + 24, REQUEST_AND_LAST);
		put(HEADER_BYTES + 54, BINARY_BOTH);
	}
	frame.set(body, start);
	return frame;
}

/** Null for what is no frame of the phone's, or no part of a response. */
export function readFrame(frame: Uint8Array): Frame | null {
	if (frame.length < HEADER_BYTES) return null;
	const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
	const type = view.getUint16(2, true);
	if (view.getUint8(0) !== 1) return null;
	if (type === SHAKE || type === CLOSE) return { type, port: view.getUint16(6, true) };
	const bytes = frame.slice(DATA_HEADER_BYTES);
	const isPart = (type === DATA || type === DATA_TOO) && frame.length >= DATA_HEADER_BYTES;
	if (!isPart || view.getUint8(40) !== RESPONSE || view.getUint32(36, true) !== bytes.length) return null;
	const part = {
		id: view.getUint32(16, true),
		number: view.getUint32(28, true),
		total: view.getUint32(32, true),
		bytes,
	};
	return { type: DATA, port: 0, part };
}

/** Puts a part to those of its reply that are there. The reply, once they are as long as it, else null. */
export function addPart(parts: Uint8Array[], { number, total, bytes }: Part): Uint8Array | null {
	if (number < PARTS_MAX) parts[number] = bytes;
	const there = parts.filter((part) => part !== undefined);
	if (there.reduce((sum, part) => sum + part.length, 0) !== total) return null;
	const reply = new Uint8Array(total);
	let at = 0;
	for (const part of there) {
		reply.set(part, at);
		at += part.length;
	}
	return reply;
}
