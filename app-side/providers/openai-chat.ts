import type { ProviderId } from "../../core/settings/settings.ts";
import { keyHeaders, urlFor } from "./address.ts";
import { readRefusal } from "./errors.ts";
import { alwaysThinks, leastEffort, THINKING_ROOM_TOKENS } from "./openai-models.ts";
import {
	type Adapter,
	type Counts,
	countOf,
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	items,
	type Prompt,
	type Reading,
	type Speech,
	type Tokens,
	tokensIn,
} from "./provider.ts";
import { readReply, readSaid } from "./said.ts";
import type { Form } from "./signals.ts";

/**
 * `cap` names the token cap. `calm` are the fields that keep a model from thinking, for this model id. `room`
 * is how many tokens to add if it thinks all the same. `search` are the fields that have it search. `form`: whose errors are its own, any by default.
 * `listen` is a recording as a part of a message.
 */
type Quirks = {
	form?: Form;
	cap: "max_tokens" | "max_completion_tokens";
	calm?: (model: string) => Record<string, unknown>;
	room?: (model: string) => number;
	listen?: (speech: Speech) => Part;
	search?: (model: string) => Record<string, unknown>;
};

type Part = { type: string; [name: string]: unknown };
type Message = { role: string; content: string | Part[] };

/** Every provider that speaks Chat Completions. The sources of each field: docs/evidence.md. */
export const QUIRKS = {
	openai: { form: "openai", cap: "max_completion_tokens", calm: openaiCalm, room: openaiRoom },
	deepseek: { form: "openai", cap: "max_tokens", calm: () => ({ thinking: { type: "disabled" } }) },
	qwen: { cap: "max_tokens", calm: () => ({ enable_thinking: false }) },
	groq: { form: "openai", cap: "max_completion_tokens", calm: groqCalm, room: groqRoom, search: groqSearch },
	openrouter: {
		form: "openai",
		cap: "max_tokens",
		calm: () => ({ reasoning: { effort: "none", exclude: true } }),
		listen: ({ base64 }) => ({ type: "input_audio", input_audio: { data: base64, format: "ogg" } }),
		// By one engine, whichever the model, with so many results and no more: what it costs is bounded.
		search: () => ({
			tools: [{ type: "openrouter:web_search", parameters: { engine: "exa", max_results: 3, max_total_results: 3 } }],
		}),
	},
	mistral: { cap: "max_tokens", listen: ({ base64 }) => ({ type: "input_audio", input_audio: base64 }) },
	ollama: { cap: "max_tokens", calm: () => ({ reasoning_effort: "none" }) },
	lmstudio: { cap: "max_tokens" },
	custom: { cap: "max_tokens" },
} as const satisfies Partial<Record<ProviderId, Quirks>>;

function openaiCalm(model: string): Record<string, unknown> {
	const effort = leastEffort(model);
	if (effort === undefined) return {};
	const takesVerbosity = effort === "none" || effort === "minimal";
	return { reasoning_effort: effort, ...(takesVerbosity ? { verbosity: "low" } : {}) };
}

function openaiRoom(model: string): number {
	return alwaysThinks(model) ? THINKING_ROOM_TOKENS : 0;
}

/** Groq takes `none` for Qwen 3 alone; GPT-OSS always thinks, at least a little. */
function groqCalm(model: string): Record<string, unknown> {
	if (/qwen3|qwen-3/i.test(model)) return { reasoning_effort: "none", reasoning_format: "hidden" };
	return /gpt-oss/i.test(model) ? { reasoning_effort: "low", include_reasoning: false } : {};
}

/** Its systems search by themselves, its models by a tool. */
function groqSearch(model: string): Record<string, unknown> {
	return /compound/i.test(model)
		? { compound_custom: { tools: { enabled_tools: ["web_search"] } } }
		: { tools: [{ type: "browser_search" }] };
}

function groqRoom(model: string): number {
	return /gpt-oss|deepseek-r1/i.test(model) ? THINKING_ROOM_TOKENS : 0;
}

