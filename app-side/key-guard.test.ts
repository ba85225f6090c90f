/** A key leaves for its own host alone, and comes back in nothing: not in what a server says, stores have, or the watch gets. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { originOf } from "../core/settings/address.ts";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints, type Endpoint, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, type TestPhone, textOf, until } from "../test/side-service/phone.ts";
import type { VendorFetch } from "./http.ts";
import { createKeyGuard } from "./key-guard.ts";
import { frameFile } from "./voice/__fixtures__/streams.ts";

const KEY = "sk-proj-Zq7Rw2Lm9XvB4tKc8NdP1yHs";
const OTHER_KEY = "gsk_Pw3Qe5Rt7Yu9Io1Kj2Hg4Fd6Ss8";
/** Two seconds of what may be speech: SILK in packets of 20 ms. */
const FILE = frameFile(Array.from({ length: 100 }, (_, n) => new Uint8Array(30 + (n % 20)).fill(n).fill(0x48, 0, 1)));

let here: Endpoint;
let there: Endpoint;
let phone: TestPhone;

beforeEach(async () => {
	[here, there] = [await endpointWith(chat("Here.")), await endpointWith(chat("There."))];
	phone = createTestPhone();
	phone.choose("openai", { key: KEY, baseUrl: here.url });
});
afterEach(closeEndpoints);

/** Everything that this phone has stored, logged and said, but for the keys where they belong. */
function traces(...said: unknown[]): string {
	const stored = [...phone.stored].filter(([name]) => !name.startsWith("key."));
	return JSON.stringify([stored, phone.logged, said]);
}

function carriesKey({ taken }: Endpoint, key = KEY): boolean {
	return taken().some((request) => JSON.stringify(request).includes(key));
}

describe("a key belongs to the host that it was given for", () => {
	it("and one from before that was stored to the address at which it is first used", async () => {
		expect(textOf(await phone.ask("a1", "Hi?"))).toBe("Here.");
		expect(phone.stored.get(SETTING.host("openai"))).toBe(originOf(here.url));
	});

	it("so that nothing is sent to a changed address before the person has said yes to it", async () => {
		await phone.ask("a1", "Hi?");
		phone.stored.set(SETTING.baseUrl("openai"), there.url);
		expect(await phone.ask("a2", "Hi?")).toMatchObject({ kind: "fault", fault: { code: "no-key" } });
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n1", do: "test" }));
		await phone.service.commands.run();
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n2", do: "models" }));
		await phone.service.commands.run();
		expect(JSON.parse(phone.stored.get(SETTING.outcome) ?? "{}")).toMatchObject({ nonce: "n2", fault: "no-key" });
		expect(there.hits()).toBe(0);
		phone.stored.set(SETTING.host("openai"), originOf(there.url));
		expect(textOf(await phone.ask("a3", "Hi?"))).toBe("There.");
	});

	it("also of a server that would do without: it was not asked for its yes", async () => {
		phone.choose("custom", { key: OTHER_KEY, baseUrl: here.url, model: "m" });
		await phone.ask("a1", "Hi?");
		phone.stored.set(SETTING.baseUrl("custom"), there.url);
		expect(await phone.ask("a2", "Hi?")).toMatchObject({ fault: { code: "no-key" } });
		expect(there.hits()).toBe(0);
	});

	it("also of the second provider and of whoever listens", async () => {
		phone.stored.set(SETTING.second, "groq");
		phone.stored.set(SETTING.key("groq"), OTHER_KEY);
		phone.stored.set(SETTING.host("groq"), "https://api.groq.com");
		phone.stored.set(SETTING.baseUrl("groq"), there.url);
		here.answer({ status: 402, body: '{"error":{"code":"insufficient_quota"}}' });
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "no-credit" } });
		phone.stored.set(SETTING.voice, "groq");
		expect(await phone.speak("a2", FILE)).toMatchObject({ fault: { code: "no-key" } });
		expect(there.hits()).toBe(0);
	});

	it("also where the address changes while the question is under way", async () => {
		here.answer({ status: 503, body: '{"error":{"type":"overloaded_error","message":"busy"}}' }, chat("Late."));
		const asked = phone.ask("a1", "Hi?");
		await until(() => here.hits() === 1);
		phone.stored.set(SETTING.baseUrl("openai"), there.url);
		phone.stored.set(SETTING.host("openai"), originOf(there.url));
		const reply = await phone.finish(asked);
		expect(reply.kind).toBe("fault");
		expect([here.hits(), there.hits()]).toEqual([1, 0]);
	});

	it("whatever part of the service builds the request", async () => {
		const { http } = createKeyGuard(phone.ports).ports;
		const to = (url: string, headers: Record<string, string>, body = "{}") =>
			http.send({ url, method: "POST", headers, body }, 1_000);
		expect(await to(there.url, { "x-anything": `Key ${KEY}` })).toEqual({ kind: "fault", code: "no-key" });
		expect(await to(`${here.url}?key=${KEY}`, {})).toEqual({ kind: "fault", code: "no-key" });
		expect(await to(there.url, {}, JSON.stringify({ said: KEY }))).toMatchObject({ kind: "response" });
		expect(there.taken().map(({ body }) => body)).toEqual(['{"said":"[key]"}']);
	});
});

