/** A time of day as the person's watch shows it, by twelve hours or by twenty-four. Owns the figures; the words are the catalogue's. */
import { fill } from "../words/words.ts";

const MINUTES_AN_HOUR = 60;
const HALF_DAY_HOURS = 12;

/** What goes with `{time}` before and after noon: `{time} AM`, `午後{time}`. */
export type DayHalves = { readonly am: string; readonly pm: string };

/** `minutes` since midnight, below 1440. `17:05`, or `5:05 PM` where the halves of the day are given. */
export function timeOfDay(minutes: number, halves: DayHalves | null): string {
	const hour = Math.floor(minutes / MINUTES_AN_HOUR);
	const minute = Math.floor(minutes % MINUTES_AN_HOUR);
	const rest = minute < 10 ? `0${minute}` : `${minute}`;
	if (halves === null) return `${hour}:${rest}`;
	const time = `${hour % HALF_DAY_HOURS || HALF_DAY_HOURS}:${rest}`;
	return fill(hour < HALF_DAY_HOURS ? halves.am : halves.pm, { time });
}
