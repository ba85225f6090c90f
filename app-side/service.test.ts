import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ANSWER_LIMIT, type Reply } from "../core/protocol.ts";
import { type ProviderId, SETTING } from "../core/settings.ts";
import { type Canned, chat, type Endpoint, startEndpoint } from "../test/side-service/endpoint.ts";
import { createTestPhone, NOW_MS, received, type TestPhone } from "../test/side-service/phone.ts";
import { decodeLedger } from "./ledger.ts";

const KEY = "sk-test-ZXCVBNM-987654321";
const opened: Endpoint[] = [];

async function endpointWith(...answers: Canned[]): Promise<Endpoint> {
	const endpoint = await startEndpoint(answers);
	opened.push(endpoint);
	return endpoint;
}

async function phoneTo(...answers: Canned[]): Promise<{ phone: TestPhone; endpoint: Endpoint }> {
	const endpoint = await endpointWith(...answers);
	const phone = createTestPhone();
	phone.choose("openai", { key: KEY, baseUrl: endpoint.url });
	return { phone, endpoint };
}

const rows = (phone: TestPhone) => decodeLedger(phone.stored.get(SETTING.ledger));
const textOf = (reply: Reply) => (reply.kind === "answer" ? reply.answer.text : reply);

/** Until what was started has reached the server or come back: one turn of the event loop at a time, no clock. */
async function until(done: () => boolean): Promise<void> {
	while (!done()) await new Promise(setImmediate);
}

afterEach(async () => {
	await Promise.all(opened.splice(0).map((endpoint) => endpoint.close()));
});

describe("a question through the Side Service to a language model", () => {
	const mock = new LLMock({ port: 0, logLevel: "silent" });
	beforeAll(async () => {
		await mock.start();
	});
	beforeEach(() => {
		mock.reset();
	});
	afterAll(() => mock.stop());

	it("comes back as a clean answer with its cost", async () => {
		mock.onMessage("Why is the sky blue?", {
			content: "**Air** scatters blue light most.\n@@ Air scatters blue.\n>> And at dusk? | On Mars?",
			usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
		});
		const phone = createTestPhone();
		phone.choose("openai", { key: KEY, baseUrl: `${mock.url}/v1`, model: "gpt-5.4-mini" });
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
		expect(rows(phone)).toMatchObject([
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
			key: KEY,
			baseUrl: mock.url + path,
			model: provider === "gemini" ? "gemini-2.5-flash" : "m",
		});
		expect(textOf(await phone.ask("a1", "2+2?"))).toBe("It is four.");
	});

	it("is sent with the turns before it, and a new conversation without", async () => {
		mock.onMessage(/.*/, { content: "Yes." });
		const phone = createTestPhone();
		phone.choose("custom", { baseUrl: `${mock.url}/v1`, model: "m" });
		const sentLast = () =>
			JSON.parse(phone.sent[phone.sent.length - 1]?.body ?? "").messages.slice(1) as { content: string }[];
		await phone.ask("a1", "First?");
		phone.restart();
		await phone.ask("a2", "Second?");
		expect(sentLast().map(({ content }) => content)).toEqual(["First?", "Yes.", "Second?"]);
		await phone.ask("a3", "Third?", { talk: "t2" });
		expect(sentLast().map(({ content }) => content)).toEqual(["Third?"]);
	});

	it("tells a refused key, a wait and a broken server apart", async () => {
		const phone = createTestPhone();
		phone.choose("openai", { key: KEY, baseUrl: `${mock.url}/v1` });
		mock.nextRequestError(401, { message: `Incorrect API key provided: ${KEY}`, code: "invalid_api_key" });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ kind: "fault", fault: { code: "key-refused" } });
		mock.on(
			{ userMessage: "Again?" },
			{ error: { message: "slow", code: "rate_limit_exceeded" }, status: 429, retryAfter: 7 },
		);
		expect(await phone.ask("a2", "Again?")).toMatchObject({ fault: { code: "rate-limited", waitSeconds: 7 } });
		mock.on({ userMessage: "Once more?" }, { error: { message: "oops" }, status: 500 });
		expect(await phone.ask("a3", "Once more?")).toMatchObject({ fault: { code: "overloaded" } });
	});
});

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
		expect(rows(phone)).toMatchObject([{ id: "a1", state: "faulted", fault, receipt: { requests: 1 } }]);
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
		expect(rows(phone)).toEqual([]);
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
		const caps = phone.sent.map(({ body }) => JSON.parse(body ?? "").max_completion_tokens);
		expect(caps[1]).toBeGreaterThanOrEqual(4 * caps[0]);
	});

	it("is an empty answer when it happens again", async () => {
		const { phone, endpoint } = await phoneTo(chat("", "length"));
		expect(await phone.ask("a1", "2+2?")).toMatchObject({ fault: { code: "empty-answer" } });
		expect(endpoint.hits()).toBe(2);
	});
});

