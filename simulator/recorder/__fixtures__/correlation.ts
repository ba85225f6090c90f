/** How alike two sounds are, whatever their loudness and within a small shift. */

/** The greatest normalised correlation, and the shift of `heard` against `said` in samples at which it is reached. */
export function peakCorrelation(
	said: Int16Array,
	heard: Int16Array,
	maxShift: number,
): { peak: number; shift: number } {
	let best = { peak: -1, shift: 0 };
	for (let shift = -maxShift; shift <= maxShift; shift++) {
		const peak = correlation(said, heard, shift);
		if (peak > best.peak) best = { peak, shift };
	}
	return best;
}

function correlation(said: Int16Array, heard: Int16Array, shift: number): number {
	let product = 0;
	let saidEnergy = 0;
	let heardEnergy = 0;
	const end = Math.min(said.length, heard.length - shift);
	for (let at = Math.max(0, -shift); at < end; at++) {
		const a = said[at] ?? 0;
		const b = heard[at + shift] ?? 0;
		product += a * b;
		saidEnergy += a * a;
		heardEnergy += b * b;
	}
	return saidEnergy === 0 || heardEnergy === 0 ? 0 : product / Math.sqrt(saidEnergy * heardEnergy);
}
