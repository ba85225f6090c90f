import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TARGETS } from "./catalogue.ts";
import { fuzzOne } from "./fuzz.ts";
import { loadMutants, type Mutant, SHARES } from "./mutants.ts";

const CASES = 1_000;
/** Of each module, unless `ALL_MUTANTS` is set. */
const SAMPLE = 3;
/** Of the sample of all modules together: half are seen. */
const SHARE = 0.4;

const isWhole = process.env.ALL_MUTANTS !== undefined;
const MUTANT_CASES = isWhole ? 300 : 100;
const { mutants, targets, reaching, sees } = await loadMutants(Object.keys(SHARES), MUTANT_CASES);

/** In an order that repeats. */
function shuffled(all: readonly Mutant[]): readonly Mutant[] {
	const whole = { minLength: all.length, maxLength: all.length };
	return fc.sample(fc.shuffledSubarray([...all], whole), { numRuns: 1, seed: 1 })[0] ?? [];
}

const isSeen = (mutant: Mutant) => reaching(mutant).some((target) => sees(target, mutant, MUTANT_CASES));

describe("broken input", () => {
	it.each(TARGETS.map((target) => [target.name, target] as const))("finds nothing in %s", (_, target) => {
		expect(fuzzOne(CASES, 1, target).why).toBeNull();
	});
});

describe("a defect", () => {
	let tried = 0;
	let seen = 0;

	it.each(Object.entries(SHARES))("is seen in %s", (file, share) => {
		const order = shuffled(mutants.filter((mutant) => mutant.file === file));
		const chosen = isWhole ? order : order.slice(0, SAMPLE);
		const found = chosen.filter(isSeen).length;
		tried += chosen.length;
		seen += found;
		if (isWhole) expect(found / chosen.length).toBeGreaterThanOrEqual(share);
		else expect(found > 0 || order.slice(SAMPLE).some(isSeen)).toBe(true);
	});

	it("is seen as often as ever, of all modules", () => {
		expect(tried).toBeGreaterThanOrEqual(Object.keys(SHARES).length * SAMPLE);
		expect(seen / tried).toBeGreaterThanOrEqual(SHARE);
	});

	it.each(targets.map((target) => [target.name, target] as const))("is seen in the decoder of %s", (_, target) => {
		const own = shuffled(mutants).filter((mutant) => reaching(mutant).includes(target));
		expect(own.some((mutant) => sees(target, mutant, MUTANT_CASES))).toBe(true);
	});
});
