/**
 * The ask journal: every question on this watch and what became of it. Pure: rows in, rows out; `device/` keeps them on
 * the disk. Rule: a row is on the disk before its question is sent, and a row is never sent again under a new id except
 * by the person's own hand. The outbox, the history, the retry and the glance file are views of it.
 *
 * A row is two texts, each written once: the question when it is asked, the outcome when it is settled. Both are JSON
 * objects, of which no part is valid JSON: so a torn question was never asked, and a torn outcome is still open.
 */
import type { Fault } from "../faults.ts";
import { isFields, parseJson } from "../json.ts";
import { type Answer, clip, decodeAnswer, decodeFault, QUESTION_LIMIT } from "../wire/protocol.ts";

/** `heard`: a spoken question that was understood but not answered; of an answer it is the answer's own. */
export type Outcome =
	| { state: "answered"; answer: Answer; answeredAt: number }
	| { state: "faulted"; fault: Fault; heard?: string; answeredAt: number };

/**
 * `open`: asked, no outcome stored yet; after a restart it is asked again under the same id, which is safe. `voice`: it was
 * spoken; `question` is then a word in its place until it is known what was said.
 */
export type Row = { id: string; question: string; talk: string /** ms since the epoch */; at: number; voice?: true } & (
	| { state: "open" }
	| Outcome
);

/** What the names of a row's files say of it. `n` counts up with every question. `due`: its answer has actions that are yet to be done. */
export type Entry = { n: number; id: string; state: Row["state"]; due?: true };

/** How many rows are kept; the oldest settled one goes first. */
export const JOURNAL_ROWS = 12;

/** A question within this time of the one before it goes on with its conversation. */
export const TALK_LIMIT_MS = 10 * 60 * 1000;

const TITLE_LIMIT = 60;

/** A question on one line of a list. */
export function titleOf(question: string): string {
	return clip(question.replace(/\s+/g, " ").trim(), TITLE_LIMIT);
}

/**
 * The files of a row, by what they hold: its question, its answer or its fault, what was said of a spoken one; `next`: its end
 * while it is being written; `due` says by its being there that actions of the answer are yet to be done.
 */
export const ENDINGS = { question: "q", answered: "a", faulted: "f", voice: "v", next: "t", due: "d" } as const;

export type Ending = (typeof ENDINGS)[keyof typeof ENDINGS];

/** With an id of at most 24 letters no name is longer than 32 (docs/evidence.md, `long-names`). */
export function fileOf({ n, id }: Pick<Entry, "n" | "id">, ending: Ending): string {
	return `${n}.${id}.${ending}`;
}

/** What a file's name says; null where it is none of a row. */
export function readName(name: string): { n: number; id: string; ending: string } | null {
	const [, n, id = "", ending = ""] = /^(\d{1,9})\.([\w-]{1,40})\.([qafvtd])$/.exec(name) ?? [];
	return n === undefined ? null : { n: Number(n), id, ending };
}

/** The rows that have a question, newest first. */
export function entriesIn(names: readonly string[]): Entry[] {
	const entries: Entry[] = [];
	for (const name of names) {
		const found = readName(name);
		if (found?.ending !== ENDINGS.question) continue;
		const { n, id } = found;
		const has = (ending: Ending) => names.includes(fileOf(found, ending));
		const entry: Entry = {
			n,
			id,
			state: has(ENDINGS.answered) ? "answered" : has(ENDINGS.faulted) ? "faulted" : "open",
		};
		if (entry.state === "answered" && has(ENDINGS.due)) entry.due = true;
		entries.push(entry);
	}
	return entries.sort((a, b) => b.n - a.n);
}

/** What was said, where a spoken question came to that. */
export function heardIn(outcome: Outcome): string | undefined {
	return outcome.state === "answered" ? outcome.answer.heard : outcome.heard;
}

/** A row at its end; a spoken one has its words by then. */
export function withOutcome(row: Row, outcome: Outcome): Row {
	return { ...row, ...outcome, question: heardIn(outcome) ?? row.question };
}

/** Oldest first: the order in which they were asked is the order in which they are asked again. */
export function openEntries(entries: readonly Entry[]): Entry[] {
	return entries.filter((entry) => entry.state === "open").reverse();
}

/**
 * The row that goes when there are too many: the oldest that has ended and is done. Only when there is none it is the oldest
 * of all, since a full journal must not keep anybody from asking.
 */
export function oldest(entries: readonly Entry[]): Entry {
	const oldestFirst = [...entries].reverse();
	const [first] = [...oldestFirst.filter(({ state, due }) => state !== "open" && due !== true), ...oldestFirst];
	if (first === undefined) throw new RangeError("there is no row");
	return first;
}

export function nextNumber(entries: readonly Entry[]): number {
	return entries.reduce((most, entry) => Math.max(most, entry.n), 0) + 1;
}

/** The conversation that a question asked at `now` belongs to; `fresh` names a new one. A clock may have been set back. */
export function talkFor(last: Pick<Row, "at" | "talk"> | null, now: number, fresh: string): string {
	return last !== null && Math.abs(now - last.at) < TALK_LIMIT_MS ? last.talk : fresh;
}

export function encodeQuestion(row: Row, n: number): string {
	const { id, talk, at, question, voice } = row;
	return JSON.stringify({ n, id, talk, at, voice, question: clip(question, QUESTION_LIMIT) });
}

/** Null where `text` is no question, or not a whole one. */
export function decodeQuestion(text: string): { row: Row; n: number } | null {
	const value = parseJson(text);
	if (!isFields(value)) return null;
	const { n, id, talk, at, question } = value;
	if (!isTime(n) || !isTime(at) || typeof id !== "string" || id === "" || typeof talk !== "string") return null;
	if (typeof question !== "string" || question === "") return null;
	const row: Row = { id, talk, at, question: clip(question, QUESTION_LIMIT), state: "open" };
	return { row: value.voice === true ? { ...row, voice: true } : row, n };
}

/** The id is in it, so that an outcome that outlived its question in a slot is never taken for the next one's. */
export function encodeOutcome(id: string, outcome: Outcome): string {
	return JSON.stringify({ id, ...outcome });
}

/**
 * Null where `text` is no outcome of the row `id`, or not a whole one. A whole one that is not understood, as of another
 * version, is an end all the same: what came to it is not known, and it is not asked again by itself.
 */
export function decodeOutcome(text: string, id: string): Outcome | null {
	const value = parseJson(text);
	if (!isFields(value) || value.id !== id) return null;
	const answeredAt = isTime(value.answeredAt) ? value.answeredAt : 0;
	const answer = decodeAnswer(value.answer);
	if (answer !== null) return { state: "answered", answer, answeredAt };
	const fault = decodeFault(value.fault) ?? { code: "unknown-outcome" };
	const { heard } = value;
	return { state: "faulted", fault, answeredAt, ...(typeof heard === "string" && heard !== "" ? { heard } : {}) };
}

function isTime(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