describe("a key comes back in nothing", () => {
	it.each<[string, Canned]>([
		["an answer", chat(`Your key is ${KEY}, is it not?`)],
		["an answer in Markdown", chat(`Your key is sk-proj-**Zq7Rw2**Lm9XvB4tKc8NdP1yHs, is it not?`)],
		["an answer letter by letter", chat([...KEY].join("\u200b"))],
		["parts of an answer", chat(null)],
		["a suggestion", chat(`Hello.\n@@ ${KEY}\n>> ${KEY}?`)],
		["an error", { status: 400, body: JSON.stringify({ error: { message: KEY, code: KEY, type: KEY } }) }],
		["a page", { body: `<p>${KEY}</p>` }],
	])("of %s", async (name, answer) => {
		const parts = [KEY.slice(0, 14), KEY.slice(14)].map((text) => ({ type: "text", text }));
		here.answer(
			name.startsWith("parts") ? { body: JSON.stringify({ choices: [{ message: { content: parts } }] }) } : answer,
		);
		const reply = await phone.ask("a1", "Hi?");
		here.answer(chat("Fine."));
		const next = await phone.ask("a2", "And now?");
		for (let at = 0; at + 12 <= KEY.length; at++) expect(traces(reply, next)).not.toContain(KEY.slice(at, at + 12));
		expect(
			here
				.taken()
				.map(({ body }) => body)
				.join(),
		).not.toContain(KEY);
	});

	it("of a transcript: the listener's own, and the key of who answers", async () => {
		phone.stored.set(SETTING.key("groq"), OTHER_KEY);
		phone.stored.set(SETTING.baseUrl("groq"), there.url);
		phone.stored.set(SETTING.voice, "groq");
		there.answer({ body: JSON.stringify({ text: `My keys are ${OTHER_KEY} and ${KEY}.` }) });
		const reply = await phone.finish(phone.speak("a1", FILE));
		expect(reply).toMatchObject({ kind: "answer", answer: { heard: expect.stringContaining("My keys are") } });
		await phone.ask("a2", "And now?");
		for (const key of [KEY, OTHER_KEY]) {
			expect(traces(reply)).not.toContain(key);
			expect(
				here
					.taken()
					.map(({ body }) => body)
					.join(),
			).not.toContain(key);
		}
	});

	it("of a key that was replaced while its question was under way", async () => {
		const asked = phone.ask("a1", "Hi?");
		here.answer(chat(`It is ${KEY}.`));
		phone.stored.set(SETTING.key("openai"), OTHER_KEY);
		expect(traces(await asked)).not.toContain(KEY);
	});

	it("of the names of models", async () => {
		here.answer({ body: JSON.stringify({ data: [{ id: `model-${KEY}` }, { id: "fine" }] }) });
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n1", do: "models" }));
		await phone.service.commands.run();
		expect(phone.stored.get(SETTING.outcome)).toContain("fine");
		expect(traces()).not.toContain(KEY);
	});
});

