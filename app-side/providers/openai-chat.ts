/**
 * The adapter for OpenAI's Chat Completions and everything that speaks it. Owns the wire format and one row of quirks for
 * each preset; never the settings. Rule: a parameter is sent only to a provider that documents it, since others answer 400.
 */
import { isFields } from "../../core/json.ts";
import type { ProviderId } from "../../core/settings.ts";
import { readError, readErrorInside } from "./errors.ts";
import { alwaysThinks, leastEffort, THINKING_ROOM_TOKENS } from "./openai-models.ts";
import {
	type Counts,
	countOf,
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	isDone,
	items,
	type Prompt,
	type Provider,
	type Reading,
	readText,
	type Speech,
	type Tokens,
	textOf,
	tokensIn,
} from "./provider.ts";

/**
 * `cap` names the token cap. `calm` are the fields that keep a model from thinking, for this model id. `room` is how many
 * tokens to add where it thinks all the same. `listen` is a recording as a part of a message.
 */
type Quirks = {
	cap: "max_tokens" | "max_completion_tokens";
	calm?: (model: string) => Record<string, unknown>;
	room?: (model: string) => number;
	listen?: (speech: Speech) => Part;
};

type Part = { type: string; [name: string]: unknown };
type Message = { role: string; content: string | Part[] };

/** Every preset that speaks Chat Completions. Where each field is known from: docs/evidence.md. */
export const QUIRKS = {
	openai: { cap: "max_completion_tokens", calm: openaiCalm, room: openaiRoom },
	deepseek: { cap: "max_tokens", calm: () => ({ thinking: { type: "disabled" } }) },
	qwen: { cap: "max_tokens", calm: () => ({ enable_thinking: false }) },
	groq: { cap: "max_completion_tokens", calm: groqCalm, room: groqRoom },
	openrouter: {
		cap: "max_tokens",
		calm: () => ({ reasoning: { effort: "none", exclude: true } }),
		listen: ({ base64 }) => ({ type: "input_audio", input_audio: { data: base64, format: "ogg" } }),
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

function groqRoom(model: string): number {
	return /gpt-oss|deepseek-r1/i.test(model) ? THINKING_ROOM_TOKENS : 0;
}

export function createOpenAiChat(quirks: Quirks): Provider {
	return {
		room: (model) => quirks.room?.(model) ?? 0,
		buildRequest: (endpoint, prompt) => buildRequest(quirks, endpoint, prompt),
		readResponse: (response, _endpoint, nowMs) => readResponse(response, nowMs),
	};
}

function buildRequest(quirks: Quirks, { baseUrl, model, key }: Endpoint, prompt: Prompt): HttpRequest {
	const headers: Record<string, string> = { "Content-Type": "application/json" };
	if (key !== "") headers.Authorization = `Bearer ${key}`;
	const body = {
		// A local server without a name takes the model that it has loaded.
		...(model === "" ? {} : { model }),
		messages: messagesOf(prompt, quirks),
		[quirks.cap]: prompt.maxTokens + (quirks.room?.(model) ?? 0),
		stream: false,
		...quirks.calm?.(model),
	};
	return { url: `${baseUrl}/chat/completions`, method: "POST", headers, body: JSON.stringify(body) };
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

function readResponse(response: HttpResponse, nowMs: number): Reading {
	const tokens = tokensOf(response.body);
	if (!isDone(response.status)) return { kind: "fault", fault: readError(response, nowMs), tokens };
	const inside = readErrorInside(response, nowMs);
	if (inside !== undefined) return { kind: "fault", fault: inside, tokens };
	const choice = items(field(response.body, "choices"))[0];
	// OpenRouter puts the error into the choice once generation has started.
	const late = readErrorInside({ ...response, body: choice }, nowMs);
	if (late !== undefined) return { kind: "fault", fault: late, tokens };
	const message = field(choice, "message");
	if (!isMessage(message)) return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	return readChoice(choice, message, tokens);
}

/** An absent or null content is an empty answer; any other shape is not what the provider documents. */
function isMessage(message: unknown): boolean {
	const content = field(message, "content") ?? null;
	return isFields(message) && (content === null || typeof content === "string" || Array.isArray(content));
}

function readChoice(choice: unknown, message: unknown, tokens: Tokens): Reading {
	const reason = field(choice, "finish_reason");
	const text = contentOf(field(message, "content"));
	const refused = textOf(field(message, "refusal")) !== "";
	if (refused || reason === "content_filter") return { kind: "fault", fault: { code: "blocked" }, tokens };
	return readText(text, reason === "length", tokens);
}

/** Content is a string; some servers send parts, of which the text ones count (Mistral's thinking models). */
function contentOf(content: unknown): string {
	if (typeof content === "string") return content;
	return items(content)
		.filter((part) => field(part, "type") === "text")
		.map((part) => textOf(field(part, "text")))
		.join("");
}

function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usage");
	const counts = {
		prompt: [field(usage, "prompt_tokens")],
		completion: [field(usage, "completion_tokens")],
		thinking: field(field(usage, "completion_tokens_details"), "reasoning_tokens"),
		total: field(usage, "total_tokens"),
	};
	return tokensIn(field(usage, "prompt_audio_seconds") === undefined ? counts : withSound(counts));
}

/** Mistral counts the tokens of a recording in the total alone (docs.mistral.ai, audio): they were read, not written. */
function withSound(counts: Counts): Counts {
	const [total, said] = [countOf(counts.total), countOf(counts.completion[0])];
	return total === undefined || said === undefined || said > total ? counts : { ...counts, prompt: [total - said] };
}
