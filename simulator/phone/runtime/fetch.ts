/**
 * The vendor's fetch: one object `{url, method, headers, body}` (DOC fetch.mdx), or a URL with the same object after it
 * (COM). Owns what a body becomes on its way out and in; never the network. There is no streaming.
 */
import type { HttpReply, HttpRequest, SideHost } from "./host.ts";

type Options = { url?: unknown; method?: unknown; headers?: unknown; body?: unknown };

export function createFetch(host: SideHost): (input: unknown, init?: Options) => Promise<unknown> {
	return (input, init) =>
		new Promise((resolve, reject) => {
			const request = toRequest(input, init, host.binary);
			host.fetch(
				request,
				(reply) => resolve(toResponse(reply, host)),
				(code, message) => reject(Object.assign(new Error(message), { code })),
			);
		});
}

function toRequest(input: unknown, init: Options | undefined, binary: boolean): HttpRequest {
	const options: Options = typeof input === "object" && input !== null ? input : { ...init, url: input };
	return {
		url: String(options.url),
		method: String(options.method ?? "GET").toUpperCase(),
		headers: Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)]),
		body: toBody(options.body, binary),
	};
}

/**
 * Anything but a string goes out as JSON, which makes `{}` of an ArrayBuffer: reports of what becomes of binary bodies
 * conflict (COM), so a phone that takes them is a profile of its own.
 */
function toBody(body: unknown, binary: boolean): string | Uint8Array | null {
	if (body === undefined || body === null) return null;
	if (typeof body === "string") return body;
	if (binary && body instanceof ArrayBuffer) return new Uint8Array(body);
	if (binary && ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
	return JSON.stringify(body) ?? String(body);
}

function toResponse(reply: HttpReply, { objectBody, binary }: SideHost): Record<string, unknown> {
	return {
		status: reply.status,
		statusText: reply.statusText,
		ok: reply.status >= 200 && reply.status < 300,
		headers: Object.fromEntries(reply.headers),
		body: objectBody ? parseOr(reply.text) : reply.text,
		text: () => Promise.resolve(reply.text),
		// INF: a phone that sends bytes as they are gives them out as well.
		...(binary ? { arrayBuffer: () => Promise.resolve(Uint8Array.from(reply.bytes).buffer) } : {}),
		json: () => Promise.resolve(reply.text).then((text) => JSON.parse(text) as unknown),
	};
}

function parseOr(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
