/**
 * When something rings by the watch's local time. Owns the arithmetic of days. `offset`: by how many minutes local time is ahead
 * of UTC, as it is now; moments are ms since the epoch. Rule: a clock is another's to read.
 */
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const DAYS_A_WEEK = 7;
/** 1 January 1970 was a Thursday; Monday is 0. */
const FIRST_WEEKDAY = 3;

/** The first moment after `after` that is `minutes` past local midnight, on one of `days` where they are given. */
export function nextAt(minutes: number, days: number | undefined, after: number, offset: number): number {
	for (let day = 0; ; day++) {
		const at = onDay(minutes, day, after, offset);
		if (at > after && (days === undefined || day > DAYS_A_WEEK || isOn(days, at, offset))) return at;
	}
}

/** `minutes` past local midnight, `day` days after the local day of `from`. */
export function onDay(minutes: number, day: number, from: number, offset: number): number {
	return (dayOf(from, offset) + day) * DAY_MS + (minutes - offset) * MINUTE_MS;
}

/** The local day, counted from 1 January 1970. */
export function dayOf(at: number, offset: number): number {
	return Math.floor((at + offset * MINUTE_MS) / DAY_MS);
}

/** Minutes since local midnight. */
export function minutesOf(at: number, offset: number): number {
	return Math.floor((at + offset * MINUTE_MS - dayOf(at, offset) * DAY_MS) / MINUTE_MS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(at: number, offset: number): number {
	return (dayOf(at, offset) + FIRST_WEEKDAY) % DAYS_A_WEEK;
}

function isOn(days: number, at: number, offset: number): boolean {
	return ((days >> weekdayOf(at, offset)) & 1) === 1;
}
