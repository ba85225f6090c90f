import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wavFile } from "./__fixtures__/wav-file.ts";
import { readWav } from "./wav.ts";

const SAMPLES = [0, 0.5, -0.5, 0.25, -1, 0.75];

function samplesOf(bytes: Uint8Array): number[] {
	const sound = readWav(bytes);
	if (!sound.ok) throw new Error(sound.why);
	return Array.from(sound.value.samples);
}

describe("a WAV file", () => {
	it.each([8, 16, 24, 32].flatMap((bits) => [1, 2].map((channels) => ({ bits, channels }))))(
		"is read with $bits bits and $channels channels",
		({ bits, channels }) => {
			const file = wavFile(SAMPLES, { samplesPerSecond: 44_100, bits, channels });
			expect(samplesOf(file)).toEqual(SAMPLES);
			expect(readWav(file)).toMatchObject({ ok: true, value: { samplesPerSecond: 44_100 } });
		},
	);

	it("is read with its format in a GUID and with other chunks before the sound", () => {
		const form = { samplesPerSecond: 48_000, bits: 24, channels: 2, extensible: true, otherChunks: true };
		expect(samplesOf(wavFile(SAMPLES, form))).toEqual(SAMPLES);
	});

	it("averages its channels", () => {
		const file = wavFile([0.5, -0.25], { samplesPerSecond: 16_000, bits: 16, channels: 1 });
		new DataView(file.buffer).setUint16(22, 2, true);
		expect(samplesOf(file)).toEqual([0.125]);
	});

	it("gives what is there when its length was never filled in, or its end is missing", () => {
		const file = wavFile(SAMPLES, { samplesPerSecond: 16_000, bits: 16, channels: 1 });
		const streamed = Uint8Array.from(file);
		new DataView(streamed.buffer).setUint32(40, 0xffffffff, true);
		expect(samplesOf(streamed)).toEqual(SAMPLES);
		expect(samplesOf(file.subarray(0, file.length - 3))).toEqual(SAMPLES.slice(0, 4));
	});

	it.each([
		["an empty file", new Uint8Array(), "not a WAV file: it does not begin with RIFF and WAVE"],
		["another format", Buffer.from("OggS and so on, and on"), "not a WAV file: it does not begin with RIFF and WAVE"],
		["a header alone", Buffer.from("RIFF....WAVE"), "a WAV file without a format before its sound"],
		["floating point", wavOf({ format: 3, bits: 32 }), "a WAV file of format 3; only PCM (1) is read"],
		["12 bits", patched(34, 12), "a WAV file of 12 bits; 8, 16, 24 or 32 are read"],
		["six channels", patched(22, 6), "a WAV file of 6 channels; mono and stereo are read"],
		["no rate", wavOf({ samplesPerSecond: 0 }), "a WAV file of 0 samples a second; 1000 to 384000 are read"],
		["a cut format", wavOf({}).subarray(0, 30), "a WAV file whose format is cut"],
		["no sound", wavOf({}).subarray(0, 36), "a WAV file without sound"],
	])("fails with the reason for %s", (_, bytes, why) => {
		expect(readWav(bytes)).toEqual({ ok: false, why });
	});

	it("never throws, whatever its bytes", () => {
		const file = wavFile(SAMPLES, { samplesPerSecond: 16_000, bits: 16, channels: 2, otherChunks: true });
		const change = fc.tuple(fc.integer({ min: 12, max: file.length - 1 }), fc.integer({ min: 0, max: 255 }));
		fc.assert(
			fc.property(fc.array(change), fc.integer({ min: 0, max: file.length }), (changes, size) => {
				const bytes = Uint8Array.from(file);
				for (const [at, byte] of changes) bytes[at] = byte;
				const sound = readWav(bytes.subarray(0, size));
				if (sound.ok) expect(sound.value.samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);
				else expect(sound.why).toMatch(/WAV/);
			}),
			{ numRuns: 3000 },
		);
	});
});

function wavOf(form: { format?: number; bits?: number; samplesPerSecond?: number }): Uint8Array {
	return wavFile(SAMPLES, { samplesPerSecond: 16_000, bits: 16, channels: 1, ...form });
}

/** A file whose header says `value` at a place where the writer would not. */
function patched(at: number, value: number): Uint8Array {
	const file = wavOf({});
	new DataView(file.buffer).setUint16(at, value, true);
	return file;
}
