import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parsePlatform } from "../platform/index.ts";
import { APP_ID, createPocket } from "./__fixtures__/pocket.ts";
import type { PhoneOptions } from "./phone.ts";

type Seen = { method: string; url: string; headers: http.IncomingHttpHeaders; body: Buffer };

const seen: Seen[] = [];
const server = http.createServer(async (request, response) => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { method = "", url = "", headers } = request;
	seen.push({ method, url, headers, body: Buffer.concat(chunks) });
	answer(url, response);
});
let origin = "";

function answer(url: string, response: http.ServerResponse): void {
	switch (url) {
		case "/never":
			return;
		case "/html":
			response.writeHead(200, { "Content-Type": "text/html" }).end("<html>log in</html>");
			return;
		case "/gzip":
			response.writeHead(200, { "Content-Encoding": "gzip" }).end(gzipSync('{"packed":true}'));
			return;
		case "/moved":
			response.writeHead(302, { Location: "/json" }).end();
			return;
		case "/elsewhere":
			response.writeHead(307, { Location: `${origin.replace("127.0.0.1", "localhost")}/json` }).end();
			return;
		case "/breaks":
			response.writeHead(200, { "Content-Length": "100" }).write("half");
			response.destroy();
			return;
		default:
			response.writeHead(url === "/refused" ? 401 : 200, { "Content-Type": "application/json", "X-Seen": "Yes" });
			response.end('{"text":"hällo"}');
	}
}

