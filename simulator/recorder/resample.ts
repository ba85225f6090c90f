/**
 * Sound at one rate to sound at another, by a windowed sinc: what the watch's microphone would have taken. Owns the
 * filter only. Rule: nothing above half the lower rate gets through, and time stays where it was.
 */

/** Zero crossings of the sinc on either side: some 80 dB with the window below. */
const CROSSINGS = 24;
/** Where the filter begins to fall, of half the lower rate. */
const PASSBAND = 0.92;

/** One filter for each position that an output sample can have between two input samples. */
type Filters = { half: number; taps: Float32Array[] };

export function resample(samples: Float32Array, fromRate: number, toRate: number): Float32Array {
	if (fromRate === toRate) return samples;
	const divisor = greatestDivisor(fromRate, toRate);
	const up = toRate / divisor;
	const down = fromRate / divisor;
	const filters = makeFilters(up, Math.min(1, toRate / fromRate) * PASSBAND);
	const result = new Float32Array(Math.floor((samples.length * up) / down));
	for (let index = 0; index < result.length; index++) {
		const position = index * down;
		const phase = filters.taps[position % up];
		if (phase !== undefined) result[index] = weigh(samples, Math.floor(position / up) - filters.half + 1, phase);
	}
	return result;
}

function weigh(samples: Float32Array, first: number, taps: Float32Array): number {
	let sum = 0;
	for (let tap = 0; tap < taps.length; tap++) sum += (samples[first + tap] ?? 0) * (taps[tap] ?? 0);
	return sum;
}

function makeFilters(phases: number, cutoff: number): Filters {
	const half = Math.ceil(CROSSINGS / cutoff);
	const taps: Float32Array[] = [];
	for (let phase = 0; phase < phases; phase++) {
		const centre = half - 1 + phase / phases;
		taps.push(Float32Array.from({ length: 2 * half }, (_, tap) => weight(tap - centre, cutoff, half)));
	}
	return { half, taps };
}

/** A sinc under a Blackman window `half` wide on either side. */
function weight(distance: number, cutoff: number, half: number): number {
	const turn = Math.PI * (distance / half);
	if (Math.abs(turn) >= Math.PI) return 0;
	const angle = Math.PI * distance * cutoff;
	const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
	return cutoff * sinc * (0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn));
}

function greatestDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestDivisor(b, a % b);
}
