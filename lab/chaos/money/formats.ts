/**
 * How the modelled providers speak: what is seen in a request, how an answer counts its tokens, and how each refuses in the
 * shape that it documents. Owns shapes alone, and knows nothing of the product's adapters.
 */
import type { VendorFetch } from "../../../app-side/http.ts";

type Request = Parameters<VendorFetch>[0];
type Format = "chat" | "responses" | "messages" | "gemini" | "transcription";

/** What was done. `how`, from 0 to 1, chooses how much of the counts is told. */
export type Said = { text: string; promptTokens: number; completionTokens: number; how: number };
type Refusal = "limited" | "no credit" | "busy" | "broken" | "refused";
export type Seen = { model: string; texts: string[]; cap: number; hasSound: boolean };

type Speaks = { answer(said: Said): unknown; refuse(kind: Refusal): { status: number; body: unknown } };
type Fields = Record<string, unknown>;

export function formatOf({ url }: Request): Format {
	if (url.endsWith("/audio/transcriptions")) return "transcription";
	if (url.endsWith("/chat/completions")) return "chat";
	if (url.endsWith("/messages")) return "messages";
	return url.endsWith(":generateContent") ? "gemini" : "responses";
}

/** What a listening service writes down: it takes no cap, and nobody says more in half a minute. */
const WORDS_TOKENS = 240;
const CAPS = ["max_tokens", "max_completion_tokens", "max_output_tokens", "maxOutputTokens"] as const;

export function seenIn(request: Request): Seen {
	const { url, body } = request;
	if (formatOf(request) === "transcription") {
		const form = typeof body === "string" ? body : Buffer.from(body ?? new ArrayBuffer(0)).toString("latin1");
		const model = /"model":"([^"]+)"/.exec(form)?.[1] ?? /name="model"\r\n\r\n([^\r]+)/.exec(form)?.[1] ?? "";
		return { model, texts: [], cap: WORDS_TOKENS, hasSound: true };
	}
	const sent: Fields = JSON.parse(String(body));
	const texts: string[] = [];
	let hasSound = false;
	const walk = (value: unknown, name: string): void => {
		if (typeof value === "string") {
			if (name === "data" || name === "input_audio") hasSound = true;
			else if (["content", "text", "system", "instructions"].includes(name)) texts.push(value);
		} else if (typeof value === "object" && value !== null) {
			for (const [inner, part] of Object.entries(value)) walk(part, Array.isArray(value) ? name : inner);
		}
	};
	walk(sent, "");
	const generation = fieldsOf(sent.generationConfig);
	const cap = CAPS.map((name) => sent[name] ?? generation[name]).find((value) => typeof value === "number");
	const named = /models\/([^/:]+):/.exec(url)?.[1];
	return {
		model: named === undefined ? String(sent.model) : decodeURIComponent(named),
		texts,
		// Without a cap a model writes as much as it likes.
		cap: typeof cap === "number" ? cap : 100_000,
		hasSound,
	};
}

function fieldsOf(value: unknown): Fields {
	return typeof value === "object" && value !== null ? { ...value } : {};
}

/** All of the counts, or a part of them, or thinking beside the answer, or none, or what is no count. */
function usageOf({ promptTokens, completionTokens, how }: Said, into: string, out: string): Fields | undefined {
	const total_tokens = promptTokens + completionTokens;
	if (how < 0.5) return { [into]: promptTokens, [out]: completionTokens, total_tokens };
	if (how < 0.6) return { [out]: completionTokens };
	if (how < 0.7) return { [into]: promptTokens };
	if (how < 0.8) return undefined;
	if (how < 0.85) return { [into]: String(promptTokens), [out]: null };
	const aside = Math.floor(completionTokens * 0.9);
	const completion_tokens_details = { reasoning_tokens: aside };
	return { [into]: promptTokens, [out]: completionTokens - aside, total_tokens, completion_tokens_details };
}

