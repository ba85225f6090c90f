import { describe, expect, it } from "vitest";
import { toOgg } from "../app-side/voice/ogg.ts";
import { readFrames } from "../app-side/voice/opus-frames.ts";
import { packetSamples } from "../app-side/voice/opus-packet.ts";
import { MICROPHONE_RATE, type RecordOptions, recordWav } from "../simulator/index.ts";
import { complaints, peakCorrelation, play, speak, wavFile } from "../simulator/testing.ts";

const LIKENESS = 0.9;
const SHIFT_LIMIT = MICROPHONE_RATE * 0.02;
const TOOL_LIMIT_MS = 60_000;
const SAID = speak(1.5, MICROPHONE_RATE);

function speechFile(samplesPerSecond: number, bits: number, channels: number): Uint8Array {
	const samples = Float32Array.from(speak(1.5, samplesPerSecond), (sample) => sample / 2 ** 15);
	return wavFile(samples, { samplesPerSecond, bits, channels });
}

async function record(wav: Uint8Array, options: RecordOptions = {}): Promise<Uint8Array> {
	const file = await recordWav(wav, options);
	if (!file.ok) throw new Error(file.why);
	return file.value;
}

function packetsOf(file: Uint8Array): Uint8Array[] {
	const recording = readFrames(file);
	if (!recording.ok || recording.value.kind !== "frames") throw new Error("the recording is not readable");
	return recording.value.packets;
}

describe("the simulated recorder", () => {
	it.each([10, 20, 40, 60] as const)(
		"records packets of %i ms that sound as what was said",
		async (frameMs) => {
			const packets = packetsOf(await record(speechFile(MICROPHONE_RATE, 16, 1), { frameMs }));
			expect(new Set(packets.map(packetSamples))).toEqual(new Set([frameMs * 48]));
			const ogg = toOgg(packets, 1);
			expect(complaints(ogg)).toEqual([]);
			expect(peakCorrelation(SAID, play(ogg), SHIFT_LIMIT).peak).toBeGreaterThan(LIKENESS);
		},
		TOOL_LIMIT_MS,
	);

	it.each([
		[8000, 8, 1],
		[22_050, 16, 1],
		[44_100, 16, 2],
		[48_000, 24, 2],
		[96_000, 32, 1],
	])(
		"hears %i samples a second of %i bits in %i channels",
		async (samplesPerSecond, bits, channels) => {
			const ogg = toOgg(packetsOf(await record(speechFile(samplesPerSecond, bits, channels))), 1);
			expect(peakCorrelation(SAID, play(ogg), SHIFT_LIMIT).peak).toBeGreaterThan(LIKENESS);
		},
		TOOL_LIMIT_MS,
	);

	it("aims at the bit rate it is given", async () => {
		const wav = speechFile(MICROPHONE_RATE, 16, 1);
		const small = await record(wav, { bitrate: 8000 });
		const large = await record(wav, { bitrate: 32_000 });
		expect(large.length).toBeGreaterThan(2 * small.length);
	});

	it("makes the same bytes of the same sound, however many recordings were before", async () => {
		const wav = speechFile(MICROPHONE_RATE, 16, 1);
		const first = await record(wav);
		await record(speechFile(48_000, 16, 2), { frameMs: 60 });
		expect(Buffer.compare(await record(wav), first)).toBe(0);
	});

	it("leaves an empty file of a WAV file without a sample", async () => {
		expect(await record(wavFile([], { samplesPerSecond: 16_000, bits: 16, channels: 1 }))).toHaveLength(0);
	});

	it("fails with the reason for what is not a WAV file", async () => {
		expect(await recordWav(Buffer.from("ID3, perhaps"))).toEqual({
			ok: false,
			why: "not a WAV file: it does not begin with RIFF and WAVE",
		});
	});
});
