import { describe, expect, it } from "vitest";
import { resample } from "./resample.ts";

const TARGET = 16_000;

function tone(frequency: number, samplesPerSecond: number, seconds = 0.25): Float32Array {
	return Float32Array.from({ length: Math.round(seconds * samplesPerSecond) }, (_, at) =>
		Math.sin((2 * Math.PI * frequency * at) / samplesPerSecond),
	);
}

/** The greatest difference away from the ends, where the filter reaches beyond the sound. */
function difference(a: Float32Array, b: Float32Array): number {
	return a.slice(200, -200).reduce((most, sample, at) => Math.max(most, Math.abs(sample - (b[at + 200] ?? 0))), 0);
}

describe("resampling", () => {
	it.each([8000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 22_051])(
		"keeps a tone in place and as loud from %i samples a second",
		(rate) => {
			const heard = resample(tone(440, rate), rate, TARGET);
			expect(Math.abs(heard.length - TARGET * 0.25)).toBeLessThanOrEqual(1);
			expect(difference(heard, tone(440, TARGET))).toBeLessThan(0.002);
		},
	);

	it("lets nothing through that the watch's rate cannot hold", () => {
		const heard = resample(tone(11_000, 48_000), 48_000, TARGET);
		expect(difference(heard, new Float32Array(heard.length))).toBeLessThan(0.001);
	});

	it("leaves sound at the right rate as it is", () => {
		const sound = tone(440, TARGET);
		expect(resample(sound, TARGET, TARGET)).toBe(sound);
	});

	it("makes nothing of nothing", () => {
		expect(resample(new Float32Array(), 44_100, TARGET)).toHaveLength(0);
	});
});
