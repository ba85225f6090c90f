/** The seconds that a view counts. Owns what a jump of the clock does to them: they go on from where they were. */

/** With the screen off nobody counts, and an app without a screen is soon ended: more than this is a clock that was set. s. */
const LONGEST_PAUSE = 600;

/** A tick comes once a second. */
export function countOn<T extends { since: number; seconds: number }>(view: T, now: number): T {
	const seconds = Math.floor((now - view.since) / 1000);
	const gap = seconds - view.seconds;
	if (gap >= 0 && gap <= LONGEST_PAUSE) return { ...view, seconds };
	const next = view.seconds + 1;
	return { ...view, since: now - 1000 * next, seconds: next };
}
