import { expect, it } from "vitest";
import { countOn } from "./elapsed.ts";

const YEARS_MS = 5 * 365 * 24 * 3_600_000;

it("counts by the clock, also over a pause in which the screen was off", () => {
	const view = { since: 1_000, seconds: 3 };
	expect(countOn(view, 5_999)).toEqual({ since: 1_000, seconds: 4 });
	expect(countOn(view, 71_000)).toEqual({ since: 1_000, seconds: 70 });
});

it.each([-YEARS_MS, -5_000, 3_600_000, YEARS_MS])("goes on from where it was when the clock jumps by %i ms", (jump) => {
	let view = { since: 10 * YEARS_MS, seconds: 0 };
	for (let second = 1; second <= 20; second++) {
		view = countOn(view, 10 * YEARS_MS + 1_000 * second + (second > 10 ? jump : 0));
		expect(view.seconds).toBe(second);
	}
});
