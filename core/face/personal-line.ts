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

/** `minutes` since midnight, `battery` in percent, `heart` in beats a minute, `high` in degrees as the watch shows them. */
export type Self = {
	minutes: number;
	battery: number | undefined;
	steps: number | undefined;
	target: number | undefined;
	heart: number | undefined;
	high: number | undefined;
};

const BATTERY_LOW = 15;
/** At rest, as somebody is who looks at the face; a workout has its own screens. */
const HEART_HIGH = 120;
const NEAR_SHARE = 0.75;
const STEPS_WORTH_SAYING = 1000;
/** A single step is never told, so that the words need no form for it. */
const FEW = 2;

/** `n` is the value in the line's one place. */
export function personalLine({ minutes, battery, steps, target, heart, high }: Self): { key: LineKey; n: number } {
	const hour = Math.floor(minutes / 60);
	const walked = steps ?? 0;
	const goal = target ?? 0;
	if (battery !== undefined && battery <= BATTERY_LOW) return { key: "line.battery", n: battery };
	if (heart !== undefined && heart >= HEART_HIGH) return { key: "line.heart", n: heart };
	if (hour < 5 || hour >= 22) return { key: "line.night", n: 0 };
	if (hour < 10) return high === undefined ? { key: "line.morning", n: 0 } : { key: "line.weather", n: high };
	if (goal >= FEW && walked >= goal) return { key: "line.goal", n: walked };
	if (goal - walked >= FEW && walked >= goal * NEAR_SHARE) return { key: "line.near", n: goal - walked };
	if (hour >= 18) return { key: "line.evening", n: 0 };
	return walked >= STEPS_WORTH_SAYING ? { key: "line.steps", n: walked } : { key: "line.day", n: 0 };
}
