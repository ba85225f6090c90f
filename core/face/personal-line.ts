/**
 * The face's own line, where there is no fresh answer: made on the watch from the day and what its sensors say. Pure. Owns
 * which line is said, and that none is said two days in a row; the words are the catalogue's, four for each occasion, so that
 * the watch's own word file holds them and the face's memory but the one that is shown. Rule: a sensor that says nothing, or
 * nonsense, is as good as absent.
 */

/**
 * Day, 1 for Monday; day of the month; hour; battery in percent; steps and the goal of the day; minutes slept; hours since the
 * newest workout began; the highs of today and tomorrow in degrees as the watch shows them; today's weather by its number (DOC
 * sensor/Weather.mdx); the hour of sunset. Undefined where the watch does not say.
 */
export type Self = readonly (number | undefined)[];

const BATTERY_LOW = 15;
const NEAR_SHARE = 0.75;
/** A single step is never told, so that the words need no form for it. */
const FEW = 2;
const WELL_SLEPT_MINUTES = 420;
/** Celsius or Fahrenheit: less is no change that anybody feels in either. */
const CHANGE_DEGREES = 5;
/** Showers, light to very heavy rain, storms. */
const RAIN = " 1 5 7 10 15 18 20 21 24 ";
const DARK_HOUR = 17;
const LIGHT_HOUR = 20;
/** The occasion that is spoken of changes so often. */
const TURN_HOURS = 3;

/** The key of the line, and the value in its one place. */
export function personalLine([
	day = 1,
	date = 1,
	hour = 12,
	battery = 100,
	steps = 0,
	target = 0,
	slept = 0,
	trained = 0,
	high = 0,
	next = high,
	sky = 0,
	sunset = 18,
]: Self): readonly [key: string, n: number] {
	let found: string[] = [];
	const isDay = hour < 18;
	if (hour < 10) {
		found = ["morning"];
		if (day === 1) found = ["monday"];
		if (slept >= WELL_SLEPT_MINUTES) found[found.length] = "slept";
	} else found = [isDay ? "day" : "evening"];
	if (day > 5 && isDay) found[found.length] = "weekend";
	// Begun on the day before.
	if (isDay && trained > hour && trained <= hour + 24) found[found.length] = "workout";
	if (isDay && RAIN.indexOf(` ${sky} `) >= 0) found[found.length] = "rain";
	if (hour >= 12) {
		if (next - high >= CHANGE_DEGREES) found[found.length] = "warmer";
		if (high - next >= CHANGE_DEGREES) found[found.length] = "colder";
		if (sunset < DARK_HOUR && hour < LIGHT_HOUR) found[found.length] = "dark";
		if (sunset >= LIGHT_HOUR && hour >= DARK_HOUR) found[found.length] = "light";
	}
	if (target >= FEW && steps >= target) found[found.length] = "goal";
	else if (target - steps >= FEW && steps >= target * NEAR_SHARE) found[found.length] = "near";
	if (hour < 5 || hour >= 22) found = ["night"];
	if (battery <= BATTERY_LOW) found = ["battery"];
	/** Neither the day nor its week goes on by a number of four, nor both: so two days have never the same of the four. */
	const turn = day + (((date - 1) / 7) | 0);
	const kind = found[(turn + ((hour / TURN_HOURS) | 0)) % found.length] ?? "day";
	const name = `${kind}-${turn & 3}`;
	return [`line.${name}`, kind === "battery" ? battery : target - steps];
}
