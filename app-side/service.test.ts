import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestPhone } from "../test/side-service/phone.ts";

const mock = new LLMock({ port: 0, logLevel: "silent" });

beforeAll(async () => {
	await mock.start();
});
afterAll(() => mock.stop());

describe("a question through the Side Service to an OpenAI-compatible endpoint", () => {
	it("comes back as a clean answer with its cost", async () => {
		mock.onMessage("Why is the sky blue?", {
			content: "**Air** scatters blue light most.\n@@ Air scatters blue.\n>> And at dusk? | On Mars?",
			usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 },
		});
		const phone = createTestPhone();
		phone.choose("openai", { key: "sk-test-1234", baseUrl: `${mock.url}/v1`, model: "gpt-5.4-mini" });
		const reply = await phone.ask("a1", "Why is the sky blue?");
		expect(reply).toMatchObject({
			kind: "answer",
			id: "a1",
			answer: {
				text: "Air scatters blue light most.",
				line: "Air scatters blue.",
				next: ["And at dusk?", "On Mars?"],
				by: "OpenAI gpt-5.4-mini",
				use: { requests: 1, promptTokens: 120, completionTokens: 30 },
			},
			look: { ready: true },
		});
	});
});
