/**
 * What it costs the phone to make a recording ready for a provider, for the benchmark. Owns the sound that is measured:
 * the longest question there may be. Rule: a figure is a share of the sound's own length, so that it says the same on any
 * desktop.
 */
import { listenTo } from "../../app-side/voice/recording.ts";
import { VOICE_LIMIT_MS } from "../../core/wire/protocol.ts";
import { MICROPHONE_RATE, recordWav } from "../../simulator/index.ts";

export type ConversionCost = {
	soundMs: number;
	/** Of the recorder's file, and of the Ogg that is made of it. */
	fileBytes: number;
	oggBytes: number;
	/** Median of the runs. */
	conversionMs: number;
	/** `conversionMs` by `soundMs`; what we aim at is below 0.01. */
	ratio: number;
};

const WARM_UP_RUNS = 5;
const RUNS = 21;
const WAV_HEADER_BYTES = 44;

/** Framing checked, Ogg made and base64 written, as for every spoken question. Takes a second or two, mostly encoding. */
export async function measureConversion(): Promise<ConversionCost> {
	const recorded = await recordWav(wavOf(VOICE_LIMIT_MS));
	if (!recorded.ok) throw new Error(recorded.why);
	const file = recorded.value;
	const heard = listenTo(file, 1);
	if (heard.kind === "fault") throw new Error(heard.fault.code);
	const times: number[] = [];
	for (let run = 0; run < WARM_UP_RUNS + RUNS; run++) {
		const began = performance.now();
		listenTo(file, run);
		if (run >= WARM_UP_RUNS) times.push(performance.now() - began);
	}
	const conversionMs = times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
	return {
		soundMs: VOICE_LIMIT_MS,
		fileBytes: file.length,
		oggBytes: heard.speech.ogg.length,
		conversionMs,
		ratio: conversionMs / VOICE_LIMIT_MS,
	};
}

/** A tone that rises and falls with syllables, 16 bits. */
function wavOf(durationMs: number): Uint8Array {
	const samples = (durationMs * MICROPHONE_RATE) / 1000;
	const wav = Buffer.alloc(WAV_HEADER_BYTES + 2 * samples);
	wav.write("RIFF", 0, "latin1");
	wav.writeUInt32LE(wav.length - 8, 4);
	wav.write("WAVEfmt ", 8, "latin1");
	wav.writeUInt32LE(16, 16);
	wav.writeUInt16LE(1, 20);
	wav.writeUInt16LE(1, 22);
	wav.writeUInt32LE(MICROPHONE_RATE, 24);
	wav.writeUInt32LE(2 * MICROPHONE_RATE, 28);
	wav.writeUInt16LE(2, 32);
	wav.writeUInt16LE(16, 34);
	wav.write("data", 36, "latin1");
	wav.writeUInt32LE(2 * samples, 40);
	for (let at = 0; at < samples; at++) {
		const seconds = at / MICROPHONE_RATE;
		const tone = Math.sin(2 * Math.PI * seconds * (300 + 150 * Math.sin(3 * seconds)));
		wav.writeInt16LE(Math.round(9_000 * tone * Math.abs(Math.sin(8 * seconds))), WAV_HEADER_BYTES + 2 * at);
	}
	return Uint8Array.from(wav);
}
