import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { EXCHANGE_LIMIT_MS } from "../../app-side/exchange.ts";
import { ADAPTERS, type OnlineId } from "../../app-side/providers/index.ts";
import { PROVIDERS, type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { type SimulatedPhone, startSimulatedPhone } from "./simulated-phone.ts";

const SLOW_MS = 25_000;
/** Simulated ms in a real one: 10 s of waiting take half a second, and a busy desktop still does not look like a slow model. */
const RATE = 20;

const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

const isOnline = (id: ProviderId): id is OnlineId => id in ADAPTERS;

/** A model that takes 25 s by the phone's clock: whoever waits on the line waits, and whoever looks again finds it done. */
async function askSlowModel(provider: OnlineId) {
	let phone: SimulatedPhone | null = null;
	let doneAt = 0;
	let requests = 0;
	const server = createServer((request, response) => {
		requests++;
		const clock = phone?.clock;
		if (clock === undefined) throw new Error("the phone is not there yet");
		const send = (body: object) => {
			response.writeHead(200, { "Content-Type": "application/json" });
			response.end(JSON.stringify(body));
		};
		if (!(request.url ?? "").includes("/responses")) {
			clock.after(SLOW_MS, () => send({ choices: [{ message: { content: "Late." }, finish_reason: "stop" }] }));
			return;
		}
		if (request.method === "POST") doneAt = clock.now() + SLOW_MS;
		const isDone = clock.now() >= doneAt;
		const output = [{ type: "message", content: [{ type: "output_text", text: "It is four." }] }];
		send({ id: "resp_1", status: isDone ? "completed" : "in_progress", error: null, output: isDone ? output : [] });
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	ends.push(
		() => server.closeAllConnections(),
		() => server.close(),
	);
	phone = await startSimulatedPhone({
		rate: RATE,
		settings: {
			[SETTING.provider]: provider,
			[SETTING.key(provider)]: "k",
			[SETTING.model(provider)]: "some-model",
			[SETTING.baseUrl(provider)]: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		},
	});
	ends.push(phone.close);
	const began = phone.clock.now();
	const ask = { method: "ask", id: "a1", text: "What is 2 + 2?", talk: "t1", lang: "en-US", rev: 0 } as const;
	const reply = await phone.request(ask);
	return { reply, tookMs: phone.clock.now() - began, requests };
}

describe("a model that takes 25 s, on a locked phone", () => {
	it("answers through OpenAI's Responses, in the background", async () => {
		const { reply, tookMs, requests } = await askSlowModel("openai-responses");
		expect(reply).toMatchObject({ kind: "answer", answer: { text: "It is four." } });
		expect(tookMs).toBeGreaterThanOrEqual(SLOW_MS);
		expect(tookMs).toBeLessThan(EXCHANGE_LIMIT_MS);
		expect(requests).toBeGreaterThan(2);
	});

	it.each(PROVIDERS.map(({ id }) => id).filter((id) => isOnline(id) && id !== "openai-responses"))(
		"is out of time through %s, and not asked again",
		async (provider) => {
			if (!isOnline(provider)) throw new Error(provider);
			const { reply, tookMs, requests } = await askSlowModel(provider);
			expect(reply).toMatchObject({ kind: "fault", fault: { code: "timeout" } });
			expect(tookMs).toBeLessThan(15_000);
			expect(requests).toBe(1);
		},
	);
});
