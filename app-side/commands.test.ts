import { afterEach, describe, expect, it } from "vitest";
import { SETTING } from "../core/settings.ts";
import { chat, closeEndpoints } from "../test/side-service/endpoint.ts";
import { createTestPhone, phoneTo, type TestPhone, until } from "../test/side-service/phone.ts";

afterEach(closeEndpoints);

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

	it("do not send a test again whose service died of it", async () => {
		const { phone, endpoint } = await phoneTo("silence");
		void command(phone, "n1", "test");
		await until(() => endpoint.hits() === 1);
		phone.restart();
		await phone.service.commands.run();
		expect(outcome(phone)).toEqual({ nonce: "n1", do: "test", ok: false, fault: "unknown-outcome" });
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
