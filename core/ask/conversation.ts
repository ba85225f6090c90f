/**
 * The bounded memory of conversations. Owns how many turns are kept and how long they may be; pure. Rule: what is sent
 * to a provider again is never more than `TURNS_MAX` turns and `TURNS_LIMIT` characters, the newest ones.
 */
import { isFields, parseJson } from "../json.ts";
import { isKept, RECORD_VERSION, readRecord } from "../settings/keeping.ts";

export type Turn = { question: string; answer: string };
export type Talk = { talk: string; turns: Turn[] };

export const TURNS_MAX = 6;
/** UTF-16 units of questions and answers together. */
export const TURNS_LIMIT = 3000;
/** Conversations kept; more than one, so that a question recovered from an older one does not lose the newer. */
export const TALKS_MAX = 3;

/** The turns of one conversation, oldest first; none for a new one. */
export function recall(talks: readonly Talk[], talk: string): readonly Turn[] {
	return talks.find((one) => one.talk === talk)?.turns ?? [];
}

/** The memory with one more turn in it; the conversation it belongs to becomes the newest. */
export function remember(talks: readonly Talk[], talk: string, turn: Turn): Talk[] {
	const turns = bound([...recall(talks, talk), turn]);
	return [...talks.filter((one) => one.talk !== talk), { talk, turns }].slice(-TALKS_MAX);
}

export function encodeTalks(talks: readonly Talk[]): string {
	return JSON.stringify({ v: RECORD_VERSION, talks });
}

/** Null where something is stored that is none, or of another version. Takes the string as it is stored. */
export function readTalks(stored: unknown): Talk[] | null {
	if (!isKept(stored)) return [];
	const old = parseJson(stored);
	const talks = Array.isArray(old) ? old : readRecord(stored)?.talks;
	return Array.isArray(talks) ? decodeTalks(talks) : null;
}

/** Stored talks as a value; what cannot be read is left out. */
export function decodeTalks(value: unknown): Talk[] {
	if (!Array.isArray(value)) return [];
	const talks: Talk[] = [];
	for (const item of value) {
		if (!isFields(item) || typeof item.talk !== "string" || !Array.isArray(item.turns)) continue;
		talks.push({
			talk: item.talk,
			turns: bound(item.turns.filter(isTurn).map(({ question, answer }) => ({ question, answer }))),
		});
	}
	return talks.slice(-TALKS_MAX);
}

function isTurn(value: unknown): value is Turn {
	return isFields(value) && typeof value.question === "string" && typeof value.answer === "string";
}

function bound(turns: readonly Turn[]): Turn[] {
	let from = turns.length;
	let length = 0;
	while (from > 0 && turns.length - from < TURNS_MAX) {
		const turn = turns[from - 1];
		length += turn === undefined ? 0 : turn.question.length + turn.answer.length;
		if (length > TURNS_LIMIT) break;
		from--;
	}
	return turns.slice(from);
}
