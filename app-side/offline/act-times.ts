/**
 * The lengths, the times of day and the days in what a person says: `an hour and a half`, `half past seven`, `halb acht`,
 * `下午三点`, `on weekdays`. Owns how words become times, in every language by the same rules; the words are acts.data.ts's. Rule: of
 * several readings of a word the one that its neighbours ask for counts.
 */
import type { Token, Told, WordKind } from "./act-tokens.ts";

const HOUR = 3600;
const NOON = 720;
const DAY_MINUTES = 1440;

/** Where in the list of tokens something stands. */
type Span = { from: number; end: number };
export type Length = Span & { seconds: number };
/** `isSure`: whether it is morning or evening was said. */
export type Clock = Span & { at: number; isSure: boolean };

/** `days` is of the week, each week; `weekday` one that comes once; `day` counts from today. */
export type Days = { spans: Span[]; days: number; weekday: number; day?: number; part?: number };

export function valueAs(token: Token | undefined, kind: WordKind): number | undefined {
	return token?.told.find((one: Told) => one.kind === kind)?.value;
}

export function is(token: Token | undefined, ...kinds: WordKind[]): boolean {
	return token?.told.some(({ kind }) => kinds.includes(kind)) ?? false;
}

/** A number of one or more words: `25`, `twenty five`, `vingt et un`, `خمس وعشرين`. */
function numberAt(tokens: readonly Token[], at: number): { value: number; end: number } | null {
	const first = valueAs(tokens[at], "number");
	if (first === undefined) return null;
	const isTens = tokens[at]?.isWritten === true && first >= 20 && first % 10 === 0 && first < 100;
	const next = isTens && is(tokens[at + 1], "and") ? at + 2 : at + 1;
	const second = valueAs(tokens[next], "number");
	const isSum =
		isTens && tokens[next]?.isWritten === true && second !== undefined && second < 10 && Number.isInteger(second);
	return isSum ? { value: first + second, end: next + 1 } : { value: first, end: at + 1 };
}

/** Null where no length begins at the token. */
export function lengthAt(tokens: readonly Token[], at: number): Length | null {
	let seconds = 0;
	let least = Number.POSITIVE_INFINITY;
	let end = at;
	for (;;) {
		const start = end > at && is(tokens[end], "and") ? end + 1 : end;
		const part = partAt(tokens, start, least);
		if (part === null) break;
		seconds += part.seconds;
		({ end, least } = part);
	}
	return end === at ? null : { from: at, end, seconds: Math.round(seconds) };
}

type Part = { seconds: number; least: number; end: number };

/** One number with its unit, and a half or a quarter of it; each part is of a smaller unit than the one before. */
function partAt(tokens: readonly Token[], at: number, below: number): Part | null {
	const token = tokens[at];
	const whole = valueAs(token, "length");
	if (whole !== undefined) return below === Number.POSITIVE_INFINITY ? { seconds: whole, least: 1, end: at + 1 } : null;
	const share = valueAs(token, "parts");
	if (share !== undefined) {
		const unitAt = skip(tokens, is(tokens[at + 1], "one") ? at + 2 : at + 1);
		const unit = valueAs(tokens[unitAt], "unit");
		if (unit !== undefined && unit < below && unit > 1)
			return { seconds: (unit * share) / 60, least: 1, end: unitAt + 1 };
		// `1 hour and a half`
		return below >= 60 && below <= HOUR
			? { seconds: (below * share) / 60, least: below === HOUR ? 61 : 1, end: at + 1 }
			: null;
	}
	// `eine halbe Stunde` is half of one.
	if (is(token, "one") && is(tokens[at + 1], "parts")) return partAt(tokens, at + 1, below);
	// `ساعة و 5 دقائق`
	const unit = valueAs(token, "unit");
	const more = is(tokens[at + 1], "and") ? at + 2 : at + 1;
	if (unit === HOUR && below > HOUR && (is(tokens[more], "parts") || (more > at + 1 && is(tokens[more], "number")))) {
		return { seconds: unit, least: unit, end: at + 1 };
	}
	const number = numberAt(tokens, at) ?? (is(token, "one") ? { value: 1, end: at + 1 } : null);
	if (number === null) return null;
	return unitPart(tokens, number, below);
}

function unitPart(tokens: readonly Token[], number: { value: number; end: number }, below: number): Part | null {
	let { value } = number;
	let end = skip(tokens, number.end);
	const halfAt = is(tokens[end], "and") ? (is(tokens[end + 1], "one") ? end + 2 : end + 1) : end;
	const share = valueAs(tokens[halfAt], "parts");
	if (share !== undefined && is(tokens[skip(tokens, halfAt + 1)], "unit")) {
		value += share / 60;
		end = skip(tokens, halfAt + 1);
	}
	const unit = valueAs(tokens[end], "unit");
	if (unit !== undefined) return unit < below ? { seconds: value * unit, least: unit, end: end + 1 } : null;
	// `1 h 30`
	return below === HOUR && value < 60 && number.end === end ? { seconds: value * 60, least: 60, end } : null;
}

