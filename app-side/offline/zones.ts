/**
 * The time of day elsewhere: offsets from UTC and the rules of summer time (IANA's tz database, 2026c). Owns
 * no names. The rules are those of 2026 and after; a country that changes its law is wrong here until the
 * next version.
 */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SUNDAY = 0;
const THURSDAY = 4;
const FRIDAY = 5;

/**
 * The first `weekday` of `month` (from 0) on or after `day`; `last` counts from the end. `hour` is in UTC, in
 * the zone's standard time, or on the wall, which shows summer time at the end.
 */
type Change = {
	month: number;
	weekday: number;
	day: number | "last";
	hour: number;
	clock: "utc" | "standard" | "wall";
};
type Rule = { begin: Change; end: Change };

const change = (
	month: number,
	day: number | "last",
	hour: number,
	clock: Change["clock"],
	weekday = SUNDAY,
): Change => ({ month, weekday, day, hour, clock });

const RULES = {
	europe: { begin: change(2, "last", 1, "utc"), end: change(9, "last", 1, "utc") },
	america: { begin: change(2, 8, 2, "wall"), end: change(10, 1, 2, "wall") },
	cuba: { begin: change(2, 8, 0, "standard"), end: change(10, 1, 0, "standard") },
	australia: { begin: change(9, 1, 2, "standard"), end: change(3, 1, 2, "standard") },
	zealand: { begin: change(8, "last", 2, "standard"), end: change(3, 1, 2, "standard") },
	chile: { begin: change(8, 2, 4, "utc"), end: change(3, 2, 3, "utc") },
	egypt: { begin: change(3, "last", 0, "wall", FRIDAY), end: change(9, "last", 24, "wall", THURSDAY) },
	israel: { begin: change(2, 23, 2, "wall", FRIDAY), end: change(9, "last", 2, "wall") },
	lebanon: { begin: change(2, "last", 0, "wall"), end: change(9, "last", 0, "wall") },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;

/** Minutes ahead of UTC. */
export function offsetAt(standardMinutes: number, ruleName: RuleName | undefined, nowMs: number): number {
	if (ruleName === undefined) return standardMinutes;
	const rule = RULES[ruleName];
	const year = new Date(nowMs + standardMinutes * MINUTE_MS).getUTCFullYear();
	const begin = momentOf(rule.begin, year, standardMinutes, 0);
	const end = momentOf(rule.end, year, standardMinutes, 1);
	const isSummer = begin < end ? nowMs >= begin && nowMs < end : nowMs >= begin || nowMs < end;
	return standardMinutes + (isSummer ? 60 : 0);
}

function momentOf(change: Change, year: number, standardMinutes: number, summerHours: 0 | 1): number {
	const { month, weekday, day, hour, clock } = change;
	const from = day === "last" ? Date.UTC(year, month + 1, 0) : Date.UTC(year, month, day);
	const ahead = weekday - new Date(from).getUTCDay();
	const days = day === "last" ? -((7 - ahead) % 7) : (ahead + 7) % 7;
	const local = from + days * DAY_MS + hour * HOUR_MS;
	if (clock === "utc") return local;
	return local - standardMinutes * MINUTE_MS - (clock === "wall" ? summerHours * HOUR_MS : 0);
}
