import { afterEach, describe, expect, it } from "vitest";
import { rulesFor } from "../core/ask/instructions.ts";
import { decodeSpending } from "../core/money/budget.ts";
import { mostTokensOf } from "../core/money/tokens.ts";
import { PROVIDERS, SETTING } from "../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints } from "../test/side-service/endpoint.ts";
import { ledgerRows, phoneTo, type TestPhone, textOf, until } from "../test/side-service/phone.ts";
import { ADAPTERS } from "./providers/index.ts";
import { field } from "./providers/provider.ts";
import { frameFile } from "./voice/__fixtures__/streams.ts";

afterEach(closeEndpoints);

const DAY_MS = 24 * 60 * 60 * 1000;
const MODEL = "gpt-5.4-mini";

type Set = { price?: [number, number]; capDay?: string; capMonth?: string };

async function phoneWith({ price, capDay = "", capMonth = "" }: Set, ...answers: Canned[]) {
	const made = await phoneTo(...answers);
	const { stored } = made.phone;
	if (price !== undefined) stored.set(SETTING.prices, JSON.stringify({ [MODEL]: price }));
	stored.set(SETTING.capDay, capDay);
	stored.set(SETTING.capMonth, capMonth);
	return made;
}

function used(promptTokens: number, completionTokens: number, content = "Yes."): Canned {
	return {
		body: JSON.stringify({
			choices: [{ message: { role: "assistant", content }, finish_reason: content === "" ? "length" : "stop" }],
			usage: { prompt_tokens: promptTokens, completion_tokens: completionTokens },
		}),
	};
}

function days(phone: TestPhone) {
	return [...decodeSpending(phone.stored.get(SETTING.spending)).values()];
}

function capsSent(phone: TestPhone): unknown[] {
	return phone.sent.map(({ body }) => field(JSON.parse(String(body ?? "{}")), "max_completion_tokens"));
}

