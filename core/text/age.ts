/** How long ago something was, in few words. Owns the steps; the words are the catalogue's. */
export type AgeKey = "glance.now" | "glance.minutes" | "glance.hours" | "glance.days";

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;
/** More than this is no age but a clock that was wrong then or is now. */
const DAYS_MOST = 999;

/** '' where nobody can tell: the clock has been set since. A minute ahead is the same moment. */
export function age(ms: number, say: (key: AgeKey, values?: { readonly n: number }) => string): string {
	const minutes = Math.floor(ms / MINUTE_MS);
	if (minutes < -1) return "";
	if (minutes < 1) return say("glance.now");
	if (minutes < MINUTES_AN_HOUR) return say("glance.minutes", { n: minutes });
	const hours = Math.floor(minutes / MINUTES_AN_HOUR);
	if (hours < HOURS_A_DAY) return say("glance.hours", { n: hours });
	const days = Math.floor(hours / HOURS_A_DAY);
	return days > DAYS_MOST ? "" : say("glance.days", { n: days });
}
