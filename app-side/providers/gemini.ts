/**
 * The adapter for Gemini's generateContent. Owns its wire format. Rule: parts that are thoughts are never
 * read.
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
	type Speech,
	type Tokens,
	tokensIn,
} from "./provider.ts";
import { readReply, readSaid } from "./said.ts";

export const gemini: Adapter = {
	room: (model) => thinkingFor(model).roomTokens,
	buildRequest,
	readResponse: (response, _endpoint, nowMs) => readResponse(response, nowMs),
};

function buildRequest({ baseUrl, model, key }: Endpoint, prompt: Prompt): HttpRequest {
	const { system, turns, question, speech, maxTokens, looksUp } = prompt;
	const past = turns.flatMap((turn) => [content("user", turn.question), content("model", turn.answer)]);
	const thinking = thinkingFor(model);
	const body = {
		...(system === "" ? {} : { systemInstruction: { parts: [{ text: system }] } }),
		contents: [...past, speech === undefined ? content("user", question) : spoken(question, speech)],
		generationConfig: { maxOutputTokens: maxTokens + thinking.roomTokens, ...thinking.config },
		...(looksUp === true ? { tools: [{ google_search: {} }] } : {}),
	};
	const name = encodeURIComponent(model.replace(/^models\//, ""));
	const headers = { "Content-Type": "application/json", "x-goog-api-key": key };
	return {
		url: urlFor(baseUrl, `/models/${name}:generateContent`),
		method: "POST",
		headers,
		body: JSON.stringify(body),
	};
}

function content(role: "user" | "model", text: string) {
	return { role, parts: [{ text }] };
}

/**
 * The documentation lists `audio/ogg` for Vorbis; Opus in Ogg has been seen to work (CODE, docs/evidence.md).
 */
function spoken(question: string, { base64 }: Speech) {
	return { role: "user", parts: [{ inlineData: { mimeType: "audio/ogg", data: base64 } }, { text: question }] };
}

/**
 * 3 and later take a level; these take the least one, the others (Pro, and Flash from 3.6 on) answer it with
 * 400.
 */
const TAKES_MINIMAL = /flash-lite|gemini-3(\.1)?-flash/;

/**
 * 2.5 takes a budget; Pro's cannot be zero. A name that ends in `latest` stands for the newest model.
 * Thoughts count to the cap.
 */
function thinkingFor(model: string): { config: Record<string, unknown>; roomTokens: number } {
	if (/gemini-2\.5-pro/.test(model)) return { config: { thinkingConfig: { thinkingBudget: 128 } }, roomTokens: 512 };
	if (/gemini-2\.5/.test(model)) return { config: { thinkingConfig: { thinkingBudget: 0 } }, roomTokens: 0 };
	if (!/gemini-([3-9]|.*-latest$)/.test(model)) return { config: {}, roomTokens: 0 };
	return {
		config: { thinkingConfig: { thinkingLevel: TAKES_MINIMAL.test(model) ? "MINIMAL" : "LOW" } },
		roomTokens: 1024,
	};
}

function readResponse(response: HttpResponse, nowMs: number): Reading {
	const tokens = tokensOf(response.body);
	const refusal = readRefusal(response, nowMs, "gemini", tokens);
	if (refusal !== undefined) return refusal;
	const said = readSaid(response.body);
	return said === undefined ? { kind: "fault", fault: { code: "bad-answer" }, tokens } : readReply(said, tokens);
}

function tokensOf(body: unknown): Tokens {
	const usage = field(body, "usageMetadata");
	return tokensIn({
		prompt: [field(usage, "promptTokenCount"), field(usage, "toolUsePromptTokenCount")],
		// Thoughts stand beside the candidates.
		completion: [field(usage, "candidatesTokenCount"), field(usage, "thoughtsTokenCount")],
		total: field(usage, "totalTokenCount"),
	});
}
