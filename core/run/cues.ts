/**
 * A plan for a run: the goal, and short cues that are due at a distance, at a time, or when the pace drops. Owns its shape
 * and its decoder, which is total; `due-cues.ts` says which cue is due.
 */
import { isFields } from "../json.ts";

/** Meters and seconds since the start; for `paceSlower` seconds a kilometre. Whole numbers. */
export type CuePlace = { meters: number } | { seconds: number } | { paceSlower: number };

/** `text` is at most `CUE_LIMIT` UTF-16 units: fifteen words. */
export type Cue = { at: CuePlace; text: string };

export type Goal = { meters: number; seconds: number };

export type Plan = { goal?: Goal; cues: Cue[] };

export const CUES_MAX = 12;
export const CUE_LIMIT = 80;

/** No run is longer: 200 km, a day. */
const METERS_MAX = 200_000;
const SECONDS_MAX = 86_400;
const PACE_MAX = 1800;

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
