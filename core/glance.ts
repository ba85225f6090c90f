/**
 * The glance file: the one small file that the companion writes and the face, the card and the workout extension read.
 * Owns its shape, version and decoder. Rule: a reader never throws; a file it cannot read is as good as none.
 */
import { decodePlan, type Plan } from "./cues.ts";
import { MESSAGE_LINES } from "./face-layout.ts";
import type { Row } from "./journal.ts";
import { isFields, parseJson } from "./json.ts";
import { type Answer, clip, LINE_LIMIT, type Look, type QuickReply } from "./protocol.ts";

export const GLANCE_FILE = "glance.json";
export const GLANCE_VERSION = 1;

/** No glance file is longer, in bytes; a reader reads no further. */
export const GLANCE_BYTES = 8192;

/** How many quick replies a face has room for. */
export const GLANCE_CHIPS = 2;

/** An answer is fresh for so long: until then the face shows it, afterwards its own line. */
export const FRESH_MS = 30 * 60_000;

/** A plan is for the next run; an older one is nobody's. */
export const PLAN_LIMIT_MS = 24 * 60 * 60_000;

/** UTF-16 units. A glance holds what two or three lines of a face can show, not the answer. */
const TEXT_LIMIT = 140;
const QUESTION_LIMIT = 60;

export type Glance = {
	v: typeof GLANCE_VERSION;
	/** False until a provider is usable: the face then says how to set one up. */
	ready: boolean;
	accent: number;
	chips: QuickReply[];
	/** Share of the first of two quick replies in the width of their row, in percent. */
	split: number;
	/** The newest row of the journal, shortened for a glance; times in ms since the epoch. */
	last?: { id: string; question: string; at: number } & (
		| { state: "open" }
		/** `lines`: the same text as the face has room for it, measured by the companion. */
		| { state: "answered"; line: string; text: string; lines: string[]; answeredAt: number }
		/** `over`: a cap of the person's own was reached. */
		| { state: "faulted"; answeredAt: number; over?: true }
	);
	/** The last plan that was asked for, and when; only `decodeGlancePlan` reads it. */
	plan?: GlancePlan;
};

export type GlancePlan = Plan & { at: number };

/** What the face has room for: only the companion measures for it. */
export type Fitting = {
	lines(text: string): string[];
	/** At most `GLANCE_CHIPS` of them. */
	chips(all: readonly QuickReply[]): { chips: QuickReply[]; split: number };
};

/** What a glance shows of the newest row, in the looks that the phone chose. */
export function glanceOf(row: Row | null, look: Look, fitting: Fitting): Glance {
	const glance: Glance = { v: GLANCE_VERSION, ready: look.ready, accent: look.accent, ...fitting.chips(look.chips) };
	if (row === null) return glance;
	glance.last = lastOf(row, fitting);
	if (row.state === "answered" && row.answer.plan) glance.plan = { ...row.answer.plan, at: row.answeredAt };
	return glance;
}

function lastOf(row: Row, fitting: Fitting): NonNullable<Glance["last"]> {
	const head = { id: row.id, question: shorten(row.question, QUESTION_LIMIT), at: row.at };
	switch (row.state) {
		case "open":
			return { ...head, state: "open" };
		case "answered":
			return { ...head, state: "answered", ...textsOf(row.answer, fitting), answeredAt: row.answeredAt };
		case "faulted": {
			const over = row.fault.code === "over-budget" ? { over: true as const } : {};
			return { ...head, state: "faulted", answeredAt: row.answeredAt, ...over };
		}
	}
}

/** Where the whole text does not fit, the line that the model wrote for the face says more than a beginning. */
function textsOf(answer: Answer, fitting: Fitting): { line: string; text: string; lines: string[] } {
	const text = shorten(answer.text, TEXT_LIMIT);
	const lines = fitting.lines(text);
	const isCut = lines[lines.length - 1]?.endsWith("\u2026") === true;
	const line = shorten(answer.line ?? answer.text, LINE_LIMIT);
	return { line, text, lines: isCut && answer.line !== undefined ? fitting.lines(line) : lines };
}

/** On one line, cut after a word where there is one to cut after. */
function shorten(text: string, limit: number): string {
	const line = text.replace(/\s+/g, " ").trim();
	if (line.length <= limit) return line;
	const head = clip(line, limit - 1);
	const space = head.lastIndexOf(" ");
	return `${space > limit / 2 ? head.slice(0, space) : head}\u2026`;
}

/**
 * JSON in ASCII alone, so that bytes are characters on every watch and a tear never halves one. Quick replies whose
 * questions would make it too long are left out, the last first.
 */
export function encodeGlance(glance: Glance): string {
	const text = toAscii(JSON.stringify(glance));
	if (text.length <= GLANCE_BYTES || glance.chips.length === 0) return text;
	return encodeGlance({ ...glance, chips: glance.chips.slice(0, -1) });
}

export function toAscii(json: string): string {
	return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Null where `text` is no glance of this version. Few and straight functions, since a face keeps each of them in its heap;
 * for the same reason the plan is left to `decodeGlancePlan`.
 */
export function decodeGlance(text: string): Glance | null {
	const value = parseJson(text);
	if (!isFields(value) || value.v !== GLANCE_VERSION || typeof value.ready !== "boolean") return null;
	const { accent, chips, split, ready } = value;
	if (!isCount(accent) || accent > 0xffffff || !Array.isArray(chips)) return null;
	if (!isCount(split) || split < 10 || split > 90) return null;
	const glance: Glance = { v: GLANCE_VERSION, ready, accent, chips: [], split };
	for (const chip of chips) {
		if (!isFields(chip) || !isText(chip.label) || !isText(chip.text)) continue;
		if (glance.chips.length < GLANCE_CHIPS) glance.chips.push({ label: chip.label, text: chip.text });
	}
	if (value.last === undefined) return glance;
	const last = decodeLast(value.last);
	if (last === null) return null;
	glance.last = last;
	return glance;
}

function decodeLast(value: unknown): NonNullable<Glance["last"]> | null {
	if (!isFields(value)) return null;
	const { id, question, at, state, answeredAt, line, text, lines } = value;
	if (typeof id !== "string" || typeof question !== "string" || !isCount(at)) return null;
	if (state === "open") return { id, question, at, state };
	if (!isCount(answeredAt)) return null;
	if (state === "faulted") {
		const faulted: NonNullable<Glance["last"]> = { id, question, at, state, answeredAt };
		if (value.over === true) faulted.over = true;
		return faulted;
	}
	if (state !== "answered" || typeof line !== "string" || typeof text !== "string" || !Array.isArray(lines))
		return null;
	const whole: string[] = [];
	for (const part of lines) if (typeof part === "string" && whole.length < MESSAGE_LINES) whole.push(part);
	return { id, question, at, state, line, text, lines: whole, answeredAt };
}

/** The plan in a glance file; null where there is none. */
export function decodeGlancePlan(text: string): GlancePlan | null {
	const value = parseJson(text);
	const field = isFields(value) && value.v === GLANCE_VERSION ? value.plan : undefined;
	const plan = decodePlan(field);
	return plan !== null && isFields(field) && isCount(field.at) ? { ...plan, at: field.at } : null;
}

function isText(value: unknown): value is string {
	return typeof value === "string" && value.trim() !== "";
}

function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
