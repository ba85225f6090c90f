/**
 * What the first bytes of an Opus packet say of it (RFC 6716 section 3). Owns the table of contents byte and
 * the rules of section 3.4 for a well-formed packet; never the sound. Rule: a packet that breaks a rule is
 * null, not an exception, because a decoder may refuse a whole stream for one such packet.
 */

/** How a frame is coded: speech, both, or music. */
export type OpusMode = "SILK" | "hybrid" | "CELT";

/** Of 4, 6, 8, 12 and 20 kHz. */
type OpusBandwidth = "NB" | "MB" | "WB" | "SWB" | "FB";

/**
 * `frameSamples` is one frame's length in samples at 48 kHz, which is Opus's unit of time whatever the
 * sound's rate.
 */
export type Toc = {
	mode: OpusMode;
	bandwidth: OpusBandwidth;
	stereo: boolean;
	frames: number;
	frameSamples: number;
};

export const OPUS_SAMPLES_PER_SECOND = 48_000;

/**
 * What the reference encoder is ahead by, 6.5 ms in samples at 48 kHz: a decoder drops as many at the start.
 */
export const PRE_SKIP_SAMPLES = 312;

/**
 * 120 ms as six frames of the greatest length and their headers: no encoder of the reference library makes
 * more.
 */
export const MAX_PACKET_BYTES = 6 * 1275 + 14;

const MAX_FRAME_BYTES = 1275;
const MAX_PACKET_SAMPLES = 5760;
const SILK_SAMPLES = [480, 960, 1920, 2880];
const CELT_SAMPLES = [120, 240, 480, 960];
const SILK_BANDS: readonly OpusBandwidth[] = ["NB", "MB", "WB"];
const CELT_BANDS: readonly OpusBandwidth[] = ["NB", "WB", "SWB", "FB"];

/** The table of contents of one packet, or null if it is empty, too long or malformed. */
export function readToc(packet: Uint8Array): Toc | null {
	const first = packet[0];
	if (first === undefined || packet.length > MAX_PACKET_BYTES) return null;
	const coding = codingOf(first >> 3);
	const frames = framesOf(packet).length;
	if (frames === 0 || frames * coding.frameSamples > MAX_PACKET_SAMPLES) return null;
	return { ...coding, stereo: (first & 4) !== 0, frames };
}

/** How long a packet sounds, in samples at 48 kHz; 0 for a malformed one. */
export function packetSamples(packet: Uint8Array): number {
	const toc = readToc(packet);
	return toc === null ? 0 : toc.frames * toc.frameSamples;
}

/** The 32 configurations of RFC 6716 table 2. */
function codingOf(config: number): Pick<Toc, "mode" | "bandwidth" | "frameSamples"> {
	if (config < 12) {
		return { mode: "SILK", bandwidth: SILK_BANDS[config >> 2] ?? "WB", frameSamples: SILK_SAMPLES[config & 3] ?? 0 };
	}
	if (config < 16) {
		return { mode: "hybrid", bandwidth: config < 14 ? "SWB" : "FB", frameSamples: SILK_SAMPLES[config & 1] ?? 0 };
	}
	return {
		mode: "CELT",
		bandwidth: CELT_BANDS[(config >> 2) - 4] ?? "FB",
		frameSamples: CELT_SAMPLES[config & 3] ?? 0,
	};
}

/** The frames of a packet, views into it; none if they do not fit its length. */
export function framesOf(packet: Uint8Array): Uint8Array[] {
	const body = packet.subarray(1);
	switch ((packet[0] ?? 0) & 3) {
		case 0:
			return splitEvenly(body, 1);
		case 1:
			return splitEvenly(body, 2);
		case 2:
			return splitByLengths(body, 2);
		default:
			return manyFrames(body);
	}
}

/**
 * Code 3: a byte with the count, a flag for lengths of their own and one for padding, which stands at the
 * end.
 */
function manyFrames(body: Uint8Array): Uint8Array[] {
	const second = body[0];
	if (second === undefined) return [];
	let start = 1;
	let end = body.length;
	if ((second & 64) !== 0) {
		let more: number | undefined;
		do {
			more = body[start++];
			end -= more === 255 ? 254 : (more ?? 0);
		} while (more === 255);
		if (more === undefined || end < start) return [];
	}
	const frames = body.subarray(start, end);
	return (second & 128) === 0 ? splitEvenly(frames, second & 63) : splitByLengths(frames, second & 63);
}

function splitEvenly(body: Uint8Array, count: number): Uint8Array[] {
	const each = body.length / count;
	if (!Number.isInteger(each) || each > MAX_FRAME_BYTES) return [];
	return Array.from({ length: count }, (_, at) => body.subarray(at * each, (at + 1) * each));
}

/** Lengths of all frames but the last, in one or two bytes each, then the frames. */
function splitByLengths(body: Uint8Array, count: number): Uint8Array[] {
	const sizes: number[] = [];
	let at = 0;
	while (sizes.length < count - 1) {
		const low = body[at++];
		const high = low === undefined || low < 252 ? 0 : body[at++];
		if (low === undefined || high === undefined) return [];
		sizes.push(low + 4 * high);
	}
	const last = sizes.reduce((left, size) => left - size, body.length - at);
	if (count === 0 || last < 0 || last > MAX_FRAME_BYTES) return [];
	return [...sizes, last].map((size) => {
		at += size;
		return body.subarray(at - size, at);
	});
}
