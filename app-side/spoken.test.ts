import { afterEach, describe, expect, it } from "vitest";
import { type ProviderId, SETTING } from "../core/settings/settings.ts";
import { VOICE_LIMIT_BYTES } from "../core/wire/protocol.ts";
import { type Canned, chat, closeEndpoints, type Endpoint, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, TEST_KEY, type TestPhone, textOf, until } from "../test/side-service/phone.ts";
import { frameFile } from "./voice/__fixtures__/streams.ts";

afterEach(closeEndpoints);

/** Two seconds of what may be speech: SILK in packets of 20 ms. */
const FILE = frameFile(Array.from({ length: 100 }, (_, n) => new Uint8Array(30 + (n % 20)).fill(n).fill(0x48, 0, 1)));
const HEARD = { body: JSON.stringify({ text: " Why is the sky blue? " }) };
const gemini = (text: string): Canned => ({
	body: JSON.stringify({ candidates: [{ content: { parts: [{ text }] }, finishReason: "STOP" }] }),
});

async function phoneTo(
	provider: ProviderId,
	...answers: Canned[]
): Promise<{ phone: TestPhone; endpoint: Endpoint; paths: () => string[] }> {
	const endpoint = await endpointWith(...answers);
	const phone = createTestPhone();
	phone.choose(provider, { key: TEST_KEY, baseUrl: endpoint.url });
	return { phone, endpoint, paths: () => endpoint.taken().map(({ path }) => path.replace("/v1", "")) };
}

