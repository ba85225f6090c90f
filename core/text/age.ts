/** How long ago something was, in few words. Owns the steps; the words are the catalogue's. */
export type AgeKey = "glance.now" | "glance.minutes" | "glance.hours" | "glance.days";

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;
/** More than this is no age but a clock that was wrong then or is now. */
const DAYS_MOST = 999;

/** '' where nobody can tell: the clock has been set since. A minute ahead is the same moment. */
export function age(ms: number, say: (key: AgeKey, values?: { readonly n: number }) => string): string {
	// `| 0`: a face holds each function of the engine that it calls.
	const minutes = (ms / MINUTE_MS) | 0;
	const hours = (minutes / MINUTES_AN_HOUR) | 0;
	const days = (hours / HOURS_A_DAY) | 0;
	if (ms < -MINUTE_MS || days > DAYS_MOST) return "";
	if (days > 0) return say("glance.days", { n: days });
	if (hours > 0) return say("glance.hours", { n: hours });
	return minutes > 0 ? say("glance.minutes", { n: minutes }) : say("glance.now");
}
