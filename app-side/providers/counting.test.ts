/** What the counts of a reply are taken for. Counts that people reported of live services say where; the others are of our own making. */
import { expect, it } from "vitest";
import { ADAPTERS, type OnlineId } from "./index.ts";
import type { Tokens } from "./provider.ts";

const ENDPOINT = { baseUrl: "https://host.example/v1", model: "m", key: "k" };

function chat(usage: unknown, content = "Yes.") {
	return { choices: [{ message: { role: "assistant", content }, finish_reason: "stop" }], usage };
}

function gemini(usageMetadata: unknown) {
	return { candidates: [{ content: { parts: [{ text: "Yes." }] }, finishReason: "STOP" }], usageMetadata };
}

function anthropic(usage: unknown) {
	return { content: [{ type: "text", text: "Yes." }], stop_reason: "end_turn", usage };
}

function counted(provider: OnlineId, body: unknown): Tokens | undefined {
	const reading = ADAPTERS[provider].readResponse({ status: 200, headers: {}, body }, ENDPOINT, 0);
	return reading.kind === "poll" ? undefined : reading.tokens;
}

const thought = (reasoning_tokens: number) => ({ completion_tokens_details: { reasoning_tokens } });

it.each<[string, OnlineId, unknown, Tokens]>([
	[
		"thinking beside the completion, grok-3-mini (vercel/ai#12425)",
		"custom",
		chat({ prompt_tokens: 12, completion_tokens: 1, total_tokens: 399, ...thought(386) }),
		{ promptTokens: 12, completionTokens: 387 },
	],
	[
		"thinking beside the completion, grok (Wei-Shaw/sub2api#5771), and a part of the prompt from the cache",
		"custom",
		chat({
			...{ prompt_tokens: 10120, completion_tokens: 1499, total_tokens: 14428, ...thought(2809) },
			prompt_tokens_details: { cached_tokens: 128 },
		}),
		{ promptTokens: 10120, completionTokens: 4308 },
	],
	[
		"thinking beside the completion and no total",
		"custom",
		chat({ prompt_tokens: 12, completion_tokens: 1, ...thought(386) }),
		{ promptTokens: 12, completionTokens: 387 },
	],
	[
		"thinking in the completion, as OpenAI counts",
		"openai",
		chat({ prompt_tokens: 12, completion_tokens: 400, total_tokens: 412, ...thought(386) }),
		{ promptTokens: 12, completionTokens: 400 },
	],
	[
		"a total that is less than its parts",
		"custom",
		chat({ prompt_tokens: 12, completion_tokens: 40, total_tokens: 5 }),
		{ promptTokens: 12, completionTokens: 40 },
	],
	["a completion alone", "custom", chat({ completion_tokens: 40 }), { completionTokens: 40 }],
	[
		"a completion and a prompt of nothing",
		"custom",
		chat({ prompt_tokens: 0, completion_tokens: 40 }),
		{ completionTokens: 40 },
	],
	["a prompt alone", "custom", chat({ prompt_tokens: 12 }), { promptTokens: 12 }],
	[
		"a text of no tokens",
		"custom",
		chat({ prompt_tokens: 12, completion_tokens: 0, total_tokens: 12 }),
		{ promptTokens: 12 },
	],
	[
		"no text of no tokens",
		"custom",
		chat({ prompt_tokens: 12, total_tokens: 12 }, ""),
		{ promptTokens: 12, completionTokens: 0 },
	],
	["counts that are none", "custom", chat({ prompt_tokens: "12", completion_tokens: -4, total_tokens: 1e16 }), {}],
	["nothing", "custom", chat(undefined), {}],
	[
		"a recording in the total alone (docs.mistral.ai, audio: 203 s)",
		"mistral",
		chat({ prompt_audio_seconds: 203, prompt_tokens: 4, total_tokens: 3264, completion_tokens: 635 }),
		{ promptTokens: 2629, completionTokens: 635 },
	],
	[
		"Gemini's thoughts, which stand beside the answer, and what its tools read",
		"gemini",
		gemini({
			...{ promptTokenCount: 20, candidatesTokenCount: 3, thoughtsTokenCount: 50 },
			...{ toolUsePromptTokenCount: 7, totalTokenCount: 80 },
		}),
		{ promptTokens: 27, completionTokens: 53 },
	],
	[
		"Gemini's total where it counts more than its parts",
		"gemini",
		gemini({ promptTokenCount: 20, candidatesTokenCount: 3, totalTokenCount: 99 }),
		{ promptTokens: 20, completionTokens: 79 },
	],
	[
		"Anthropic's cache, which stands beside the input",
		"anthropic",
		anthropic({ input_tokens: 5, cache_creation_input_tokens: 30, cache_read_input_tokens: 400, output_tokens: 9 }),
		{ promptTokens: 435, completionTokens: 9 },
	],
])("counts %s", (_, provider, body, tokens) => {
	expect(counted(provider, body)).toEqual(tokens);
});
