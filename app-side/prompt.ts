/**
 * A question as a provider gets it: the rules of core/ask/instructions.ts, the conversation, the question and
 * the token cap; `reply-format.ts` reads the rules' last lines back. Rule: of the person nothing goes in but
 * what `told` says.
 */
import type { Turn } from "../core/ask/conversation.ts";
import { rulesFor } from "../core/ask/instructions.ts";
import type { AnswerLength } from "../core/settings/settings.ts";
import type { Prompt, Speech } from "./providers/provider.ts";

/** Several times the words that the rules ask for, since many languages need three tokens a word and more. */
const TOKENS: Readonly<Record<AnswerLength, number>> = { short: 320, medium: 560, long: 1000 };

/** What a line for later takes. */
const LATER_TOKENS = 60;

/** What half a minute of talking takes. */
const WORDS_TOKENS = 240;

/** `told` are the lines of core/settings/privacy.ts that the person lets be known; `later`: a line for later goes along. */
export type QuestionContext = {
	turns: readonly Turn[];
	length: AnswerLength;
	told: readonly string[];
	later?: boolean;
};

/** `mayLookUp`: the person lets providers search. */
export function createPrompt(context: QuestionContext & { question: string; mayLookUp?: boolean }): Prompt {
	const { question, turns, length, told, mayLookUp = false, later = false } = context;
	const rules = (looks: boolean) => {
		const given = { mayLookUp: looks, later };
		return { system: rulesFor(length, told, given), own: rulesFor(length, [], given) };
	};
	return {
		...rules(false),
		...(mayLookUp ? { looking: rules(true) } : {}),
		turns,
		question,
		maxTokens: TOKENS[length] + (later ? LATER_TOKENS : 0),
	};
}

const SPOKEN_RULES = [
	"The question is in the recording. Before the answer write one line and nothing else in it:",
	"~~ the words of the recording, exactly as they were said, in their own language",
	"If no words can be understood write ~~ alone and no answer.",
];

/** A question that was recorded, for a model that listens and answers at once. */
export function createSpokenPrompt(context: QuestionContext & { mayLookUp?: boolean }, speech: Speech): Prompt {
	const question = "Answer the question in the recording.";
	const { system, own = "", looking, ...prompt } = createPrompt({ ...context, question });
	const spoken = (rules: { system: string; own: string }) => ({
		system: [rules.system, ...SPOKEN_RULES].join("\n"),
		own: [rules.own, ...SPOKEN_RULES, question].join("\n"),
	});
	return {
		...prompt,
		...spoken({ system, own }),
		...(looking === undefined ? {} : { looking: spoken(looking) }),
		speech,
		maxTokens: prompt.maxTokens + WORDS_TOKENS,
	};
}

/** For a model that listens and only writes down what was said. */
export function createTranscriptPrompt(speech: Speech): Prompt {
	const question =
		"Write down the words of this recording exactly as they were said, in their own language, and nothing else. " +
		"Do not answer them. If no words can be understood write [none].";
	return { system: "", turns: [], question, own: question, speech, maxTokens: WORDS_TOKENS };
}

/** The smallest question that shows whether address, key and model work. */
export function createTestPrompt(): Prompt {
	return { system: "", turns: [], question: "Reply with the single word OK.", maxTokens: 16 };
}
