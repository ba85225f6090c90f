/** How often a question reads what the person chose. Counted at the phone's storage, with everything else real. */
import { afterEach, describe, expect, it } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints, endpointWith } from "../test/side-service/endpoint.ts";
import { createTestPhone, TEST_KEY, type TestPhone, textOf, until } from "../test/side-service/phone.ts";
import { frameFile } from "./voice/__fixtures__/streams.ts";

afterEach(closeEndpoints);

const CHOICES: readonly string[] = [
	...[SETTING.provider, SETTING.second, SETTING.length, SETTING.role, SETTING.share, SETTING.place],
	...[SETTING.voice, SETTING.confirm, SETTING.accent, SETTING.size],
];

/** Two seconds of what may be speech. */
const FILE = frameFile(Array.from({ length: 100 }, (_, n) => new Uint8Array(30 + (n % 20)).fill(n).fill(0x48, 0, 1)));
const HEARD = { body: JSON.stringify({ text: "Why is the sky blue?" }) };

async function counted(...answers: Canned[]) {
	const endpoint = await endpointWith(...answers);
	const phone = createTestPhone();
	phone.choose("groq", { key: TEST_KEY, baseUrl: endpoint.url });
	phone.stored.set(SETTING.second, "openai");
	phone.stored.set(SETTING.key("openai"), TEST_KEY);
	phone.stored.set(SETTING.baseUrl("openai"), endpoint.url);
	const reads = new Map<string, number>();
	const { storage } = phone.ports;
	const get = storage.get.bind(storage);
	storage.get = (key) => {
		reads.set(key, (reads.get(key) ?? 0) + 1);
		return get(key);
	};
	return { phone, endpoint, readsOf: () => CHOICES.map((key) => reads.get(key) ?? 0) };
}

const each = (times: number) => CHOICES.map(() => times);

describe("what the person chose is read once a question, and once for what the watch is told with the reply", () => {
	it("when the question is written", async () => {
		const { phone, endpoint, readsOf } = await counted("silence");
		void phone.ask("a1", "Why?");
		await until(() => endpoint.hits() === 1);
		expect(readsOf()).toEqual(each(1));
	});

	it.each<[string, (phone: TestPhone) => ReturnType<TestPhone["ask"]>, Canned[]]>([
		["is written", (phone) => phone.ask("a1", "Why?"), [chat("Air.")]],
		["is spoken, transcribed first", (phone) => phone.speak("a1", FILE), [HEARD, chat("Air.")]],
		["goes on to the second provider", (phone) => phone.ask("a1", "Why?"), [{ status: 429, body: "" }, chat("Air.")]],
	])("when it %s and answered", async (_, ask, answers) => {
		const { phone, readsOf } = await counted(...answers);
		expect(textOf(await phone.finish(ask(phone)))).toBe("Air.");
		expect(readsOf()).toEqual(each(2));
	});
});
