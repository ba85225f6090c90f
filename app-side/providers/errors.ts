/**
 * From a refusal to a fault. Owns how a wait is read; what a refusal means is in causes.ts. Rule: a
 * provider's words are never kept or returned.
 */
import type { Fault } from "../../core/faults.ts";
import { type Cause, causeInside, causeOf } from "./causes.ts";
import { field, type HttpResponse, isDone, items, type Reading, type Tokens, textOf } from "./provider.ts";
import { type Form, isError } from "./signals.ts";

/** Longest wait that is passed on, in seconds: beyond a day a wait is no help. */
const WAIT_MAX_SECONDS = 86_400;

/** What a response refuses, by its status or inside a 200; undefined if it is no refusal. */
export function readRefusal(
	response: HttpResponse,
	nowMs: number,
	form: Form,
	tokens: Tokens,
): Extract<Reading, { kind: "fault" }> | undefined {
	const cause = readCause(response, form);
	if (cause === undefined) return undefined;
	const fault = withWait(cause.code, response, nowMs);
	return {
		kind: "fault",
		fault,
		tokens,
		...(cause.isTold ? { isTold: true as const } : {}),
		...(cause.isStarved === true ? { starved: true as const } : {}),
		...(cause.isAddress === true ? { isAddress: true as const } : {}),
	};
}

function readCause({ status, body }: HttpResponse, form: Form): Cause | undefined {
	if (!isDone(status)) return causeOf(status, body, form);
	return isError(body) ? causeInside(body, form) : undefined;
}

function withWait(code: Fault["code"], response: HttpResponse, nowMs: number): Fault {
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
	const error = field(Array.isArray(body) ? body[0] : body, "error");
	for (const detail of items(field(error, "details"))) {
		const delay = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(textOf(field(detail, "retryDelay")).slice(0, 24));
		if (delay !== null) return Number(delay[1]);
	}
	return undefined;
}
