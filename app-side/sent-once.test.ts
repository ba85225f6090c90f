/** A question that may have been answered is sent once, by the server's own count, and stays on the books. */
import { afterEach, describe, expect, it } from "vitest";
import { decodeSpending } from "../core/money/budget.ts";
import { SETTING } from "../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, ledgerRows, TEST_KEY, type TestPhone, textOf } from "../test/side-service/phone.ts";
import { frameFile } from "./voice/__fixtures__/streams.ts";

afterEach(closeEndpoints);

const MODEL = "gpt-5.4-mini";
const OWN = '{"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}}';
const page = (status: number): Canned => ({
	status,
	headers: { "Content-Type": "text/html" },
	body: `<html><head><title>${status}</title></head><body>nginx</body></html>`,
});

/** OpenAI first, Groq in its stead; both priced, so that the books tell what is held for what was sent. */
async function phoneWithTwo(...answers: Canned[]) {
	const first = await endpointWith(...answers);
	const second = await endpointWith(chat("From the second."));
	const phone = createTestPhone();
	phone.choose("groq", { key: "gsk_other", baseUrl: second.url, model: "llama-9" });
	phone.choose("openai", { key: TEST_KEY, baseUrl: first.url, model: MODEL });
	phone.stored.set(SETTING.second, "groq");
	phone.stored.set(SETTING.prices, JSON.stringify({ [MODEL]: [0, 10], "llama-9": [0, 0] }));
	return { phone, first, second };
}

function micros(phone: TestPhone): number {
	return [...decodeSpending(phone.stored.get(SETTING.spending)).values()].reduce((sum, day) => sum + day.micros, 0);
}

describe("what a gateway says after the question left", () => {
	it.each<[string, Canned]>([
		...[500, 501, 502, 503, 504, 505, 507, 509, 511, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599].map(
			(status): [string, Canned] => [`${status} with a page`, page(status)],
		),
		["500 without a word", { status: 500, body: "" }],
		["500 of AWS's gateway", { status: 500, body: '{"message":"Internal server error"}' }],
		[
			"500 of Spring",
			{ status: 500, body: '{"timestamp":1,"status":500,"error":"Internal Server Error","path":"/v1"}' },
		],
		["500 of FastAPI", { status: 500, body: '{"detail":"Internal Server Error"}' }],
		["503 of Envoy", { status: 503, body: "upstream connect error or disconnect/reset before headers" }],
		["502 in the provider's own form", { status: 502, body: OWN }],
		["504 in the provider's own form", { status: 504, body: OWN }],
		[
			"500 of a proxy that had no reply",
			{ status: 500, body: '{"error":{"message":"Request timed out.","type":"upstream_error"}}' },
		],
		[
			"500 of one-api without a reply",
			{
				status: 500,
				body: '{"error":{"message":"do request failed","type":"one_api_error","code":"do_request_failed"}}',
			},
		],
		["408", { status: 408, body: '{"error":{"message":"Request timed out","code":408}}' }],
		["499", { status: 499, body: "" }],
		[
			"a stream that broke off before a word",
			{
				headers: { "Content-Type": "text/event-stream" },
				body: 'data: {"choices":[{"delta":{"role":"assistant"}}]}\n\n',
			},
		],
	])("is of unknown outcome, asks nobody again, and keeps its estimate: %s", async (_name, answer) => {
		const { phone, first, second } = await phoneWithTwo(answer, chat("Again."));
		expect(await phone.finish(phone.ask("a1", "2+2?"))).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect(await phone.finish(phone.ask("a1", "2+2?"))).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect([first.hits(), second.hits()]).toEqual([1, 0]);
		expect(micros(phone)).toBe(3200);
		expect(ledgerRows(phone)).toMatchObject([{ state: "faulted", receipt: { requests: 1, costMicros: 3200 } }]);
	});

	it("does so without a second provider too, where a busy one is asked again", async () => {
		const { phone, first } = await phoneWithTwo(page(502), chat("Again."));
		phone.stored.set(SETTING.second, "");
		await phone.finish(phone.ask("a1", "2+2?"));
		expect(first.hits()).toBe(1);
	});

	it("is not asked again by the settings' test either", async () => {
		const { phone, first } = await phoneWithTwo(page(504), chat("OK"));
		phone.stored.set(SETTING.command, JSON.stringify({ nonce: "n", do: "test", provider: "openai" }));
		await phone.finish(phone.service.commands.run());
		expect(phone.stored.get(SETTING.outcome)).toContain("unknown-outcome");
		expect(first.hits()).toBe(1);
	});

	it("holds for a listener: the recording is not written down by another", async () => {
		const listener = await endpointWith(page(502), { body: '{"text":"Why is the sky blue?"}' });
		const phone = createTestPhone();
		phone.choose("groq", { key: "gsk_x", baseUrl: listener.url });
		const other = await endpointWith({ body: '{"text":"Why is the sky blue?"}' });
		phone.choose("openai", { key: "sk-y", baseUrl: other.url });
		phone.choose("groq", {});
		const packets = Array.from({ length: 100 }, (_, n) => new Uint8Array(30 + (n % 20)).fill(n).fill(0x48, 0, 1));
		const reply = await phone.finish(phone.speak("a1", frameFile(packets)));
		expect(reply).toMatchObject({ fault: { code: "unknown-outcome" } });
		expect([listener.hits(), other.hits()]).toEqual([1, 0]);
	});
});

describe("what the provider says itself", () => {
	it.each<[string, Canned]>([
		["429", { status: 429, body: "" }],
		["500 in its own form", { status: 500, body: OWN }],
		["503 in its own form", { status: 503, body: OWN }],
		["529 in its own form", { status: 529, body: '{"error":{"message":"Overloaded","type":"overloaded_error"}}' }],
	])("is handed on to the second, and costs nothing: %s", async (_name, answer) => {
		const { phone, first, second } = await phoneWithTwo(answer);
		expect(textOf(await phone.finish(phone.ask("a1", "2+2?")))).toBe("From the second.");
		expect([first.hits(), second.hits()]).toEqual([1, 1]);
		expect(micros(phone)).toBe(0);
	});

	it("a 503 without a word is handed on, and stays on the books", async () => {
		const { phone, first, second } = await phoneWithTwo({ status: 503, body: "" });
		expect(textOf(await phone.finish(phone.ask("a1", "2+2?")))).toBe("From the second.");
		expect([first.hits(), second.hits(), micros(phone)]).toEqual([1, 1, 3200]);
	});
});

describe("a phone whose clock is set while it asks", () => {
	const pending: Canned = { body: JSON.stringify({ id: "resp_1", status: "in_progress", output: [] }) };

	it.each([-3_600_000, -86_400_000, 3_600_000])(
		"looks as often as it would otherwise, set by %d ms",
		async (jumpMs) => {
			const endpoint = await endpointWith(pending);
			const phone = createTestPhone();
			phone.choose("openai-responses", { key: TEST_KEY, baseUrl: endpoint.url });
			const { now } = phone.ports;
			let jumped = 0;
			phone.ports.now = () => {
				if (endpoint.hits() > 2) jumped = jumpMs;
				return now() + jumped;
			};
			await phone.finish(phone.ask("a1", "2+2?"));
			expect(endpoint.hits()).toBeGreaterThan(10);
			expect(endpoint.hits()).toBeLessThanOrEqual(29);
		},
	);
});
