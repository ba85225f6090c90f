/** Sound that a speech coder takes for speech, the same every time: no recording of anybody is needed. */

/** A vowel as the frequencies of its first three formants, in Hz. */
const VOWELS = [
	[730, 1090, 2440],
	[270, 2290, 3010],
	[300, 870, 2240],
	[530, 1840, 2480],
	[570, 840, 2410],
] as const;
const FORMANT_WIDTH_HZ = 90;
const SYLLABLE_SECONDS = 0.24;
const HISS_SECONDS = 0.05;
/** Every fifth syllable is a pause, so that discontinuous transmission has something to leave out. */
const PAUSE_EVERY = 5;
const PEAK = 14_000;

/** 16-bit mono: syllables of vowels on a falling voice, each after a short hiss, with pauses. */
export function speak(seconds: number, samplesPerSecond: number): Int16Array {
	const random = makeRandom(20_260_731);
	const samples = new Float64Array(Math.round(seconds * samplesPerSecond));
	const formants = [makeResonator(), makeResonator(), makeResonator()];
	let pulse = 0;
	for (let at = 0; at < samples.length; at++) {
		const time = at / samplesPerSecond;
		const syllable = Math.floor(time / SYLLABLE_SECONDS);
		const within = time - syllable * SYLLABLE_SECONDS;
		const vowel = VOWELS[syllable % VOWELS.length] ?? VOWELS[0];
		pulse += (150 - 25 * (time % 1.2) + 4 * Math.sin(30 * time)) / samplesPerSecond;
		let source = 0;
		if (pulse >= 1) {
			pulse -= 1;
			source = 1;
		}
		const pause = syllable % PAUSE_EVERY === PAUSE_EVERY - 1;
		const loudness = pause ? 0 : Math.sin((Math.PI * within) / SYLLABLE_SECONDS);
		const voiced = formants.reduce(
			(sum, resonate, index) => sum + resonate(source, vowel[index] ?? 500, samplesPerSecond) / (1 + index),
			0,
		);
		const hiss = !pause && within < HISS_SECONDS ? 0.02 * (random() - 0.5) : 0;
		samples[at] = voiced * loudness + hiss;
	}
	return toInt16(samples);
}

/** A two-pole filter that rings at a frequency that may change from sample to sample. */
function makeResonator(): (input: number, frequency: number, samplesPerSecond: number) => number {
	let last = 0;
	let before = 0;
	return (input, frequency, samplesPerSecond) => {
		const radius = Math.exp((-Math.PI * FORMANT_WIDTH_HZ) / samplesPerSecond);
		const angle = (2 * Math.PI * frequency) / samplesPerSecond;
		const output = input * (1 - radius) + 2 * radius * Math.cos(angle) * last - radius * radius * before;
		before = last;
		last = output;
		return output;
	};
}

function toInt16(samples: Float64Array): Int16Array {
	const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
	return Int16Array.from(samples, (sample) => Math.round((sample / loudest) * PEAK));
}

/** Between 0 and 1, from a seed (a linear congruential generator, modulus 2 to the 32nd). */
function makeRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