beforeAll(async () => {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

/** Runs one fetch in a Side Service; gives what it settled to, as JSON, and the simulated ms that it took. */
async function run(
	call: string,
	options: { profile?: string; rate?: number; offline?: boolean; phone?: Partial<PhoneOptions> } = {},
) {
	seen.length = 0;
	const side = `
		const began = Date.now();
		const done = (kind) => async (value) => console.log(JSON.stringify({ kind, ...value, code: value.code, message: value.message,
			text: value.text && await value.text(), isError: value instanceof Error, ms: Date.now() - began }));
		const origin = "${origin}";
		(${call}).then(done("response"), done("failure"));
		AppSideService({});`;
	const pocket = await createPocket({ side }, options);
	if (options.offline) pocket.phone.setOnline(false);
	pocket.phone.start(APP_ID);
	await pocket.clock.runUntil(() => pocket.logs.length > 0, 120_000);
	return JSON.parse(pocket.logs[0] ?? "{}");
}

test("a POST of one object arrives as written and comes back as status, headers and body", async () => {
	const call = `fetch({ url: origin + "/chat?x=1", method: "post", headers: { Authorization: "Bearer k" }, body: '{"q":"grüße"}' })`;
	expect(await run(call)).toMatchObject({
		kind: "response",
		status: 200,
		statusText: "OK",
		ok: true,
		body: '{"text":"hällo"}',
		text: '{"text":"hällo"}',
		headers: { "X-Seen": "Yes" },
	});
	expect(seen[0]).toMatchObject({ method: "POST", url: "/chat?x=1", headers: { authorization: "Bearer k" } });
	expect(seen[0]?.body.toString()).toBe('{"q":"grüße"}');
});

test("a URL alone is a GET, and a URL with options after it is taken too", async () => {
	await run(`fetch(origin + "/json")`);
	expect(seen[0]?.method).toBe("GET");
	await run(`fetch(origin + "/json", { method: "PUT", body: "x" })`);
	expect(seen[0]).toMatchObject({ method: "PUT" });
});

test("a refusal by status is a response, not a failure", async () => {
	expect(await run(`fetch({ url: origin + "/refused" })`)).toMatchObject({ kind: "response", status: 401, ok: false });
});

test("a body comes parsed, and header names in lower case, on phones of that kind", async () => {
	const profile = "object-body";
	expect(await run(`fetch({ url: origin + "/json" })`, { profile })).toMatchObject({
		body: { text: "hällo" },
		headers: { "x-seen": "Yes" },
	});
	expect(await run(`fetch({ url: origin + "/html" })`, { profile })).toMatchObject({ body: "<html>log in</html>" });
});

describe("binary bodies", () => {
	const call = (body: string) => `fetch({ url: origin + "/up", method: "POST", body: ${body} })`;

	test("go through byte by byte where the phone takes them", async () => {
		await run(call("Buffer.from([0, 255, 128, 10])"), { profile: "binary" });
		expect([...(seen[0]?.body ?? [])]).toEqual([0, 255, 128, 10]);
		await run(call("new Uint8Array([9, 0, 200]).buffer"), { profile: "binary" });
		expect([...(seen[0]?.body ?? [])]).toEqual([9, 0, 200]);
	});

	test("are ruined where it does not", async () => {
		await run(call("new Uint8Array([9, 0, 200]).buffer"));
		expect(seen[0]?.body.toString()).toBe("{}");
	});
});

test("a packed body is unpacked, and a redirect followed", async () => {
	expect(await run(`fetch({ url: origin + "/gzip" })`)).toMatchObject({ body: '{"packed":true}' });
	expect(await run(`fetch({ url: origin + "/moved", method: "POST", body: "x" })`)).toMatchObject({ status: 200 });
	expect(seen.map((one) => `${one.method} ${one.url}`)).toEqual(["POST /moved", "GET /json"]);
});

test("a redirect to another host repeats the request without the key", async () => {
	await run(
		`fetch({ url: origin + "/elsewhere", method: "POST", headers: { Authorization: "Bearer k", "X-Api-Key": "k", A: "b" }, body: "x" })`,
	);
	expect(seen[1]).toMatchObject({ method: "POST", url: "/json", headers: { a: "b" } });
	expect(seen[1]?.headers).not.toHaveProperty("authorization");
	expect(seen[1]?.headers).not.toHaveProperty("x-api-key");
});

test("a redirect to another host takes every header but Authorization along on a phone of that kind", async () => {
	const platform = parsePlatform("redirects");
	const headers = { Authorization: "Bearer k", "X-Api-Key": "k", "x-goog-api-key": "k", "api-key": "k", A: "b" };
	const call = `fetch({ url: origin + "/elsewhere", method: "POST", headers: ${JSON.stringify(headers)}, body: "x" })`;
	const answered = await run(call, { phone: { habits: platform.phone } });
	expect(answered).toMatchObject({ kind: "response", status: 200 });
	expect(answered).not.toHaveProperty("url");
	expect(seen[1]?.headers).toMatchObject({ "x-api-key": "k", "x-goog-api-key": "k", "api-key": "k", a: "b" });
	expect(seen[1]?.headers).not.toHaveProperty("authorization");
});

test("every failure of the network is an Error with code -2", async () => {
	const failure = { kind: "failure", code: -2, message: "network error", isError: true };
	expect(await run(`fetch({ url: "http://127.0.0.1:1/" })`)).toMatchObject(failure);
	expect(await run(`fetch({ url: origin + "/breaks" })`)).toMatchObject(failure);
	expect(await run(`fetch({ url: "no address" })`)).toMatchObject(failure);
	expect(await run(`fetch({ url: origin + "/json" })`, { offline: true })).toMatchObject(failure);
	expect(seen).toEqual([]);
});

test("a locked phone gives up after 10 s, one in the hand after 60 s, whatever timeout is asked for", async () => {
	const call = `fetch({ url: origin + "/never", timeout: 120000 })`;
	for (const [profile, ms] of [
		["locked", 10_000],
		["awake", 60_000],
	] as const) {
		expect(await run(call, { profile, rate: 500 })).toMatchObject({ kind: "failure", code: -2, ms });
	}
});

test("what the host logs of a request holds neither its path nor its headers nor its body", async () => {
	const logs: string[] = [];
	const side = `fetch({ url: "${origin}/path-secret?key=secret", method: "POST", headers: { A: "secret" }, body: "secret" }).then(() => console.log("done"));AppSideService({});`;
	const pocket = await createPocket({ side }, { phone: { log: (entry) => void logs.push(entry.text) } });
	pocket.phone.start(APP_ID);
	await pocket.clock.runUntil(() => logs.includes("done"), 60_000);
	expect(logs.join("\n")).toContain("POST");
	expect(logs.join("\n")).not.toContain("secret");
});
