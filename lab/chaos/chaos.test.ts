/** That chaos repeats, that the product stands it, and that it would see a product that does not. */
import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { findDevice, GOOD_LINK } from "../../simulator/index.ts";
import { type ChaosOptions, runChaos } from "./chaos.ts";
import { MUTANTS, type Mutant, plant } from "./mutants.ts";

const TIMEOUT_MS = 300_000;

function options(more: Partial<ChaosOptions> = {}): ChaosOptions {
	const device = findDevice("balance2");
	if (device === undefined) throw new Error("there is no balance2");
	const link = { ...GOOD_LINK, loss: 0.1, dup: 0.1, reorder: 0.1, drop: 0.004, seed: 5 };
	return { device, asks: 12, seed: 5, link, kills: 0.3, ...more };
}

/** Each is packed anew, which takes a while: one of a kind here, all of them with `ALL_MUTANTS=1`. */
function planted(): readonly Mutant[] {
	if (process.env.ALL_MUTANTS !== undefined) return MUTANTS;
	return MUTANTS.filter(({ seenBy }, at) => MUTANTS.findIndex((mutant) => mutant.seenBy === seenBy) === at);
}

describe("chaos", () => {
	it("loses nothing of the product, and repeats from its seed", { timeout: TIMEOUT_MS }, async () => {
		const first = await runChaos(options());
		expect(first.complaints).toEqual([]);
		expect(first.result).toMatchObject({ lost: 0, doubled: 0, billedTwice: 0, hung: 0, asks: 12, seed: 5 });
		expect(await runChaos(options())).toEqual(first);
	});

	const roots: string[] = [];
	afterAll(() => {
		for (const root of roots) rmSync(root, { recursive: true, force: true });
	});

	it.each(planted())("sees $name", { timeout: TIMEOUT_MS }, async (mutant) => {
		const root = plant(mutant);
		roots.push(root);
		const { result } = await runChaos(options({ root, asks: 200, kills: 0.6, untilBroken: true }));
		expect(result[mutant.seenBy]).toBeGreaterThan(0);
	});
});
