/**
 * Pace sums of runners: `5 km in 28 minutes`, `10 km at 5:30`, `marathon in 4 h`. Owns the splits and the
 * plan for a run.
 */
import { CUES_MAX, type Plan } from "../../core/run/cues.ts";
import { readAmount } from "./conversion.ts";
import { writeNumber } from "./numbers.ts";
import type { Token } from "./reading.ts";

const KM_METERS = 1000;
const MILE_METERS = 1609.344;
/** Of people who walk or run, in seconds a km. What is outside was meant otherwise. */
const FASTEST = 100;
const SLOWEST = 1800;
const SPLITS_MAX = 6;

export type Paced = { text: string; plan?: Plan };

/**
 * Null if the question is none. With words that ask for a plan there is one, for the workout on the watch.
 */
export function answerPace(tokens: readonly Token[], lang: string): Paced | null {
	const asked = readRun(tokens);
	if (asked === null) return null;
	const { meters, seconds, unit } = asked;
	const perKm = (seconds / meters) * KM_METERS;
	const step = unit === "mi" ? MILE_METERS : KM_METERS;
	const distance = `${writeNumber(meters / step, 4, lang)} ${unit}`;
	const pace = `${clockText((seconds / meters) * step)} /${unit}`;
	const speed = `${writeNumber(Math.round((meters / seconds) * 36) / 10, 4, lang)} km/h`;
	const text = `${distance} · ${clockText(seconds)}: ${pace}, ${speed}. ${splits(meters, seconds, unit, step, lang)}`;
	const isPlan = tokens.some(({ kind }) => kind === "pace") && perKm < SLOWEST;
	return isPlan ? { text, plan: planOf(meters, seconds, unit, step) } : { text };
}

type Run = { meters: number; seconds: number; unit: "km" | "mi" };

function readRun(tokens: readonly Token[]): Run | null {
	let meters: number | undefined;
	let unit: Run["unit"] = "km";
	let time: readonly number[] | undefined;
	let isPace = false;
	let perUnit = KM_METERS;
	for (let at = 0; at < tokens.length; ) {
		const token = tokens[at];
		const length = readAmount(tokens, at, "length");
		const duration = readAmount(tokens, at, "time");
		if (length !== null && meters === undefined) {
			meters = length.amount.base;
			if (length.amount.parts[0]?.unit.sign === "mi") unit = "mi";
			at = length.end;
		} else if (token?.kind === "race" && meters === undefined) {
			meters = token.meters;
			at++;
		} else if (duration !== null && time === undefined) {
			time = [duration.amount.base];
			at = duration.end;
		} else if (token?.kind === "clock" && time === undefined) {
			time = token.parts;
			at++;
		} else if (token?.kind === "sign" && token.sign === "/" && time !== undefined) {
			// `5:30 /km`, `5:30 min/mi`
			const next = tokens[at + 1];
			const sign = next?.kind === "unit" ? next.units.find(({ kind }) => kind === "length")?.sign : undefined;
			if (sign !== "km" && sign !== "mi") return null;
			isPace = true;
			perUnit = sign === "mi" ? MILE_METERS : KM_METERS;
			at += 2;
		} else if (token?.kind === "unit" && time !== undefined && token.units.some(({ sign }) => sign === "min")) at++;
		else if (token !== undefined && ["glue", "pace", "at", "and", "later"].includes(token.kind)) {
			isPace = isPace || (token.kind === "at" && time === undefined && meters !== undefined);
			at++;
		} else return null;
	}
	if (meters === undefined || time === undefined || meters < 50) return null;
	const seconds = secondsOf(time, meters, isPace, perUnit);
	return seconds === undefined ? null : { meters, seconds, unit };
}

/** `1:45` is hours and minutes of a half marathon, minutes and seconds of 400 m: what a runner can do. */
function secondsOf(parts: readonly number[], meters: number, isPace: boolean, perUnit: number): number | undefined {
	const [first = 0, second = 0, third] = parts;
	const readings =
		parts.length === 1
			? [first]
			: third === undefined
				? [first * 60 + second, first * 3600 + second * 60]
				: [first * 3600 + second * 60 + third];
	if (parts.length > 1 && parts.slice(1).some((part) => part > 59)) return undefined;
	const totals = readings.map((seconds) => (isPace ? (seconds * meters) / perUnit : seconds));
	const possible = totals.filter((seconds) => {
		const perKm = (seconds / meters) * KM_METERS;
		return perKm >= FASTEST && perKm <= SLOWEST;
	});
	return possible.length === 1 ? possible[0] : undefined;
}

/** The seconds are rounded before they are parted: no 5:60. */
export function clockText(seconds: number): string {
	const whole = Math.round(seconds);
	const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
	const tail = `${String(rest).padStart(2, "0")}`;
	return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** Where the time is told: each unit of a short run, each 2, 5 or 10 of a longer one, and the end. */
function marks(meters: number, step: number, most: number): number[] {
	const every = [1, 2, 5, 10, 20, 50, 100].find((count) => meters / (count * step) <= most) ?? 1000;
	const made: number[] = [];
	for (let at = every * step; at < meters - step / 100; at += every * step) made.push(at);
	return [...made, meters];
}

function splits(meters: number, seconds: number, unit: string, step: number, lang: string): string {
	return marks(meters, step, SPLITS_MAX)
		.map((at) => `${writeNumber(at / step, 4, lang)} ${unit} ${clockText((seconds * at) / meters)}`)
		.join(", ");
}

function planOf(meters: number, seconds: number, unit: string, step: number): Plan {
	const cues = marks(meters, step, CUES_MAX).map((at) => ({
		at: { meters: Math.round(at) },
		text: `${Math.round((at / step) * 10) / 10} ${unit}: ${clockText((seconds * at) / meters)}`,
	}));
	return { goal: { meters: Math.round(meters), seconds: Math.round(seconds) }, cues: cues.slice(0, CUES_MAX) };
}
