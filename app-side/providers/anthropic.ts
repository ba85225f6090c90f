/**
 * The adapter for Anthropic's Messages. Owns its wire format. Rule: thinking is asked not to happen, and
 * never read.
 */
import { urlFor } from "./address.ts";
import { readRefusal } from "./errors.ts";
import {
	type Adapter,
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	type Prompt,
	type Reading,
	type Tokens,
	tokensIn,
} from "./provider.ts";
import { readReply, readSaid } from "./said.ts";

const VERSION = "2023-06-01";

/** Their thinking cannot be turned off (to ask is a 400); they take an effort instead. */
const ALWAYS_THINKS = /claude-(fable|mythos|opus-(5-[5-9]|[6-9]))/;
const THINKING_ROOM_TOKENS = 1024;

/** The form that every model takes which searches at all. */
const SEARCH = { tools: [{ type: "web_search_20250305", name: "web_search", max_uses: 1 }] } as const;

export const anthropic: Adapter = {
	room,
	buildRequest,
	readResponse: (response, _endpoint, nowMs) => readResponse(response, nowMs),
};

function room(model: string): number {
	return ALWAYS_THINKS.test(model) ? THINKING_ROOM_TOKENS : 0;
}

function buildRequest({ baseUrl, model, key }: Endpoint, prompt: Prompt): HttpRequest {
	const { system, turns, question, maxTokens, looksUp } = prompt;
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
		...(looksUp === true ? SEARCH : {}),
	};
	const headers = { "Content-Type": "application/json", "x-api-key": key, "anthropic-version": VERSION };
	return { url: urlFor(baseUrl, "/messages"), method: "POST", headers, body: JSON.stringify(body) };
}

function readResponse(response: HttpResponse, nowMs: number): Reading {
	const tokens = tokensOf(response.body);
	const refusal = readRefusal(response, nowMs, "anthropic", tokens);
	if (refusal !== undefined) return refusal;
	const said = readSaid(response.body);
	return said === undefined ? { kind: "fault", fault: { code: "bad-answer" }, tokens } : readReply(said, tokens);
}

function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usage");
	const prompt = ["input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"];
	return tokensIn({ prompt: prompt.map((name) => field(usage, name)), completion: [field(usage, "output_tokens")] });
}
