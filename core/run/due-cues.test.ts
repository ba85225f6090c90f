import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cue } from "./cues.ts";
import { cueLine, dueCue } from "./due-cues.ts";

const CUES: Cue[] = [
	{ at: { meters: 1000 }, text: "Settle in" },
	{ at: { seconds: 600 }, text: "Drink" },
	{ at: { paceSlower: 360 }, text: "Pick it up" },
	{ at: { meters: 4800 }, text: "Sprint" },
];
const LINES = CUES.map(cueLine);

/** Runs at the pace that `paceAt` gives for a second; every cue with where it was said. */
function run(paceAt: (seconds: number) => number, every: number, from = 0) {
	const said: { text: string; meters: number; seconds: number }[] = [];
	let lines: readonly string[] = LINES;
	let meters = 0;
	for (let seconds = 0; meters < 5000; seconds += 1) {
		const pace = paceAt(seconds);
		meters += 1000 / pace;
		if (seconds < from || seconds % every !== 0) continue;
		const { say, left } = dueCue(lines, { meters, seconds, pace });
		lines = left;
		if (say !== "") said.push({ text: say, meters: Math.round(meters), seconds });
	}
	return { said, left: lines };
}

describe("the cues of a run", () => {
	it("come each once, at their place", () => {
		const { said, left } = run((seconds) => (seconds > 900 && seconds < 1000 ? 380 : 330), 3);
		expect(said.map(({ text }) => text)).toEqual(["Settle in", "Drink", "Pick it up", "Sprint"]);
		expect(said[0]?.meters).toBeGreaterThanOrEqual(1000);
		expect(said[0]?.meters).toBeLessThan(1010);
		expect(said[1]?.seconds).toBe(600);
		expect(said[3]?.meters).toBeGreaterThanOrEqual(4800);
		expect(left).toEqual([]);
	});

	it("say nothing of a pace while the run starts, and nothing twice however the pace changes", () => {
		const { said } = run((seconds) => (Math.floor(seconds / 30) % 2 === 0 ? 400 : 300), 1);
		expect(said.filter(({ text }) => text === "Pick it up")).toHaveLength(1);
		expect(said.find(({ text }) => text === "Pick it up")?.meters).toBeGreaterThanOrEqual(200);
	});

	it("leave unsaid what was passed long ago", () => {
		const { said, left } = run(() => 330, 3, 800);
		expect(said.map(({ text }) => text)).toEqual(["Sprint"]);
		expect(left).toEqual(["p360 Pick it up"]);
	});

	it("are said at most once each, whatever the watch reports", () => {
		const look = fc.record({ meters: fc.nat(6000), seconds: fc.nat(2000), pace: fc.nat(900) });
		fc.assert(
			fc.property(fc.array(look, { maxLength: 60 }), (looks) => {
				let lines: readonly string[] = LINES;
				const said: string[] = [];
				for (const one of looks) {
					const { say, left } = dueCue(lines, one);
					lines = left;
					if (say !== "") said.push(say);
				}
				expect(new Set(said).size).toBe(said.length);
			}),
		);
	});
});

it("a cue is one line, whatever is in its text", () => {
	expect(LINES).toEqual(["m1000 Settle in", "s600 Drink", "p360 Pick it up", "m4800 Sprint"]);
	expect(cueLine({ at: { meters: 5 }, text: "Now\ngo  2 it" })).toBe("m5 Now go 2 it");
	expect(dueCue(["m5 Now go 2 it"], { meters: 5, seconds: 2 })).toEqual({ say: "Now go 2 it", left: [] });
});

it("a line that is none says nothing and is no trouble", () => {
	fc.assert(
		fc.property(fc.array(fc.string()), fc.nat(), (lines, meters) => {
			expect(dueCue(lines, { meters, seconds: 0 }).left.length).toBeLessThanOrEqual(lines.length);
		}),
	);
});
