/**
 * The 16-byte header that the watch's apps and the Zepp app put before what they say. Owns its codec; never the payload.
 * Layout, little-endian: u8 flag, u8 version, u16 type, u16 watch port, u16 phone port, u32 appId, u32 extra.
 * Evidence: SRC zml 0.0.43 (`buildBin`, `readBin`).
 */
const HEADER_BYTES = 16;

const FLAG_APP = 1;
const TYPES = { handshake: 1, close: 2, data: 4, dataWithReply: 5, log: 6 } as const;

type FrameKind = keyof typeof TYPES;

export type Frame = { kind: FrameKind; watchPort: number; phonePort: number; appId: number; payload: Uint8Array };

/** Null for bytes that are no frame, or of a kind that nobody has documented. */
export function readFrame(bytes: Uint8Array): Frame | null {
	if (bytes.byteLength < HEADER_BYTES) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const kind = kindOf(view.getUint16(2, true));
	if (view.getUint8(0) !== FLAG_APP || kind === null) return null;
	return {
		kind,
		watchPort: view.getUint16(4, true),
		phonePort: view.getUint16(6, true),
		appId: view.getUint32(8, true),
		payload: bytes.subarray(HEADER_BYTES),
	};
}

export function buildFrame(frame: Frame): Uint8Array {
	const bytes = new Uint8Array(HEADER_BYTES + frame.payload.byteLength);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, FLAG_APP);
	view.setUint8(1, 1);
	view.setUint16(2, TYPES[frame.kind], true);
	view.setUint16(4, frame.watchPort, true);
	view.setUint16(6, frame.phonePort, true);
	view.setUint32(8, frame.appId, true);
	bytes.set(frame.payload, HEADER_BYTES);
	return bytes;
}

function kindOf(type: number): FrameKind | null {
	for (const [kind, value] of Object.entries(TYPES)) if (value === type) return kind as FrameKind;
	return null;
}