describe("a question that comes twice", () => {
	it("joins the one that is under way", async () => {
		const { phone, endpoint } = await phoneTo(chat("Once."));
		const replies = await Promise.all([phone.ask("a1", "Hi?"), phone.ask("a1", "Hi?")]);
		expect(replies.map(textOf)).toEqual(["Once.", "Once."]);
		expect(endpoint.hits()).toBe(1);
	});

	it("gets the stored answer, also after a restart", async () => {
		const { phone, endpoint } = await phoneTo(chat("Once."));
		await phone.ask("a1", "Hi?");
		phone.restart();
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("Once.");
		expect(endpoint.hits()).toBe(1);
	});

	it("gets the stored fault", async () => {
		const { phone, endpoint } = await phoneTo({ status: 500, body: "" }, chat("x"));
		await phone.ask("a1", "Hi?");
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "overloaded" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("is of unknown outcome where the service died in between, and is not sent again", async () => {
		const { phone, endpoint } = await phoneTo("silence", chat("x"));
		void phone.ask("a1", "Hi?");
		await until(() => endpoint.hits() === 1);
		phone.restart();
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ kind: "fault", fault: { code: "unknown-outcome" } });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("has `sent` in the ledger before the request leaves", async () => {
		let stored = "";
		const phone = createTestPhone(() => {
			stored = phone.stored.get(SETTING.ledger) ?? "";
			return Promise.reject(new Error("no"));
		});
		phone.choose("ollama", {});
		await phone.ask("a1", "Hi?");
		expect(decodeLedger(stored)).toEqual([{ id: "a1", at: NOW_MS, state: "sent" }]);
	});

	it("is still known to be answered when its text was dropped", async () => {
		const { phone, endpoint } = await phoneTo(chat("Again."));
		for (let n = 0; n < 45; n++) await phone.ask(`a${n}`, "Hi?");
		expect(rows(phone)).toHaveLength(40);
		expect(rows(phone).filter((row) => row.state === "answered" && row.answer !== undefined)).toHaveLength(16);
		expect(await phone.ask("a6", "Hi?")).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(endpoint.hits()).toBe(45);
	});
});

describe("a cancelled question", () => {
	it("ends at once, and its late answer is thrown away but for the cost", async () => {
		let answer: (value: unknown) => void = () => undefined;
		const phone = createTestPhone(() => new Promise((resolve) => (answer = resolve)));
		phone.choose("ollama", {});
		const reply = phone.ask("a1", "Hi?");
		await until(() => phone.sent.length === 1);
		expect(await phone.service.route({ method: "cancel", id: "a1" })).toEqual({ kind: "cancelled", id: "a1" });
		expect(await reply).toEqual({ kind: "cancelled", id: "a1" });
		answer({
			status: 200,
			headers: {},
			body: {
				choices: [{ message: { content: "Late." }, finish_reason: "stop" }],
				usage: { prompt_tokens: 9, completion_tokens: 1 },
			},
		});
		await until(() => rows(phone)[0]?.receipt !== undefined);
		expect(rows(phone)).toMatchObject([{ state: "cancelled", receipt: { requests: 1, promptTokens: 9 } }]);
		expect(phone.stored.get(SETTING.memory)).toBeUndefined();
		expect(await phone.ask("a1", "Hi?")).toEqual({ kind: "cancelled", id: "a1" });
	});

	it("is never sent where the cancel came first", async () => {
		const { phone, endpoint } = await phoneTo(chat("x"));
		await phone.service.route({ method: "cancel", id: "a1" });
		expect(await phone.ask("a1", "Hi?")).toEqual({ kind: "cancelled", id: "a1" });
		expect(endpoint.hits()).toBe(0);
	});

	it("keeps its answer where it had one", async () => {
		const { phone } = await phoneTo(chat("Done."));
		await phone.ask("a1", "Hi?");
		await phone.service.route({ method: "cancel", id: "a1" });
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("Done.");
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
		phone.choose("openai-responses", { key: KEY, baseUrl: endpoint.url });
		const reply = phone.ask("a1", "2+2?");
		for (let looks = 1; looks < 3; looks++) {
			await until(() => phone.timers().includes(2000) && endpoint.hits() === looks);
			phone.pass(2000);
		}
		expect(await reply).toMatchObject({ answer: { text: "Four.", use: { requests: 3 } } });
		expect(phone.sent.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
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

describe("the commands of the settings page", () => {
	const outcome = (phone: TestPhone) => JSON.parse(phone.stored.get(SETTING.outcome) ?? "null");
	const command = async (phone: TestPhone, nonce: string, what: "test" | "forget") => {
		phone.stored.set(SETTING.command, JSON.stringify({ nonce, do: what }));
		await phone.service.commands.run();
	};

	it("test the connection by the smallest question, outside ledger and memory", async () => {
		const { phone, endpoint } = await phoneTo(chat("OK"));
		await command(phone, "n1", "test");
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "test", ok: true, by: "OpenAI gpt-5.4-mini" });
		expect(JSON.parse(phone.sent[0]?.body ?? "")).toMatchObject({
			messages: [{ role: "user" }],
			max_completion_tokens: 16,
		});
		expect(phone.stored.has(SETTING.ledger) || phone.stored.has(SETTING.memory)).toBe(false);
		await phone.service.commands.run();
		phone.restart();
		await phone.service.commands.run();
		expect(endpoint.hits()).toBe(1);
	});

	it("say what is wrong by its code", async () => {
		const { phone } = await phoneTo({ status: 429, headers: { "retry-after": "4" }, body: "" });
		await command(phone, "n1", "test");
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "test", ok: false, fault: "rate-limited", waitSeconds: 4 });
		phone.choose("openai", { key: "" });
		await command(phone, "n2", "test");
		expect(outcome(phone)).toEqual({ nonce: "n2", do: "test", ok: false, fault: "no-key" });
	});

	it("forget everything, what is under way included", async () => {
		const { phone, endpoint } = await phoneTo(chat("Hello."), "silence");
		await phone.ask("a1", "Hi?");
		const open = phone.ask("a2", "And?");
		await until(() => endpoint.hits() === 2);
		await command(phone, "n1", "forget");
		expect(await open).toEqual({ kind: "cancelled", id: "a2" });
		const kept = [...phone.stored].filter(([, value]) => value !== "");
		expect(kept).toEqual([[SETTING.outcome, JSON.stringify({ nonce: "n1", do: "forget", ok: true })]]);
		await endpoint.close();
		await new Promise(setImmediate);
		expect([...phone.stored].filter(([, value]) => value !== "")).toHaveLength(1);
	});

	it("are left alone where they are none", async () => {
		const phone = createTestPhone();
		for (const value of ["", "x", "{}", '{"nonce":1}', '{"nonce":1,"do":"dance"}', "[]"]) {
			phone.stored.set(SETTING.command, value);
			await phone.service.commands.run();
		}
		expect(outcome(phone)).toBeNull();
	});
});

describe("the key", () => {
	it("is nowhere but in its setting and the request's header", async () => {
		const echo: Canned = {
			status: 401,
			body: JSON.stringify({ error: { message: `Incorrect API key provided: ${KEY}`, code: "invalid_api_key" } }),
		};
		const { phone } = await phoneTo(
			echo,
			{ status: 200, body: JSON.stringify({ error: { message: KEY } }) },
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
		for (let at = 0; at + 8 <= KEY.length; at++) expect(elsewhere).not.toContain(KEY.slice(at, at + 8));
		expect(phone.logged.length).toBeGreaterThan(0);
	});
});