describe("a cap", () => {
	it("that a question could pass keeps it from being sent, and says what is left", async () => {
		const { phone, endpoint } = await phoneWith({ price: [1000, 1000], capDay: "0.001" }, chat("x"));
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "over-budget", left: "0.0010\u00a0USD" } });
		expect(endpoint.hits()).toBe(0);
		expect(days(phone)).toEqual([]);
		expect(ledgerRows(phone)).toMatchObject([{ state: "faulted", receipt: { requests: 0 } }]);
	});

	it("lowers the token cap before it keeps a question from being sent", async () => {
		const { phone } = await phoneWith({ price: [0, 10], capDay: "0.001" }, used(50, 20));
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("Yes.");
		expect(textOf(await phone.ask("a2", "Hi?"))).toBe("Yes.");
		expect(capsSent(phone)).toEqual([100, 80]);
		expect(await phone.ask("a3", "Hi?")).toMatchObject({ fault: { code: "over-budget", left: "0.0006\u00a0USD" } });
		expect(days(phone)).toEqual([{ micros: 400, tokens: 140, asks: 2 }]);
	});

	it("of a day is whole again on the next, and that of a month is not", async () => {
		const price: [number, number] = [0, 10];
		const { phone } = await phoneWith({ price, capDay: "0.001" }, used(50, 90));
		await phone.ask("a1", "Hi?");
		expect(await phone.ask("a2", "Hi?")).toMatchObject({ fault: { code: "over-budget" } });
		phone.pass(DAY_MS);
		expect(await phone.ask("a3", "Hi?")).toMatchObject({ kind: "answer" });
		phone.stored.set(SETTING.capMonth, "0.002");
		expect(await phone.ask("a4", "Hi?")).toMatchObject({ fault: { code: "over-budget" } });
		phone.pass(DAY_MS);
		expect(await phone.ask("a5", "Hi?")).toMatchObject({ fault: { code: "over-budget", left: "0.0002\u00a0USD" } });
	});

	it("holds for the retry with more room, which is never one with less", async () => {
		const { phone } = await phoneWith({ price: [0, 10], capDay: "0.01" }, used(50, 320, ""), chat("x"));
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ kind: "answer" });
		expect(capsSent(phone)).toEqual([320, 680]);
		for (const capDay of ["0.0064", "0.004", "0.0035"]) {
			const poor = await phoneWith({ price: [0, 10], capDay }, used(50, 320, ""), chat("x"));
			expect(await poor.phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "over-budget" } });
			expect(ledgerRows(poor.phone)).toMatchObject([{ receipt: { requests: 1, costMicros: 3200, currency: "USD" } }]);
			expect(poor.endpoint.hits()).toBe(1);
		}
	});

	it("holds for questions that are asked at the same time", async () => {
		const { phone, endpoint } = await phoneWith({ price: [0, 10], capDay: "0.0035" }, used(50, 5));
		const replies = await Promise.all([phone.ask("a1", "Hi?"), phone.ask("a2", "And?")]);
		expect(replies.map(({ kind }) => kind)).toEqual(["answer", "fault"]);
		expect(endpoint.hits()).toBe(1);
	});

	it("holds for the test of the connection", async () => {
		const { phone, endpoint } = await phoneWith({ price: [1000, 1000], capDay: "0.001" }, chat("OK"));
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "test" }));
		await phone.service.commands.run();
		expect(JSON.parse(phone.stored.get(SETTING.outcome) ?? "")).toMatchObject({ ok: false, fault: "over-budget" });
		expect(endpoint.hits()).toBe(0);
	});

	it.each(["5", "0", "much"])("of %s keeps a model without a price from being asked, and names it", async (capDay) => {
		const { phone, endpoint } = await phoneWith({ capDay }, used(250_000, 5));
		phone.stored.set(SETTING.model("openai"), "new-1");
		for (let n = 0; n < 20; n++) {
			expect(await phone.ask(`a${n}`, "Hi?")).toMatchObject({ fault: { code: "over-budget", model: "new-1" } });
		}
		expect(endpoint.hits()).toBe(0);
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "test" }));
		await phone.service.commands.run();
		const outcome = JSON.parse(phone.stored.get(SETTING.outcome) ?? "");
		expect(outcome).toMatchObject({ ok: false, fault: "over-budget", model: "new-1" });
		expect(endpoint.hits()).toBe(0);
	});

	it("holds for the second provider, whose model has no price, when the first has no credit", async () => {
		const { phone, endpoint } = await phoneWith({ capDay: "0.005" }, { status: 402, body: "{}" });
		phone.stored.set(SETTING.second, "groq");
		phone.stored.set(SETTING.key("groq"), "g");
		phone.stored.set(SETTING.baseUrl("groq"), endpoint.url);
		phone.stored.set(SETTING.model("groq"), "new-2");
		for (let n = 0; n < 30; n++) {
			expect(await phone.ask(`a${n}`, "Hi?")).toMatchObject({ fault: { code: "over-budget", model: "new-2" } });
		}
		expect(endpoint.taken().filter(({ body }) => body.includes("new-2"))).toEqual([]);
	});

	it("holds by the prices that come with AskFace, until the person gives another or counts in another currency", async () => {
		const { phone, endpoint } = await phoneWith({ capDay: "0.0005" }, used(50, 5));
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "over-budget", left: "0.0005\u00a0USD" } });
		phone.stored.set(SETTING.prices, JSON.stringify({ [MODEL]: [0.01, 0.01] }));
		expect(await phone.ask("a2", "Hi?")).toMatchObject({ kind: "answer" });
		phone.stored.set(SETTING.prices, "");
		phone.stored.set(SETTING.currency, "EUR");
		expect(await phone.ask("a3", "Hi?")).toMatchObject({ fault: { code: "over-budget", model: MODEL } });
		expect(endpoint.hits()).toBe(1);
	});

	it("does not keep a server at home from answering that the person says is free", async () => {
		const { phone, endpoint } = await phoneWith({ capDay: "0" }, used(50, 5));
		phone.choose("lmstudio", { baseUrl: endpoint.url });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "over-budget", model: "LM Studio" } });
		phone.stored.set(SETTING.prices, JSON.stringify({ "LM Studio": [0, 0] }));
		expect(await phone.ask("a2", "Hi?")).toMatchObject({ kind: "answer" });
	});

	it("that is not set lets a model without a price be asked, whose tokens are counted", async () => {
		const { phone } = await phoneWith({}, used(50, 5));
		phone.stored.set(SETTING.model("openai"), "new-1");
		const reply = await phone.ask("a1", "Hi?");
		expect(reply).toMatchObject({ answer: { use: { promptTokens: 50, completionTokens: 5 } } });
		expect(JSON.stringify([reply, ledgerRows(phone)])).not.toContain("costMicros");
		expect(days(phone)).toEqual([{ micros: 0, tokens: 55, asks: 1 }]);
	});
});