/** `一个小时`, `10 minutes of`: what stands between a number and its unit. */
function skip(tokens: readonly Token[], at: number): number {
	return is(tokens[at], "count") ? at + 1 : at;
}

/** Hours that a part of the day puts behind noon; undefined where the token is no such part. */
function halfOf(token: Token | undefined, hour: number): number | undefined {
	if (is(token, "am", "morning")) return hour === 12 ? -12 : 0;
	if (is(token, "afternoon", "evening")) return hour === 12 ? (is(token, "evening") ? -12 : 0) : hour < 12 ? 12 : 0;
	if (is(token, "noon") && hour <= 4) return 12;
	if (is(token, "noon")) return 0;
	return is(token, "night") ? (hour === 12 ? -12 : hour >= 6 && hour < 12 ? 12 : 0) : undefined;
}

/** Null where no time of day begins at the token. `isBare`: a number alone is one. */
export function clockAt(tokens: readonly Token[], at: number, isBare = false): Clock | null {
	let start = at;
	let ahead: Token | undefined;
	// What is before an hour says which half of the day it is of, and that it is one.
	let isSaid = false;
	while (is(tokens[start], "at", "morning", "am", "afternoon", "evening", "night", "noon") && !isName(tokens, start)) {
		if (!is(tokens[start], "at")) ahead = tokens[start];
		isSaid = isSaid || start >= at;
		start++;
	}
	const read = minutesAt(tokens, start, isBare || isSaid);
	if (read === null) return namedClock(tokens, at, start);
	const behind = is(tokens[read.end], "glue") && !is(tokens[read.end], "am", "afternoon") ? read.end + 1 : read.end;
	const hour = Math.floor(read.at / 60);
	const half = hour > 12 ? undefined : (halfOf(tokens[read.end], hour) ?? halfOf(tokens[behind], hour));
	const isBehind = half !== undefined;
	const shift = half ?? (hour > 12 ? undefined : halfOf(ahead, hour)) ?? 0;
	const end = isBehind ? (halfOf(tokens[read.end], hour) !== undefined ? read.end : behind) + 1 : read.end;
	const minutes = (read.at + shift * 60 + DAY_MINUTES) % DAY_MINUTES;
	return { from: at, end, at: minutes, isSure: isBehind || ahead !== undefined || hour > 12 || read.isSure };
}

/** `noon` is a time of its own where no hour follows. */
function isName(tokens: readonly Token[], at: number): boolean {
	return is(tokens[at], "noon") && minutesAt(tokens, at + 1, true) === null;
}

function namedClock(tokens: readonly Token[], at: number, start: number): Clock | null {
	const token = tokens[start];
	if (!is(token, "noon", "midnight")) return null;
	return { from: at, end: start + 1, at: is(token, "noon") ? NOON : 0, isSure: true };
}

type Minutes = { at: number; end: number; isSure: boolean };

function minutesAt(tokens: readonly Token[], at: number, isHour: boolean): Minutes | null {
	const token = tokens[at];
	const clock = valueAs(token, "clock");
	if (clock !== undefined) {
		const end = is(tokens[at + 1], "oclock") ? at + 2 : at + 1;
		return { at: clock, end, isSure: clock === 0 };
	}
	return beforeHour(tokens, at) ?? hourAt(tokens, at, isHour);
}

function hourValue(tokens: readonly Token[], at: number): { value: number; end: number } | null {
	const form = valueAs(tokens[at], "hour-form");
	const number = form !== undefined ? { value: form, end: at + 1 } : numberAt(tokens, at);
	const isOne = is(tokens[at], "one") && is(tokens[at - 1], "at", "past", "to", "pre", "less");
	const found = number ?? (isOne ? { value: 1, end: at + 1 } : null);
	return found !== null && Number.isInteger(found.value) && found.value <= 24 ? found : null;
}

/** `half past seven`, `halb acht`, `ten to eight`, `без четверти восемь`, `साढ़े सात बजे`. */
function beforeHour(tokens: readonly Token[], at: number): Minutes | null {
	const pre = valueAs(tokens[at], "pre");
	if (pre !== undefined) {
		const hour = hourValue(tokens, at + 1);
		if (hour !== null && hour.value > 0) return shifted(tokens, hour, pre);
	}
	const less = is(tokens[at], "less");
	const start = less ? at + 1 : at;
	const share = valueAs(tokens[start], "parts");
	const minutes = share !== undefined ? { value: share, end: start + 1 } : numberAt(tokens, start);
	if (minutes === null || minutes.value >= 60) return null;
	const behind = valueAs(tokens[minutes.end], "unit") === 60 ? minutes.end + 1 : minutes.end;
	const side = is(tokens[behind], "past") ? 1 : is(tokens[behind], "to") ? -1 : 0;
	const hour = hourValue(tokens, side === 0 ? behind : behind + (is(tokens[behind + 1], "at") ? 2 : 1));
	if (hour === null || (side === 0 && !less)) return null;
	return shifted(tokens, hour, less ? -minutes.value : side * minutes.value);
}