const OPENAI_ERRORS: Readonly<Record<Refusal, { status: number; body: unknown }>> = {
	limited: {
		status: 429,
		body: { error: { message: "Rate limit reached.", type: "requests", code: "rate_limit_exceeded" } },
	},
	"no credit": {
		status: 429,
		body: { error: { message: "You exceeded your quota.", type: "insufficient_quota", code: "insufficient_quota" } },
	},
	busy: {
		status: 503,
		body: { error: { message: "The engine is overloaded.", type: "server_error", param: null, code: null } },
	},
	broken: {
		status: 500,
		body: { error: { message: "The server had an error.", type: "server_error", param: null, code: null } },
	},
	refused: {
		status: 400,
		body: { error: { message: "Invalid value.", type: "invalid_request_error", param: null, code: null } },
	},
};

const ANTHROPIC_ERRORS: Readonly<Record<Refusal, readonly [number, string, string]>> = {
	limited: [429, "rate_limit_error", "Too many requests."],
	"no credit": [402, "billing_error", "There is no credit."],
	busy: [529, "overloaded_error", "Overloaded"],
	broken: [500, "api_error", "Internal server error"],
	refused: [400, "invalid_request_error", "Invalid value."],
};

const GEMINI_ERRORS: Readonly<Record<Refusal, readonly [number, string, string]>> = {
	limited: [429, "RESOURCE_EXHAUSTED", "Quota exceeded for requests a minute."],
	"no credit": [429, "RESOURCE_EXHAUSTED", "Your project has exceeded its monthly spending cap."],
	busy: [503, "UNAVAILABLE", "The model is overloaded."],
	broken: [500, "INTERNAL", "An internal error has occurred."],
	refused: [400, "INVALID_ARGUMENT", "Invalid value."],
};

export const FORMATS: Readonly<Record<Format, Speaks>> = {
	chat: {
		answer: (said) => ({
			choices: [
				{ message: { role: "assistant", content: said.text }, finish_reason: said.text === "" ? "length" : "stop" },
			],
			usage: usageOf(said, "prompt_tokens", "completion_tokens"),
		}),
		refuse: (kind) => OPENAI_ERRORS[kind],
	},
	responses: {
		answer: (said) => ({
			id: "r",
			...(said.text === ""
				? { status: "incomplete", incomplete_details: { reason: "max_output_tokens" }, output: [] }
				: {
						status: "completed",
						output: [{ type: "message", content: [{ type: "output_text", text: said.text }] }],
					}),
			usage: usageOf(said, "input_tokens", "output_tokens"),
		}),
		refuse: (kind) => OPENAI_ERRORS[kind],
	},
	transcription: {
		answer: (said) => ({
			text: said.text === "" ? "" : "Why is the sky blue?",
			usage: usageOf(said, "input_tokens", "output_tokens"),
		}),
		refuse: (kind) => OPENAI_ERRORS[kind],
	},
	messages: {
		answer: ({ text, promptTokens, completionTokens, how }) => ({
			type: "message",
			content: text === "" ? [] : [{ type: "text", text }],
			stop_reason: text === "" ? "max_tokens" : "end_turn",
			usage: {
				...(how < 0.8
					? { input_tokens: Math.floor(promptTokens / 2), cache_read_input_tokens: Math.ceil(promptTokens / 2) }
					: {}),
				...(how < 0.6 || how > 0.9 ? { output_tokens: completionTokens } : {}),
			},
		}),
		refuse: (kind) => {
			const [status, type, message] = ANTHROPIC_ERRORS[kind];
			return { status, body: { type: "error", error: { type, message } } };
		},
	},
	gemini: {
		answer: ({ text, promptTokens, completionTokens, how }) => {
			const aside = Math.floor(completionTokens * 0.5);
			return {
				candidates: [
					{
						content: { role: "model", parts: text === "" ? [] : [{ text }] },
						finishReason: text === "" ? "MAX_TOKENS" : "STOP",
					},
				],
				usageMetadata: {
					promptTokenCount: promptTokens,
					...(how < 0.5 ? { candidatesTokenCount: completionTokens - aside, thoughtsTokenCount: aside } : {}),
					...(how < 0.7 ? { totalTokenCount: promptTokens + completionTokens } : {}),
				},
			};
		},
		refuse: (kind) => {
			const [status, name, message] = GEMINI_ERRORS[kind];
			return { status, body: { error: { code: status, message, status: name } } };
		},
	},
};
