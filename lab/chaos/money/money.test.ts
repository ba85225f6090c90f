/** That limits hold as the providers count, that a run repeats, and that it would see a product whose limits do not hold. */
import { expect, it } from "vitest";
import { type MoneyResult, moneyCountsAgainst, runMoney } from "./money.ts";

const SEEDS = Array.from({ length: 40 }, (_, at) => at + 1);

async function runAll(isLeaky = false): Promise<MoneyResult[]> {
	const results: MoneyResult[] = [];
	for (const seed of SEEDS) results.push(await runMoney({ seed, asks: 12, isLeaky }));
	return results;
}

it("Nothing is charged beyond a limit, though limits are nearly used up and questions held back", async () => {
	const results = await runAll();
	expect(results.filter((result) => moneyCountsAgainst(result) > 0)).toEqual([]);
	expect(results.filter(({ held, charged }) => held > 0 && charged > 0).length).toBeGreaterThan(10);
	expect(Math.max(...results.map(({ mostPercent }) => mostPercent))).toBeGreaterThan(90);
	expect(await runMoney({ seed: 1, asks: 12 })).toEqual(results[0]);
});

it("A product that forgets what was spent is seen", async () => {
	const results = await runAll(true);
	expect(results.filter(({ over }) => over > 0).length).toBeGreaterThan(5);
});
