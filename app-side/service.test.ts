import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints } from "../test/side-service/endpoint.ts";
import {
	createTestPhone,
	ledgerRows,
	NOW_MS,
	phoneTo,
	received,
	TEST_KEY,
	textOf,
} from "../test/side-service/phone.ts";

afterEach(closeEndpoints);

describe("a question through the Side Service to a language model", () => {
	const mock = new LLMock({ port: 0, logLevel: "silent" });
	beforeAll(async () => {
		await mock.start();
	});
	beforeEach(() => {
		mock.reset();
	});
	afterAll(() => mock.stop());

	it("never brings the key to the watch, also where a proxy says it back", async () => {
		mock.onMessage("Say it back", { content: `Your key is ${TEST_KEY}, is it not?` });
		const phone = createTestPhone();
		phone.choose("openai", { key: TEST_KEY, baseUrl: `${mock.url}/v1`, model: "gpt-5.4-mini" });
		expect(textOf(await phone.ask("a1", "Say it back"))).toBe("Your key is [key], is it not?");
		expect(JSON.stringify(ledgerRows(phone))).toContain("[key]");
		expect(JSON.stringify(ledgerRows(phone))).not.toContain(TEST_KEY);
	});

	it("comes back as a clean answer with its cost", async () => {
		mock.onMessage("Why is the sky blue?", {
			content: "**Air** scatters blue light most.\n@@ Air scatters blue.\n>> And at dusk? | On Mars?",
			usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
		});
		const phone = createTestPhone();
		phone.choose("openai", { key: TEST_KEY, baseUrl: `${mock.url}/v1`, model: "gpt-5.4-mini" });
		expect(await phone.ask("a1", "Why is the sky blue?")).toMatchObject({
			kind: "answer",
			id: "a1",
			answer: {
				text: "Air scatters blue light most.",
				line: "Air scatters blue.",
				next: ["And at dusk?", "On Mars?"],
				by: "OpenAI gpt-5.4-mini",
				use: { requests: 1, promptTokens: 120, completionTokens: 30 },
			},
			look: { ready: true },
		});
		expect(ledgerRows(phone)).toMatchObject([
			{
				id: "a1",
				at: NOW_MS,
				state: "answered",
				receipt: {
					provider: "openai",
					model: "gpt-5.4-mini",
					requests: 1,
					promptTokens: 120,
					completionTokens: 30,
					ms: 0,
				},
			},
		]);
	});

	it.each<[ProviderId, string]>([
		["openai", "/v1"],
		["openai-responses", "/v1"],
		["anthropic", "/v1"],
		["gemini", "/v1beta"],
		["deepseek", "/v1"],
		["groq", "/v1"],
		["openrouter", "/api/v1"],
		["mistral", "/v1"],
		["ollama", "/v1"],
		["custom", "/v1"],
	])("is answered by %s", async (provider, path) => {
		mock.onMessage(/.*/, { content: "It is **four**." });
		const phone = createTestPhone();
		phone.choose(provider, {
			key: TEST_KEY,
			baseUrl: mock.url + path,
			model: provider === "gemini" ? "gemini-3.5-flash-lite" : "m",
		});
		expect(textOf(await phone.ask("a1", "2+2?"))).toBe("It is four.");
	});

	it("is sent with the turns before it, and a new conversation without", async () => {
		mock.onMessage(/.*/, { content: "Yes." });
		const phone = createTestPhone();
		phone.choose("custom", { baseUrl: `${mock.url}/v1`, model: "m" });
		const sentLast = () =>
			JSON.parse(String(phone.sent[phone.sent.length - 1]?.body)).messages.slice(1) as { content: string }[];
		await phone.ask("a1", "First?");
		phone.restart();
		await phone.ask("a2", "Second?");
		expect(sentLast().map(({ content }) => content)).toEqual(["First?", "Yes.", "Second?"]);
		await phone.ask("a3", "Third?", { talk: "t2" });
		expect(sentLast().map(({ content }) => content)).toEqual(["Third?"]);
	});

	it("says that a server of one's own answered by its host, and anyone else by name", async () => {
		mock.onMessage(/.*/, { content: "Yes." });
		const phone = createTestPhone();
		phone.choose("custom", { baseUrl: `${mock.url}/v1`, model: "m" });
		expect(await phone.ask("a1", "Who?")).toMatchObject({ answer: { by: `${mock.url} m` } });
		phone.choose("openai", { key: TEST_KEY, baseUrl: `${mock.url}/v1`, model: "m" });
		expect(await phone.ask("a2", "Who?")).toMatchObject({ answer: { by: "OpenAI m" } });
	});

	it("tells a refused key, a wait and a broken server apart", async () => {
		const phone = createTestPhone();
		phone.choose("openai", { key: TEST_KEY, baseUrl: `${mock.url}/v1` });
		mock.nextRequestError(401, { message: `Incorrect API key provided: ${TEST_KEY}`, code: "invalid_api_key" });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ kind: "fault", fault: { code: "key-refused" } });
		mock.on(
			{ userMessage: "Again?" },
			{ error: { message: "slow", code: "rate_limit_exceeded" }, status: 429, retryAfter: 7 },
		);
		expect(await phone.finish(phone.ask("a2", "Again?"))).toMatchObject({
			fault: { code: "rate-limited", waitSeconds: 7 },
		});
		mock.on({ userMessage: "Once more?" }, { error: { message: "oops" }, status: 500 });
		expect(await phone.finish(phone.ask("a3", "Once more?"))).toMatchObject({ fault: { code: "overloaded" } });
	});
});

