import { afterEach, describe, expect, it } from "vitest";
import { LEDGER_STRAYS } from "../core/settings/keeping.ts";
import { FORGOTTEN, SETTING } from "../core/settings/settings.ts";
import { chat, closeEndpoints } from "../test/side-service/endpoint.ts";
import { createTestPhone, phoneTo, TEST_KEY, type TestPhone, until } from "../test/side-service/phone.ts";

afterEach(closeEndpoints);

describe("the commands of the settings page", () => {
	const outcome = (phone: TestPhone) => JSON.parse(phone.stored.get(SETTING.outcome) ?? "null");
	const fates = (phone: TestPhone) => JSON.parse(phone.stored.get(SETTING.fates("openai")) ?? "null");
	const command = async (phone: TestPhone, nonce: string, what: "test" | "forget" | "models") => {
		phone.stored.set(SETTING.command, JSON.stringify({ nonce, do: what }));
		await phone.service.commands.run();
	};

	it("test the connection by the smallest question, outside ledger and memory", async () => {
		const { phone, endpoint } = await phoneTo(chat("OK"));
		phone.choose("anthropic", { key: TEST_KEY, baseUrl: endpoint.url });
		endpoint.answer({ body: '{"content":[{"type":"text","text":"OK"}],"stop_reason":"end_turn"}' });
		phone.stored.set(SETTING.key("openai"), "");
		await command(phone, "n1", "test");
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "test", ok: true, by: "Anthropic claude-haiku-4-5" });
		expect(JSON.parse(String(phone.sent[0]?.body))).toMatchObject({
			messages: [{ role: "user" }],
			max_tokens: 16,
		});
		expect(phone.stored.has(SETTING.ledger) || phone.stored.has(SETTING.memory)).toBe(false);
		await phone.service.commands.run();
		phone.restart();
		await phone.service.commands.run();
		expect(endpoint.hits()).toBe(1);
	});

	it("leave the outcome to the last of two that run at once", async () => {
		const { phone, endpoint } = await phoneTo("silence");
		const first = command(phone, "n1", "test");
		await until(() => endpoint.hits() === 1);
		await command(phone, "n2", "forget");
		phone.pass(70_000);
		await first;
		expect(outcome(phone)).toMatchObject({ nonce: "n2", ok: true });
	});

	it("do not send a test again whose service died of it", async () => {
		const { phone, endpoint } = await phoneTo("silence");
		void command(phone, "n1", "test");
		await until(() => endpoint.hits() === 1);
		phone.restart();
		await phone.service.commands.run();
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "test", ok: false, fault: "unknown-outcome" });
		expect(endpoint.hits()).toBe(1);
	});

	it.each([
		["goes out as it is", { body: '{"text":""}' }, true, "yes"],
		["is too short for it", { status: 400, body: '{"error":{"message":"Audio file is too short."}}' }, true, "yes"],
		["does not arrive", { status: 400, body: '{"error":{"message":"Invalid form"}}' }, "request-refused", "no"],
		["cannot be tried", { status: 500, body: '{"error":{"message":"Failed"}}' }, "overloaded", ""],
		["goes nobody knows where", { status: 500, body: "" }, "unknown-outcome", ""],
	])("test whether a file of silence %s", async (_name, heard, speech, binary) => {
		const { phone, endpoint } = await phoneTo(chat("OK"), heard);
		phone.stored.set(SETTING.binary, "no");
		await command(phone, "n1", "test");
		expect(outcome(phone)).toMatchObject({ ok: true, speech });
		expect(phone.stored.get(SETTING.binary)).toBe(binary);
		expect(endpoint.taken()[1]).toMatchObject({ path: "/v1/audio/transcriptions" });
	});

	it("list the provider's models that a question can be sent to", async () => {
		const ids = ["gpt-5.4-mini", "gpt-4.1", "text-embedding-3-small", "whisper-1", "", 5, "x".repeat(200)];
		const { phone } = await phoneTo({ body: JSON.stringify({ object: "list", data: ids.map((id) => ({ id })) }) });
		await command(phone, "n1", "models");
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "models", ok: true, models: ["gpt-4.1", "gpt-5.4-mini"] });
		expect(phone.sent[0]).toMatchObject({ method: "GET", headers: { Authorization: `Bearer ${TEST_KEY}` } });
	});

	it("list Gemini's models by their own names, as far as they answer questions", async () => {
		const { phone, endpoint } = await phoneTo({
			body: JSON.stringify({
				models: [
					{ name: "models/gemini-3.5-flash-lite", supportedGenerationMethods: ["generateContent", "countTokens"] },
					{ name: "models/gemini-live", supportedGenerationMethods: ["bidiGenerateContent"] },
				],
			}),
		});
		phone.choose("gemini", { key: TEST_KEY, baseUrl: endpoint.url });
		await command(phone, "n1", "models");
		expect(outcome(phone)).toMatchObject({ ok: true, models: ["gemini-3.5-flash-lite"] });
	});

	it("keep, of a list, when models end, each provider naming the day in its own way, and offer the nearest that stays", async () => {
		const { phone } = await phoneTo({
			body: JSON.stringify({
				data: [
					{ id: "gpt-5.4-mini", shutdown_date: "2027-02-30" },
					{ id: "gpt-4o-mini", shutdown_date: "2027-01-14" },
					{ id: "gpt-5-nano", shutdown_date: null, expiration_date: "2026-12-11" },
					{ id: "claude-a", retires_at: "2026-11-30T00:00:00Z" },
					{ id: "mistral-a", deprecation: "2026-08-31T12:00:00Z" },
					...["soon", 5, "2027", "2027-13-01", "x".repeat(9_000)].map((day, at) => ({
						id: `odd-${at}`,
						shutdown_date: day,
					})),
				],
			}),
		});
		phone.stored.set(SETTING.model("openai"), "gpt-4o-mini");
		await command(phone, "n1", "models");
		expect(JSON.parse(phone.stored.get(SETTING.fates("openai")) ?? "")).toEqual({
			"gpt-5-nano": { ends: "2026-12-11" },
			"claude-a": { ends: "2026-11-30" },
			"mistral-a": { ends: "2026-08-31" },
			"gpt-4o-mini": { ends: "2027-01-14", instead: "gpt-5.4-mini" },
		});
	});

	it("offer the model that the provider itself names in the place of one that ends", async () => {
		const { phone } = await phoneTo({
			body: JSON.stringify({
				data: [
					{
						...{ id: "devstral-medium-2507", deprecation: "2026-05-31T00:00:00Z" },
						deprecation_replacement_model: "mistral-small-latest",
					},
					{ id: "mistral-medium-latest" },
					{ id: "mistral-small-latest" },
				],
			}),
		});
		phone.stored.set(SETTING.model("openai"), "devstral-medium-2507");
		await command(phone, "n1", "models");
		expect(fates(phone)["devstral-medium-2507"]).toEqual({ ends: "2026-05-31", instead: "mistral-small-latest" });
	});

	it("find the end of a model that is listed by its dated name alone", async () => {
		const listed = { id: "claude-sonnet-4-5-20250929", retires_at: "2026-11-30T00:00:00Z" };
		const { phone, endpoint } = await phoneTo({
			body: JSON.stringify({ data: [listed, { id: "claude-sonnet-5-5", retires_at: null }] }),
		});
		phone.choose("anthropic", { key: TEST_KEY, baseUrl: endpoint.url, model: "claude-sonnet-4-5" });
		await command(phone, "n1", "models");
		expect(JSON.parse(phone.stored.get(SETTING.fates("anthropic")) ?? "")["claude-sonnet-4-5"]).toEqual({
			ends: "2026-11-30",
			instead: "claude-sonnet-5-5",
		});
	});

	it("offer the nearest model after a test whose model is gone, and let it go once a test is passed", async () => {
		const gone = { status: 404, body: '{"error":{"code":"model_not_found","message":"The model does not exist"}}' };
		const list = {
			body: JSON.stringify({ data: [{ id: "gpt-6-luna" }, { id: "gpt-6.1-sol" }, { id: "gpt-5-nano" }] }),
		};
		const { phone, endpoint } = await phoneTo(gone, list, chat("OK"), { body: '{"text":""}' });
		phone.stored.set(SETTING.model("openai"), "gpt-5-nano");
		await command(phone, "n1", "test");
		expect(outcome(phone)).toMatchObject({ ok: false, fault: "no-such-model" });
		expect(endpoint.taken()[1]).toMatchObject({ path: "/v1/models" });
		expect(fates(phone)).toEqual({ "gpt-5-nano": { gone: true, instead: "gpt-6-luna" } });
		await command(phone, "n2", "test");
		expect(outcome(phone)).toMatchObject({ ok: true });
		expect(fates(phone)).toEqual({});
	});

	it("keep that a model is gone where there is no list to choose from", async () => {
		const { phone } = await phoneTo({ status: 404, body: "" }, { status: 404, body: "" });
		await command(phone, "n1", "test");
		expect(fates(phone)).toEqual({ "gpt-5.4-mini": { gone: true } });
	});

	it("say why there is no list, and bound a long one", async () => {
		const { phone, endpoint } = await phoneTo({ status: 401, body: "" });
		await command(phone, "n1", "models");
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "models", ok: false, fault: "key-refused" });
		endpoint.answer({ body: "<html>" });
		await command(phone, "n2", "models");
		expect(outcome(phone)).toMatchObject({ fault: "bad-answer" });
		endpoint.answer({ body: JSON.stringify({ data: Array.from({ length: 2000 }, (_, n) => ({ id: `m${n}` })) }) });
		await command(phone, "n3", "models");
		expect(outcome(phone).models).toHaveLength(500);
	});

	it("say what is wrong by its code", async () => {
		const { phone } = await phoneTo({ status: 429, headers: { "retry-after": "4" }, body: "" });
		await command(phone, "n1", "test");
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "test", ok: false, fault: "rate-limited", waitSeconds: 4 });
		phone.choose("openai", { key: "" });
		await command(phone, "n2", "test");
		expect(outcome(phone)).toEqual({ nonce: "n2", do: "test", ok: false, fault: "no-key" });
	});

	it("test and list another provider than the chosen one where they name it, and leave the ears alone", async () => {
		const { phone, endpoint } = await phoneTo(chat("OK"), { body: '{"data":[{"id":"m1"}]}' });
		phone.stored.set(SETTING.key("groq"), "gsk_another-key");
		phone.stored.set(SETTING.baseUrl("groq"), endpoint.url);
		phone.stored.set(SETTING.binary, "no");
		for (const [nonce, what] of [
			["n1", "test"],
			["n2", "models"],
		]) {
			phone.stored.set(SETTING.command, JSON.stringify({ nonce, do: what, provider: "groq" }));
			await phone.service.commands.run();
			expect(outcome(phone)).toMatchObject({ nonce, do: what, provider: "groq", ok: true });
		}
		expect(phone.sent.map(({ headers }) => headers?.Authorization)).toEqual(Array(2).fill("Bearer gsk_another-key"));
		expect(phone.stored.get(SETTING.binary)).toBe("no");
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n3", do: "test", provider: "mistral" }));
		await phone.service.commands.run();
		expect(outcome(phone)).toMatchObject({ ok: false, fault: "no-key" });
	});

	it("forget everything, what is under way included", async () => {
		const { phone, endpoint } = await phoneTo(chat("Hello."), "silence");
		await phone.ask("a1", "Hi?");
		const open = phone.ask("a2", "And?");
		await until(() => endpoint.hits() === 2);
		await command(phone, "n1", "forget");
		expect(await open).toEqual({ kind: "cancelled", id: "a2" });
		const kept = () => Object.fromEntries([...phone.stored].filter(([, value]) => value !== ""));
		// When it was, for the watch that is yet to hear of it, and the bare id of what was under way.
		const ids = JSON.stringify({ v: 1, n: 1, ids: ["a2"] });
		const left = { [FORGOTTEN]: String(phone.ports.now()), [LEDGER_STRAYS]: ids };
		expect(kept()).toEqual({ [SETTING.outcome]: JSON.stringify({ nonce: "n1", do: "forget", ok: true }), ...left });
		await endpoint.close();
		await new Promise(setImmediate);
		expect(Object.keys(kept())).toHaveLength(3);
		expect(await phone.ask("a2", "And?")).toEqual({ kind: "cancelled", id: "a2" });
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
