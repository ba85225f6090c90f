/**
 * A plan for a run: the goal, and short cues that are due at a distance, at a time, or when the pace drops. Owns its shape,
 * its decoder and which cue is due. Pure: the watch shows and buzzes. Rule: each cue at most once a run, one at a time, and
 * what was passed unseen stays unsaid.
 */
import { isFields } from "./json.ts";

/** Meters and seconds since the start; for `paceSlower` seconds a kilometre. Whole numbers. */
export type CuePlace = { meters: number } | { seconds: number } | { paceSlower: number };

/** `text` is at most `CUE_LIMIT` UTF-16 units: fifteen words. */
export type Cue = { at: CuePlace; text: string };

export type Goal = { meters: number; seconds: number };

export type Plan = { goal?: Goal; cues: Cue[] };

/** What the watch knows of a run; absent where it does not say. `pace` in seconds a kilometre. */
export type Run = { meters: number; seconds: number; pace?: number };

/** `done` has a place for each cue of the plan; null before the run was looked at for the first time. */
export type CueState = { done: readonly boolean[] } | null;

export const CUES_MAX = 12;
export const CUE_LIMIT = 80;

/** No run is longer: 200 km, a day. */
const METERS_MAX = 200_000;
const SECONDS_MAX = 86_400;
const PACE_MAX = 1800;

/** How late a cue of distance or time may be said: by then what it was about is over. */
const LATE_METERS = 150;
const LATE_SECONDS = 45;

/** A pace is not one yet. */
const PACE_FROM_METERS = 200;

/** Null where `value` is none. Cues that are broken, too long or too many are left out. */
export function decodePlan(value: unknown): Plan | null {
	if (!isFields(value) || !Array.isArray(value.cues)) return null;
	const plan: Plan = { cues: [] };
	for (const cue of value.cues) {
		if (plan.cues.length === CUES_MAX || !isFields(cue)) continue;
		const at = decodePlace(cue.at);
		const { text } = cue;
		if (at !== null && typeof text === "string" && text !== "" && text.length <= CUE_LIMIT)
			plan.cues.push({ at, text });
	}
	const goal = isFields(value.goal) ? value.goal : {};
	if (isWithin(goal.meters, METERS_MAX) && isWithin(goal.seconds, SECONDS_MAX))
		plan.goal = { meters: goal.meters, seconds: goal.seconds };
	return plan.cues.length === 0 && plan.goal === undefined ? null : plan;
}

function decodePlace(value: unknown): CuePlace | null {
	if (!isFields(value)) return null;
	const { meters, seconds, paceSlower } = value;
	if (isWithin(meters, METERS_MAX)) return { meters };
	if (isWithin(seconds, SECONDS_MAX)) return { seconds };
	return isWithin(paceSlower, PACE_MAX) ? { paceSlower } : null;
}

function isWithin(value: unknown, most: number): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= most;
}

/**
 * The cue to say now, null where there is none, and the state to call it with next time. Of several that fall due between
 * two looks the last is said; one that is too late is not.
 */
export function dueCue(plan: Plan, state: CueState, run: Run): { cue: Cue | null; state: CueState } {
	let due: Cue | null = null;
	const done = plan.cues.map((cue, index) => {
		if (state?.done[index] === true) return true;
		const late = lateness(cue.at, run);
		if (late === null) return false;
		if (late <= 1) due = cue;
		return true;
	});
	return { cue: due, state: { done } };
}

/** Whether everything of the plan was said: then nobody needs to look any more. */
export function isOver(state: CueState): boolean {
	return state?.done.every((one) => one) === true;
}

/** How far past its place the run is, 1 being as late as it may be said; null before it. */
function lateness(at: CuePlace, { meters, seconds, pace }: Run): number | null {
	if ("meters" in at) return meters < at.meters ? null : (meters - at.meters) / LATE_METERS;
	if ("seconds" in at) return seconds < at.seconds ? null : (seconds - at.seconds) / LATE_SECONDS;
	return pace === undefined || meters < PACE_FROM_METERS || pace <= at.paceSlower ? null : 0;
}
