/**
 * The entropy decoder of Opus (RFC 6716 section 4.1). Owns the arithmetic; never what a symbol means. Rule:
 * beyond the frame's end it reads zeros, as the RFC wants, so that no frame makes it throw.
 */

type RangeDecoder = {
	/** True with a probability of one in two to the power of `logp` (section 4.1.3.2). */
	bit(logp: number): boolean;
	/**
	 * Reads a symbol and gives its number. `inverse` says what is left of 256 after each symbol, and so ends
	 * with 0 (section 4.1.3.3).
	 */
	symbol(inverse: readonly number[]): number;
};

const LEAST_RANGE = 2 ** 23;
const VALUES = 2 ** 31;
const WHOLE = 256;

export function createRangeDecoder(frame: Uint8Array): RangeDecoder {
	let at = 0;
	const nextByte = () => frame[at++] ?? 0;
	let carried = nextByte();
	let range = 128;
	let value = range - 1 - (carried >> 1);

	/** Takes bytes in until the range is wide again; a byte lies across two, one bit late. */
	function widen(): void {
		while (range <= LEAST_RANGE) {
			const byte = nextByte();
			const bits = ((carried << 8) | byte) >> 1;
			carried = byte;
			range *= 256;
			value = (value * 256 + (255 & ~bits)) % VALUES;
		}
	}
	widen();

	function take(low: number, high: number): void {
		value -= low;
		range = high - low;
		widen();
	}

	return {
		bit(logp) {
			const split = Math.floor(range / 2 ** logp);
			const isSet = value < split;
			if (isSet) take(0, split);
			else take(split, range);
			return isSet;
		},
		symbol(inverse) {
			const unit = Math.floor(range / WHOLE);
			let high = range;
			for (let index = 0; ; index++) {
				const low = unit * (inverse[index] ?? 0);
				if (value >= low) {
					take(low, high);
					return index;
				}
				high = low;
			}
		},
	};
}