describe("a redirect to another host", () => {
	/** A phone that follows as OkHttp does: every header goes along but `Authorization`, and nobody is told. */
	const following: VendorFetch = async ({ url, method, headers, body }) => {
		const answer = await fetch(url, { method, headers, redirect: "manual", ...(body === undefined ? {} : { body }) });
		const to = answer.headers.get("location");
		if (to === null) {
			return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
		}
		const { Authorization: _dropped, ...others } = headers;
		return following({ url: to, method, headers: others, ...(body === undefined ? {} : { body }), timeout: 0 });
	};

	const headersOf: Readonly<Partial<Record<ProviderId, string>>> = {
		anthropic: "sk-ant-api03-Zq7Rw2Lm9XvB4tKc8NdP1yHs",
		gemini: "AIzaZq7Rw2Lm9XvB4tKc8NdP1yHs",
		openai: KEY,
	};

	async function testAt(provider: ProviderId, key: string): Promise<unknown> {
		phone = createTestPhone(following);
		phone.choose(provider, { key, baseUrl: here.url });
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n1", do: "test" }));
		await phone.service.commands.run();
		return JSON.parse(phone.stored.get(SETTING.outcome) ?? "null");
	}

	const good = {
		anthropic: { content: [{ type: "text", text: "OK" }], stop_reason: "end_turn" },
		gemini: { candidates: [{ content: { parts: [{ text: "OK" }] }, finishReason: "STOP" }] },
		openai: { choices: [{ message: { content: "OK" }, finish_reason: "stop" }] },
	} as const;

	it.each(["anthropic", "gemini", "openai"] as const)(
		"takes no key along from a test of %s, nor from what is asked after it",
		async (provider) => {
			const key = headersOf[provider] ?? "";
			here.answer({ status: 307, headers: { Location: `${there.url}/else` }, body: "" });
			there.answer({ body: JSON.stringify(good[provider]) });
			await testAt(provider, key);
			await phone.ask("a1", "Hi?");
			expect(there.hits()).toBeGreaterThan(0);
			expect(carriesKey(there, key)).toBe(false);
		},
	);

	it.each(["anthropic", "gemini"] as const)(
		"to a page takes no key of %s along, and the test says that it failed",
		async (provider) => {
			here.answer({ status: 302, headers: { Location: there.url }, body: "" });
			there.answer({ headers: { "Content-Type": "text/html" }, body: "<html>Welcome</html>" });
			expect(await testAt(provider, headersOf[provider] ?? "")).toMatchObject({ ok: false, fault: "bad-answer" });
			expect(carriesKey(there, headersOf[provider])).toBe(false);
			expect(carriesKey(here, headersOf[provider])).toBe(false);
		},
	);

	it("is no concern of a server that asks for the key: it gets it in the test", async () => {
		const refused = { status: 401, body: '{"type":"error","error":{"type":"authentication_error"}}' };
		here.answer(refused, { body: JSON.stringify(good.anthropic) });
		expect(await testAt("anthropic", headersOf.anthropic ?? "")).toMatchObject({ ok: true });
		expect(here.taken().map(({ headers }) => headers["x-api-key"])).toEqual([undefined, headersOf.anthropic]);
		expect(phone.stored.get(SETTING.open("anthropic"))).toBe("");
	});

	it("is no concern of the provider's own host, which is asked once", async () => {
		const asked: string[] = [];
		phone = createTestPhone(({ url }) => {
			asked.push(url);
			return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(good.anthropic) });
		});
		phone.choose("anthropic", { key: headersOf.anthropic ?? "" });
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n1", do: "test" }));
		await phone.service.commands.run();
		expect(asked).toEqual(["https://api.anthropic.com/v1/messages"]);
		expect(phone.sent[0]?.headers["x-api-key"]).toBe(headersOf.anthropic);
	});
});
