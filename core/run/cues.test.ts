import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUE_LIMIT, CUES_MAX, decodePlan, type Plan } from "./cues.ts";

const plan: Plan = {
	goal: { meters: 5000, seconds: 1680 },
	cues: [
		{ at: { meters: 1000 }, text: "Settle in" },
		{ at: { seconds: 600 }, text: "Drink" },
		{ at: { paceSlower: 360 }, text: "Pick it up" },
		{ at: { meters: 4800 }, text: "Sprint" },
	],
};

describe("the decoder of a plan", () => {
	it("gives back what was a plan", () => {
		expect(decodePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
	});

	it("is total and bounded", () => {
		const at = fc.oneof(
			fc.record({ meters: fc.anything() }),
			fc.record({ seconds: fc.integer() }),
			fc.record({ paceSlower: fc.double() }),
			fc.anything(),
		);
		const cue = fc.oneof(
			fc.anything(),
			fc.record({ at, text: fc.oneof(fc.string({ maxLength: 200 }), fc.anything()) }),
		);
		const wild = fc.oneof(
			fc.anything(),
			fc.record({ goal: fc.anything(), cues: fc.oneof(fc.anything(), fc.array(cue, { maxLength: 40 })) }),
		);
		fc.assert(
			fc.property(wild, (value) => {
				const decoded = decodePlan(value);
				expect(decoded?.cues.length ?? 0).toBeLessThanOrEqual(CUES_MAX);
				for (const { text } of decoded?.cues ?? []) expect(text.length).toBeLessThanOrEqual(CUE_LIMIT);
				if (decoded !== null) expect(decodePlan(decoded)).toEqual(decoded);
			}),
		);
	});

	it("keeps the first twelve cues and drops the broken ones", () => {
		const cues = [
			{ at: {}, text: "no place" },
			{ at: { meters: -1 }, text: "x" },
		];
		const many = Array.from({ length: 20 }, (_, n) => ({ at: { meters: n }, text: `${n}` }));
		expect(decodePlan({ cues: [...cues, ...many] })?.cues.map(({ text }) => text)).toEqual(
			many.slice(0, CUES_MAX).map(({ text }) => text),
		);
		expect(decodePlan({ cues: [] })).toBeNull();
	});
});