function shifted(tokens: readonly Token[], hour: { value: number; end: number }, minutes: number): Minutes {
	const end = is(tokens[hour.end], "oclock") ? hour.end + 1 : hour.end;
	return { at: (hour.value * 60 + minutes + DAY_MINUTES) % DAY_MINUTES, end, isSure: false };
}

/** `seven`, `7 Uhr 30`, `sept heures et demie`, `las ocho menos cuarto`, `七点一刻`, `yediyi çeyrek geçe`. */
function hourAt(tokens: readonly Token[], at: number, isHour: boolean): Minutes | null {
	const hour = hourValue(tokens, at);
	if (hour === null) return null;
	const isForm = is(tokens[at], "hour-form");
	const isCounted = valueAs(tokens[hour.end], "unit") === HOUR;
	const isClock = is(tokens[hour.end], "oclock") || (isHour && isCounted);
	const start = isClock ? hour.end + 1 : hour.end;
	const minus = is(tokens[start], "minus");
	const next = minus || is(tokens[start], "and") ? start + 1 : start;
	const share =
		valueAs(tokens[next], "parts") ?? (is(tokens[next], "one") ? valueAs(tokens[next + 1], "parts") : undefined);
	const isOne = valueAs(tokens[next], "parts") === undefined && share !== undefined;
	const number = share !== undefined ? { value: share, end: next + (isOne ? 2 : 1) } : numberAt(tokens, next);
	const isMore = number !== null && number.value < 60 && Number.isInteger(number.value);
	if (isMore && (isClock || isHour || isForm || share !== undefined || minus)) {
		const unitEnd = valueAs(tokens[number.end], "unit") === 60 ? number.end + 1 : number.end;
		const side = is(tokens[unitEnd], "past") ? 1 : is(tokens[unitEnd], "to") ? -1 : 0;
		const minutes = minus || side < 0 ? -number.value : number.value;
		const isUnit = [1, HOUR, 86_400].includes(valueAs(tokens[number.end], "unit") ?? 0);
		if (!isUnit)
			return {
				at: (hour.value * 60 + minutes + DAY_MINUTES) % DAY_MINUTES,
				end: side === 0 ? unitEnd : unitEnd + 1,
				isSure: false,
			};
	}
	const isPart = !isCounted && halfOf(tokens[hour.end], hour.value) !== undefined;
	const isLength = !isClock && is(tokens[hour.end], "unit");
	if (isLength || !(isClock || isHour || isForm || isPart)) return null;
	return { at: (hour.value * 60) % DAY_MINUTES, end: start, isSure: false };
}

/** In hours: when a part of the day begins if no hour is said, as Google Keep's reminders have it. */
const PARTS: readonly (readonly [WordKind, number])[] = [
	["morning", 8],
	["am", 8],
	["noon", 12],
	["afternoon", 13],
	["evening", 18],
	["night", 20],
];

/** All that is said of days; `taken` are the tokens of lengths and times of day. */
export function daysIn(tokens: readonly Token[], taken: (at: number) => boolean): Days {
	const found: Days = { spans: [], days: 0, weekday: 0 };
	let isEvery = false;
	tokens.forEach((token, at) => {
		if (taken(at)) return;
		const once = valueAs(token, "weekday");
		const weekly = valueAs(token, "weekly");
		const isNext = is(token, "every") && is(tokens[at + 1], "weekday");
		const before = found.spans.length;
		const add = () => void found.spans.push({ from: at, end: at + 1 });
		if (is(token, "today")) found.day = 0;
		else if (is(token, "tomorrow")) found.day = 1;
		else if (is(token, "after")) found.day = 2;
		else if (is(token, "daily")) found.days |= 127;
		else if (is(token, "weekdays")) found.days |= 31;
		else if (is(token, "weekend")) found.days |= 96;
		else if (weekly !== undefined) found.days |= weekly;
		else if (once !== undefined) found.weekday |= once;
		else if (isNext) isEvery = true;
		else {
			const part = PARTS.find(([kind]) => is(token, kind));
			if (part === undefined) return;
			found.part = part[1] * 60;
		}
		if (found.spans.length === before) add();
	});
	const isSeveral = (found.weekday & (found.weekday - 1)) !== 0;
	return isEvery || isSeveral || found.days > 0 ? { ...found, days: found.days | found.weekday, weekday: 0 } : found;
}
