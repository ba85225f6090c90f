import { afterEach, describe, expect, it } from "vitest";
import { ANSWER_LIMIT } from "../core/protocol.ts";
import { type Canned, chat, closeEndpoints, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, phoneTo, TEST_KEY, textOf, until } from "../test/side-service/phone.ts";

afterEach(closeEndpoints);

describe("each way a provider can fail", () => {
	it.each<[string, Canned, object]>([
		[
			"a page of a captive portal",
			{ body: "<html>Sign in</html>", headers: { "Content-Type": "text/html" } },
			{ code: "bad-answer" },
		],
		["broken JSON", { body: '{"choices":[{"mess' }, { code: "bad-answer" }],
		["the wrong shape", { body: '{"hello":"world"}' }, { code: "bad-answer" }],
		["no text", chat(""), { code: "empty-answer" }],
		["emoji alone", chat("😀"), { code: "empty-answer" }],
		["a content filter", chat("", "content_filter"), { code: "blocked" }],
		["no credit", { status: 402, body: "" }, { code: "no-credit" }],
		["an unknown model", { status: 404, body: "" }, { code: "no-such-model" }],
		["a refused request", { status: 400, body: "" }, { code: "request-refused" }],
		["a quota", { status: 429, body: '{"error":{"code":"insufficient_quota"}}' }, { code: "no-credit" }],
		["a line that is cut", "hang up", { code: "no-network" }],
	])("%s is its own fault, sent once", async (_name, answer, fault) => {
		const { phone, endpoint } = await phoneTo(answer);
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ kind: "fault", id: "a1", fault });
		expect(endpoint.hits()).toBe(1);
		expect(ledgerRows(phone)).toMatchObject([{ id: "a1", state: "faulted", fault, receipt: { requests: 1 } }]);
	});

	it("a host that refuses is no network", async () => {
		const endpoint = await endpointWith("silence");
		await endpoint.close();
		const phone = createTestPhone();
		phone.choose("custom", { baseUrl: endpoint.url, model: "m" });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "no-network" } });
	});

	it("no key is asked for before anything is sent", async () => {
		const { phone, endpoint } = await phoneTo(chat("x"));
		phone.choose("openai", { key: "" });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "no-key" }, look: { ready: false } });
		expect(endpoint.hits()).toBe(0);
		expect(ledgerRows(phone)).toEqual([]);
	});

	it("a host that never answers is a timeout, by our own watch", async () => {
		const { phone, endpoint } = await phoneTo("silence");
		const reply = phone.ask("a1", "Hi?");
		await until(() => endpoint.hits() === 1);
		phone.pass(55_000);
		expect(await reply).toMatchObject({ fault: { code: "timeout" } });
	});

	it("a locked phone that stops it at 10 s is a timeout", async () => {
		let cut: (error: unknown) => void = () => undefined;
		const phone = createTestPhone(() => new Promise((_, reject) => (cut = reject)));
		phone.choose("ollama", {});
		const reply = phone.ask("a1", "Hi?");
		await until(() => phone.sent.length === 1);
		phone.pass(10_000);
		cut({ code: -2, message: "request failed" });
		expect(await reply).toMatchObject({ fault: { code: "timeout" } });
	});

	it("an answer of 100 kB is cut at a sentence and marked", async () => {
		const { phone } = await phoneTo(chat("This is one sentence of very many. ".repeat(3000)));
		const reply = await phone.ask("a1", "Hi?");
		expect(reply).toMatchObject({ kind: "answer", answer: { cut: true, text: expect.stringMatching(/many\.$/) } });
		expect(String(textOf(reply)).length).toBeLessThanOrEqual(ANSWER_LIMIT);
	});

	it("an answer that the provider cut is shown to its last whole sentence", async () => {
		const { phone } = await phoneTo(chat("It is blue. Because of the sc", "length"));
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ answer: { text: "It is blue.", cut: true } });
	});
});

describe("thinking that eats the whole answer", () => {
	it("is tried once more with more room, and the receipt counts both", async () => {
		const { phone, endpoint } = await phoneTo(chat("", "length"), chat("Four."));
		expect(await phone.ask("a1", "2+2?")).toMatchObject({
			answer: { text: "Four.", use: { requests: 2, promptTokens: 20 } },
		});
		expect(endpoint.hits()).toBe(2);
		const caps = phone.sent.map(({ body }) => JSON.parse(String(body)).max_completion_tokens);
		expect(caps[1]).toBeGreaterThanOrEqual(4 * caps[0]);
	});

	it("is an empty answer when it happens again", async () => {
		const { phone, endpoint } = await phoneTo(chat("", "length"));
		expect(await phone.ask("a1", "2+2?")).toMatchObject({ fault: { code: "empty-answer" } });
		expect(endpoint.hits()).toBe(2);
	});
});

describe("a slow model in the background", () => {
	it("is looked at every two seconds until it has answered", async () => {
		const pending = { body: JSON.stringify({ id: "resp_1", status: "in_progress", error: null, output: [] }) };
		const done = {
			body: JSON.stringify({
				id: "resp_1",
				status: "completed",
				error: null,
				output: [{ type: "message", content: [{ type: "output_text", text: "Four." }] }],
			}),
		};
		const endpoint = await endpointWith(pending, pending, done);
		const phone = createTestPhone();
		phone.choose("openai-responses", { key: TEST_KEY, baseUrl: endpoint.url });
		const reply = phone.ask("a1", "2+2?");
		for (let looks = 1; looks < 3; looks++) {
			await until(() => phone.timers().includes(2000) && endpoint.hits() === looks);
			phone.pass(2000);
		}
		expect(await reply).toMatchObject({ answer: { text: "Four.", use: { requests: 3 } } });
		expect(phone.sent.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
	});
});
