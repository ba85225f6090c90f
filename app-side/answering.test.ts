import { afterEach, describe, expect, it } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints, type Endpoint, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, TEST_KEY, type TestPhone, textOf, until } from "../test/side-service/phone.ts";

afterEach(closeEndpoints);

/** OpenAI first, Groq in its stead. */
async function phoneWithTwo(
	first: Canned,
	second: Canned,
): Promise<{ phone: TestPhone; first: Endpoint; second: Endpoint }> {
	const endpoints = { first: await endpointWith(first), second: await endpointWith(second) };
	const phone = createTestPhone();
	phone.choose("groq", { key: "gsk_other", baseUrl: endpoints.second.url, model: "llama-9" });
	phone.choose("openai", { key: TEST_KEY, baseUrl: endpoints.first.url });
	phone.stored.set(SETTING.second, "groq");
	return { phone, ...endpoints };
}

describe("a second provider", () => {
	it.each<[string, Canned]>([
		["is overloaded", { status: 503, body: "" }],
		["limits the rate", { status: 429, headers: { "Retry-After": "2" }, body: "" }],
		["has no credit left", { status: 402, body: "" }],
	])("answers at once where the first %s, and says so", async (_name, answer) => {
		const { phone, first, second } = await phoneWithTwo(answer, chat("Four."));
		expect(await phone.ask("a1", "2+2?")).toMatchObject({
			answer: { text: "Four.", by: "Groq llama-9", use: { requests: 2 } },
		});
		expect([first.hits(), second.hits()]).toEqual([1, 1]);
		expect(ledgerRows(phone)).toMatchObject([{ receipt: { provider: "groq", model: "llama-9", requests: 2 } }]);
		expect(phone.sent[1]?.headers).toMatchObject({ Authorization: "Bearer gsk_other" });
	});

	it.each<[string, Canned]>([
		["was cut", "hang up"],
		["answered what cannot be read", { body: "<html>" }],
		["refused the key", { status: 401, body: "" }],
		["declined the question", chat("", "content_filter")],
	])("is not asked where the first %s", async (_name, answer) => {
		const { phone, second } = await phoneWithTwo(answer, chat("Four."));
		expect(await phone.ask("a1", "2+2?")).toMatchObject({ kind: "fault" });
		expect(second.hits()).toBe(0);
	});

	it("is not asked while the first is silent", async () => {
		const { phone, second } = await phoneWithTwo("silence", chat("Four."));
		const reply = phone.ask("a1", "2+2?");
		await until(() => phone.sent.length === 1);
		phone.pass(55_000);
		expect(await reply).toMatchObject({ fault: { code: "timeout" } });
		expect(second.hits()).toBe(0);
	});

	it("that has no key is none, so that the first is asked again", async () => {
		const { phone, first } = await phoneWithTwo({ status: 503, body: "" }, chat("x"));
		phone.stored.set(SETTING.key("groq"), "");
		expect(await phone.finish(phone.ask("a1", "2+2?"))).toMatchObject({ fault: { code: "overloaded" } });
		expect(first.hits()).toBe(3);
	});

	it("that is set up wrongly leaves the first one's fault", async () => {
		const { phone } = await phoneWithTwo({ status: 503, body: "" }, { status: 401, body: "" });
		expect(await phone.ask("a1", "2+2?")).toMatchObject({ fault: { code: "overloaded" } });
	});

	it("that is busy too is asked again after a while", async () => {
		const { phone, first, second } = await phoneWithTwo({ status: 503, body: "" }, { status: 503, body: "" });
		const reply = phone.ask("a1", "2+2?");
		await until(() => second.hits() === 1);
		second.answer(chat("Four."));
		expect(textOf(await phone.finish(reply))).toBe("Four.");
		expect([first.hits(), second.hits()]).toEqual([1, 2]);
	});

	it("is not asked once the person has stopped the question", async () => {
		const { phone, second } = await phoneWithTwo({ status: 503, body: "" }, chat("x"));
		const reply = phone.ask("a1", "2+2?");
		await phone.service.route({ method: "cancel", id: "a1" });
		expect(await reply).toEqual({ kind: "cancelled", id: "a1" });
		await until(() => ledgerRows(phone)[0]?.receipt !== undefined);
		expect(second.hits()).toBe(0);
	});

	it("is of unknown outcome together with the first when the service dies", async () => {
		const { phone, second } = await phoneWithTwo({ status: 503, body: "" }, "silence");
		void phone.ask("a1", "2+2?");
		await until(() => second.hits() === 1);
		phone.restart();
		expect(await phone.ask("a1", "2+2?")).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(second.hits()).toBe(1);
	});
});
