/** Chance that repeats: the only source of randomness in the simulator. Rule: one generator a purpose, each from a seed. */
export interface Random {
	/** From 0 up to, never reaching, 1. */
	next(): number;
}

/** The mulberry32 generator: 32 bits of state, which is plenty to choose which frames get lost. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	return {
		next() {
			state = (state + 0x6d2b79f5) >>> 0;
			let mixed = Math.imul(state ^ (state >>> 15), state | 1);
			mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
			return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
		},
	};
}
