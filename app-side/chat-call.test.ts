/** What a request is expected to cost at most, held against what real tokenizers count in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LANGUAGES } from "../core/words/words.ts";
import { TOKENIZERS } from "../lab/tokenizers/tokenizers.ts";
import { ROOT } from "../packaging/places.ts";
import { callOf } from "./chat-call.ts";
import { createPrompt, createSpokenPrompt, createTestPrompt, createTranscriptPrompt } from "./prompt.ts";
import type { Prompt } from "./providers/provider.ts";

const ENDPOINT = { baseUrl: "https://host.example/v1", model: "m", key: "k" };
const NOTHING_LEARNT = { get: () => undefined, set: () => undefined };
const SPEECH = { ogg: Uint8Array.of(1), base64: "AQ==", seconds: 4 };
/** What a template puts around each text, and before all (OpenAI's cookbook: 4 and 3; Groq's GPT-OSS: some 70 before all). */
const AROUND_A_TEXT = 5;
const BEFORE_ALL = 75;

function promptsOf(language: string): Prompt[] {
	const words: string[] = Object.values(JSON.parse(readFileSync(join(ROOT, "core/words", `${language}.json`), "utf8")));
	const [first = "", second = "", third = ""] = words.sort((a, b) => b.length - a.length);
	const surroundings = {
		turns: [{ question: first, answer: words.join(" ").slice(0, 1500) }],
		told: [`Place: ${third}.`],
	};
	return [
		createPrompt({ question: second, length: "short", ...surroundings }),
		createPrompt({ question: "7 × 8?", length: "long", turns: [], told: [] }),
		createSpokenPrompt({ length: "medium", ...surroundings }, SPEECH),
		createTranscriptPrompt(SPEECH),
		createTestPrompt(),
	];
}

it.each(LANGUAGES)("A request in %s has no more tokens than are put on the books for it", (language) => {
	for (const prompt of promptsOf(language)) {
		const texts = [prompt.system, ...prompt.turns.flatMap((turn) => [turn.question, turn.answer]), prompt.question];
		// 32 a second, as Gemini counts.
		const sound = 32 * (prompt.speech?.seconds ?? 0);
		for (const { name, count } of TOKENIZERS) {
			const counted = texts.reduce((sum, text) => sum + count(text) + AROUND_A_TEXT, BEFORE_ALL + sound);
			expect(callOf(NOTHING_LEARNT, "openai", ENDPOINT, prompt).promptTokens, name).toBeGreaterThanOrEqual(counted);
		}
	}
});
