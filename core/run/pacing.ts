/**
 * What a runner can ask without a phone: on pace? how far to go? keep me going. Pure arithmetic over the run and the goal.
 * Owns which words are said; the words themselves are the catalogue's.
 */
import type { Goal } from "./cues.ts";
import type { Run } from "./due-cues.ts";

type PaceKey =
	| "run.on"
	| "run.ahead"
	| "run.behind"
	| "run.average"
	| "run.average-mile"
	| "run.to-go"
	| "run.to-go-mile"
	| "run.reached"
	| "run.done"
	| "run.done-mile"
	| "run.waiting"
	| "run.cheer.1"
	| "run.cheer.2"
	| "run.cheer.3"
	| "run.cheer.4";

export type RunQuestion = "pace" | "left" | "cheer";

export type RunAnswer = { key: PaceKey; values: { [name: string]: string } };

/** Less than a second in a hundred is on pace, and never less than this. */
const ON_PACE_SECONDS = 5;
const ON_PACE_SHARE = 0.01;

/** Before that a pace says nothing. */
const FEW_METERS = 50;

const METERS_A_KM = 1000;
const CHEERS = ["run.cheer.1", "run.cheer.2", "run.cheer.3", "run.cheer.4"] as const;
/** One cheer for so long. */
const CHEER_SECONDS = 20;

/** `metersAUnit`: of a kilometre, or of a mile where the person's watch counts in them. */
export function answerRun(question: RunQuestion, run: Run | null, goal: Goal, metersAUnit: number): RunAnswer {
	const { meters, seconds } = run ?? { meters: 0, seconds: 0 };
	if (question === "cheer") {
		return { key: CHEERS[Math.floor(seconds / CHEER_SECONDS) % CHEERS.length] ?? "run.cheer.1", values: {} };
	}
	if (meters < FEW_METERS || seconds === 0) return { key: "run.waiting", values: {} };
	const inKm = metersAUnit === METERS_A_KM;
	const average = seconds / meters;
	if (goal.meters === 0) {
		if (question === "left") {
			const values = { km: far(meters, metersAUnit), time: clock(seconds) };
			return { key: inKm ? "run.done" : "run.done-mile", values };
		}
		return { key: inKm ? "run.average" : "run.average-mile", values: { pace: clock(average * metersAUnit) } };
	}
	const left = goal.meters - meters;
	if (left <= 0) return { key: "run.reached", values: {} };
	if (question === "left") {
		const values = { km: far(left, metersAUnit), time: clock(left * average) };
		return { key: inKm ? "run.to-go" : "run.to-go-mile", values };
	}
	const behind = seconds - (goal.seconds * meters) / goal.meters;
	if (Math.abs(behind) <= Math.max(ON_PACE_SECONDS, seconds * ON_PACE_SHARE)) return { key: "run.on", values: {} };
	return { key: behind > 0 ? "run.behind" : "run.ahead", values: { time: clock(Math.abs(behind)) } };
}

function far(meters: number, metersAUnit: number): string {
	const units = meters / metersAUnit;
	return units.toFixed(units < 1 ? 2 : 1);
}

/** `1:02:03`, `28:00`, `0:45`. */
function clock(seconds: number): string {
	const whole = Math.round(seconds);
	const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
