import { expect, test } from "vitest";
import { readWav } from "../recorder/wav.ts";
import { toWav } from "./page/wav.ts";

test("what the browser heard is a WAV file that the recorder reads, sample by sample", () => {
	const samples = Float32Array.from([0, 0.5, -0.5, 1, -1, 3, -3]);
	const sound = readWav(toWav(samples, 16_000));
	if (!sound.ok) throw new Error(sound.why);
	expect(sound.value.samplesPerSecond).toBe(16_000);
	const expected = [0, 0.5, -0.5, 1, -1, 1, -1];
	expect(sound.value.samples).toHaveLength(expected.length);
	sound.value.samples.forEach((sample, at) => {
		expect(sample).toBeCloseTo(expected[at] ?? 0, 4);
	});
});

test("no sound is a file all the same", () => {
	expect(readWav(toWav(new Float32Array(), 8_000))).toMatchObject({ ok: true });
});
