/** A length of time in a number and a unit that every language writes so. Rule: rounded up, so that nobody comes too early. */
const SECONDS_SHOWN = 90;
const SECONDS_A_MINUTE = 60;
const MINUTES_SHOWN = 90;
const MINUTES_AN_HOUR = 60;

/** `12 s`, `5 min` or `24 h`. */
export function spanOf(seconds: number): string {
	if (seconds <= SECONDS_SHOWN && seconds !== SECONDS_A_MINUTE) return `${Math.ceil(seconds)} s`;
	const minutes = Math.ceil(seconds / SECONDS_A_MINUTE);
	if (minutes <= MINUTES_SHOWN && minutes !== MINUTES_AN_HOUR) return `${minutes} min`;
	return `${Math.ceil(minutes / MINUTES_AN_HOUR)} h`;
}
