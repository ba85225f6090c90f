/**
 * HTTP over the phone's fetch. Owns the vendor's shapes (one object in; a string or a parsed body out,
 * headers in any case) and the clock that gives up on it. Never retries, never logs. Rule: it always settles,
 * with a response or a fault, and what another host answered is no response of the one that was asked.
 */

import type { FaultCode } from "../core/faults.ts";
import { isFields } from "../core/json.ts";
import { parseAddress } from "../core/settings/address.ts";
import type { Http, HttpOutcome, Timing } from "./ports.ts";
import { field, type HttpRequest, isDone } from "./providers/provider.ts";
import { readBody } from "./providers/stream.ts";

/**
 * The vendor's fetch takes one object. `timeout` is passed as zml does; a locked phone cuts at 10 s whatever
 * it says (COM).
 */
export type VendorFetch = (options: HttpRequest & { timeout: number }) => Promise<unknown>;

/**
 * A locked phone cuts a request at 10 s with code -2 (COM, zeppos-samples issue 88). The same code may stand
 * for a host out of reach, so the time that has passed tells them apart.
 */
const PHONE_CUT_CODE = -2;
const PHONE_CUT_MS = 9_000;

/** NSURLErrorTimedOut, of phones whose fetch is iOS's own. */
const IOS_TIMEOUT_CODE = -1001;

export function createHttp(fetch: VendorFetch, timing: Timing): Http {
	return {
		send(request, limitMs) {
			const sentAt = timing.now();
			return new Promise((resolve) => {
				const stop = timing.after(limitMs, () => resolve({ kind: "fault", code: "timeout" }));
				const settle = (outcome: HttpOutcome) => {
					stop();
					resolve(outcome);
				};
				const fail = (error: unknown) => settle({ kind: "fault", code: failureOf(error, timing.now() - sentAt) });
				start(fetch, request, limitMs).then((value) => {
					const isElsewhere = leadsElsewhere(request.url, field(value, "url"));
					settle(isElsewhere ? { kind: "fault", code: "bad-answer" } : readVendor(value, timing.now() - sentAt));
				}, fail);
			});
		},
	};
}

/** An async function, so that a fetch which throws at once counts as one that rejects. */
async function start(fetch: VendorFetch, { wantsBytes, ...request }: HttpRequest, limitMs: number): Promise<unknown> {
	const value = await fetch({ ...request, timeout: limitMs });
	if (wantsBytes === true && isFields(value) && isDone(Number(value.status))) {
		const bytes = await bytesOf(value);
		if (bytes !== null) return { status: value.status, headers: value.headers, url: value.url, body: bytes };
	}
	// Some phones give the standard Response (COM): its body is read by a method.
	if (!isFields(value) || value.body !== undefined || typeof value.text !== "function") return value;
	return { status: value.status, headers: value.headers, url: value.url, body: await value.text() };
}

/** Null on a phone that gives text alone, and for a reply that is text: its own words tell more. */
async function bytesOf(value: Record<string, unknown>): Promise<Uint8Array | null> {
	const { arrayBuffer } = value;
	if (typeof arrayBuffer !== "function") return null;
	// It may be of another realm, where `instanceof` says nothing.
	const buffer: unknown = await arrayBuffer.call(value);
	const bytes = new Uint8Array(isBuffer(buffer) ? buffer : new ArrayBuffer(0));
	const [first = 0] = bytes;
	return first === 0xff || first === 0x49 ? bytes : null;
}

function isBuffer(value: unknown): value is ArrayBuffer {
	return typeof value === "object" && value !== null && "byteLength" in value;
}

/**
 * True if the phone followed a redirect to another host, or out of encryption, and says so. Fetch cannot be
 * told not to follow (DOC reference/side-service-api/fetch). Whether a phone says where a response is from is
 * not documented (docs/evidence.md).
 */
function leadsElsewhere(asked: string, from: unknown): boolean {
	const [to, at] = [parseAddress(typeof from === "string" ? from : ""), parseAddress(asked)];
	if (to === null || at === null) return false;
	return to.host !== at.host || (at.scheme === "https" && to.scheme === "http");
}

function readVendor(value: unknown, elapsedMs: number): HttpOutcome {
	const status = Number(field(value, "status") ?? Number.NaN);
	if (!isFields(value) || !Number.isInteger(status) || status < 100) {
		return { kind: "fault", code: failureOf(value, elapsedMs) };
	}
	return {
		kind: "response",
		response: {
			status,
			headers: lowerCase(value.headers),
			body: value.body instanceof Uint8Array ? value.body : readBody(value.body),
		},
	};
}

function failureOf(error: unknown, elapsedMs: number): FaultCode {
	const code = Number(field(error, "code") ?? field(error, "status") ?? Number.NaN);
	const words = error instanceof Error ? error.message : String(field(error, "message") ?? error);
	const cut = code === PHONE_CUT_CODE && elapsedMs >= PHONE_CUT_MS;
	return cut || code === IOS_TIMEOUT_CODE || /time(d)?[\s_-]?out/i.test(words) ? "timeout" : "no-network";
}

function lowerCase(headers: unknown): Record<string, string> {
	const named: Record<string, string> = {};
	if (!isFields(headers)) return named;
	for (const name of Object.keys(headers)) named[name.toLowerCase()] = String(headers[name]);
	return named;
}
