/** The watch's local time beside UTC, and how the person reads it. Owns the guards. */
import { Time } from "@zos/sensor";
import { getTimeFormat, TIME_FORMAT_12 } from "@zos/settings";
import { attempt } from "./guard.ts";

const MINUTE_MS = 60_000;
/** No zone differs from UTC by less, and no look at two clocks takes longer. */
const STEP_MINUTES = 15;

/** By how many minutes local time is ahead at `now`: by the clock that the watch shows, whatever its engine believes. */
export function utcOffset(now: number): number {
	const local = attempt(() => {
		const time = new Time();
		return Date.UTC(time.getFullYear(), time.getMonth() - 1, time.getDate(), time.getHours(), time.getMinutes());
	});
	if (local === null || !Number.isFinite(local)) return -new Date(now).getTimezoneOffset();
	return Math.round((local - now) / MINUTE_MS / STEP_MINUTES) * STEP_MINUTES;
}

/** Whether the person counts hours to twelve. */
export function countsToTwelve(): boolean {
	return attempt(() => getTimeFormat()) === TIME_FORMAT_12;
}
