/**
 * The adapter for OpenAI's Responses, run in the background: a start that returns at once, then short looks
 * every two seconds, so that a slow model outlives the 10 s that a locked phone gives a request. Rule: only a
 * finished response is read for text.
 */
import { keyHeaders, urlFor } from "./address.ts";
import { readRefusal } from "./errors.ts";
import { alwaysThinks, leastEffort, THINKING_ROOM_TOKENS } from "./openai-models.ts";
import {
	type Adapter,
	type Endpoint,
	field,
	type HttpRequest,
	type HttpResponse,
	type Prompt,
	type Reading,
	type Tokens,
	textOf,
	tokensIn,
} from "./provider.ts";
import { readReply, readSaid } from "./said.ts";

const POLL_MS = 2000;

/** A further search is not made, so that what a question costs is bounded. */
const SEARCH = { tools: [{ type: "web_search", search_context_size: "low" }], max_tool_calls: 1 } as const;

export const openAiResponses: Adapter = { room, buildRequest, readResponse };

function room(model: string): number {
	return alwaysThinks(model) ? THINKING_ROOM_TOKENS : 0;
}

function buildRequest(endpoint: Endpoint, prompt: Prompt): HttpRequest {
	const { system, turns, question, maxTokens, looksUp } = prompt;
	const { baseUrl, model } = endpoint;
	const least = leastEffort(model);
	// Who searches takes no "minimal" (docs/evidence.md).
	const effort = looksUp === true && least === "minimal" ? "low" : least;
	const past = turns.flatMap((turn) => [
		{ role: "user", content: turn.question },
		{ role: "assistant", content: turn.answer },
	]);
	const body = {
		// A local server without a name takes the model that it has loaded.
		...(model === "" ? {} : { model }),
		...(system === "" ? {} : { instructions: system }),
		input: [...past, { role: "user", content: question }],
		max_output_tokens: maxTokens + room(model),
		...(effort === undefined ? {} : { reasoning: { effort } }),
		...(looksUp === true ? SEARCH : {}),
		// What runs in the background has to be stored, or there is nothing to look at.
		background: true,
		store: true,
	};
	return {
		url: urlFor(baseUrl, "/responses"),
		method: "POST",
		headers: headersFor(endpoint),
		body: JSON.stringify(body),
	};
}

function headersFor({ baseUrl, key }: Endpoint): Record<string, string> {
	return { "Content-Type": "application/json", ...keyHeaders(baseUrl, key) };
}

function readResponse(response: HttpResponse, endpoint: Endpoint, nowMs: number): Reading {
	const { body } = response;
	const tokens = tokensOf(body);
	const refusal = readRefusal(response, nowMs, "openai", tokens);
	if (refusal !== undefined) return refusal;
	const status = field(body, "status");
	if (status === "queued" || status === "in_progress") return readPending(body, endpoint, tokens);
	const said = status === "cancelled" || status === "failed" ? undefined : readSaid(body);
	return said === undefined ? { kind: "fault", fault: { code: "bad-answer" }, tokens } : readReply(said, tokens);
}

function readPending(body: unknown, endpoint: Endpoint, tokens: Tokens): Reading {
	const id = textOf(field(body, "id"));
	if (id === "") return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	const url = urlFor(endpoint.baseUrl, `/responses/${encodeURIComponent(id)}`);
	return { kind: "poll", request: { url, method: "GET", headers: headersFor(endpoint) }, afterMs: POLL_MS };
}

function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usage");
	return tokensIn({
		prompt: [field(usage, "input_tokens")],
		completion: [field(usage, "output_tokens")],
		thinking: field(field(usage, "output_tokens_details"), "reasoning_tokens"),
		total: field(usage, "total_tokens"),
	});
}
