import { afterEach, describe, expect, it } from "vitest";
import { decodeSpending } from "../core/money/budget.ts";
import { SETTING } from "../core/settings/settings.ts";
import { ANSWER_LIMIT } from "../core/wire/protocol.ts";
import { type Canned, chat, closeEndpoints, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, phoneTo, TEST_KEY, textOf, until } from "../test/side-service/phone.ts";
import { EXCHANGE_LIMIT_MS } from "./exchange.ts";

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
		["a call of a tool alone", chat('<tool_call>\n{"name": "now"}\n</tool_call>'), { code: "empty-answer" }],
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

describe("a provider that is busy", () => {
	const busy: Canned = { status: 503, body: "" };
	const wait = (seconds: number): Canned => ({ status: 429, headers: { "Retry-After": String(seconds) }, body: "" });

	it.each<[string, Canned[], number]>([
		["is asked again a little later", [busy, chat("Four.")], 1_000],
		["is asked a third time after longer", [busy, busy, chat("Four.")], 4_000],
		["is asked again after the wait that it names", [wait(7), chat("Four.")], 7_000],
	])("%s, and the receipt counts it", async (_name, answers, waitedMs) => {
		const { phone } = await phoneTo(...answers);
		const reply = await phone.finish(phone.ask("a1", "2+2?"));
		expect(reply).toMatchObject({ answer: { text: "Four.", use: { requests: answers.length } } });
		expect(ledgerRows(phone)[0]?.receipt).toMatchObject({ requests: answers.length, ms: waitedMs });
	});

	it.each<[string, Canned, number, object]>([
		["for ever is told of in the end", busy, 3, { code: "overloaded" }],
		["for ever though it says to come at once is told of", wait(0), 3, { code: "rate-limited", waitSeconds: 1 }],
		["for long is told of at once", wait(30), 1, { code: "rate-limited", waitSeconds: 30 }],
		["without saying how long is told of at once", { status: 429, body: "" }, 1, { code: "rate-limited" }],
	])("%s", async (_name, answer, requests, fault) => {
		const { phone, endpoint } = await phoneTo(answer);
		expect(await phone.finish(phone.ask("a1", "Hi?"))).toMatchObject({ fault });
		expect(endpoint.hits()).toBe(requests);
	});

	it("is not asked again once the person has stopped the question", async () => {
		const { phone, endpoint } = await phoneTo(busy, chat("x"));
		const reply = phone.ask("a1", "Hi?");
		await until(() => phone.timers().includes(1_000));
		await phone.service.route({ method: "cancel", id: "a1" });
		phone.pass(1_000);
		expect(await reply).toEqual({ kind: "cancelled", id: "a1" });
		await new Promise(setImmediate);
		expect(endpoint.hits()).toBe(1);
	});

	it("is never asked again after silence, a cut line or half an answer", async () => {
		for (const answer of ["hang up", { body: '{"choices":[{"mess' }] as const) {
			const { phone, endpoint } = await phoneTo(answer, chat("x"));
			await phone.finish(phone.ask("a1", "Hi?"));
			expect(endpoint.hits()).toBe(1);
		}
	});

	it("takes no longer than a question may", async () => {
		const { phone } = await phoneTo("silence");
		const slow: Canned[] = [wait(10), wait(10), wait(10)];
		const { phone: other } = await phoneTo(...slow);
		expect(await other.finish(other.ask("a1", "Hi?"))).toMatchObject({ fault: { code: "rate-limited" } });
		expect(ledgerRows(other)[0]?.receipt?.ms).toBeLessThan(EXCHANGE_LIMIT_MS);
		const reply = phone.ask("a1", "Hi?");
		await until(() => phone.timers().length === 1);
		phone.pass(EXCHANGE_LIMIT_MS);
		expect(await reply).toMatchObject({ fault: { code: "timeout" } });
	});
});

describe("a slow model in the background", () => {
	const pending: Canned = { body: JSON.stringify({ id: "resp_1", status: "in_progress", error: null, output: [] }) };
	const done: Canned = {
		body: JSON.stringify({
			id: "resp_1",
			status: "completed",
			error: null,
			output: [{ type: "message", content: [{ type: "output_text", text: "Four." }] }],
		}),
	};
	const phoneInBackground = async (...answers: Canned[]) => {
		const endpoint = await endpointWith(...answers);
		const phone = createTestPhone();
		phone.choose("openai-responses", { key: TEST_KEY, baseUrl: endpoint.url });
		return phone;
	};

	it.each<[string, Canned]>([
		["a look that is cut", "hang up"],
		["a look that finds the server busy", { status: 503, body: "" }],
	])("outlives %s", async (_name, lost) => {
		const phone = await phoneInBackground(pending, lost, lost, pending, lost, done);
		expect(textOf(await phone.finish(phone.ask("a1", "2+2?")))).toBe("Four.");
		expect(phone.sent.filter(({ method }) => method === "POST")).toHaveLength(1);
	});

	it("is of unknown outcome when it can no longer be looked at, and is not asked again", async () => {
		const phone = await phoneInBackground(pending, "hang up");
		expect(await phone.finish(phone.ask("a1", "2+2?"))).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(phone.sent.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET", "GET"]);
	});

	it.each<[string, Canned]>([
		["refuses the key", { status: 401, body: "" }],
		["does not find it", { status: 404, body: "" }],
		["has no credit left", { status: 402, body: "" }],
		["is of a captive portal", { status: 511, body: "<html>" }],
		["is busy for ever", { status: 503, body: "" }],
	])("keeps its estimate where a look %s, and no other provider is asked for it", async (_name, failed) => {
		const other = await endpointWith(chat("Again."));
		const phone = await phoneInBackground(pending, failed);
		phone.choose("groq", { key: "gsk_x", baseUrl: other.url });
		phone.choose("openai-responses", {});
		phone.stored.set(SETTING.second, "groq");
		phone.stored.set(SETTING.prices, JSON.stringify({ "gpt-5.4-mini": [0, 10] }));
		expect(await phone.finish(phone.ask("a1", "2+2?"))).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(other.hits()).toBe(0);
		expect([...decodeSpending(phone.stored.get(SETTING.spending)).values()]).toMatchObject([{ micros: 3200, asks: 1 }]);
	});

	it("costs nothing where it was refused before it began", async () => {
		const phone = await phoneInBackground({ status: 402, body: "" });
		phone.stored.set(SETTING.prices, JSON.stringify({ "gpt-5.4-mini": [0, 10] }));
		expect(await phone.finish(phone.ask("a1", "2+2?"))).toMatchObject({ fault: { code: "no-credit" } });
		expect([...decodeSpending(phone.stored.get(SETTING.spending)).values()]).toMatchObject([{ micros: 0, asks: 1 }]);
	});

	it("is looked at every two seconds until it has answered", async () => {
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
