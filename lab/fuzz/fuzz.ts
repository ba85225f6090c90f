/**
 * Broken input for every decoder. Owns the run and what it found. Rule: a run repeats from its seed, and what it finds is
 * made as small as fast-check can.
 */
import fc from "fast-check";
import { bytes, texts, values } from "./cases.ts";
import type { Target } from "./target.ts";

export type Finding = { name: string; cases: number; ms: number; why: string | null };

/** Stops at the first case that a decoder fails; `why` has it. */
export function fuzzOne(cases: number, seed: number, target: Target): Finding {
	const began = performance.now();
	const found = fc.check(propertyOf(target), { numRuns: cases, seed });
	const why = found.failed ? describe(found) : null;
	return { name: target.name, cases: found.numRuns, ms: performance.now() - began, why };
}

/** `before`: called before each case. */
export function propertyOf(target: Target, before: () => void = () => undefined): fc.IProperty<unknown> {
	const holds = (why: string | null) => {
		if (why !== null) throw new Error(why);
	};
	const property = propertyFor(target, holds);
	return property.beforeEach(before);
}

function propertyFor(target: Target, holds: (why: string | null) => void) {
	switch (target.takes) {
		case "value":
			return fc.property(values(target.samples ?? []), (one) => holds(target.check(one)));
		case "text":
			return fc.property(texts(target.samples ?? []), (one) => holds(target.check(one)));
		case "bytes":
			return fc.property(bytes(target.samples ?? []), (one) => holds(target.check(one)));
	}
}

function describe({ counterexample, errorInstance }: fc.RunDetails<unknown>): string {
	const why = errorInstance instanceof Error ? errorInstance.message : "failed";
	return `${why}: ${fc.stringify(counterexample)}`;
}
