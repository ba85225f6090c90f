/**
 * The adapter for OpenAI's Responses, run in the background: a start that returns at once, then short looks every two seconds,
 * so that a slow model outlives the 10 s that a locked phone gives a request. Rule: only a finished response is read for text.
 */
import { readError, readErrorInside } from "./errors.ts";
import { alwaysThinks, leastEffort, THINKING_ROOM_TOKENS } from "./openai-models.ts";
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

const POLL_MS = 2000;

export const openAiResponses: Provider = { room, buildRequest, readResponse };

function room(model: string): number {
	return alwaysThinks(model) ? THINKING_ROOM_TOKENS : 0;
}

function buildRequest(endpoint: Endpoint, { system, turns, question, maxTokens }: Prompt): HttpRequest {
	const { baseUrl, model } = endpoint;
	const effort = leastEffort(model);
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
		// What runs in the background has to be stored, or there is nothing to look at.
		background: true,
		store: true,
	};
	return { url: `${baseUrl}/responses`, method: "POST", headers: headersFor(endpoint), body: JSON.stringify(body) };
}

function headersFor({ key }: Endpoint): Record<string, string> {
	return { "Content-Type": "application/json", ...(key === "" ? {} : { Authorization: `Bearer ${key}` }) };
}

function readResponse(response: HttpResponse, endpoint: Endpoint, nowMs: number): Reading {
	const { body, status } = response;
	const tokens = tokensOf(body);
	if (!isDone(status)) return { kind: "fault", fault: readError(response, nowMs), tokens };
	const inside = readErrorInside(response, nowMs);
	if (inside !== undefined) return { kind: "fault", fault: inside, tokens };
	switch (field(body, "status")) {
		case "queued":
		case "in_progress":
			return readPending(body, endpoint, tokens);
		case "completed":
			return readOutput(body, false, tokens);
		case "incomplete":
			return readIncomplete(body, tokens);
		default:
			return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	}
}

function readPending(body: unknown, endpoint: Endpoint, tokens: Tokens): Reading {
	const id = textOf(field(body, "id"));
	if (id === "") return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	const url = `${endpoint.baseUrl}/responses/${encodeURIComponent(id)}`;
	return { kind: "poll", request: { url, method: "GET", headers: headersFor(endpoint) }, afterMs: POLL_MS };
}

function readIncomplete(body: unknown, tokens: Tokens): Reading {
	const reason = field(field(body, "incomplete_details"), "reason");
	if (reason === "content_filter") return { kind: "fault", fault: { code: "blocked" }, tokens };
	return readOutput(body, true, tokens);
}

/** The texts of the messages, joined: `output_text` is a convenience of the SDK and not on the wire. */
function readOutput(body: unknown, capped: boolean, tokens: Tokens): Reading {
	const output = field(body, "output");
	if (!Array.isArray(output)) return { kind: "fault", fault: { code: "bad-answer" }, tokens };
	const parts = items(output).flatMap((item) =>
		field(item, "type") === "message" ? items(field(item, "content")) : [],
	);
	if (parts.some((part) => field(part, "type") === "refusal"))
		return { kind: "fault", fault: { code: "blocked" }, tokens };
	const texts = parts
		.filter((part) => field(part, "type") === "output_text")
		.map((part) => textOf(field(part, "text")));
	return readText(texts.join(""), capped, tokens);
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
