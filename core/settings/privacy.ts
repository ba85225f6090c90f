/**
 * What of the person may go to a provider beside the question and the conversation. Owns the fields, how
 * coarse each is told, and which of the watch's readings they need; never the switches, which are the
 * settings'. Rule: a field that is not switched on is not told, and no value is told finer than here.
 */
import { type Forecast, tellForecast } from "../weather/forecast.ts";
import type { FactName, WatchFacts } from "../wire/protocol.ts";

/** What a watch knows of a runner: readings of the same names. */
const OF_RUNNERS = ["resting", "load", "recovery", "vo2max", "zones"] as const;

export const FIELDS = [
	"language",
	"time",
	"place",
	"weather",
	"steps",
	"heart",
	"sleep",
	"workout",
	...OF_RUNNERS,
] as const;

export type Field = (typeof FIELDS)[number];

/**
 * What is known of the person when they ask, finer than it is told. `nowMs` is read as the phone's local
 * time.
 */
export type Known = {
	lang: string;
	nowMs: number;
	place: string;
	facts: WatchFacts | undefined;
	forecast?: Forecast | undefined;
};

/** A value for each field that is known, as it is told. */
export type Told = Partial<Record<Field, string>>;

/** How coarse readings are told. */
const STEPS = 500;
const BEATS = 10;
const SLEEP_MINUTES = 30;
const WORKOUT_MINUTES = 5;
const RESTING_BEATS = 5;
const LOAD = 20;
const RECOVERY_HOURS = 6;
const VO2MAX = 2;

const NAMES: Readonly<Record<Field, string>> = {
	language: "Language where the question leaves it open, and units",
	time: "Local time",
	place: "Place",
	weather: "Weather where the user is",
	steps: "Steps today",
	heart: "Heart rate",
	sleep: "Sleep last night",
	workout: "Last workout",
	resting: "Resting heart rate",
	load: "Training load, as an Amazfit watch counts it",
	recovery: "Until fully recovered from training",
	vo2max: "VO2 max",
	zones: "Heart rate zones",
};

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** For an assistant that answers on the phone: what it reads does not leave the phone. */
const FACTS_AT_HAND: readonly FactName[] = ["battery", "steps", "heart", "clock", "weather"];

export function isField(value: unknown): value is Field {
	return FIELDS.some((field) => field === value);
}

/** The readings that the watch sends along: none that nothing is switched on for. */
export function factsFor(share: readonly Field[] | "on-phone"): FactName[] {
	if (share === "on-phone") return [...FACTS_AT_HAND];
	return (["steps", "heart", "sleep", "workout", "weather", ...OF_RUNNERS] as const).filter((fact) =>
		share.includes(fact),
	);
}

/** Every known field as it would be told if it were switched on. */
export function tellCoarsely({ lang, nowMs, place, facts, forecast }: Known): Told {
	const told: Told = { time: coarseTime(nowMs) };
	if (lang !== "") told.language = `${lang}, ${unitsFor(lang)}`;
	if (place !== "") told.place = place;
	if (forecast !== undefined) told.weather = tellForecast(forecast);
	if (facts?.steps !== undefined) told.steps = `about ${roundTo(facts.steps, STEPS)}`;
	if (facts?.heart !== undefined) told.heart = `about ${roundTo(facts.heart, BEATS)} beats a minute`;
	if (facts?.sleep !== undefined) told.sleep = `about ${roundTo(facts.sleep, SLEEP_MINUTES) / 60} h`;
	if (facts?.workout !== undefined) told.workout = `about ${roundTo(facts.workout, WORKOUT_MINUTES)} min`;
	return { ...told, ...tellRunner(facts) };
}

function tellRunner({ resting, load, recovery, vo2max, zones = "" }: Partial<WatchFacts> = {}): Told {
	const told: Told = {};
	if (resting !== undefined) told.resting = `about ${roundTo(resting, RESTING_BEATS)} beats a minute`;
	if (load !== undefined && load <= LOAD_MOST) told.load = `about ${roundTo(load, LOAD)}`;
	if (recovery !== undefined && recovery <= RECOVERY_HOURS_MOST)
		told.recovery = `about ${Math.max(RECOVERY_HOURS, roundTo(recovery, RECOVERY_HOURS))} h`;
	if (vo2max !== undefined && vo2max >= VO2MAX_LEAST && vo2max <= VO2MAX_MOST)
		told.vo2max = `about ${roundTo(vo2max, VO2MAX)} ml/kg/min`;
	const bounds = zones.split(" ").map(Number);
	const isRising = bounds.every((bound, at) => bound > (bounds[at - 1] ?? 0));
	if (bounds.length !== ZONE_BOUNDS || !isRising) return told;
	const [most, ...starts] = bounds.map((bound) => roundTo(bound, RESTING_BEATS)).reverse();
	told.zones = `from about ${starts.reverse().join(", ")} beats a minute, at most ${most}`;
	return told;
}

/** What a face's data of these may be (DOC watchface/api/hmUI/widget/data_type): anything else is in another unit. */
const LOAD_MOST = 999;
const RECOVERY_HOURS_MOST = 97;
const VO2MAX_LEAST = 15;
const VO2MAX_MOST = 65;

/** Where light, intensive, aerobic, anaerobic and VO2 max begin, and the most (DOC sensor/Workout.mdx). */
const ZONE_BOUNDS = 6;

/** One line a field that is switched on and known; none for all others. */
export function linesOf(share: readonly Field[], told: Told): string[] {
	return FIELDS.flatMap((field) => {
		const value = share.includes(field) ? told[field] : undefined;
		return value === undefined ? [] : [`${NAMES[field]}: ${value}.`];
	});
}

/** Day and hour: which minute it is helps no answer. */
function coarseTime(nowMs: number): string {
	const now = new Date(nowMs);
	return `${WEEKDAYS[now.getDay()]} ${dateOf(nowMs)}, after ${now.getHours()}:00`;
}

/** The local date as YYYY-MM-DD. */
export function dateOf(nowMs: number): string {
	const now = new Date(nowMs);
	return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

function unitsFor(lang: string): string {
	return isCustomary(lang) ? "US customary" : "metric";
}

/** Whether people of this language tag count in miles and degrees Fahrenheit. */
export function isCustomary(lang: string): boolean {
	return /-(US|LR|MM)$/i.test(lang);
}

function roundTo(value: number, step: number): number {
	return Math.round(value / step) * step;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, "0");
}
