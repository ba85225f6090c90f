/**
 * Times in a line of a model: how long, at what time of day, on which days. Owns the forms that models write; what people say is
 * offline/'s. Rule: a number is what the line says it is, unless the question itself names the length that it must be.
 */
import { lazily } from "../core/lazily.ts";
import { createLexicon, isLetter } from "./offline/lexicon.ts";
import { plainWords } from "./offline/plain.ts";
import { units } from "./offline/units.ts";

/** What a line's times may be read by: the watch's own day and minute, and the lengths that the question names, in seconds. */
export type ActionTimes = { today?: number; nowMinutes?: number; said?: readonly number[] };

const DAY_MS = 86_400_000;

/** In every language of the catalogue. */
const lengthUnits = lazily(() => {
	const made = createLexicon<number>();
	for (const { unit, names } of units()) {
		if (unit.kind !== "time" || unit.factor < 1) continue;
		for (const name of names.split(" ")) if (/\p{L}/u.test(name)) made.add(name, unit.factor);
	}
	return made;
});

/** `1,800` has a sign between thousands, `1.5` before a fraction; `1e9` is none that a person would say. */
const NUMBER =
	/^[\s,+~]{0,4}(?:and\s|in\s|for\s)?(\d{1,3}(?:[.,'’]\d{3}){1,2}(?![\d.,])|\d{1,8}(?:[.,]\d{1,2})?)(?![\d:]|-\d|e\d)/i;
const COLONS = /^[\s+~]{0,4}(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?![\d:])/;
const ISO = /^[\s+]{0,4}P(?:(\d{1,3})D)?T?(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,8})S)?(?![\p{L}\d])/u;

type Length = { seconds: number; rest: string };

/** `600`, `600 s`, `10 min`, `1h30`, `1 h 30 min`, `10:00`, `PT10M`; null where there is no length. A bare number is seconds. */
export function readLength(text: string, said: readonly number[] = []): Length | null {
	const [iso, ...isoParts] = ISO.exec(text) ?? [];
	if (iso !== undefined && /\d/.test(iso)) {
		const [days = 0, hours = 0, minutes = 0, seconds = 0] = isoParts.map((part) => Number(part ?? 0));
		return { seconds: days * 86_400 + hours * 3600 + minutes * 60 + seconds, rest: text.slice(iso.length) };
	}
	const [colons, hours, minutes, seconds] = COLONS.exec(text) ?? [];
	if (colons !== undefined) {
		const length = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
		return { seconds: length, rest: text.slice(colons.length) };
	}
	let rest = text;
	let total = 0;
	let least = Number.POSITIVE_INFINITY;
	for (;;) {
		const [whole, number = ""] = NUMBER.exec(rest) ?? [];
		const value = Number(/[.,'’]\d{3}/.test(number) ? number.replace(/\D/g, "") : number.replace(",", "."));
		if (whole === undefined) break;
		const unit = unitAt(rest.slice(whole.length));
		const isFirst = least === Number.POSITIVE_INFINITY;
		if (isFirst && unit === null) return { seconds: bareSeconds(value, said), rest: rest.slice(whole.length) };
		// `1h30`: what follows hours without a unit is minutes.
		const factor = unit?.factor ?? (least === 3600 && value < 60 ? 60 : least);
		if (factor >= least) break;
		const isSeconds = isFirst && factor > 1 && said.includes(value) && !said.includes(value * factor);
		total += value * (isSeconds ? 1 : factor);
		least = isSeconds ? 1 : factor;
		rest = rest.slice(whole.length + (unit?.length ?? 0));
	}
	return Number.isFinite(least) ? { seconds: Math.round(total), rest } : null;
}

/** `timer 10` where the question says ten minutes. */
function bareSeconds(value: number, said: readonly number[]): number {
	const meant = said.includes(value)
		? undefined
		: said.find((seconds) => seconds === value * 60 || seconds === value * 3600);
	return meant ?? Math.round(value);
}

function unitAt(text: string): { factor: number; length: number } | null {
	const [whole = "", gap = "", word = ""] = /^([\s-]{0,2})([\p{L}][\p{L}\p{M}]{0,15})\.?/u.exec(text) ?? [];
	const plain = plainWords(word);
	const found = plain === "" ? null : lengthUnits().find(plain, 0);
	const [factor] = found?.meanings ?? [];
	if (found === null || factor === undefined) return null;
	if (found.end === plain.length) return { factor, length: whole.length };
	// Scripts that part no words.
	return isLetter(plain, found.end) ? null : { factor, length: gap.length + found.end };
}

const CLOCK =
	/^[\s@T]{0,4}(?:(?:at|for|um|à|a las|às|as|alle|o|saat|в|на)\s)?(午前|午後|上午|下午|오전|오후)?\s?(\d{1,2})(?:[:.hH時点點시](\d{2})(?::\d{2})?|\s?(?:uhr|h|時|点|點|시)(?:\s?(\d{2})(?!\d))?)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?\s?(a\.?m\.?|p\.?m\.?|uhr)?(?![\p{L}\d])/iu;
const FOUR = /^[\s]{0,4}([01]\d|2[0-3])([0-5]\d)(?!\d)/;
const DATE = /^\s{0,4}(\d{4})-(\d{1,2})-(\d{1,2})(?=[\sT,])/;
const NEAR =
	/^\s{0,4}(?:on\s)?(today|tonight|tomorrow|heute|morgen|aujourd'hui|demain|hoy|manana|oggi|domani|hoje|amanha|mañana|amanhã)(?=[\s,]|$)/i;
const OFFSET = /^\s{0,4}(?:D?\+?)(\d{1,3})(?:\s?(?:d|days?))?[\s,]+(?=\d{1,2}[:.h]?\d{2})/i;

type Time = { at: number; day?: number; days: number; rest: string };

/** `07:30`, `7:30 pm`, `mon,tue 07:30`, `1 09:00`, `tomorrow 9:00`, `2026-11-29T09:00`; null where there is no time of day. */
export function readTime(text: string, { today }: ActionTimes): Time | null {
	const when = readWhen(text, today);
	if (when === null) return null;
	const { days, rest } = readDays(when.rest);
	const clock = readClock(rest);
	if (clock === null) return null;
	// `18:00 tomorrow`.
	const after = when.day === undefined ? readNear(clock.rest) : null;
	const day = when.day ?? after?.day;
	return { ...clock, days, ...(day === undefined ? {} : { day }), ...(after === null ? {} : { rest: after.rest }) };
}

/** The days from today that stand first; null for a day that nobody can count or that is past. */
function readWhen(text: string, today: number | undefined): { day?: number; rest: string } | null {
	const [date, year, month, dayOfMonth] = DATE.exec(text) ?? [];
	if (date !== undefined) {
		const day =
			today === undefined ? -1 : (Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)) - today) / DAY_MS;
		return day >= 0 ? { day, rest: text.slice(date.length) } : null;
	}
	const near = readNear(text);
	if (near !== null) return near;
	const [offset, count] = OFFSET.exec(text) ?? [];
	return offset === undefined
		? { rest: text.replace(/^\s{0,4}D\s/, "") }
		: { day: Number(count), rest: text.slice(offset.length) };
}

function readNear(text: string): { day: number; rest: string } | null {
	const [near, name = ""] = NEAR.exec(text) ?? [];
	if (near === undefined) return null;
	const isToday = /^(?:today|tonight|heute|aujourd|hoy|oggi|hoje)/i.test(name);
	return { day: isToday ? 0 : 1, rest: text.slice(near.length) };
}

function readClock(text: string): { at: number; rest: string } | null {
	const [four, first, second] = FOUR.exec(text) ?? [];
	if (four !== undefined) return { at: Number(first) * 60 + Number(second), rest: text.slice(four.length) };
	const [whole, ahead = "", hour = "", colon, apart, behind = ""] = CLOCK.exec(text) ?? [];
	if (whole === undefined) return null;
	const half = /^(?:p|午後|下午|오후)/i.test(ahead || behind)
		? 12
		: /^(?:a|午前|上午|오전)/i.test(ahead || behind)
			? 0
			: null;
	const hours = half === null ? Number(hour) : (Number(hour) % 12) + half;
	const isSaid = half === null ? Number(hour) <= 24 : Number(hour) <= 23 && Number(hour) > 0;
	const minutes = Number(colon ?? apart ?? 0);
	// `13:30 pm` says the same twice.
	const at = (half !== null && Number(hour) > 12 ? Number(hour) : hours) * 60 + minutes;
	return isSaid && minutes < 60 ? { at: at % 1440, rest: text.slice(whole.length) } : null;
}

const DAYS: Readonly<Record<string, number>> = {
	...{ mon: 1, tue: 2, wed: 4, thu: 8, fri: 16, sat: 32, sun: 64 },
	...{ weekday: 31, weekdays: 31, workdays: 31, weekends: 96, weekend: 96, daily: 127, everyday: 127, once: 0 },
};
const DAY_WORD =
	/^[\s,/&+[({"']{0,6}(?:and\s|on\s|every\s|each\s)?(weekdays?|workdays|weekends?|daily|everyday|day(?=[\s,\])]|$)|once|mon|tue|wed|thu|fri|sat|sun)((?:s|nes|rs|ur)?(?:days?)?|s)(?=[\s,/&+\])}"'.–-]|$)/i;

/** `mon,tue`, `[Mon, Wed]`, `mon-fri`, `weekdays`, `daily`, `every day`; 0 and all of the text where there are none. */
export function readDays(text: string): { days: number; rest: string } {
	let days = 0;
	let rest = text;
	let last = 0;
	let isRange = false;
	for (;;) {
		const [whole, name = ""] = DAY_WORD.exec(rest) ?? [];
		if (whole === undefined) break;
		const one = name.toLowerCase() === "day" ? 127 : (DAYS[name.toLowerCase()] ?? 0);
		days |= isRange ? rangeOf(last, one) : one;
		last = one;
		rest = rest.slice(whole.length);
		const [dash = ""] = /^\s?(?:[–-]|to|through)\s?(?=[a-z])/i.exec(rest) ?? [];
		isRange = dash !== "";
		rest = rest.slice(dash.length);
	}
	if (days > 0) return { days, rest: rest.replace(/^[\])}"']+/, "") };
	const [bracket, inner = ""] = /\[([^\]]{3,60})\]/.exec(text) ?? [];
	const inside = bracket === undefined ? 0 : readDays(`${inner} `).days;
	return inside > 0 ? { days: inside, rest: text.replace(bracket ?? "", " ") } : { days: 0, rest: text };
}

function rangeOf(from: number, to: number): number {
	let days = from;
	for (let day = from; day !== to && day > 0; ) {
		day = day >= 64 ? 1 : day * 2;
		days |= day;
	}
	return days;
}
