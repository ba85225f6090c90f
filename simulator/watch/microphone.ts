/**
 * The watch's microphone: whether there is one, and what it hears from the moment that it listens. Owns the sound, already
 * in the recorder's format, because the encoder cannot be waited for while a package runs.
 */
import type { Decoded } from "../../core/protocol.ts";
import { DEFAULT_FRAME_MS, firstFrames, MICROPHONE_RATE, recordWav } from "../recorder/record.ts";

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
};

/** For the encoder to come to rest; the packet that it then makes goes on for ever. */
const TAIL_MS = 1_000;

export const NO_MICROPHONE: Microphone = {
	present: undefined,
	refused: false,
	dictation: true,
	record: () => new Uint8Array(),
};

/** Fails with the reason for what is no PCM WAV file. */
export async function openMicrophone(options: MicrophoneOptions): Promise<Decoded<Microphone>> {
	const { wav = silentWav(), present, refused = false, dictation = true } = options;
	const sound = await recordWav(wav, { tailMs: TAIL_MS });
	if (!sound.ok) return sound;
	const record = (ms: number) => firstFrames(sound.value, Math.floor(ms / DEFAULT_FRAME_MS));
	return { ok: true, value: { present, refused, dictation, record } };
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
