/**
 * The watch's microphone: whether there is one, and what it hears from the moment that it listens. Owns the sound, already
 * in the recorder's format, because the encoder cannot be waited for while a package runs.
 */

import { DEFAULT_FRAME_MS, firstFrames, MICROPHONE_RATE, recordWav } from "../recorder/record.ts";
import type { Decoded } from "../recorder/wav.ts";
import { lengthOfWav } from "../recorder/wav.ts";

export type MicrophoneOptions = {
	/** PCM; heard from its beginning in every recording, then silence. Default: silence. */
	wav?: Uint8Array;
	/** Default: only where a recorder has been seen working. */
	present?: boolean;
	/** The person has not let the app use it. */
	refused?: boolean;
	/** Whether the system keyboard listens. Default true. */
	dictation?: boolean;
};

export type Microphone = {
	readonly present: boolean | undefined;
	readonly refused: boolean;
	readonly dictation: boolean;
	/** The recorder's file of the first `ms` of sound. */
	record(ms: number): Uint8Array;
	/** The same of a room in which nothing is said. */
	silence(ms: number): Uint8Array;
	/** Of the sound; silence follows it. */
	soundMs(): number;
	/** From now on it hears this, from the beginning in every recording. Fails with the reason for what is no PCM WAV file. */
	hear(wav: Uint8Array): Promise<Decoded<true>>;
};

/** For the encoder to come to rest; the packet that it then makes goes on for ever. */
const TAIL_MS = 1_000;

export const NO_MICROPHONE: Microphone = {
	present: undefined,
	refused: false,
	dictation: true,
	record: () => new Uint8Array(),
	silence: () => new Uint8Array(),
	soundMs: () => 0,
	hear: async () => ({ ok: false, why: "there is no microphone" }),
};

/** Fails with the reason for what is no PCM WAV file. */
export async function openMicrophone(options: MicrophoneOptions): Promise<Decoded<Microphone>> {
	const { wav = silentWav(), present, refused = false, dictation = true } = options;
	const silent = await recordWav(silentWav(), { tailMs: TAIL_MS });
	const silence = silent.ok ? silent.value : new Uint8Array();
	let frames: Uint8Array = new Uint8Array();
	let ms = 0;
	const microphone: Microphone = {
		present,
		refused,
		dictation,
		record: (length) => firstFrames(frames, Math.floor(length / DEFAULT_FRAME_MS)),
		silence: (length) => firstFrames(silence, Math.floor(length / DEFAULT_FRAME_MS)),
		soundMs: () => ms,
		async hear(heard) {
			const sound = await recordWav(heard, { tailMs: TAIL_MS });
			if (!sound.ok) return sound;
			frames = sound.value;
			ms = lengthOfWav(heard);
			return { ok: true, value: true };
		},
	};
	const heard = await microphone.hear(wav);
	return heard.ok ? { ok: true, value: microphone } : heard;
}

/** A WAV file without a sample: 16 bits, mono. */
function silentWav(): Uint8Array {
	const file = new Uint8Array(44);
	const view = new DataView(file.buffer);
	file.set(new TextEncoder().encode("RIFF    WAVEfmt "));
	file.set(new TextEncoder().encode("data"), 36);
	view.setUint32(4, 36, true);
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, MICROPHONE_RATE, true);
	view.setUint32(28, 2 * MICROPHONE_RATE, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	return file;
}
