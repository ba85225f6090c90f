/**
 * How long a sound file lasts that the watch's player takes (DOC media/Player): MP3, or what the watch's recorder wrote. Owns
 * reading their frames; decodes nothing. Rule: what is neither has no length, whatever it is called.
 */

/** MPEG versions 1, 2 and 2.5 by the two bits of a header, and kbit/s of layer III by its four. ISO 11172-3, 13818-3. */
const RATES_HZ: Readonly<Record<number, readonly number[]>> = {
	3: [44_100, 48_000, 32_000],
	2: [22_050, 24_000, 16_000],
	0: [11_025, 12_000, 8_000],
};
const KBITS_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBITS_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const LAYER_III = 1;
const MPEG_1 = 3;
const ID3_BYTES = 10;
const ID3V1_BYTES = 128;
/** Of the recorder's frames: the packet's length, then four bytes of the encoder's. */
const FRAME_HEADER_BYTES = 8;
/** RFC 6716, 3.1: ms of one frame by the configuration in a packet's first byte. */
const SILK_MS = [10, 20, 40, 60];
const HYBRID_MS = [10, 20];
const CELT_MS = [2.5, 5, 10, 20];

/** In ms, or null for what is no such file. */
export function durationMs(file: Uint8Array): number | null {
	return mp3Ms(file) ?? recordingMs(file);
}

function mp3Ms(file: Uint8Array): number | null {
	let at = afterTag(file);
	const end = endsWithTag(file) ? file.length - ID3V1_BYTES : file.length;
	let ms = 0;
	let frames = 0;
	while (at + 4 <= end) {
		const frame = mp3Frame(file, at);
		if (frame === null) return null;
		// The first frame may hold only figures about the file.
		if (frames > 0 || !isInfo(file, at, frame.bytes)) ms += frame.ms;
		frames++;
		at += frame.bytes;
	}
	return frames === 0 ? null : ms;
}

function mp3Frame(file: Uint8Array, at: number): { bytes: number; ms: number } | null {
	const [first = 0, second = 0, third = 0] = file.subarray(at, at + 3);
	const version = (second >> 3) & 3;
	const rate = RATES_HZ[version]?.[(third >> 2) & 3];
	const kbit = (version === MPEG_1 ? KBITS_V1 : KBITS_V2)[third >> 4];
	if (first !== 0xff || second >> 5 !== 7 || ((second >> 1) & 3) !== LAYER_III || !rate || !kbit) return null;
	const samples = version === MPEG_1 ? 1152 : 576;
	const padding = (third >> 1) & 1;
	return { bytes: Math.floor((samples * kbit * 125) / rate) + padding, ms: (samples / rate) * 1000 };
}

function isInfo(file: Uint8Array, at: number, bytes: number): boolean {
	const text = String.fromCharCode(...file.subarray(at, at + Math.min(bytes, 48)));
	return text.includes("Xing") || text.includes("Info");
}

/** Past an ID3v2 tag, whose length is in four bytes of seven bits. */
function afterTag(file: Uint8Array): number {
	if (String.fromCharCode(...file.subarray(0, 3)) !== "ID3") return 0;
	const [a = 0, b = 0, c = 0, d = 0] = file.subarray(6, ID3_BYTES);
	return ID3_BYTES + (a << 21) + (b << 14) + (c << 7) + d;
}

function endsWithTag(file: Uint8Array): boolean {
	return String.fromCharCode(...file.subarray(-ID3V1_BYTES).subarray(0, 3)) === "TAG";
}

function recordingMs(file: Uint8Array): number | null {
	const view = new DataView(file.buffer, file.byteOffset, file.length);
	let ms = 0;
	let at = 0;
	while (at + FRAME_HEADER_BYTES < file.length) {
		const length = view.getUint32(at);
		at += FRAME_HEADER_BYTES;
		if (length === 0 || at + length > file.length) return null;
		ms += packetMs(file.subarray(at, at + length));
		at += length;
	}
	return at === file.length && at > 0 ? ms : null;
}

function packetMs([first = 0, second = 0]: Uint8Array): number {
	const config = first >> 3;
	const size = config < 12 ? SILK_MS[config & 3] : config < 16 ? HYBRID_MS[config & 1] : CELT_MS[config & 3];
	const code = first & 3;
	return (size ?? 0) * (code === 0 ? 1 : code === 3 ? second & 63 : 2);
}