describe("a spoken question", () => {
	it("is one request where the provider listens, and what was understood comes with the answer", async () => {
		const reply = "~~ Why is the sky blue?\nAir scatters blue.\n@@ Scattering\n>> And at dusk?";
		const { phone, endpoint, paths } = await phoneTo("gemini", gemini(reply));
		expect(await phone.speak("a1", FILE)).toMatchObject({
			kind: "answer",
			answer: {
				text: "Air scatters blue.",
				heard: "Why is the sky blue?",
				next: ["And at dusk?"],
				use: { requests: 1 },
			},
		});
		expect(paths()).toEqual(["/models/gemini-3.5-flash-lite:generateContent"]);
		expect(endpoint.taken()[0]?.body).toContain('"mimeType":"audio/ogg"');
		expect(phone.stored.get(SETTING.memory)).toContain("Why is the sky blue?");
	});

	it.each<[ProviderId, Record<string, string>]>([
		["groq", {}],
		["openrouter", {}],
		["openai", {}],
		["openai-responses", {}],
		["anthropic", { "key.groq": "gsk_other" }],
	])("to %s is written down first, then asked", async (provider, more) => {
		const { phone, endpoint, paths } = await phoneTo(provider, HEARD, answerOf(provider));
		for (const [name, value] of Object.entries(more)) phone.stored.set(name, value);
		phone.stored.set(SETTING.baseUrl("groq"), endpoint.url);
		expect(await phone.finish(phone.speak("a1", FILE))).toMatchObject({
			answer: { text: "Four.", heard: "Why is the sky blue?", use: { requests: 2 } },
		});
		expect(paths()[0]).toBe("/audio/transcriptions");
		expect(endpoint.taken()[1]?.body).toContain("Why is the sky blue?");
		expect(phone.stored.get(SETTING.voiceDiagnostic)).toContain("Packets: 100");
	});

	it("is asked of the built-in assistant, once it was written down by a listener that was chosen", async () => {
		const { phone, endpoint } = await phoneTo("groq", { body: '{"text":"What is 6 times 7?"}' });
		phone.stored.set(SETTING.provider, "offline");
		expect(await phone.speak("a0", FILE)).toMatchObject({ fault: { code: "no-key" } });
		expect(endpoint.hits()).toBe(0);
		phone.stored.set(SETTING.voice, "groq");
		expect(textOf(await phone.speak("a1", FILE))).toContain("42");
		expect(endpoint.hits()).toBe(1);
	});

	it("joins the same question that is under way, and is answered again from the ledger", async () => {
		const { phone, endpoint } = await phoneTo("gemini", gemini("~~ Hi?\nHello."));
		const again = () => phone.ask("a1", "", { text: undefined, voice: true });
		const first = phone.speak("a1", FILE);
		await until(() => phone.sent.length === 1);
		const replies = [await again(), await first];
		phone.restart();
		replies.push(await again());
		for (const reply of replies) expect(reply).toMatchObject({ answer: { heard: "Hi?", text: "Hello." } });
		expect(endpoint.hits()).toBe(1);
	});

	it("is of unknown outcome where the service died while it was listened to, and is not sent again", async () => {
		const { phone, endpoint } = await phoneTo("groq", "silence");
		void phone.speak("a1", FILE);
		await until(() => endpoint.hits() === 1);
		phone.restart();
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("that was understood and not answered comes back as words", async () => {
		const { phone } = await phoneTo("groq", HEARD, { status: 402, body: "" });
		expect(await phone.speak("a1", FILE)).toMatchObject({
			fault: { code: "no-credit" },
			heard: "Why is the sky blue?",
		});
		expect(await phone.speak("a1", FILE)).toMatchObject({ heard: "Why is the sky blue?" });
	});

	it("goes to the second provider as the words that were understood", async () => {
		const { phone, endpoint } = await phoneTo("groq", HEARD, { status: 503, body: "" }, chat("Four."));
		phone.choose("openrouter", { key: "sk-or-x", baseUrl: endpoint.url });
		phone.choose("groq", {});
		phone.stored.set(SETTING.second, "openrouter");
		const reply = await phone.speak("a1", FILE);
		expect(reply).toMatchObject({ answer: { text: "Four.", heard: "Why is the sky blue?", use: { requests: 3 } } });
		expect(endpoint.hits()).toBe(3);
	});

	it("goes to the second provider as a recording where the first could not listen", async () => {
		const { phone } = await phoneTo("gemini", { status: 503, body: "" }, HEARD, chat("Four."));
		phone.choose("groq", { key: "gsk_x", baseUrl: phone.stored.get(SETTING.baseUrl("gemini")) ?? "" });
		phone.choose("gemini", {});
		phone.stored.set(SETTING.second, "groq");
		expect(await phone.speak("a1", FILE)).toMatchObject({ answer: { text: "Four.", heard: "Why is the sky blue?" } });
	});
});

describe("a recording on its way", () => {
	it("is asked for again from where it is whole, or from the start where the service has died", async () => {
		const { phone } = await phoneTo("gemini", gemini("~~ Hi?\nHello."));
		const piece = (at: number, end: number) => ({
			method: "voice",
			id: "a1",
			at,
			total: FILE.length,
			bytes: FILE.slice(at, end),
		});
		const asked = { text: undefined, voice: true };
		expect(await phone.service.route(piece(0, 1000))).toEqual({ kind: "got", id: "a1", at: 1000 });
		expect(await phone.service.route(piece(2000, 3000))).toEqual({ kind: "got", id: "a1", at: 1000 });
		expect(await phone.ask("a1", "", asked)).toEqual({ kind: "got", id: "a1", at: 1000 });
		phone.restart();
		expect(await phone.ask("a1", "", asked)).toEqual({ kind: "got", id: "a1", at: 0 });
		expect(phone.sent).toHaveLength(0);
		expect(textOf(await phone.speak("a1", FILE))).toBe("Hello.");
	});

	it("is refused where it is too large", async () => {
		const { phone } = await phoneTo("gemini", gemini("x"));
		const piece = { method: "voice", id: "a1", at: 0, total: VOICE_LIMIT_BYTES + 1, bytes: FILE };
		expect(await phone.service.route(piece)).toMatchObject({ kind: "fault", fault: { code: "request-refused" } });
	});

	it("is dropped with its question", async () => {
		const { phone, endpoint } = await phoneTo("gemini", gemini("x"));
		await phone.service.route({ method: "voice", id: "a1", at: 0, total: FILE.length, bytes: FILE });
		await phone.service.route({ method: "cancel", id: "a1" });
		expect(await phone.ask("a1", "", { text: undefined, voice: true })).toEqual({ kind: "cancelled", id: "a1" });
		expect(endpoint.hits()).toBe(0);
	});
});

describe("a recording in which nothing can be understood", () => {
	const silent = frameFile(Array.from({ length: 100 }, () => Uint8Array.of(0x48)));
	const short = frameFile(Array.from({ length: 5 }, () => new Uint8Array(30).fill(0x48)));

	it.each([
		["silence", silent],
		["a tap", short],
		["no Opus", new Uint8Array(500).fill(0xff)],
	])("as %s costs nothing", async (_name, file) => {
		const { phone, endpoint } = await phoneTo("gemini", gemini("x"));
		expect(await phone.speak("a1", file)).toMatchObject({ fault: { code: "unclear-speech" } });
		expect(await phone.speak("a1", file)).toMatchObject({ fault: { code: "unclear-speech" } });
		expect(endpoint.hits()).toBe(0);
	});

	it.each<[string, ProviderId, Canned]>([
		["says nothing", "groq", { body: '{"text":""}' }],
		["names the noise", "groq", { body: '{"text":" [BLANK_AUDIO] (wind) ..."}' }],
		[
			"makes words up and knows it",
			"groq",
			{ body: '{"text":"Thank you.","segments":[{"no_speech_prob":0.9,"avg_logprob":-1.4}]}' },
		],
		["makes words up", "groq", { body: '{"text":" Thank you for watching!"}' }],
		["makes words up in another language", "groq", { body: '{"text":"ご視聴ありがとうございました"}' }],
		["makes up a credit, in JSON's form", "openrouter", { body: '{"text":"Untertitelung des ZDF, 2020"}' }],
		["makes up a credit, in a file's form", "openai", { body: '{"text":"Субтитры сделал DimaTorzok"}' }],
		["makes words up as chat", "mistral", chat("Sous-titres réalisés par la communauté d'Amara.org")],
		["has nothing before the answer", "gemini", gemini("~~\nI could not hear you.")],
		["makes up what it answers", "gemini", gemini("~~ 字幕由Amara.org社区提供\nYou are welcome.\n@@ Welcome")],
		["answers that there is nothing to hear", "gemini", gemini("There is no speech in the audio.")],
		["says that it is too short", "groq", { status: 400, body: '{"error":{"message":"Audio file is too short."}}' }],
	])("as the one who listens %s", async (_name, provider, answer) => {
		const { phone, endpoint } = await phoneTo(provider, answer);
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "unclear-speech" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("is a question where an invention is only a part of it", async () => {
		const said = "Say thank you for watching in French";
		const { phone } = await phoneTo("groq", { body: JSON.stringify({ text: said }) }, chat("Merci d'avoir regardé."));
		expect(await phone.speak("a1", FILE)).toMatchObject({ answer: { heard: said, text: "Merci d'avoir regardé." } });
	});

	it("keeps half an answer where the model forgot to say what it understood", async () => {
		const { phone } = await phoneTo("gemini", gemini("Air scatters blue."));
		const reply = await phone.speak("a1", FILE);
		expect(textOf(reply)).toBe("Air scatters blue.");
		expect(reply.kind === "answer" && reply.answer.heard).toBeFalsy();
	});
});

describe("who listens", () => {
	it("is nobody where nobody with a key can, and the watch knows it", async () => {
		const { phone, endpoint } = await phoneTo("anthropic", chat("x"));
		const hello = await phone.service.route({ method: "hello", rev: 0 });
		expect(hello).toMatchObject({ look: { ready: true, deaf: true } });
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "no-key" } });
		expect(endpoint.hits()).toBe(0);
		phone.stored.set(SETTING.key("groq"), "gsk_x");
		expect(await phone.service.route({ method: "hello", rev: 0 })).not.toMatchObject({ look: { deaf: true } });
	});

	it("is somebody else where this phone cannot send a file, which it learns from the refusal", async () => {
		const refusal = { status: 400, body: '{"error":{"message":"Could not parse multipart form"}}' };
		const { phone, endpoint } = await phoneTo("openai", refusal, HEARD, chat("Four."));
		phone.stored.set(SETTING.key("groq"), "gsk_x");
		phone.stored.set(SETTING.baseUrl("groq"), endpoint.url);
		expect(textOf(await phone.speak("a1", FILE))).toBe("Four.");
		expect(phone.stored.get(SETTING.binary)).toBe("no");
		endpoint.answer(HEARD, chat("Five."));
		expect(textOf(await phone.speak("a2", FILE))).toBe("Five.");
		expect(endpoint.hits()).toBe(5);
	});

	it("is told by the refusal where there is nobody else, and nothing is sent in vain again", async () => {
		const { phone, endpoint } = await phoneTo("openai", { status: 400, body: "" });
		expect(await phone.speak("a1", FILE)).toMatchObject({ fault: { code: "request-refused" } });
		expect(await phone.speak("a2", FILE)).toMatchObject({ fault: { code: "request-refused" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("gets a file where it refuses the recording as a text, which proves nothing of the phone when it is refused too", async () => {
		const { phone, endpoint } = await phoneTo("groq", { status: 400, body: "" }, HEARD, chat("Four."));
		expect(textOf(await phone.speak("a1", FILE))).toBe("Four.");
		expect(phone.stored.get(SETTING.binary)).toBe("yes");
		phone.stored.set(SETTING.binary, "");
		endpoint.answer({ status: 400, body: "" });
		expect(await phone.speak("a2", FILE)).toMatchObject({ fault: { code: "request-refused" } });
		expect(phone.stored.get(SETTING.binary)).toBe("");
	});

	it("is asked again when it is busy", async () => {
		const { phone } = await phoneTo("groq", { status: 503, body: "" }, HEARD, chat("Four."));
		expect(await phone.finish(phone.speak("a1", FILE))).toMatchObject({ answer: { use: { requests: 3 } } });
	});
});

describe("what was understood, where the person wants to see it first", () => {
	const confirming = async (provider: ProviderId, ...answers: Canned[]) => {
		const made = await phoneTo(provider, ...answers);
		made.phone.stored.set(SETTING.confirm, "yes");
		return made;
	};

	it("is shown and not asked, until the watch asks it as text by the same id", async () => {
		const { phone, endpoint } = await confirming("groq", HEARD, chat("Four."));
		const heard = { kind: "heard", id: "a1", text: "Why is the sky blue?" };
		expect(await phone.speak("a1", FILE)).toMatchObject(heard);
		phone.restart();
		expect(await phone.speak("a1", FILE)).toMatchObject(heard);
		expect(endpoint.hits()).toBe(1);
		expect(textOf(await phone.ask("a1", "Why is the sky blue?"))).toBe("Four.");
		expect(textOf(await phone.ask("a1", "Why is the sky blue?"))).toBe("Four.");
		expect(endpoint.hits()).toBe(2);
		expect(ledgerRows(phone)).toHaveLength(1);
	});

	it("is only written down by a provider that could answer at once", async () => {
		const { phone } = await confirming("gemini", gemini("Why is the sky blue?"));
		expect(await phone.speak("a1", FILE)).toMatchObject({ kind: "heard", text: "Why is the sky blue?" });
		const { phone: other } = await confirming("gemini", gemini("[none]"));
		expect(await other.speak("a1", FILE)).toMatchObject({ fault: { code: "unclear-speech" } });
	});
});

function answerOf(provider: ProviderId): Canned {
	switch (provider) {
		case "anthropic":
			return { body: JSON.stringify({ content: [{ type: "text", text: "Four." }], stop_reason: "end_turn" }) };
		case "openai-responses":
			return {
				body: JSON.stringify({
					status: "completed",
					error: null,
					output: [{ type: "message", content: [{ type: "output_text", text: "Four." }] }],
				}),
			};
		default:
			return chat("Four.");
	}
}
