import { describe, expect, it } from "vitest";
import { createHttp, type VendorFetch } from "./http.ts";
import type { Timing } from "./ports.ts";
import type { HttpRequest } from "./providers/provider.ts";

const REQUEST: HttpRequest = { url: "https://host.example/", method: "POST", headers: {}, body: "{}" };

/** `elapsedMs` is how long the phone took by the clock; timers never fire by themselves. */
function send(fetch: VendorFetch, elapsedMs = 100) {
	const times = [0, elapsedMs];
	const timing: Timing = { now: () => times.shift() ?? elapsedMs, after: () => () => undefined };
	return createHttp(fetch, timing).send(REQUEST, 50_000);
}

describe("a phone's fetch", () => {
	it("is called with one object", async () => {
		const seen: unknown[] = [];
		await send((...given) => {
			seen.push(given);
			return Promise.resolve({ status: 200, body: "" });
		});
		expect(seen).toEqual([[{ ...REQUEST, timeout: 50_000 }]]);
	});

	it.each<[string, unknown, object]>([
		[
			"a string body",
			{ status: 200, headers: { A: "1" }, body: ' \n\n{"a":1}' },
			{ status: 200, headers: { a: "1" }, body: { a: 1 } },
		],
		["a parsed body", { status: 200, headers: {}, body: { a: 1 } }, { status: 200, headers: {}, body: { a: 1 } }],
		["a page", { status: 200, body: "<html>" }, { status: 200, headers: {}, body: "<html>" }],
		[
			"headers in capitals",
			{ status: 429, headers: { "Retry-After": 7 }, body: "" },
			{ status: 429, headers: { "retry-after": "7" }, body: "" },
		],
		["a status as text", { status: "404", body: "" }, { status: 404, headers: {}, body: "" }],
		[
			"a standard response",
			{ status: 200, headers: {}, text: () => Promise.resolve('{"a":1}') },
			{ status: 200, headers: {}, body: { a: 1 } },
		],
	])("may give %s", async (_name, value, response) => {
		expect(await send(() => Promise.resolve(value))).toEqual({ kind: "response", response });
	});

	it.each<[string, unknown, number, string]>([
		["code -2 at once", { code: -2, message: "failed" }, 50, "no-network"],
		["code -2 after ten seconds", { code: -2, message: "failed" }, 10_000, "timeout"],
		["iOS's code", { code: -1001 }, 5_000, "timeout"],
		["words", new Error("Request timed out"), 5_000, "timeout"],
		["Node's words", new Error("connect ETIMEDOUT 10.0.0.1:443"), 5_000, "timeout"],
		["a refused connection", new TypeError("fetch failed"), 5, "no-network"],
		["a string", "offline", 5, "no-network"],
		["nothing", undefined, 5, "no-network"],
	])("may fail with %s", async (_name, error, elapsedMs, code) => {
		expect(await send(() => Promise.reject(error), elapsedMs)).toEqual({ kind: "fault", code });
		expect(await send(() => Promise.resolve(error), elapsedMs)).toEqual({ kind: "fault", code });
	});

	it.each<[string, string, boolean]>([
		["its own address", REQUEST.url, true],
		["another path of the host", "https://host.example/v2", true],
		["the host's encrypted one", "https://HOST.example:443/", true],
		["nothing", "", true],
		["another host", "https://other.example/", false],
		["the host, no longer encrypted", "http://host.example/", false],
	])("may say that a response is from %s", async (_name, url, isTaken) => {
		const answers = [
			{ status: 200, url, headers: {}, body: "{}" },
			{ status: 200, url, headers: {}, text: () => Promise.resolve("{}") },
		];
		for (const answer of answers) {
			const outcome = await send(() => Promise.resolve(answer));
			expect(outcome).toMatchObject(isTaken ? { kind: "response" } : { kind: "fault", code: "bad-answer" });
		}
	});

	it("may throw at once", async () => {
		expect(
			await send(() => {
				throw new Error("no permission");
			}),
		).toEqual({ kind: "fault", code: "no-network" });
	});

	it("that never settles is given up", async () => {
		let ring: () => void = () => undefined;
		const timing: Timing = {
			now: () => 0,
			after: (_delayMs, run) => {
				ring = run;
				return () => undefined;
			},
		};
		const outcome = createHttp(() => new Promise(() => undefined), timing).send(REQUEST, 50_000);
		ring();
		expect(await outcome).toEqual({ kind: "fault", code: "timeout" });
	});
});