export function createOpenAiChat(quirks: Quirks): Adapter {
	return {
		room: (model) => quirks.room?.(model) ?? 0,
		buildRequest: (endpoint, prompt) => buildRequest(quirks, endpoint, prompt),
		readResponse: (response, _endpoint, nowMs) => readResponse(response, quirks.form ?? "any", nowMs),
	};
}

function buildRequest(quirks: Quirks, { baseUrl, model, key }: Endpoint, prompt: Prompt): HttpRequest {
	const headers = { "Content-Type": "application/json", ...keyHeaders(baseUrl, key) };
	const body = {
		// A local server without a name takes the model that it has loaded.
		...(model === "" ? {} : { model }),
		messages: messagesOf(prompt, quirks),
		[quirks.cap]: prompt.maxTokens + (quirks.room?.(model) ?? 0),
		stream: false,
		...quirks.calm?.(model),
		...(prompt.looksUp === true ? quirks.search?.(model) : {}),
	};
	return { url: urlFor(baseUrl, "/chat/completions"), method: "POST", headers, body: JSON.stringify(body) };
}

function messagesOf({ system, turns, question, speech }: Prompt, { listen }: Quirks): Message[] {
	const past = turns.flatMap((turn) => [
		{ role: "user", content: turn.question },
		{ role: "assistant", content: turn.answer },
	]);
	const rules = system === "" ? [] : [{ role: "system", content: system }];
	const heard = speech === undefined ? undefined : listen?.(speech);
	const content = heard === undefined ? question : [{ type: "text", text: question }, heard];
	return [...rules, ...past, { role: "user", content }];
}

function readResponse(response: HttpResponse, form: Form, nowMs: number): Reading {
	const { body } = response;
	const tokens = tokensOf(body);
	const refusal = readRefusal(response, nowMs, form, tokens);
	if (refusal !== undefined) return refusal;
	// OpenRouter puts the error into the choice once generation has started.
	const late = readRefusal({ ...response, body: items(field(body, "choices"))[0] }, nowMs, form, tokens);
	if (late !== undefined) return { kind: "fault", fault: late.fault, tokens };
	const said = readSaid(body);
	return said === undefined ? { kind: "fault", fault: { code: "bad-answer" }, tokens } : readReply(said, tokens);
}

function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usage");
	const counts = {
		prompt: [field(usage, "prompt_tokens")],
		completion: [field(usage, "completion_tokens")],
		thinking: field(field(usage, "completion_tokens_details"), "reasoning_tokens"),
		total: field(usage, "total_tokens"),
	};
	const tokens = tokensIn(field(usage, "prompt_audio_seconds") === undefined ? counts : withSound(counts));
	return Object.keys(tokens).length === 0 ? tokensElsewhere(body) : tokens;
}

/**
 * Mistral counts the tokens of a recording in the total alone (docs.mistral.ai, audio): they were read, not
 * written.
 */
function withSound(counts: Counts): Counts {
	const [total, said] = [countOf(counts.total), countOf(counts.completion[0])];
	return total === undefined || said === undefined || said > total ? counts : { ...counts, prompt: [total - said] };
}

/**
 * As a proxy passes on what the service behind it counted: Anthropic's and Responses' names, Gemini's,
 * Ollama's own.
 */
function tokensElsewhere(body: unknown): Tokens {
	const usage = field(body, "usage");
	const gemini = field(body, "usageMetadata");
	return tokensIn({
		prompt: [field(usage, "input_tokens") ?? field(gemini, "promptTokenCount") ?? field(body, "prompt_eval_count")],
		completion: [
			field(usage, "output_tokens") ?? field(gemini, "candidatesTokenCount") ?? field(body, "eval_count"),
			field(gemini, "thoughtsTokenCount"),
		],
		total: field(usage, "total_tokens") ?? field(gemini, "totalTokenCount"),
	});
}
