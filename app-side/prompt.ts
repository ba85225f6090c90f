/**
 * What a model is told before the question. Owns the rules for short answers, the token caps and the machine-readable last
 * lines; `reply-format.ts` reads those back. Rule: nothing about the person but the language and the local time goes in.
 */
import type { Turn } from "../core/conversation.ts";
import { LINE_LIMIT, NEXT_LIMIT } from "../core/protocol.ts";
import type { AnswerLength } from "../core/settings.ts";
import type { Prompt } from "./providers/provider.ts";

/** Words asked for, and tokens allowed: several times the words, since many languages need three tokens a word and more. */
const LENGTHS: Readonly<Record<AnswerLength, { words: number; tokens: number }>> = {
	short: { words: 40, tokens: 320 },
	medium: { words: 80, tokens: 560 },
	long: { words: 160, tokens: 1000 },
};

export type Asked = { question: string; turns: readonly Turn[]; lang: string; length: AnswerLength; nowMs: number };

export function createPrompt({ question, turns, lang, length, nowMs }: Asked): Prompt {
	const { words, tokens } = LENGTHS[length];
	return { system: rulesFor(words, lang, nowMs), turns, question, maxTokens: tokens };
}

/** The smallest question that shows whether address, key and model work. */
export function createTestPrompt(): Prompt {
	return { system: "", turns: [], question: "Reply with the single word OK.", maxTokens: 16 };
}

function rulesFor(words: number, lang: string, nowMs: number): string {
	return [
		`You answer questions on a small watch screen. Answer first, in at most ${words} words, with no preamble.`,
		"Plain text only: no Markdown, lists, tables, links, emoji or LaTeX.",
		`Use the language of the question; where that is unclear, use ${lang}.`,
		"You have no tools: never claim to have set, sent, opened, saved or looked up anything. Say briefly that you cannot.",
		`Local time: ${localTime(nowMs)}. Use ${unitsFor(lang)} units.`,
		"After the answer add two lines and nothing else:",
		`@@ the answer in at most ${LINE_LIMIT} characters`,
		`>> two or three likely follow-up questions by the user, each under ${NEXT_LIMIT} characters, separated by |`,
	].join("\n");
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

function localTime(nowMs: number): string {
	const now = new Date(nowMs);
	const date = `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
	return `${WEEKDAYS[now.getDay()]} ${date} ${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, "0");
}

function unitsFor(lang: string): string {
	return /-(US|LR|MM)$/i.test(lang) ? "US customary" : "metric";
}
