/**
 * A deed in words: the only ones that say what was done. Owns which facts they name and in what order; the words are the
 * catalogue's. Pure.
 */
import { timeOfDay } from "../text/time-of-day.ts";
import type { WordKey } from "../words/words.ts";
import type { ActionName } from "./action.ts";
import { type Deed, pendingOf } from "./deed.ts";
import { DAY_MS, dayOf, minutesOf, weekdayOf } from "./when.ts";

type Say = (key: WordKey, values?: { readonly [name: string]: string | number }) => string;

/** `twelve`: the person counts hours to twelve. */
export type Telling = { say: Say; twelve: boolean; now: number; offset: number };

/** `isAmber`: it could not be done. */
export type DeedWords = { title: string; line: string; isAmber: boolean };

const SECONDS_A_MINUTE = 60;
const MINUTES_AN_HOUR = 60;
const EVERY_DAY = 127;
const WORKING_DAYS = 31;
const DAYS_A_WEEK = 7;
const DOT = " \u00b7 ";

const TITLES = {
	timer: "ring.timer",
	alarm: "ring.alarm",
	remind: "ring.remind",
	list: "ring.title",
	cancel: "page.cancel",
	open: "ring.open",
	note: "ring.note",
} as const satisfies Record<ActionName, WordKey>;

const APPS = {
	timer: "ring.timer",
	alarm: "ring.alarm",
	calendar: "ring.calendar",
	weather: "ring.weather",
	"find-phone": "ring.find-phone",
	sport: "ring.sport",
} as const satisfies Record<NonNullable<Deed["app"]>, WordKey>;

const REASONS = {
	full: "ring.full",
	past: "ring.past",
	unset: "ring.unset",
	none: "ring.none",
	several: "ring.several",
	absent: "ring.absent",
} as const satisfies Record<NonNullable<Deed["why"]>, WordKey>;

/** `deeds`: all there are. */
export function wordsOf(deed: Deed, deeds: readonly Deed[], telling: Telling): DeedWords {
	const { say } = telling;
	const title = nameOf(deed, telling);
	if (deed.why !== undefined) {
		const names = (deed.names ?? []).join(", ");
		return { title, line: [say(REASONS[deed.why]), names].filter((part) => part !== "").join(" "), isAmber: true };
	}
	return { title, line: lineOf(deed, deeds, telling), isAmber: false };
}

/** Of one that nothing is known of: the disk had no room for it. */
export function unstoredWords(what: ActionName, { say }: Telling): DeedWords {
	return { title: say(TITLES[what]), line: say("ring.unstored"), isAmber: true };
}

/** By its label, or else by its kind. */
export function nameOf({ label, do: what, app, state }: Deed, { say }: Telling): string {
	if (app !== undefined) return say(APPS[app]);
	if (what === "cancel" && state === "done") return say("ring.undone");
	return what !== "cancel" && label !== "" ? label : say(TITLES[what]);
}

function lineOf(deed: Deed, deeds: readonly Deed[], telling: Telling): string {
	const { say } = telling;
	switch (deed.do) {
		case "list":
			return listOf(deeds, telling);
		case "cancel":
			return (deed.names ?? []).join(", ");
		case "open":
		case "note":
			return "";
		default:
	}
	const time = timeIn(deed.due ?? deed.at ?? 0, telling);
	switch (deed.state) {
		case "undone":
			return say("ring.undone");
		case "over":
			return say("ring.rang", { time });
		case "missed":
			return say("ring.missed", { time });
		default:
			return whenOf(deed, telling);
	}
}

/** When it rings, and for how long a timer is set. */
export function whenOf(deed: Deed, telling: Telling): string {
	const { at = 0, days, seconds, minutes = 0 } = deed;
	if (days !== undefined) return `${daysIn(days, telling)} ${clockTime(minutes, telling)}`;
	const rings = telling.say("ring.at", { time: timeIn(at, telling) });
	return seconds === undefined ? rings : `${lengthOf(seconds, telling)}${DOT}${rings}`;
}

/** All that is set, the next first. */
function listOf(deeds: readonly Deed[], telling: Telling): string {
	const all = pendingOf(deeds).map((deed) => `${nameOf(deed, telling)} ${timeIn(deed.at ?? 0, telling)}`);
	return all.length === 0 ? telling.say("ring.nothing") : all.join(DOT);
}

/** `10:19`, with its day where that is another. */
export function timeIn(at: number, telling: Telling): string {
	const { say, now, offset } = telling;
	const time = clockTime(minutesOf(at, offset), telling);
	const days = dayOf(at, offset) - dayOf(now, offset);
	if (days === 0) return time;
	const day = dayWord(weekdayOf(at, offset), say);
	if (days > 0 && days < DAYS_A_WEEK) return `${day} ${time}`;
	return `${say("day.date", { day, date: dateOf(at, offset) })} ${time}`;
}

function clockTime(minutes: number, { say, twelve }: Telling): string {
	return timeOfDay(minutes, twelve ? { am: say("clock.am"), pm: say("clock.pm") } : null);
}

/** The day of the month. */
function dateOf(at: number, offset: number): number {
	return new Date(dayOf(at, offset) * DAY_MS).getUTCDate();
}

function daysIn(days: number, { say }: Telling): string {
	if (days === EVERY_DAY) return say("ring.daily");
	if (days === WORKING_DAYS) return `${dayWord(0, say)}\u2013${dayWord(4, say)}`;
	return [0, 1, 2, 3, 4, 5, 6]
		.filter((day) => ((days >> day) & 1) === 1)
		.map((day) => dayWord(day, say))
		.join(" ");
}

const DAY_WORDS = ["day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7"] as const;

function dayWord(day: number, say: Say): string {
	return say(DAY_WORDS[day] ?? "day.1");
}

/** `1 h 30 min`, `90 s`. */
function lengthOf(seconds: number, { say }: Telling): string {
	const minutes = Math.floor(seconds / SECONDS_A_MINUTE);
	const parts: string[] = [];
	const hours = Math.floor(minutes / MINUTES_AN_HOUR);
	if (hours > 0) parts.push(say("span.hours", { n: hours }));
	if (minutes % MINUTES_AN_HOUR > 0) parts.push(say("span.minutes", { n: minutes % MINUTES_AN_HOUR }));
	if (seconds % SECONDS_A_MINUTE > 0) parts.push(say("span.seconds", { n: seconds % SECONDS_A_MINUTE }));
	return parts.join(" ");
}

/** What the face says of an answer's deeds, on one line. */
export function lineForFace(all: readonly DeedWords[]): string {
	return all.map(({ title, line }) => [title, line].filter((part) => part !== "").join(DOT)).join("; ");
}
