import { describe, expect, it } from "vitest";
import { TARGETS } from "./catalogue.ts";
import { fuzzOne } from "./fuzz.ts";
import { loadMutant, MUTANTS } from "./mutants.ts";

const CASES = 1_000;
/** A check that keeps rare input out is missed only by rare cases. */
const MUTANT_CASES = 10_000;

describe("broken input", () => {
	it.each(TARGETS.map((target) => [target.name, target] as const))("finds nothing in %s", (_, target) => {
		expect(fuzzOne(CASES, 1, target).why).toBeNull();
	});

	it.each(MUTANTS.map((mutant) => [mutant.target, mutant] as const))(
		"finds a check that is missing in %s",
		async (_, mutant) => {
			expect(fuzzOne(MUTANT_CASES, 1, await loadMutant(mutant)).why).not.toBeNull();
		},
	);

	it("has a missing check for each decoder", () => {
		const checked = new Set(MUTANTS.map(({ target }) => target));
		expect(TARGETS.map(({ name }) => name).filter((name) => !checked.has(name))).toEqual([]);
	});
});
