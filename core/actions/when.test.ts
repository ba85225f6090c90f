/** Right values are the calendar's: 28 February 2026 is a Saturday, 29 February 2028 a Tuesday, 1 January 2027 a Friday. */
import { describe, expect, it } from "vitest";
import { MINUTE_MS, minutesOf, nextAt, onDay, weekdayOf } from "./when.ts";

const [MONDAY, WORKDAYS, SUNDAY] = [1, 31, 64];

function local(text: string, offset: number): number {
	return Date.parse(`${text}Z`) - offset * MINUTE_MS;
}

describe("the next time", () => {
	it.each([
		["later today", "2026-11-23T06:59", 420, undefined, 0, "2026-11-23T07:00"],
		["tomorrow where it is that time now", "2026-11-23T07:00", 420, undefined, 0, "2026-11-24T07:00"],
		["over a year's end", "2026-12-31T23:30", 10, undefined, 60, "2027-01-01T00:10"],
		["on a leap day", "2028-02-28T12:00", 480, undefined, -300, "2028-02-29T08:00"],
		["on Monday from a Friday evening", "2026-11-27T20:00", 420, WORKDAYS, 330, "2026-11-30T07:00"],
		["in a week where today's is past", "2026-11-23T08:00", 420, MONDAY, 720, "2026-11-30T07:00"],
		["on a Sunday of the local calendar, Saturday in UTC", "2026-11-28T23:00", 60, SUNDAY, 840, "2026-11-29T01:00"],
	])("is %s", (_, from, minutes, days, offset, at) => {
		expect(nextAt(minutes, days, local(from, offset), offset)).toBe(local(at, offset));
	});

	it("is so many days from the local day", () => {
		expect(onDay(540, 2, local("2026-02-27T23:59", -480), -480)).toBe(local("2026-03-01T09:00", -480));
	});
});

it.each([
	["2026-02-28T00:00", 5],
	["2028-02-29T23:59", 1],
	["2027-01-01T12:00", 4],
])("%s is day %i of the week, wherever one is", (text, day) => {
	for (const offset of [-720, 0, 345, 840]) {
		expect(weekdayOf(local(text, offset), offset)).toBe(day);
		expect(minutesOf(local(text, offset), offset)).toBe(Number(text.slice(11, 13)) * 60 + Number(text.slice(14)));
	}
});
