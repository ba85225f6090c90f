import { afterEach, describe, expect, it } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { chat, closeEndpoints } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, NOW_MS, phoneTo, textOf, until } from "../test/side-service/phone.ts";

afterEach(closeEndpoints);

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

	it("gets the stored answer however late it is asked for, and is not asked anew", async () => {
		const { phone, endpoint } = await phoneTo(chat("Once."));
		await phone.ask("a1", "Hi?");
		expect(textOf(await phone.ask("a1", "Hi?", { late: true }))).toBe("Once.");
		expect(await phone.ask("a2", "Hi?", { late: true })).toMatchObject({ kind: "fault", fault: { code: "expired" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("gets the stored fault", async () => {
		const { phone, endpoint } = await phoneTo({ status: 401, body: "" }, chat("x"));
		await phone.ask("a1", "Hi?");
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "key-refused" } });
		expect(endpoint.hits()).toBe(1);
	});

	it("has the provider's list looked through for the nearest model, if its own is gone", async () => {
		const list = { body: JSON.stringify({ data: [{ id: "gpt-6.1-sol" }, { id: "gpt-6-luna" }] }) };
		const { phone, endpoint } = await phoneTo({ status: 404, body: "" }, list);
		phone.stored.set(SETTING.model("openai"), "gpt-5-nano");
		expect(await phone.ask("a1", "Hi?")).toMatchObject({ fault: { code: "no-such-model" } });
		const fate = () => JSON.parse(phone.stored.get(SETTING.fates("openai")) ?? "{}")["gpt-5-nano"];
		await until(() => fate()?.instead !== undefined);
		expect(fate()).toEqual({ gone: true, instead: "gpt-6-luna" });
		expect(endpoint.taken().map(({ path }) => path)).toEqual(["/v1/chat/completions", "/v1/models"]);
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
		let stored: unknown;
		const phone = createTestPhone(() => {
			stored = ledgerRows(phone);
			return Promise.reject(new Error("no"));
		});
		phone.choose("ollama", {});
		await phone.ask("a1", "Hi?");
		expect(stored).toEqual([{ id: "a1", at: NOW_MS, state: "sent" }]);
	});

	it("is still known to be answered when its text was dropped", async () => {
		const { phone, endpoint } = await phoneTo(chat("Again."));
		for (let n = 0; n < 45; n++) await phone.ask(`a${n}`, "Hi?");
		expect(ledgerRows(phone)).toHaveLength(40);
		expect(ledgerRows(phone).filter((row) => row.state === "answered" && row.answer !== undefined)).toHaveLength(16);
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
		await until(() => ledgerRows(phone)[0]?.receipt !== undefined);
		expect(ledgerRows(phone)).toMatchObject([{ state: "cancelled", receipt: { requests: 1, promptTokens: 9 } }]);
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
