import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countUse, decodeUses, PARTS, partOf, rank, type Uses } from "./ranking.ts";

const chips = ["snack", "stretch", "joke", "pace"].map((text) => ({ label: text, text }));
const order = (uses: Uses, part: number) => rank(chips, uses, part).map(({ text }) => text);
const MORNING = partOf(8 * 60, false);
const EVENING = partOf(20 * 60, false);
const WORKOUT = partOf(8 * 60, true);
const usedAll = (uses: readonly (readonly [string, number])[]) =>
	uses.reduce((all: Uses, [text, part]) => countUse(all, text, part), []);

describe("quick replies", () => {
	it("keep their own order until one is used", () => {
		expect(order([], MORNING)).toEqual(["snack", "stretch", "joke", "pace"]);
	});

	it("come first at the time of day at which they are asked", () => {
		const uses = usedAll([
			["stretch", MORNING],
			["stretch", MORNING],
			["joke", EVENING],
			["joke", EVENING],
		]);
		expect(order(uses, MORNING)).toEqual(["stretch", "joke", "snack", "pace"]);
		expect(order(uses, EVENING)).toEqual(["joke", "stretch", "snack", "pace"]);
	});

	it("come first about a workout if they are asked about workouts, whatever the hour", () => {
		const uses = usedAll([
			["joke", MORNING],
			["joke", MORNING],
			["pace", WORKOUT],
		]);
		expect(order(uses, WORKOUT)[0]).toBe("pace");
		expect(order(uses, MORNING)[0]).toBe("joke");
	});

	it("follow a new habit within days", () => {
		const old = usedAll(Array.from({ length: 40 }, () => ["snack", MORNING] as const));
		let uses = old;
		let days = 0;
		while (order(uses, MORNING)[0] !== "pace" && days < 40) {
			uses = countUse(uses, "pace", MORNING);
			days++;
		}
		expect(days).toBeLessThanOrEqual(8);
	});
});

it("the four parts of a day are six hours each, and a workout is one of its own", () => {
	expect([0, 359, 360, 719, 720, 1079, 1080, 1439].map((minutes) => partOf(minutes, false))).toEqual([
		0, 0, 1, 1, 2, 2, 3, 3,
	]);
	expect(WORKOUT).toBe(4);
});

it("what is kept stays small and is read back, whatever was asked and however often", () => {
	const asked = fc.array(fc.tuple(fc.string({ maxLength: 100 }), fc.nat({ max: PARTS - 1 })), { maxLength: 200 });
	fc.assert(
		fc.property(asked, (all) => {
			const uses = usedAll(all);
			expect(uses.length).toBeLessThanOrEqual(18);
			expect(decodeUses(JSON.stringify(uses))).toEqual(uses);
			const last = all[all.length - 1];
			if (last !== undefined) expect(uses[0]?.text).toBe(last[0]);
		}),
		{ numRuns: 50 },
	);
});

it("every chip is there once after ranking, and rubbish on the disk is no habit", () => {
	fc.assert(
		fc.property(fc.oneof(fc.json(), fc.string()), fc.nat({ max: PARTS - 1 }), (text, part) => {
			expect(order(decodeUses(text), part).sort()).toEqual(chips.map((chip) => chip.text).sort());
		}),
	);
});