describe("the router", () => {
	it("answers what it cannot read with a fault in the body", async () => {
		const phone = createTestPhone();
		for (const value of [undefined, null, 5, "ask", {}, { method: "sing", id: "x" }, { method: "ask", id: "x" }]) {
			expect(received(await phone.service.route(value))).toMatchObject({
				kind: "fault",
				fault: { code: "request-refused" },
			});
		}
	});

	it("answers even where the storage refuses to be written, and then has sent nothing", async () => {
		const { phone, endpoint } = await phoneTo(chat("x"));
		phone.ports.storage.set = () => {
			throw new Error("full");
		};
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ kind: "fault", id: "a1", fault: { code: "request-refused" } });
		expect(endpoint.hits()).toBe(0);
	});

	it("sends the look only where the watch has another", async () => {
		const phone = createTestPhone();
		const first = await phone.service.route({ method: "hello", rev: 0 });
		expect(first).toMatchObject({ kind: "hello", look: { ready: true, size: "medium", chips: [] } });
		const rev = first.kind === "hello" ? first.look?.rev : undefined;
		expect(await phone.service.route({ method: "hello", rev })).toEqual({ kind: "hello" });
		phone.stored.set(SETTING.size, "large");
		expect(await phone.service.route({ method: "hello", rev })).toMatchObject({ look: { size: "large" } });
	});
});

describe("a quick reply of the person's own", () => {
	it("carries what the watch is to do, unless that hangs on the day of the tap", async () => {
		const phone = createTestPhone();
		const texts = ["Timer 20 min tea", "Weck mich um halb acht", "Why is the sky blue?", "Remind me at 6 pm to call"];
		phone.stored.set(SETTING.chips, JSON.stringify(texts.map((text) => ({ label: text.slice(0, 24), text }))));
		const reply = await phone.service.route({ method: "hello", rev: 0 });
		expect(reply.kind === "hello" && reply.look?.chips.map(({ act }) => act)).toEqual([
			{ do: "timer", seconds: 1200, label: "Tea" },
			{ do: "alarm", at: 450 },
			undefined,
			undefined,
		]);
	});
});

describe("the key", () => {
	it("is nowhere but in its setting and the request's header", async () => {
		const echo: Canned = {
			status: 401,
			body: JSON.stringify({ error: { message: `Incorrect API key provided: ${TEST_KEY}`, code: "invalid_api_key" } }),
		};
		const { phone } = await phoneTo(
			echo,
			{ status: 200, body: JSON.stringify({ error: { message: TEST_KEY } }) },
			chat("Fine."),
		);
		const replies = [await phone.ask("a1", "Hi?"), await phone.ask("a2", "Hi?"), await phone.ask("a3", "Hi?")];
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "test" }));
		await phone.service.commands.run();
		const elsewhere = [
			JSON.stringify(replies),
			phone.logged.join("\n"),
			...[...phone.stored].filter(([name]) => name !== SETTING.key("openai")).map(([, value]) => value),
			...phone.sent.map(({ url, body }) => `${url} ${body}`),
		].join("\n");
		for (let at = 0; at + 8 <= TEST_KEY.length; at++) expect(elsewhere).not.toContain(TEST_KEY.slice(at, at + 8));
		expect(phone.logged.length).toBeGreaterThan(0);
	});
});