describe("a recording", () => {
	/** Two seconds of what may be speech, for which some count 375 tokens; 240 more are for the words. */
	const FILE = frameFile(Array.from({ length: 100 }, (_, n) => new Uint8Array(30 + (n % 20)).fill(n).fill(0x48, 0, 1)));
	const HEARD = { body: '{"text":"Why?"}' };

	const phoneThatListens = async (prices: Record<string, number[]>, capDay: string, ...answers: Canned[]) => {
		const made = await phoneWith({ capDay }, ...answers);
		made.phone.stored.set(SETTING.prices, JSON.stringify(prices));
		return made;
	};

	it("is on the books for its seconds and its words, where the service does not count them", async () => {
		const { phone } = await phoneThatListens({ "gpt-transcribe": [6, 10], [MODEL]: [0, 0] }, "", HEARD, used(50, 5));
		expect(await phone.speak("a1", FILE)).toMatchObject({ kind: "answer" });
		expect(days(phone)).toMatchObject([{ micros: 4650, asks: 1 }]);
	});

	it("costs what the service counts, and nothing where it is refused", async () => {
		const counted = '{"text":"Why?","usage":{"input_tokens":20,"output_tokens":2}}';
		const prices = { "gpt-transcribe": [6, 10, 0.06], [MODEL]: [0, 0] };
		const { phone } = await phoneThatListens(prices, "", { body: counted }, used(50, 5));
		await phone.speak("a1", FILE);
		// Beside its tokens two seconds of sound, of which OpenAI charges no more than there are.
		expect(days(phone)).toMatchObject([{ micros: 140 + 2000 }]);
		const refused = await phoneThatListens({ "gpt-transcribe": [6, 10] }, "", { status: 400, body: "" });
		await refused.phone.speak("a1", FILE);
		expect(days(refused.phone)).toMatchObject([{ micros: 0, asks: 1 }]);
	});

	it("in which nothing was heard costs what it may, since it was listened to", async () => {
		const prices = { "gpt-transcribe": [6, 10] };
		const { phone } = await phoneThatListens(prices, "", { body: '{"text":""}' });
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "unclear-speech" } });
		expect(days(phone)).toMatchObject([{ micros: 4650 }]);
	});

	it("that could pass a cap is not sent, as nothing can make its words fewer", async () => {
		const { phone, endpoint } = await phoneThatListens({ "gpt-transcribe": [6, 10] }, "0.0046", HEARD);
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "over-budget", left: "0.0046\u00a0USD" } });
		expect(endpoint.hits()).toBe(0);
		expect(days(phone)).toEqual([]);
	});

	it.each<[string, { voice: string; confirm?: string }]>([
		["a transcription service", { voice: "openai" }],
		["a model that writes down what it hears", { voice: "gemini", confirm: "yes" }],
	])("is not sent to %s without a price while a cap is set, and can be sent again when there is one", async (_, to) => {
		const { phone, endpoint } = await phoneThatListens({}, "5", HEARD, chat("Four."));
		phone.choose("gemini", { key: "g", baseUrl: endpoint.url, model: "new-3" });
		phone.choose("openai", {});
		phone.stored.set(SETTING.speech("openai"), "new-3");
		for (const [name, value] of Object.entries(to)) phone.stored.set(name, value);
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "over-budget", model: "new-3" } });
		expect(endpoint.hits()).toBe(0);
		expect(ledgerRows(phone)).toMatchObject([{ state: "faulted", receipt: { requests: 0 } }]);
		phone.stored.set(SETTING.prices, JSON.stringify({ "new-3": [1, 1] }));
		phone.stored.set(SETTING.voice, "openai");
		phone.stored.set(SETTING.confirm, "");
		expect(textOf(await phone.speak("a2", FILE))).toBe("Four.");
	});

	it("is heard for nothing by a service whose price is nothing", async () => {
		const { phone } = await phoneThatListens({ "gpt-transcribe": [0, 0], [MODEL]: [0, 0] }, "0", HEARD, used(50, 5));
		expect(await phone.speak("a1", FILE)).toMatchObject({ kind: "answer" });
	});
});

