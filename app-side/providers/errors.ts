/**
 * The one map from a provider's refusal to a fault. Owns what statuses, codes and error bodies mean for all providers;
 * never keeps or returns a provider's words. Rule: a code says more than the status, a message is looked at last.
 */
import type { Fault, FaultCode } from "../../core/faults.ts";
import { field, type HttpResponse, items, textOf } from "./provider.ts";

/** Longest wait that is passed on, in seconds: beyond a day a wait is no help. */
const WAIT_MAX_SECONDS = 86_400;

/** Codes and types of the error bodies, lower case, whichever provider uses them (docs/evidence.md, Providers). */
const CODES: Readonly<Record<string, FaultCode>> = {
	insufficient_quota: "no-credit",
	billing_error: "no-credit",
	billing_not_active: "no-credit",
	billing_hard_limit_reached: "no-credit",
	insufficient_balance: "no-credit",
	arrearage: "no-credit",
	blocked_api_access: "no-credit",
	api_key_invalid: "key-refused",
	invalid_api_key: "key-refused",
	invalidapikey: "key-refused",
	authentication_error: "key-refused",
	model_not_found: "no-such-model",
	model_not_exist: "no-such-model",
	model_decommissioned: "no-such-model",
	invalid_model: "no-such-model",
	content_filter: "blocked",
	content_policy_violation: "blocked",
	data_inspection_failed: "blocked",
	datainspectionfailed: "blocked",
	rate_limit_exceeded: "rate-limited",
	rate_limit_error: "rate-limited",
	rate_limited: "rate-limited",
	resource_exhausted: "rate-limited",
	overloaded_error: "overloaded",
	server_error: "overloaded",
	api_error: "overloaded",
	internal_error: "overloaded",
	unavailable: "overloaded",
};

/** Where only the message tells: Anthropic's 400 for no credit, spend limits behind a 429, unknown models behind a 400. */
const MESSAGES: readonly (readonly [RegExp, FaultCode])[] = [
	[
		/credit balance is too low|insufficient (balance|credits?|funds)|spend(ing)?[\s_-]*(limit|cap)|specified.{0,12}usage limits/i,
		"no-credit",
	],
	[
		/model\b.{0,80}\b(not (exist|found|supported)|does not exist|unknown)|not a valid model|no such model/i,
		"no-such-model",
	],
];

/** Seen statuses that are not simply their class. */
const STATUSES: Readonly<Record<number, FaultCode>> = {
	401: "key-refused",
	402: "no-credit",
	403: "key-refused",
	404: "no-such-model",
	408: "timeout",
	429: "rate-limited",
	498: "overloaded",
	499: "overloaded",
};

/** The fault of a response that is not a success, by its status. */
export function readError(response: HttpResponse, nowMs: number): Fault {
	const code = codeOf(response.status, response.body);
	return withWait(code, response, nowMs);
}

/** The fault that a response of status 200 carries in its body, or undefined where it carries none. */
export function readErrorInside(response: HttpResponse, nowMs: number): Fault | undefined {
	const error = errorOf(response.body);
	if (error === undefined) return undefined;
	const code = field(error, "code");
	const status = typeof code === "number" && code >= 300 ? code : 0;
	return withWait(codeOf(status, response.body), response, nowMs);
}

function codeOf(status: number, body: unknown): FaultCode {
	const error = errorOf(body);
	if (status === 403 && isModeration(error)) return "blocked";
	const byCode = codesOf(body, error).map((code) => CODES[code]);
	const strong = byCode.find((code) => code === "no-credit" || code === "key-refused" || code === "blocked");
	if (strong !== undefined) return strong;
	const byMessage = status === 401 || status === 403 || status >= 500 ? undefined : messageCode(status, body, error);
	return byMessage ?? STATUSES[status] ?? byCode.find((code) => code !== undefined) ?? classOf(status);
}

function classOf(status: number): FaultCode {
	if (status >= 500) return "overloaded";
	return status >= 400 ? "request-refused" : "bad-answer";
}

/** The error part of a body: an object, or Ollama's plain string. Google sometimes wraps it in a list. */
function errorOf(body: unknown): unknown {
	const outer = Array.isArray(body) ? body[0] : body;
	const error = field(outer, "error");
	if (typeof error === "string") return { message: error };
	if (error !== undefined && error !== null) return error;
	const kind = field(outer, "object") ?? field(outer, "type");
	return kind === "error" || (typeof field(outer, "code") === "string" && field(outer, "message") !== undefined)
		? outer
		: undefined;
}

function codesOf(body: unknown, error: unknown): string[] {
	const reasons = items(field(error, "details")).map((detail) => field(detail, "reason"));
	const named = [field(error, "code"), field(error, "type"), field(error, "status"), field(body, "code"), ...reasons];
	return named.filter((name) => typeof name === "string").map((name) => name.toLowerCase());
}

function messageCode(status: number, body: unknown, error: unknown): FaultCode | undefined {
	const message = (textOf(field(error, "message")) || textOf(field(body, "message"))).slice(0, 400);
	const known = MESSAGES.find(([words]) => words.test(message));
	if (known === undefined || (known[1] === "no-such-model" && status !== 400 && status !== 422)) return undefined;
	return known[1];
}

/** OpenRouter's 403 for a moderated question names the reasons; a refused key has none. */
function isModeration(error: unknown): boolean {
	const metadata = field(error, "metadata");
	return field(metadata, "reasons") !== undefined || field(metadata, "flagged_input") !== undefined;
}

function withWait(code: FaultCode, response: HttpResponse, nowMs: number): Fault {
	if (code !== "rate-limited" && code !== "overloaded") return { code };
	const seconds = retryAfter(response.headers["retry-after"], nowMs) ?? retryInfo(response.body);
	if (seconds === undefined) return { code };
	return { code, waitSeconds: Math.min(WAIT_MAX_SECONDS, Math.max(1, Math.ceil(seconds))) };
}

/** RFC 9110 10.2.3: seconds or an HTTP date. */
function retryAfter(header: string | undefined, nowMs: number): number | undefined {
	if (header === undefined || header.trim() === "") return undefined;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds);
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, (date - nowMs) / 1000);
}

/** google.rpc.RetryInfo: `{"@type": "...RetryInfo", "retryDelay": "12.5s"}` among the details. */
function retryInfo(body: unknown): number | undefined {
	for (const detail of items(field(errorOf(body), "details"))) {
		const delay = /^(\d+(?:\.\d+)?)s$/.exec(textOf(field(detail, "retryDelay")));
		if (delay !== null) return Number(delay[1]);
	}
	return undefined;
}
