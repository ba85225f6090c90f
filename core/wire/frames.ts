/**
 * The frames between a watch's app and its Side Service, as zml 0.0.43 speaks them (docs/protocol.md). Owns their layout
 * and how a long message is cut and joined; never when anything is sent. Rule: a frame that is none is null, and a part
 * that comes twice, late or out of order changes nothing.
 *
 * All numbers are little-endian. Header, 16 bytes: u8 flag 1, u8 version 1, u16 type, u16 watch port, u16 phone port,
 * u32 appId, u32 0. A data frame goes on with a part's header, 66 bytes, of which zml's ends read: u32 message id at 0,
 * u32 part number at 12, u32 length of the message at 16, u32 length of the part at 20, u8 what it is at 24, u8 whether
 * it is the last part at 25, u8 content type at 54, u8 wanted content type at 55.
 */
const HEADER_BYTES = 16;
const PART_HEADER_BYTES = 66;
/** zml's own bound of a message, 3600 bytes, less its header and less 66. */
export const PART_BYTES = 3518;

const WATCH_PORT = 20;
const SHAKE = 1;
const CLOSE = 2;
const DATA = 4;
/** The same as DATA for the reader (SRC zml-app.js `onFragmentData`). */
const DATA_TOO = 5;
const REQUEST = 1;
const RESPONSE = 2;
const BINARY = 3;

export type Part = { id: number; number: number; isLast: boolean; total: number; bytes: Uint8Array };

/** What a frame from the phone says. `shaken` brings the port to address the Side Service by. */
export type Frame = { kind: "shaken"; port: number } | { kind: "closed" } | { kind: "part"; part: Part };

export function shakeFrame(appId: number): Uint8Array {
	return frame(SHAKE, 0, appId, Uint8Array.of(appId & 0xff));
}

export function closeFrame(port: number, appId: number): Uint8Array {
	return frame(CLOSE, port, appId, Uint8Array.of(appId & 0xff));
}

/** The frames of one binary request. */
export function requestFrames(port: number, appId: number, id: number, message: Uint8Array): Uint8Array[] {
	const frames: Uint8Array[] = [];
	let start = 0;
	do {
		const bytes = message.subarray(start, start + PART_BYTES);
		start += PART_BYTES;
		const part = { id, number: frames.length, isLast: start >= message.length, total: message.length, bytes };
		frames.push(frame(DATA, port, appId, writePart(part)));
	} while (start < message.length);
	return frames;
}

/** Null for what is no frame of the phone's, or no part of a response. */
export function readFrame(data: Uint8Array): Frame | null {
	if (data.length < HEADER_BYTES) return null;
	const view = new DataView(data.buffer, data.byteOffset, data.length);
	if (view.getUint8(0) !== 1) return null;
	switch (view.getUint16(2, true)) {
		case SHAKE:
			return { kind: "shaken", port: view.getUint16(6, true) };
		case CLOSE:
			return { kind: "closed" };
		case DATA:
		case DATA_TOO: {
			const part = readPart(data.subarray(HEADER_BYTES));
			return part === null ? null : { kind: "part", part };
		}
		default:
			return null;
	}
}

/** The parts of one message so far; `join` is the message once all are there, else null. */
export function addPart(parts: readonly Part[], part: Part): Part[] {
	const isKnown = parts.some(({ number }) => number === part.number);
	return isKnown ? [...parts] : [...parts, part];
}

export function join(parts: readonly Part[]): Uint8Array | null {
	const last = parts.find(({ isLast }) => isLast);
	if (last === undefined || parts.length !== last.number + 1) return null;
	const sorted = [...parts].sort((a, b) => a.number - b.number);
	const message = new Uint8Array(sorted.reduce((sum, { bytes }) => sum + bytes.length, 0));
	let at = 0;
	for (const { bytes } of sorted) {
		message.set(bytes, at);
		at += bytes.length;
	}
	return message.length === last.total ? message : null;
}

function frame(type: number, port: number, appId: number, payload: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(HEADER_BYTES + payload.length);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, 1);
	view.setUint8(1, 1);
	view.setUint16(2, type, true);
	view.setUint16(4, WATCH_PORT, true);
	view.setUint16(6, port, true);
	view.setUint32(8, appId, true);
	bytes.set(payload, HEADER_BYTES);
	return bytes;
}

function writePart({ id, number, isLast, total, bytes }: Part): Uint8Array {
	const data = new Uint8Array(PART_HEADER_BYTES + bytes.length);
	const view = new DataView(data.buffer);
	view.setUint32(0, id, true);
	view.setUint32(8, id, true);
	view.setUint32(12, number, true);
	view.setUint32(16, total, true);
	view.setUint32(20, bytes.length, true);
	view.setUint8(24, REQUEST);
	view.setUint8(25, isLast ? 1 : 0);
	view.setUint8(54, BINARY);
	view.setUint8(55, BINARY);
	data.set(bytes, PART_HEADER_BYTES);
	return data;
}

function readPart(data: Uint8Array): Part | null {
	if (data.length < PART_HEADER_BYTES) return null;
	const view = new DataView(data.buffer, data.byteOffset, data.length);
	const bytes = data.slice(PART_HEADER_BYTES);
	if (view.getUint8(24) !== RESPONSE || view.getUint32(20, true) !== bytes.length) return null;
	return {
		id: view.getUint32(0, true),
		number: view.getUint32(12, true),
		isLast: view.getUint8(25) === 1,
		total: view.getUint32(16, true),
		bytes,
	};
}
