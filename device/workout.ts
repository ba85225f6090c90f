/**
 * Whether a workout has just been. That one runs this moment no page can learn: sport data is the workout extension's
 * alone (DOC app-access/getSportData.mdx), and a page that imports what its watch lacks stays empty (PKG).
 */
import { Workout } from "@zos/sensor";
import { attempt } from "./guard.ts";

/** How long after its end a person is still about it. */
const AFTER_MS = 60 * 60 * 1000;
/** The documentation gives no unit of `startTime` (DOC sensor/Workout.mdx): a smaller number is seconds. */
const LEAST_MS = 1e11;

/** `now` in ms since the epoch. */
export function isAfterWorkout(now: number): boolean {
	const ends = attempt(() =>
		new Workout()
			.getHistory()
			.map(({ startTime, duration }) => (startTime < LEAST_MS ? startTime * 1000 : startTime) + duration * 1000),
	);
	return ends?.some((end) => end <= now && now - end < AFTER_MS) === true;
}
