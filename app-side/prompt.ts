/**
 * A question as a provider gets it: the rules of core/rules.ts, the conversation, the question and the token cap;
 * `reply-format.ts` reads the rules' last lines back. Rule: of the person nothing goes in but what `told` says.
 */
import type { Turn } from "../core/conversation.ts";
import { rulesFor } from "../core/rules.ts";
import type { AnswerLength } from "../core/settings.ts";
import type { Prompt } from "./providers/provider.ts";

/** Several times the words that the rules ask for, since many languages need three tokens a word and more. */
const TOKENS: Readonly<Record<AnswerLength, number>> = { short: 320, medium: 560, long: 1000 };

/** `told` are the lines of core/privacy.ts that the person lets be known. */
export type Asked = { question: string; turns: readonly Turn[]; length: AnswerLength; told: readonly string[] };

export function createPrompt({ question, turns, length, told }: Asked): Prompt {
	return { system: rulesFor(length, told), turns, question, maxTokens: TOKENS[length] };
}

/** The smallest question that shows whether address, key and model work. */
export function createTestPrompt(): Prompt {
	return { system: "", turns: [], question: "Reply with the single word OK.", maxTokens: 16 };
}
