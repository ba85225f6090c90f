import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUE_LIMIT, CUES_MAX, type CueState, decodePlan, dueCue, isOver, type Plan } from "./cues.ts";

const plan: Plan = {
	goal: { meters: 5000, seconds: 1680 },
	cues: [
		{ at: { meters: 1000 }, text: "Settle in" },
		{ at: { seconds: 600 }, text: "Drink" },
		{ at: { paceSlower: 360 }, text: "Pick it up" },
		{ at: { meters: 4800 }, text: "Sprint" },
	],
};

/** Runs at the pace that `paceAt` gives for a second; every cue with where it was said. */
function run(paceAt: (seconds: number) => number, every: number, from = 0) {
	const said: { text: string; meters: number; seconds: number }[] = [];
	let state: CueState = null;
	let meters = 0;
	for (let seconds = 0; meters < 5000; seconds += 1) {
		const pace = paceAt(seconds);
		meters += 1000 / pace;
		if (seconds < from || seconds % every !== 0) continue;
		const look = dueCue(plan, state, { meters, seconds, pace });
		state = look.state;
		if (look.cue !== null) said.push({ text: look.cue.text, meters: Math.round(meters), seconds });
	}
	return { said, state };
}

describe("the cues of a run", () => {
	it("come each once, at their place", () => {
		const { said, state } = run((seconds) => (seconds > 900 && seconds < 1000 ? 380 : 330), 3);
		expect(said.map(({ text }) => text)).toEqual(["Settle in", "Drink", "Pick it up", "Sprint"]);
		expect(said[0]?.meters).toBeGreaterThanOrEqual(1000);
		expect(said[0]?.meters).toBeLessThan(1010);
		expect(said[1]?.seconds).toBe(600);
		expect(said[3]?.meters).toBeGreaterThanOrEqual(4800);
		expect(isOver(state)).toBe(true);
	});

	it("say nothing of a pace while the run starts, and nothing twice however the pace changes", () => {
		const { said } = run((seconds) => (Math.floor(seconds / 30) % 2 === 0 ? 400 : 300), 1);
		expect(said.filter(({ text }) => text === "Pick it up")).toHaveLength(1);
		expect(said.find(({ text }) => text === "Pick it up")?.meters).toBeGreaterThanOrEqual(200);
	});

	it("leave unsaid what was passed long ago", () => {
		const { said, state } = run(() => 330, 3, 800);
		expect(said.map(({ text }) => text)).toEqual(["Sprint"]);
		expect(isOver(state)).toBe(false);
	});

	it("are said at most once each, whatever the watch reports", () => {
		const look = fc.record({ meters: fc.nat(6000), seconds: fc.nat(2000), pace: fc.nat(900) });
		fc.assert(
			fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
				let state: CueState = null;
				const said: string[] = [];
				for (const one of looks) {
					const { cue, state: next } = dueCue(plan, state, one);
					state = next;
					if (cue !== null) said.push(cue.text);
				}
				expect(new Set(said).size).toBe(said.length);
			}),
		);
	});
});

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
