/**
 * The port to a provider of answers. Owns its shapes only. An adapter is two pure functions: it never sends, waits, retries
 * or logs. Rule: everything it is handed back enters as `unknown` and leaves as a `Reading`; no text of a provider's error
 * ever leaves, since some repeat the key in it.
 */
import type { Turn } from "../../core/conversation.ts";
import type { Fault } from "../../core/faults.ts";
import { isFields } from "../../core/json.ts";
import { stripThinking } from "../../core/plain-text.ts";

export type HttpRequest = {
	url: string;
	method: "GET" | "POST";
	headers: Record<string, string>;
	/** Bytes only where nothing else will do: not every phone sends them as they are. */
	body?: string | ArrayBuffer;
};

/** `headers` have lower-case names. `body` is the JSON value, or the text as it came where it is not JSON. */
export type HttpResponse = { status: number; headers: Readonly<Record<string, string>>; body: unknown };

/** Any other status is of a request that was not done. */
export function isDone(status: number): boolean {
	return status >= 200 && status <= 299;
}

/** Where and as whom to ask. Made right before a request is built and dropped with it: it holds the key. */
export type Endpoint = { baseUrl: string; model: string; key: string };

/** A recording as an Ogg Opus file, and the same in base64. */
export type Speech = { ogg: Uint8Array; base64: string; seconds: number };

/**
 * `maxTokens` is for the answer; an adapter whose model cannot be kept from thinking adds room of its own. `speech` goes
 * along with the question, to the providers alone that core/voice-settings.ts knows to listen.
 */
export type Prompt = {
	system: string;
	turns: readonly Turn[];
	question: string;
	speech?: Speech;
	maxTokens: number;
};

/** Tokens as the provider counted them; thinking is in `completionTokens`. */
export type Tokens = { promptTokens: number; completionTokens: number };

export const NO_TOKENS: Tokens = { promptTokens: 0, completionTokens: 0 };

/**
 * What a response means. `cut`: stopped at the token cap. `starved`: no text came because the cap was reached before
 * any, so that one more try with more room may help. `poll`: ask again with this request in `afterMs`.
 */
export type Reading =
	| { kind: "answer"; text: string; cut?: true; tokens: Tokens }
	| { kind: "fault"; fault: Fault; starved?: true; tokens: Tokens }
	| { kind: "poll"; request: HttpRequest; afterMs: number };

export interface Provider {
	/** Tokens that a request for this model adds to `Prompt.maxTokens`, for thinking; absent means none. */
	room?(model: string): number;
	buildRequest(endpoint: Endpoint, prompt: Prompt): HttpRequest;
	/** `nowMs` is for a Retry-After that is a date. */
	readResponse(response: HttpResponse, endpoint: Endpoint, nowMs: number): Reading;
}

/** The field of an object, undefined where there is no object or no such field. */
export function field(value: unknown, name: string): unknown {
	return isFields(value) ? value[name] : undefined;
}

/** Items of a list; none where it is no list. */
export function items(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

/** No model reads or writes as many: what is beyond is no count, and would break the books that it is added to. */
const TOKENS_MAX = 100_000_000;

/** Tokens; 0 where `value` is no count of them. */
export function countOf(value: unknown): number {
	return typeof value === "number" && value > 0 && value <= TOKENS_MAX ? Math.round(value) : 0;
}

/** Text with a cap reached, or none, as a reading: the one place that tells `cut`, `starved` and empty apart. */
export function readText(raw: string, capped: boolean, tokens: Tokens): Reading {
	const text = stripThinking(raw);
	if (text.trim() !== "")
		return capped ? { kind: "answer", text, cut: true, tokens } : { kind: "answer", text, tokens };
	const empty = { kind: "fault", fault: { code: "empty-answer" }, tokens } as const;
	return capped ? { ...empty, starved: true } : empty;
}
