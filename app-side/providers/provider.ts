/**
 * The port to a provider of answers. Owns its shapes only. An adapter is two pure functions: it never sends,
 * waits, retries or logs. Rule: everything it is handed back enters as `unknown` and leaves as a `Reading`;
 * no text of a provider's error ever leaves, since some repeat the key in it.
 */
import type { Turn } from "../../core/ask/conversation.ts";
import { stripMachinery } from "../../core/cleaning/machinery.ts";
import type { Fault } from "../../core/faults.ts";
import { isFields } from "../../core/json.ts";

export type HttpRequest = {
	url: string;
	method: "GET" | "POST";
	headers: Record<string, string>;
	/** Bytes only if nothing else will do: not every phone sends them as they are. */
	body?: string | ArrayBuffer;
	/** The reply is no text: its bytes are wanted, from a phone that gives them. */
	wantsBytes?: true;
};

/** `headers` have lower-case names. `body` is the JSON value, or the text as it came if it is not JSON; bytes if they were wanted. */
export type HttpResponse = { status: number; headers: Readonly<Record<string, string>>; body: unknown };

/** Any other status is of a request that was not done. */
export function isDone(status: number): boolean {
	return status >= 200 && status <= 299;
}

/** Where and as whom to ask. Made right before a request is built and dropped with it: it holds the key. */
export type Endpoint = { baseUrl: string; model: string; key: string };

/**
 * A recording as an Ogg Opus file, and the same in base64. `unvoiced`: it has no voice in it, only a whisper
 * or noise.
 */
export type Speech = { ogg: Uint8Array; base64: string; seconds: number; unvoiced?: true };

/**
 * `maxTokens` is for the answer. An adapter adds room of its own if its model cannot be kept from thinking.
 * `speech` goes along with the question, but only to a provider that core/settings/voice.ts lists as one that
 * listens.
 */
export type Prompt = {
	system: string;
	turns: readonly Turn[];
	question: string;
	/**
	 * The words in `system` and `question` that are AskFace's own, for whoever counts what the request costs.
	 */
	own?: string;
	/** The same if the provider may search the web for the answer; absent if it may not. */
	looking?: { system: string; own: string };
	/** The request asks for the provider's own search. */
	looksUp?: true;
	speech?: Speech;
	maxTokens: number;
};

/**
 * Tokens as the provider counted them. Thinking is in `completionTokens`; what came from the provider's cache
 * is in `promptTokens`. A count is absent if the provider gave none, or one that cannot be. Then
 * app-side/spending.ts takes the most that the request may have cost.
 */
export type Tokens = { promptTokens?: number; completionTokens?: number };

/** What the provider used; `searches`: of the web, as it counted them. */
export type Used = Tokens & { searches?: number };

/**
 * What a response means. `cut`: stopped at the token cap. `starved`: no text came because the cap was reached
 * before any, so that one more try with more room may help. `isTold`: the provider itself says that it did
 * not answer, so that nothing was charged. `sites`: where what was looked up stands. `isAddress`: nobody serves this path. `poll`: ask again with this
 * request in `afterMs`.
 */
export type Reading =
	| { kind: "answer"; text: string; cut?: true; tokens: Used; sites?: readonly string[] }
	| { kind: "fault"; fault: Fault; starved?: true; isTold?: true; isAddress?: true; tokens: Used }
	| { kind: "poll"; request: HttpRequest; afterMs: number };

export interface Adapter {
	/** Tokens that a request for this model adds to `Prompt.maxTokens`, for thinking; absent means none. */
	room?(model: string): number;
	buildRequest(endpoint: Endpoint, prompt: Prompt): HttpRequest;
	/** `nowMs` is for a Retry-After that is a date. */
	readResponse(response: HttpResponse, endpoint: Endpoint, nowMs: number): Reading;
}

/** The field of an object, undefined if there is no object or no such field. */
export function field(value: unknown, name: string): unknown {
	return isFields(value) ? value[name] : undefined;
}

/** Items of a list; none if it is no list. */
export function items(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
	return typeof value === "string" ? value : "";
}

/**
 * No model reads or writes as many: what is beyond is no count, and would break the books that it is added
 * to.
 */
const TOKENS_MAX = 100_000_000;

/** Tokens; undefined if `value` is no count of them. */
export function countOf(value: unknown): number | undefined {
	return typeof value === "number" && value >= 0 && value <= TOKENS_MAX ? Math.ceil(value) : undefined;
}

/** The counts of a reply, as they came. `prompt` and `completion` are lists of what adds up to each. */
export type Counts = {
	prompt: readonly unknown[];
	completion: readonly unknown[];
	thinking?: unknown;
	total?: unknown;
};

/**
 * The most that a reply's counts can mean. OpenAI counts thinking in the completion, xAI beside it (vercel/ai
 * #12425). So whatever the total has beyond the prompt is counted, and thinking that does not fit into the
 * completion is added to it.
 */
export function tokensIn({ prompt, completion, thinking, total }: Counts): Tokens {
	const promptTokens = sumOf(prompt);
	const said = sumOf(completion);
	const whole = countOf(total);
	const thought = countOf(thinking) ?? 0;
	const beyond = whole === undefined || promptTokens === undefined ? undefined : whole - promptTokens;
	const beside = thought > (said ?? 0) ? (said ?? 0) + thought : 0;
	const most = Math.max(said ?? 0, beyond ?? 0, beside);
	const isKnown = said !== undefined || beyond !== undefined || thought > 0;
	return {
		// No request is without a prompt.
		...(promptTokens === undefined || promptTokens === 0 ? {} : { promptTokens }),
		...(isKnown && most <= TOKENS_MAX ? { completionTokens: most } : {}),
	};
}

/** Undefined if none of them is a count. */
function sumOf(counts: readonly unknown[]): number | undefined {
	const known = counts.map(countOf).filter((count) => count !== undefined);
	return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}

/**
 * Text with a cap reached, or none, as a reading: the one place that tells `cut`, `starved` and empty apart.
 */
export function readText(raw: string, capped: boolean, tokens: Tokens): Reading {
	const text = stripMachinery(raw);
	if (text.trim() !== "") {
		// A text is of some tokens: a provider that counts none did not count.
		const { completionTokens, ...others } = tokens;
		const used = completionTokens === 0 ? others : tokens;
		return capped ? { kind: "answer", text, cut: true, tokens: used } : { kind: "answer", text, tokens: used };
	}
	const empty = { kind: "fault", fault: { code: "empty-answer" }, tokens } as const;
	return capped ? { ...empty, starved: true } : empty;
}
