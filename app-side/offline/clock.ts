/**
 * Clock sums: `12:30 + 45 min`, `in 90 minutes`, `18:00 - 16:45`. Owns how times of day are read and shown.
 */
import { type Amount, readAmount, showAmount, showIn } from "./conversion.ts";
import type { Token } from "./reading.ts";
import type { Unit } from "./units.ts";

const DAY_MINUTES = 1440;
const HOUR_SECONDS = 3600;

/**
 * How a sum is told: `clockOf` gives a time of day, which is in minutes since midnight, as the person's watch
 * shows it.
 */
type Telling = { lang: string; clockOf(minutes: number): string };

/** `12:30 + 45 min = 13:15`, or null if the question is no such sum. `nowMinutes` is since midnight. */
export function answerClock(tokens: readonly Token[], nowMinutes: number, telling: Telling): string | null {
	return fromNow(tokens, nowMinutes, telling) ?? fromClock(tokens, telling) ?? untilClock(tokens, nowMinutes, telling);
}

/** `in 90 minutes`, `3 hours from now`, `2 hours ago`. */
function fromNow(tokens: readonly Token[], nowMinutes: number, telling: Telling): string | null {
	const at = tokens.findIndex((_, index) => readAmount(tokens, index, "time") !== null);
	const read = at < 0 ? null : readAmount(tokens, at, "time");
	if (read === null) return null;
	const others = [...tokens.slice(0, at), ...tokens.slice(read.end)];
	const isAgo = others.some(({ kind }) => kind === "ago");
	const isLater = others.some((token) => token.kind === "later" || /^(?:in|en|dans|em)$/.test(token.text));
	const isAll = others.every(({ kind }) => ["glue", "later", "ago", "now", "and", "clock-word"].includes(kind));
	if (!isAll || isAgo === isLater) return null;
	return shiftClock(nowMinutes, read.amount, isAgo ? -1 : 1, telling);
}

function fromClock(tokens: readonly Token[], telling: Telling): string | null {
	const { lang, clockOf } = telling;
	const said = tokens.filter(({ kind }) => kind !== "glue");
	const first = readClock(said, 0);
	const sign = said[first?.end ?? 0];
	if (first === null || sign?.kind !== "sign" || (sign.sign !== "+" && sign.sign !== "-")) return null;
	const start = first.end + 1;
	const amount = readAmount(said, start, "time") ?? durationAt(said, start, sign.sign);
	if (amount !== null && amount.end === said.length) {
		return shiftClock(first.minutes, amount.amount, sign.sign === "+" ? 1 : -1, telling);
	}
	const second = sign.sign === "-" ? readClock(said, start) : null;
	if (second === null || second.end !== said.length) return null;
	return `${clockOf(first.minutes)} − ${clockOf(second.minutes)} = ${between(second.minutes, first.minutes, lang)}`;
}

/** `until 18:00`. */
function untilClock(tokens: readonly Token[], nowMinutes: number, { lang, clockOf }: Telling): string | null {
	const said = tokens.filter(({ kind }) => kind !== "glue");
	const at = said.findIndex((_, index) => readClock(said, index) !== null);
	const read = at < 0 ? null : readClock(said, at);
	if (read === null) return null;
	const others = [...said.slice(0, at), ...said.slice(read.end)];
	const isAll = others.every((token) => token.kind === "until" || token.kind === "unit" || token.kind === "now");
	if (!isAll || !others.some(({ kind }) => kind === "until")) return null;
	return `${clockOf(nowMinutes)} → ${clockOf(read.minutes)} = ${between(nowMinutes, read.minutes, lang)}`;
}

/** `1:30` behind a plus is so long, and no time of day. */
function durationAt(tokens: readonly Token[], at: number, sign: string): { amount: Amount; end: number } | null {
	const token = tokens[at];
	if (token?.kind !== "clock" || sign !== "+") return null;
	const [hours = 0, minutes = 0, seconds = 0] = token.parts;
	const base = hours * HOUR_SECONDS + minutes * 60 + seconds;
	return { amount: { kind: "time", sign: 1, base, parts: [{ value: base / 60, unit: MINUTE }] }, end: at + 1 };
}

/** A time of day: `18:30`, `6:30 pm`, `6 pm`, `18 Uhr`. */
function readClock(tokens: readonly Token[], at: number): { minutes: number; end: number } | null {
	const before = tokens[at];
	const start = before?.kind === "half" ? at + 1 : at;
	const token = tokens[start];
	const half = before?.kind === "half" ? before : tokens[start + 1];
	const parts = partsOf(token, tokens[start + 1]);
	if (parts === null) return null;
	const [hours = 0, minutes = 0, ...others] = parts;
	const isHalf = half?.kind === "half";
	if (others.length > 0 || minutes > 59 || hours > (isHalf ? 12 : 24) || (isHalf && hours === 0)) return null;
	const behind = tokens[start + 1]?.kind;
	const end = behind === "half" || behind === "clock-word" ? start + 2 : start + 1;
	const hour = isHalf ? (hours % 12) + half.hours : hours;
	return { minutes: (hour * 60 + minutes) % DAY_MINUTES, end };
}

function partsOf(token: Token | undefined, next: Token | undefined): readonly number[] | null {
	if (token?.kind === "clock") return token.parts;
	const isTime = next?.kind === "half" || next?.kind === "clock-word";
	if (token?.kind !== "number" || !isTime) return null;
	const [, hours, minutes = "0"] = /^(\d{1,2})(?:\.(\d{2}))?$/.exec(token.text) ?? [];
	return hours === undefined ? null : [Number(hours), Number(minutes)];
}

const HOUR: Unit = { kind: "time", sign: "h", factor: HOUR_SECONDS, offset: 0 };
const MINUTE: Unit = { kind: "time", sign: "min", factor: 60, offset: 0 };

/** Null if it takes no whole minute to be shown. */
function shiftClock(from: number, amount: Amount, side: 1 | -1, { lang, clockOf }: Telling): string | null {
	if (!Number.isFinite(amount.base)) return null;
	const minutes = from + side * Math.round(amount.base / 60);
	const days = Math.floor(minutes / DAY_MINUTES);
	const sign = side > 0 ? "+" : "−";
	const dayShift = days === 0 ? "" : ` (${days > 0 ? "+" : "−"}${Math.abs(days)} d)`;
	return `${clockOf(from)} ${sign} ${showAmount(amount, lang)} = ${clockOf(minutes - days * DAY_MINUTES)}${dayShift}`;
}

function between(from: number, to: number, lang: string): string {
	const minutes = (to - from + DAY_MINUTES) % DAY_MINUTES;
	return showIn(minutes * 60, [HOUR, MINUTE], lang) ?? "";
}
