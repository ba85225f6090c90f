/**
 * What the first bytes of an Opus packet say of it (RFC 6716 section 3). Owns the table of contents byte and the rules
 * of section 3.4 for a well-formed packet; never the sound. Rule: a packet that breaks a rule is null, not an exception,
 * because a decoder may refuse a whole stream for one such packet.
 */

/** How a frame is coded: speech, both, or music. */
export type OpusMode = "SILK" | "hybrid" | "CELT";

/** Of 4, 6, 8, 12 and 20 kHz. */
export type OpusBandwidth = "NB" | "MB" | "WB" | "SWB" | "FB";

/** `frameSamples` is one frame's length in samples at 48 kHz, which is Opus's unit of time whatever the sound's rate. */
export type Toc = {
	mode: OpusMode;
	bandwidth: OpusBandwidth;
	stereo: boolean;
	frames: number;
	frameSamples: number;
};

export const OPUS_SAMPLES_PER_SECOND = 48_000;

/** What the reference encoder is ahead by, 6.5 ms in samples at 48 kHz: a decoder drops as many at the start. */
export const PRE_SKIP_SAMPLES = 312;

/** 120 ms as six frames of the greatest length and their headers: no encoder of the reference library makes more. */
export const MAX_PACKET_BYTES = 6 * 1275 + 14;

const MAX_FRAME_BYTES = 1275;
const MAX_PACKET_SAMPLES = 5760;
const SILK_SAMPLES = [480, 960, 1920, 2880];
const CELT_SAMPLES = [120, 240, 480, 960];
const SILK_BANDS: readonly OpusBandwidth[] = ["NB", "MB", "WB"];
const CELT_BANDS: readonly OpusBandwidth[] = ["NB", "WB", "SWB", "FB"];

/** The table of contents of one packet, or null where it is empty, too long or malformed. */
export function readToc(packet: Uint8Array): Toc | null {
	const first = packet[0];
	if (first === undefined || packet.length > MAX_PACKET_BYTES) return null;
	const coding = codingOf(first >> 3);
	const frames = countFrames(packet, first & 3);
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

/** 0 where the frames do not fit the packet's length. */
function countFrames(packet: Uint8Array, code: number): number {
	const body = packet.length - 1;
	switch (code) {
		case 0:
			return body <= MAX_FRAME_BYTES ? 1 : 0;
		case 1:
			return body % 2 === 0 && body / 2 <= MAX_FRAME_BYTES ? 2 : 0;
		case 2:
			return fitsLengths(packet, 1, packet.length, 2) ? 2 : 0;
		default:
			return countManyFrames(packet);
	}
}

/** Code 3: a second byte with the count, a flag for lengths of their own and one for padding. */
function countManyFrames(packet: Uint8Array): number {
	const second = packet[1];
	if (second === undefined) return 0;
	const frames = second & 63;
	if (frames === 0) return 0;
	let start = 2;
	let end = packet.length;
	if ((second & 64) !== 0) {
		let more: number | undefined;
		do {
			more = packet[start++];
			end -= more === 255 ? 254 : (more ?? 0);
		} while (more === 255);
		if (more === undefined || end < start) return 0;
	}
	if ((second & 128) !== 0) return fitsLengths(packet, start, end, frames) ? frames : 0;
	const each = (end - start) / frames;
	return Number.isInteger(each) && each <= MAX_FRAME_BYTES ? frames : 0;
}

/** Whether all frames but the last say lengths, from `start` on, that leave the last one a length it may have. */
function fitsLengths(packet: Uint8Array, start: number, end: number, frames: number): boolean {
	let at = start;
	let said = 0;
	for (let frame = 1; frame < frames; frame++) {
		const low = packet[at];
		if (low === undefined || at >= end) return false;
		if (low < 252) {
			said += low;
			at += 1;
			continue;
		}
		const high = packet[at + 1];
		if (high === undefined || at + 1 >= end) return false;
		said += low + 4 * high;
		at += 2;
	}
	const last = end - at - said;
	return last >= 0 && last <= MAX_FRAME_BYTES;
}
