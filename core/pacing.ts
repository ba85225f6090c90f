/**
 * What a runner can ask without a phone: on pace? how far to go? keep me going. Pure arithmetic over the run and the goal.
 * Owns which words are said; the words themselves are the catalogue's.
 */
import type { Goal, Run } from "./cues.ts";

export type PaceKey =
	| "run.on"
	| "run.ahead"
	| "run.behind"
	| "run.average"
	| "run.to-go"
	| "run.reached"
	| "run.done"
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

export function answerRun(question: RunQuestion, run: Run | null, goal: Goal | undefined): RunAnswer {
	if (question === "cheer") {
		const turn = Math.floor((run?.seconds ?? 0) / CHEER_SECONDS) % CHEERS.length;
		return { key: CHEERS[turn] ?? "run.cheer.1", values: {} };
	}
	if (run === null || run.meters < FEW_METERS || run.seconds === 0) return { key: "run.waiting", values: {} };
	const { meters, seconds } = run;
	const average = seconds / meters;
	if (goal === undefined || goal.meters === 0) {
		if (question === "pace") return { key: "run.average", values: { pace: clock(average * METERS_A_KM) } };
		return { key: "run.done", values: { km: km(meters), time: clock(seconds) } };
	}
	const left = goal.meters - meters;
	if (left <= 0) return { key: "run.reached", values: {} };
	if (question === "left") return { key: "run.to-go", values: { km: km(left), time: clock(left * average) } };
	const behind = seconds - (goal.seconds * meters) / goal.meters;
	if (Math.abs(behind) <= Math.max(ON_PACE_SECONDS, seconds * ON_PACE_SHARE)) return { key: "run.on", values: {} };
	return { key: behind > 0 ? "run.behind" : "run.ahead", values: { time: clock(Math.abs(behind)) } };
}

function km(meters: number): string {
	return (meters / METERS_A_KM).toFixed(meters < METERS_A_KM ? 2 : 1);
}

/** `1:02:03`, `28:00`, `0:45`. */
function clock(seconds: number): string {
	const whole = Math.round(seconds);
	const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);
	const minutes = Math.floor(whole / 60);
	if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
