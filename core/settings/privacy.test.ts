import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesFor } from "../ask/instructions.ts";
import { FIELDS, type Field, factsFor, isField, type Known, linesOf, tellCoarsely } from "./privacy.ts";

const KNOWN: Known = {
	lang: "de-DE",
	nowMs: new Date(2026, 10, 22, 10, 9).getTime(),
	place: "Ulm",
	facts: {
		now: 609,
		date: "2026-11-22",
		battery: 81,
		steps: 6789,
		heart: 67,
		sleep: 437,
		workout: 43,
		resting: 57,
		load: 131,
		recovery: 17,
		vo2max: 43,
		zones: "90 108 126 144 162 181",
	},
	forecast: { unit: "C", today: { sky: "light rain", low: 8.4, high: 12.6 } },
};

describe("what of the person is told", () => {
	it("is nothing with every switch off", () => {
		expect(linesOf([], tellCoarsely(KNOWN))).toEqual([]);
	});

	it("is coarse, a line each", () => {
		expect(linesOf(FIELDS, tellCoarsely(KNOWN))).toEqual([
			"Language where the question leaves it open, and units: de-DE, metric.",
			"Local time: Sunday 2026-11-22, after 10:00.",
			"Place: Ulm.",
			"Weather where the user is: light rain, 8 to 13 °C today.",
			"Steps today: about 7000.",
			"Heart rate: about 70 beats a minute.",
			"Sleep last night: about 7.5 h.",
			"Last workout: about 45 min.",
			"Resting heart rate: about 55 beats a minute.",
			"Training load, as an Amazfit watch counts it: about 140.",
			"Until fully recovered from training: about 18 h.",
			"VO2 max: about 44 ml/kg/min.",
			"Heart rate zones: from about 90, 110, 125, 145, 160 beats a minute, at most 180.",
		]);
		expect(tellCoarsely({ ...KNOWN, lang: "en-US" }).language).toBe("en-US, US customary");
	});

	it("is only what is switched on", () => {
		fc.assert(
			fc.property(fc.subarray([...FIELDS]), (share) => {
				const told = tellCoarsely(KNOWN);
				const lines = linesOf(share, told).join("\n");
				for (const field of FIELDS) expect(lines.includes(`${told[field]}.`)).toBe(share.includes(field));
			}),
		);
	});

	it("is nothing of a runner that is outside what the documents say, or no zones", () => {
		const facts = { now: 609, date: "2026-11-22", load: 1000, recovery: 1020, vo2max: 14, zones: "" };
		for (const zones of [
			"",
			"0 0 0 0 0 0",
			"90 108",
			"90 108 126 144 162 1x",
			"181 162 144 126 108 90",
			"90 108 126 144 162 181 190",
		]) {
			const { time, ...told } = tellCoarsely({
				...KNOWN,
				lang: "",
				place: "",
				forecast: undefined,
				facts: { ...facts, zones },
			});
			expect(told, zones).toEqual({});
			expect(time).toBeDefined();
		}
		const { zones } = tellCoarsely({ ...KNOWN, facts: { ...facts, zones: "129 138 147 157 166 175" } });
		expect(zones).toBe("from about 130, 140, 145, 155, 165 beats a minute, at most 175");
	});

	it("is left out where it is not known", () => {
		const told = tellCoarsely({ lang: "", nowMs: KNOWN.nowMs, place: "", facts: undefined });
		expect(linesOf(FIELDS, told)).toHaveLength(1);
	});

	it("cannot be told from a neighbour's within the same step", () => {
		const near = { ...KNOWN, nowMs: KNOWN.nowMs + 40 * 60_000, facts: { now: 1, date: "2026-11-22", steps: 7100 } };
		expect(tellCoarsely(near)).toMatchObject({ time: tellCoarsely(KNOWN).time, steps: tellCoarsely(KNOWN).steps });
	});
});

describe("what the watch sends along", () => {
	it("is a reading only where its switch is on, and never the battery to a provider", () => {
		expect(factsFor([])).toEqual([]);
		expect(factsFor(FIELDS)).toEqual([
			"steps",
			"heart",
			"sleep",
			"workout",
			"weather",
			"resting",
			"load",
			"recovery",
			"vo2max",
			"zones",
		]);
		expect(factsFor(["language", "heart"])).toEqual(["heart"]);
	});

	it("is for the built-in assistant what that reads", () => {
		expect(factsFor("on-phone")).toEqual(["battery", "steps", "heart", "clock", "weather"]);
	});

	it("knows a field from anything else", () => {
		const known: Field = "time";
		expect([known, "Time", "", 5, null].map(isField)).toEqual([true, false, false, false, false]);
	});
});

describe("the rules for a model", () => {
	it("have the lines of the person between them, and are the same for everybody without any", () => {
		expect(rulesFor("short", [])).not.toMatch(/\n\n|undefined/);
		expect(rulesFor("short", ["Place: Ulm."])).toContain("\nPlace: Ulm.\n");
		expect(rulesFor("short", ["Place: Ulm."]).replace("Place: Ulm.\n", "")).toBe(rulesFor("short", []));
	});
});
