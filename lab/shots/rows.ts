/** Rows of the journal for the pictures. Owns their ids and times. */

import type { Row } from "../../core/ask/journal.ts";
import type { FaultCode } from "../../core/faults.ts";
import type { Answer } from "../../core/wire/protocol.ts";
import { BY, type Sample } from "./samples.ts";

const MINUTE_MS = 60_000;
const THINKING_MS = 3_000;

type Rows = (sample: Sample, now: number) => Row[];

export function answered(text: (sample: Sample) => Omit<Answer, "by">, minutesAgo = 2): Rows {
	return (sample, now) => {
		const answeredAt = now - minutesAgo * MINUTE_MS;
		return [{ ...asked(sample, answeredAt), state: "answered", answer: { ...text(sample), by: BY }, answeredAt }];
	};
}

export function faulted(code: FaultCode, waitSeconds?: number): Rows {
	return (sample, now) => {
		const answeredAt = now - MINUTE_MS;
		const fault = waitSeconds === undefined ? { code } : { code, waitSeconds };
		return [{ ...asked(sample, answeredAt), state: "faulted", fault, answeredAt }];
	};
}

/** A plan of 5 km in 28 minutes, its first cue where the run of the pictures is about to be. */
export const planned: Rows = answered(({ short, cue }) => ({
	text: short,
	plan: { goal: { meters: 5000, seconds: 1680 }, cues: [{ at: { meters: 4100 }, text: cue }] },
}));

export const asking: Rows = (sample, now) => [{ ...asked(sample, now), state: "open" }];

/** An answer, then earlier ones and a question that found none: two pages of history. */
export const several: Rows = (sample, now) => [
	...answered(({ short }) => ({ text: short }))(sample, now),
	...sample.earlier.map((question, index): Row => {
		const answeredAt = now - (index + 1) * 60 * MINUTE_MS;
		const row = { ...asked(sample, answeredAt), question, id: `shot-${index + 2}` };
		if (index === 1) return { ...row, state: "faulted", fault: { code: "timeout" }, answeredAt };
		return { ...row, state: "answered", answer: { text: sample.short }, answeredAt };
	}),
];

function asked({ question }: Sample, answeredAt: number) {
	return { id: "shot-1", talk: "shot-1", question, at: answeredAt - THINKING_MS };
}
