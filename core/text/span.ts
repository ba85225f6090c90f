/** A length of time in a number and a unit; the units are the catalogue's. Rule: rounded up, so that nobody comes too early. */
const SECONDS_SHOWN = 90;
const SECONDS_A_MINUTE = 60;
const MINUTES_SHOWN = 90;
const MINUTES_AN_HOUR = 60;

export type SpanKey = "span.seconds" | "span.minutes" | "span.hours";

/** `12 s`, `5 min` or `24 h`, as the language writes them. */
export function spanOf(seconds: number, say: (key: SpanKey, values: { readonly n: number }) => string): string {
	if (seconds <= SECONDS_SHOWN && seconds !== SECONDS_A_MINUTE) return say("span.seconds", { n: Math.ceil(seconds) });
	const minutes = Math.ceil(seconds / SECONDS_A_MINUTE);
	if (minutes <= MINUTES_SHOWN && minutes !== MINUTES_AN_HOUR) return say("span.minutes", { n: minutes });
	return say("span.hours", { n: Math.ceil(minutes / MINUTES_AN_HOUR) });
}
