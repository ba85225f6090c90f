/** The adapter for Anthropic's Messages. Owns its wire format. Rule: thinking is asked not to happen, and never read. */
import { readError, readErrorInside } from "./errors.ts";
import {
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
	type Tokens,
	textOf,
	tokensIn,
} from "./provider.ts";

const VERSION = "2023-06-01";

/** Their thinking cannot be turned off (to ask is a 400); they take an effort instead. */
const ALWAYS_THINKS = /claude-(fable|mythos|opus-(5-[5-9]|[6-9]))/;
const THINKING_ROOM_TOKENS = 1024;

export const anthropic: Provider = {
	room,
	buildRequest,
	readResponse: (response, _endpoint, nowMs) => readResponse(response, nowMs),
};

function room(model: string): number {
	return ALWAYS_THINKS.test(model) ? THINKING_ROOM_TOKENS : 0;
}

function buildRequest({ baseUrl, model, key }: Endpoint, { system, turns, question, maxTokens }: Prompt): HttpRequest {
	const past = turns.flatMap((turn) => [
		{ role: "user", content: turn.question },
		{ role: "assistant", content: turn.answer },
	]);
	const body = {
		model,
		max_tokens: maxTokens + room(model),
		...(system === "" ? {} : { system }),
		messages: [...past, { role: "user", content: question }],
		...(ALWAYS_THINKS.test(model) ? { output_config: { effort: "low" } } : { thinking: { type: "disabled" } }),
	};
	const headers = { "Content-Type": "application/json", "x-api-key": key, "anthropic-version": VERSION };
	return { url: `${baseUrl}/messages`, method: "POST", headers, body: JSON.stringify(body) };
}

function readResponse(response: HttpResponse, nowMs: number): Reading {
	const { body, status } = response;
	const tokens = tokensOf(body);
	if (!isDone(status)) return { kind: "fault", fault: readError(response, nowMs), tokens };
	const inside = readErrorInside(response, nowMs);
	if (inside !== undefined) return { kind: "fault", fault: inside, tokens };
	const content = field(body, "content");
	if (!Array.isArray(content)) return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	const reason = field(body, "stop_reason");
	if (reason === "refusal") return { kind: "fault", fault: { code: "blocked" }, tokens };
	const texts = items(content)
		.filter((block) => field(block, "type") === "text")
		.map((block) => textOf(field(block, "text")));
	return readText(texts.join(""), reason === "max_tokens" || reason === "model_context_window_exceeded", tokens);
}

function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usage");
	const prompt = ["input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"];
	return tokensIn({ prompt: prompt.map((name) => field(usage, name)), completion: [field(usage, "output_tokens")] });
}
