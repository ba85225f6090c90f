/**
 * What the companion puts into the glance file and the plan of a run. Owns how a row of the journal becomes texts that fit;
 * only the companion has this code, the readers have `glance.ts`.
 */

import type { Row } from "../ask/journal.ts";
import { inkOn } from "../ink.ts";
import { toAscii } from "../json.ts";
import type { Plan } from "../run/cues.ts";
import { cueLine } from "../run/due-cues.ts";
import { fewWords } from "../text/few-words.ts";
import { type Answer, clip, LINE_LIMIT, type Look, type QuickReply } from "../wire/protocol.ts";
import { CHIP_MARK, GLANCE_BYTES, type Glance, NO_GLANCE, NO_PLAN, type RunPlan } from "./glance.ts";

/** UTF-16 units. A glance holds what two or three lines can show, not the answer. */
const TEXT_LIMIT = 140;
const QUESTION_LIMIT = 60;

/** What the face has room for: only the companion measures for it. */
export type Fitting = {
	lines(text: string): string[];
	/** At most two of them. */
	chips(all: readonly QuickReply[]): { chips: QuickReply[]; split: number };
};

/**
 * What a glance shows of the newest row, in the looks that the phone chose. `heard`: what was understood of it, where
 * nothing is asked before the person says so.
 */
export function glanceOf(row: Row | null, look: Look, fitting: Fitting, heard?: string): Glance {
	const { chips, split } = fitting.chips(look.chips);
	const texts = chips.map((chip) => [chip.label, chip.text].map(unmarked).join(CHIP_MARK)).join(CHIP_MARK);
	const { accent } = look;
	const glance: Glance = { ...NO_GLANCE, state: "none", accent, ink: inkOn(accent), chips: texts, split };
	if (row !== null) Object.assign(glance, newestOf(row, fitting, heard));
	return look.ready ? glance : { ...glance, state: "unready" };
}

function newestOf(row: Row, fitting: Fitting, heard?: string): Partial<Glance> {
	if (row.state === "answered") return { state: "answered", at: row.answeredAt, ...answerTexts(row.answer, fitting) };
	const text = shorten(heard ?? row.question, QUESTION_LIMIT);
	const question = { face: fitting.lines(text).join("\n"), text };
	if (row.state === "open") return { state: heard === undefined ? "open" : "faulted", at: row.at, ...question };
	return { state: row.fault.code === "over-budget" ? "over" : "faulted", at: row.answeredAt, ...question };
}

/** Where the whole text does not fit, the line that the model wrote for the face says more than a beginning. */
function answerTexts(answer: Answer, fitting: Fitting): Partial<Glance> {
	const text = shorten(answer.text, TEXT_LIMIT);
	const lines = fitting.lines(text);
	const isCut = lines[lines.length - 1]?.endsWith("\u2026") === true;
	const face = isCut && answer.line !== undefined ? fitting.lines(shorten(answer.line, LINE_LIMIT)) : lines;
	return { face: face.join("\n"), text, run: fewWords(text) };
}

/** On one line, cut after a word where there is one to cut after. */
function shorten(text: string, limit: number): string {
	const line = text.replace(/\s+/g, " ").trim();
	if (line.length <= limit) return line;
	const head = clip(line, limit - 1);
	const space = head.lastIndexOf(" ");
	return `${space > limit / 2 ? head.slice(0, space) : head}\u2026`;
}

function unmarked(text: string): string {
	return text.split(CHIP_MARK).join(" ");
}

/**
 * JSON in ASCII alone, so that bytes are characters on every watch and a tear never halves one. Quick replies whose
 * questions would make it too long are left out, the last first.
 */
export function encodeGlance(glance: Glance): string {
	const text = toAscii(JSON.stringify(glance));
	if (text.length <= GLANCE_BYTES || glance.chips === "") return text;
	return encodeGlance({ ...glance, chips: glance.chips.split(CHIP_MARK).slice(0, -2).join(CHIP_MARK) });
}

/** `at`: when the plan was made, in ms since the epoch. */
export function encodeRunPlan({ goal, cues }: Plan, at: number): string {
	const plan: RunPlan = { ...NO_PLAN, ...goal, at, cues: cues.map(cueLine).join("\n") };
	return toAscii(JSON.stringify(plan));
}
