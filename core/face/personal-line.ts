/**
 * The face's own line, where there is no fresh answer: made on the watch from the hour and what its sensors say. Pure. Owns
 * which line is said; the words are the catalogue's. Rule: a sensor that says nothing, or nonsense, is as good as absent.
 */
export type LineKey =
	| "line.battery"
	| "line.heart"
	| "line.goal"
	| "line.near"
	| "line.steps"
	| "line.weather"
	| "line.morning"
	| "line.day"
	| "line.evening"
	| "line.night";

/**
 * The hour; battery in percent; steps and the goal of the day; heart in beats a minute, 0 where none was read; the day's high
 * in degrees as the watch shows them. Undefined where the watch does not say.
 */
export type Self = readonly [
	hour: number | undefined,
	battery: number | undefined,
	steps: number | undefined,
	target: number | undefined,
	heart: number | undefined,
	high: number | undefined,
];

const BATTERY_LOW = 15;
/** At rest, as somebody is who looks at the face; a workout has its own screens. */
const HEART_HIGH = 120;
const NEAR_SHARE = 0.75;
const STEPS_WORTH_SAYING = 1000;
/** A single step is never told, so that the words need no form for it. */
const FEW = 2;

/** The line, and the value in its one place. */
export function personalLine([hour = 12, battery = 100, steps = 0, target = 0, heart = 0, high]: Self): readonly [
	key: LineKey,
	n: number,
] {
	if (battery <= BATTERY_LOW) return ["line.battery", battery];
	if (heart >= HEART_HIGH) return ["line.heart", heart];
	if (hour < 5 || hour >= 22) return ["line.night", 0];
	if (hour < 10) return high === undefined ? ["line.morning", 0] : ["line.weather", high];
	if (target >= FEW && steps >= target) return ["line.goal", steps];
	if (target - steps >= FEW && steps >= target * NEAR_SHARE) return ["line.near", target - steps];
	if (hour >= 18) return ["line.evening", 0];
	return steps >= STEPS_WORTH_SAYING ? ["line.steps", steps] : ["line.day", 0];
}
