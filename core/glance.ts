/**
 * The glance file: the one small file that the companion writes and the face, the card and the workout extension read.
 * Owns its shape, version and decoder. Rule: a reader never throws; a file it cannot read is as good as none.
 */
import { MESSAGE_LINES } from "./face-layout.ts";
import type { Row } from "./journal.ts";
import { isFields, parseJson } from "./json.ts";
import { type Answer, clip, decodeChips, LINE_LIMIT, type Look, type QuickReply } from "./protocol.ts";

export const GLANCE_FILE = "glance.json";
export const GLANCE_VERSION = 1;

/** No glance file is longer, in bytes; a reader reads no further. */
export const GLANCE_BYTES = 8192;

/** How many quick replies a face has room for. */
export const GLANCE_CHIPS = 2;

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
		| { state: "faulted"; answeredAt: number }
	);
};

/** What the face has room for: only the companion measures for it. */
export type Fitting = {
	lines(text: string): string[];
	/** At most `GLANCE_CHIPS` of them. */
	chips(all: readonly QuickReply[]): { chips: QuickReply[]; split: number };
};

/** What a glance shows of the newest row, in the looks that the phone chose. */
export function glanceOf(row: Row | null, look: Look, fitting: Fitting): Glance {
	const glance: Glance = { v: GLANCE_VERSION, ready: look.ready, accent: look.accent, ...fitting.chips(look.chips) };
	if (row !== null) glance.last = lastOf(row, fitting);
	return glance;
}

function lastOf(row: Row, fitting: Fitting): NonNullable<Glance["last"]> {
	const head = { id: row.id, question: shorten(row.question, QUESTION_LIMIT), at: row.at };
	switch (row.state) {
		case "open":
			return { ...head, state: "open" };
		case "answered":
			return { ...head, state: "answered", ...textsOf(row.answer, fitting), answeredAt: row.answeredAt };
		case "faulted":
			return { ...head, state: "faulted", answeredAt: row.answeredAt };
	}
}

function textsOf(answer: Answer, fitting: Fitting): { line: string; text: string; lines: string[] } {
	const text = shorten(answer.text, TEXT_LIMIT);
	return { line: shorten(answer.line ?? answer.text, LINE_LIMIT), text, lines: fitting.lines(text) };
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

/** Null where `text` is no glance of this version. */
export function decodeGlance(text: string): Glance | null {
	const value = parseJson(text);
	if (!isFields(value) || value.v !== GLANCE_VERSION || typeof value.ready !== "boolean") return null;
	const { accent, chips, split, ready } = value;
	if (!isCount(accent) || accent > 0xffffff || !Array.isArray(chips)) return null;
	if (!isCount(split) || split < 10 || split > 90) return null;
	const glance: Glance = { v: GLANCE_VERSION, ready, accent, chips: decodeChips(chips).slice(0, GLANCE_CHIPS), split };
	const last = value.last === undefined ? undefined : decodeLast(value.last);
	if (last === null) return null;
	return last === undefined ? glance : { ...glance, last };
}

function decodeLast(value: unknown): NonNullable<Glance["last"]> | null {
	if (!isFields(value)) return null;
	const { id, question, at, state, answeredAt } = value;
	if (typeof id !== "string" || typeof question !== "string" || !isCount(at)) return null;
	const head = { id, question: clip(question, QUESTION_LIMIT), at };
	if (state === "open") return { ...head, state };
	if (!isCount(answeredAt)) return null;
	if (state === "faulted") return { ...head, state, answeredAt };
	const { line, text, lines } = value;
	if (state !== "answered" || typeof line !== "string" || typeof text !== "string" || !Array.isArray(lines))
		return null;
	const whole = lines.filter((part): part is string => typeof part === "string").slice(0, MESSAGE_LINES);
	const cut = whole.map((part) => clip(part, TEXT_LIMIT));
	return { ...head, state, line: clip(line, LINE_LIMIT), text: clip(text, TEXT_LIMIT), lines: cut, answeredAt };
}

function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
