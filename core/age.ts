/** How long ago something was, in few words. Owns the steps; the words are the catalogue's. */
export type AgeKey = "glance.now" | "glance.minutes" | "glance.hours" | "glance.days";

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;

export function age(ms: number, say: (key: AgeKey, values?: { readonly n: number }) => string): string {
	const minutes = Math.floor(ms / MINUTE_MS);
	if (minutes < 1) return say("glance.now");
	if (minutes < MINUTES_AN_HOUR) return say("glance.minutes", { n: minutes });
	const hours = Math.floor(minutes / MINUTES_AN_HOUR);
	if (hours < HOURS_A_DAY) return say("glance.hours", { n: hours });
	return say("glance.days", { n: Math.floor(hours / HOURS_A_DAY) });
}
