import { describe, expect, it } from "vitest";
import { age } from "./age.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const said = (ms: number) => age(ms, (key, values) => `${key.replace("glance.", "")} ${values?.n ?? ""}`.trim());

describe("an age", () => {
	it.each([
		[0, "now"],
		[59_999, "now"],
		[MINUTE_MS, "minutes 1"],
		[59 * MINUTE_MS, "minutes 59"],
		[60 * MINUTE_MS, "hours 1"],
		[DAY_MS, "days 1"],
		[999 * DAY_MS, "days 999"],
	])("of %i ms is %s", (ms, words) => {
		expect(said(ms)).toBe(words);
	});

	it("of a moment that a watch is behind is now; of one that the clock cannot know there is none", () => {
		expect(said(-MINUTE_MS)).toBe("now");
		for (const ms of [-61_000, -5 * 365 * DAY_MS, 1_000 * DAY_MS, 56 * 365 * DAY_MS])
			expect(said(ms), `${ms}`).toBe("");
	});
});
