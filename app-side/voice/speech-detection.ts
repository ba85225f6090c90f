/**
 * Whether a recording may hold speech, by what the watch's encoder wrote of each frame for itself: no sound
 * is decoded. Owns the first symbols of a frame (RFC 6716 sections 4.2.3, 4.2.7.3, 4.2.7.4 and 4.3) and the
 * least that is taken for speech. Rule: whatever cannot be told counts as speech, since a question that is
 * not heard is worse than a sound that is.
 *
 * Measured with libopus, 2026-11-27: 30 utterances in 14 languages, whispers and single words among them,
 * from full scale down to a peak of -43 dBFS, also in noise as loud as they: 100 ms or more are active.
 * Silence, and noise below -60 dBFS: 20 ms or less (docs/evidence.md).
 */
import { framesOf, OPUS_SAMPLES_PER_SECOND, readToc, type Toc } from "./opus-packet.ts";
import { createRangeDecoder } from "./range-decoder.ts";

/** Less than this is a click or nothing. */
const LEAST_ACTIVE_MS = 60;
/**
 * Steps of 1.37 dB. Noise of this level is some -45 dBFS. Whether or not an encoder calls it active, the
 * transcriber is to say what is in it.
 */
const LOUD_STEPS = 30;

const SAMPLES_PER_MS = OPUS_SAMPLES_PER_SECOND / 1000;
/** SILK codes pieces of 20 ms, or one of 10 ms. */
const SILK_SAMPLES = 960;
/** One byte or none is the encoder's word for "nothing to send" (RFC 6716 section 2.1.9). */
const NOTHING_SENT_BYTES = 1;

/** RFC 6716 tables 9, 11 and 12, each symbol as what is left of 256 after it. */
const ACTIVE_TYPES = [232, 158, 10, 0];
const INACTIVE_TYPES = [230, 0];
const GAIN_HIGH = [
	[224, 112, 44, 15, 3, 2, 1, 0],
	[254, 237, 192, 132, 70, 23, 4, 0],
	[255, 252, 226, 155, 61, 11, 2, 0],
];
const GAIN_LOW = [224, 192, 160, 128, 96, 64, 32, 0];
/** Of the signal types inactive, unvoiced and voiced. */
const VOICED = 2;
/** CELT's silence flag has a chance of two to the power of -15. */
const SILENCE_BITS = 15;

/**
 * How much of a recording may be speech, and how much of it a voice: of vowels, which a whisper and noise
 * lack.
 */
type Signs = { activeMs: number; voicedMs: number };

export function signsOf(packets: readonly Uint8Array[]): Signs {
	let activeMs = 0;
	let voicedMs = 0;
	for (const packet of packets) {
		const toc = readToc(packet);
		if (toc === null) continue;
		const each = toc.frameSamples / SAMPLES_PER_MS;
		for (const frame of framesOf(packet)) {
			const { active, voiced } = readFrame(frame, toc);
			activeMs += each * active;
			voicedMs += voiced ? each : 0;
		}
	}
	return { activeMs, voicedMs };
}

export function mayBeSpeech({ activeMs }: Signs): boolean {
	return activeMs >= LEAST_ACTIVE_MS;
}

export function mayBeVoiced({ voicedMs }: Signs): boolean {
	return voicedMs >= LEAST_ACTIVE_MS;
}

/** `active` from 0 to 1. */
type Frame = { active: number; voiced: boolean };

const SILENT: Frame = { active: 0, voiced: false };
const UNKNOWN: Frame = { active: 1, voiced: true };

function readFrame(frame: Uint8Array, toc: Toc): Frame {
	if (frame.length <= NOTHING_SENT_BYTES) return SILENT;
	if (toc.mode === "CELT") return createRangeDecoder(frame).bit(SILENCE_BITS) ? SILENT : UNKNOWN;
	const { active, voiced, loudness } = readSilk(frame, Math.max(1, toc.frameSamples / SILK_SAMPLES), toc.stereo);
	return { active: loudness !== null && loudness >= LOUD_STEPS ? 1 : active, voiced };
}

/** What is known of a frame; `loudness` in steps, of its first piece. */
type SilkFrame = Frame & { loudness: number | null };

/**
 * `active`: the share of a frame's pieces in which the encoder found activity, in either channel. `voiced`
 * and `loudness` are not known if a copy of the frame before, or a second channel's weights, stand in front
 * of them.
 */
export function readSilk(frame: Uint8Array, pieces: number, stereo: boolean): SilkFrame {
	const decoder = createRangeDecoder(frame);
	const found = Array.from({ length: pieces }, () => decoder.bit(1));
	const hasCopy = decoder.bit(1);
	if (stereo) {
		const side = Array.from({ length: pieces }, () => decoder.bit(1));
		return { active: share(found.map((one, at) => one || side[at] === true)), voiced: true, loudness: null };
	}
	const active = share(found);
	if (hasCopy) return { active, voiced: true, loudness: null };
	const type = found[0] === true ? 2 + decoder.symbol(ACTIVE_TYPES) : decoder.symbol(INACTIVE_TYPES);
	const signal = type >> 1;
	const high = decoder.symbol(GAIN_HIGH[signal] ?? GAIN_LOW);
	return { active, voiced: signal === VOICED, loudness: 8 * high + decoder.symbol(GAIN_LOW) };
}

function share(found: readonly boolean[]): number {
	return found.filter(Boolean).length / found.length;
}
