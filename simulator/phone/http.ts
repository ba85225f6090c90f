/**
 * The phone's HTTP client. Owns one request at a time from URL to whole reply: redirects, compression, the moment at
 * which the phone gives up. Rule: time is the simulation's, and the clock is held while a request is under way.
 * It says nothing of a request but its host, status, time and size: a path or a header may hold a key.
 */
import http from "node:http";
import https from "node:https";
import zlib from "node:zlib";
import type { Clock } from "../clock.ts";
import { CUT_MS, type PhoneProfile } from "./profile.ts";
import type { HttpReply, HttpRequest } from "./runtime/host.ts";

/** The one code that a Side Service sees for every failure of the network (COM zeppos-samples issue 88). */
export const NETWORK_ERROR = { code: -2, message: "network error" } as const;

const REDIRECTS = 10;

type HttpOutcome = { ok: true; reply: HttpReply } | { ok: false; why: string };

export interface PhoneHttp {
	/** `done` is called once, unless the returned function, which aborts, was called before. */
	request(request: HttpRequest, done: (outcome: HttpOutcome) => void): () => void;
}

export function createPhoneHttp(options: {
	clock: Clock;
	profile: PhoneProfile;
	online: () => boolean;
	log: (text: string) => void;
	/** A redirect to another host takes every header along but `Authorization` (square/okhttp#2937, #9331). Default: no key goes along. */
	redirectsKeepHeaders?: boolean;
	/** Simulated ms that the server takes for its next reply. Default: none but those of the desktop. */
	serverMs?: () => number;
}): PhoneHttp {
	const { clock, profile, log, serverMs, redirectsKeepHeaders: keepsHeaders = false } = options;
	return {
		request(request, done) {
			const began = clock.now();
			const release = clock.hold();
			const abort = new AbortController();
			const cut = clock.after(CUT_MS[profile.state], () => end({ ok: false, why: `cut by a ${profile.state} phone` }));
			let ended = false;

			function end(outcome: HttpOutcome | null): void {
				if (ended) return;
				ended = true;
				cut.cancel();
				abort.abort();
				const seconds = ((clock.now() - began) / 1000).toFixed(1);
				release();
				log(`${request.method} ${hostOf(request.url)}: ${describe(outcome)} after ${seconds} s`);
				if (outcome !== null) done(outcome);
			}

			function arrive(reply: HttpReply): void {
				if (serverMs === undefined) {
					end({ ok: true, reply });
					return;
				}
				release();
				clock.after(serverMs(), () => end({ ok: true, reply }));
			}

			if (options.online()) {
				send(request, abort.signal, { left: REDIRECTS, secret: keepsHeaders ? AUTHORIZATION : SECRETS }).then(
					arrive,
					(error: unknown) => end({ ok: false, why: reasonOf(error) }),
				);
			} else clock.after(0, () => end({ ok: false, why: "the phone is offline" }));
			return () => end(null);
		},
	};
}

function describe(outcome: HttpOutcome | null): string {
	if (outcome === null) return "aborted";
	return outcome.ok ? `${outcome.reply.status}, ${outcome.reply.text.length} characters` : outcome.why;
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : "no URL";
}

/** The system's name of the failure (ECONNREFUSED and kin); messages may quote the URL. */
function reasonOf(error: unknown): string {
	if (error instanceof Error && "code" in error) return String(error.code);
	return error instanceof Error ? error.name : "failed";
}

/** Headers that do not go along to another host. */
const SECRETS = /^(authorization|cookie|proxy-authorization|x-api-key|x-goog-api-key|api-key)$/i;
const AUTHORIZATION = /^authorization$/i;

/** How many more redirects are followed, and which headers do not follow to another host. */
type Following = { left: number; secret: RegExp };

async function send(request: HttpRequest, signal: AbortSignal, following: Following): Promise<HttpReply> {
	const url = new URL(request.url);
	if (url.protocol !== "http:" && url.protocol !== "https:") throw new TypeError("not an http address");
	const message = await sendOnce(url, request, signal);
	const location = message.headers.location;
	if (isRedirect(message.statusCode ?? 0) && location !== undefined && following.left > 0) {
		message.resume();
		const next = redirected(request, message.statusCode ?? 0, [url, new URL(location, url)], following.secret);
		return send(next, signal, { ...following, left: following.left - 1 });
	}
	const bytes = await readBytes(message);
	return {
		status: message.statusCode ?? 0,
		statusText: message.statusMessage ?? "",
		headers: pairs(message.rawHeaders),
		text: new TextDecoder().decode(bytes),
		bytes: Uint8Array.from(bytes),
	};
}

function sendOnce(url: URL, request: HttpRequest, signal: AbortSignal): Promise<http.IncomingMessage> {
	const body = typeof request.body === "string" ? new TextEncoder().encode(request.body) : request.body;
	const headers = Object.fromEntries(request.headers);
	const length = body === null ? {} : { "Content-Length": body.byteLength };
	return new Promise((resolve, reject) => {
		const sent = (url.protocol === "https:" ? https : http).request(
			url,
			{ method: request.method, headers: { ...headers, ...length }, signal, agent: false },
			resolve,
		);
		sent.on("error", reject);
		sent.end(body ?? undefined);
	});
}

function isRedirect(status: number): boolean {
	return [301, 302, 303, 307, 308].includes(status);
}

/** As phones' clients do: 307 and 308 repeat the request, the others become a GET, and another host gets no key. */
function redirected(request: HttpRequest, status: number, [from, to]: [URL, URL], secret: RegExp): HttpRequest {
	const repeats = status === 307 || status === 308 || request.method === "HEAD";
	const headers = from.host === to.host ? request.headers : request.headers.filter(([name]) => !secret.test(name));
	return { url: to.href, method: repeats ? request.method : "GET", headers, body: repeats ? request.body : null };
}

function pairs(raw: readonly string[]): [string, string][] {
	const found: [string, string][] = [];
	for (let at = 0; at + 1 < raw.length; at += 2) found.push([raw[at] ?? "", raw[at + 1] ?? ""]);
	return found;
}

async function readBytes(message: http.IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of message) chunks.push(chunk as Buffer);
	return unpack(Buffer.concat(chunks), message.headers["content-encoding"] ?? "");
}

function unpack(bytes: Buffer, encoding: string): Buffer {
	switch (encoding) {
		case "gzip":
			return zlib.gunzipSync(bytes);
		case "deflate":
			return zlib.inflateSync(bytes);
		case "br":
			return zlib.brotliDecompressSync(bytes);
		default:
			return bytes;
	}
}