describe("the cost", () => {
	it("is the provider's count at the person's price, in the reply and in the ledger", async () => {
		const { phone } = await phoneWith({ price: [0.25, 2] }, used(400, 30));
		phone.stored.set(SETTING.currency, "eur");
		expect(await phone.ask("a1", "Hi?")).toMatchObject({
			answer: { use: { costMicros: 160 } },
			look: { currency: "EUR" },
		});
		expect(ledgerRows(phone)).toMatchObject([{ receipt: { costMicros: 160, currency: "EUR" } }]);
		expect(days(phone)).toEqual([{ micros: 160, tokens: 430, asks: 1 }]);
	});

	it("is on the books as it was estimated before the request leaves", async () => {
		const { phone } = await phoneWith({ price: [0, 10] }, "silence");
		const micros: number[] = [];
		const { send } = phone.ports.http;
		phone.ports.http.send = (...request) => {
			micros.push(days(phone)[0]?.micros ?? 0);
			return send(...request);
		};
		void phone.ask("a1", "Hi?");
		expect(micros).toEqual([3200]);
	});

	it("stays as it was estimated where the service died of it", async () => {
		const { phone, endpoint } = await phoneWith({ price: [0, 10], capDay: "0.0035" }, "silence", used(50, 5));
		void phone.ask("a1", "Hi?");
		await until(() => endpoint.hits() === 1);
		phone.restart();
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(await phone.ask("a2", "Hi?")).toMatchObject({ fault: { code: "over-budget" } });
		expect(days(phone)).toEqual([{ micros: 3200, tokens: 0, asks: 1 }]);
	});

	it.each<[string, Canned, number]>([
		[
			"of the provider's own error is nothing",
			{ status: 500, body: '{"error":{"message":"Failed","type":"server_error"}}' },
			0,
		],
		["of a refusal is nothing", { status: 400, body: '{"error":{"message":"Too long"}}' }, 0],
		["of a gateway's error is the estimate", { status: 502, body: "<html>" }, 3200],
		["of an error in nobody's form is the estimate", { status: 500, body: "" }, 3200],
		["of a request that was not waited for is the estimate", { status: 408, body: "" }, 3200],
		["of an answer without a count is the estimate", { body: '{"choices":[{"message":{"content":"Yes."}}]}' }, 3200],
		["of what is no answer is the estimate", { body: "<html>" }, 3200],
		["of a line that was cut is the estimate", "hang up", 3200],
	])("%s", async (_, answer, micros) => {
		const { phone } = await phoneWith({ price: [0, 10] }, answer);
		await phone.finish(phone.ask("a1", "Hi?"));
		expect(days(phone)).toMatchObject([{ micros, asks: 1 }]);
		expect(ledgerRows(phone)).toMatchObject([{ receipt: { costMicros: micros } }]);
	});

	it.each<[string, unknown, number]>([
		[
			"thinking that stands beside the completion",
			{ prompt_tokens: 12, completion_tokens: 1, total_tokens: 399 },
			3870,
		],
		["a completion whose prompt was not counted, at the prompt's estimate", { completion_tokens: 1 }, 10],
		["a prompt whose completion was not counted, at the most that it can be", { prompt_tokens: 12 }, 3200],
	])("counts %s", async (_, usage, atLeast) => {
		const answer = { body: JSON.stringify({ choices: [{ message: { content: "Yes." } }], usage }) };
		const prompt = await phoneWith({ price: [1, 10] }, answer);
		await prompt.phone.ask("a1", "Hi?");
		const estimate = mostTokensOf([rulesFor("short", []), "Hi?"], rulesFor("short", []));
		const isPromptKnown = field(usage, "prompt_tokens") !== undefined;
		expect(days(prompt.phone)).toMatchObject([{ micros: atLeast + (isPromptKnown ? 12 : estimate) }]);
	});

	it("is never booked in a currency that was chosen while it was asked", async () => {
		const { phone } = await phoneWith({ price: [0, 10] }, used(0, 500));
		const { send } = phone.ports.http;
		phone.ports.http.send = async (...request) => {
			const outcome = await send(...request);
			phone.stored.set(SETTING.currency, "JPY");
			phone.stored.set(SETTING.spending, "{}");
			return outcome;
		};
		await phone.ask("a1", "Hi?");
		expect(days(phone)).toEqual([{ micros: 0, tokens: 500, asks: 0 }]);
		expect(ledgerRows(phone)).toMatchObject([{ receipt: { costMicros: 5000, currency: "USD" } }]);
	});

	it.each<[string, (phone: TestPhone) => void | Promise<void>]>([
		["", () => undefined],
		[", nor where another was asked since", async (phone) => void (await phone.ask("a2", "And?"))],
	])("of a question that everything was forgotten during brings no spending back%s", async (_, then) => {
		const { phone } = await phoneWith({ price: [1, 10], capDay: "1" }, used(12, 300), used(12, 200), used(12, 1));
		await phone.ask("a0", "Hi?");
		const { send } = phone.ports.http;
		const nobody = () => undefined;
		let answer: () => void = nobody;
		phone.ports.http.send = async (...request) => {
			const outcome = await send(...request);
			await new Promise<void>((resolve) => {
				answer = resolve;
			});
			return outcome;
		};
		void phone.ask("a1", "Hi?");
		await until(() => phone.sent.length === 2);
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "forget" }));
		await phone.service.commands.run();
		phone.pass(1);
		phone.ports.http.send = send;
		phone.stored.set(SETTING.prices, JSON.stringify({ [MODEL]: [1, 10] }));
		phone.choose("openai", { key: "k", baseUrl: String(phone.sent[0]?.url).replace("/chat/completions", "") });
		await then(phone);
		const before = days(phone);
		await until(() => answer !== nobody);
		answer();
		for (let turns = 0; turns < 5; turns++) await new Promise(setImmediate);
		expect(days(phone)).toEqual(before);
	});

	it("of the built-in assistant is nothing, and no question", async () => {
		const { phone } = await phoneWith({ price: [1, 1], capDay: "0" });
		phone.choose("offline", {});
		expect(await phone.ask("a1", "What time is it?")).toMatchObject({ kind: "answer" });
		expect(days(phone)).toEqual([]);
	});
});

describe("the token cap of a request", () => {
	const CAPS = ["max_tokens", "max_completion_tokens", "max_output_tokens", "maxOutputTokens"];
	const MODELS = ["m", "o3-mini", "gpt-5", "gpt-5.4-mini", "openai/gpt-oss-20b", "gemini-2.5-pro", "gemini-3-flash"];
	const online = PROVIDERS.flatMap(({ id }) => (id === "offline" ? [] : [id]));

	it.each(online)("of %s is the answer's and the room that its adapter tells of", (id) => {
		for (const model of MODELS) {
			const provider = ADAPTERS[id];
			const prompt = { system: "", turns: [], question: "Hi?", maxTokens: 320 };
			const request = provider.buildRequest({ baseUrl: "http://x", model, key: "k" }, prompt);
			const sent: Record<string, unknown> = JSON.parse(String(request.body));
			const generation = field(sent, "generationConfig");
			const caps = CAPS.flatMap((name) => [sent[name], field(generation, name)]).filter((cap) => cap !== undefined);
			expect(caps).toEqual([320 + (provider.room?.(model) ?? 0)]);
		}
	});
});
