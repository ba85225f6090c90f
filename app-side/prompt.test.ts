import { describe, expect, it } from "vitest";
import { createPrompt, createTestPrompt } from "./prompt.ts";

const ASKED = {
	question: "Why?",
	turns: [],
	lang: "de-DE",
	length: "short",
	nowMs: new Date(2026, 10, 22, 10, 9).getTime(),
} as const;

describe("what a model is told", () => {
	it("is the length, the language, the time, the units and what it must not claim", () => {
		const { system } = createPrompt(ASKED);
		for (const words of [
			"40 words",
			"de-DE",
			"Sunday 2026-11-22 10:09",
			"metric",
			"never claim",
			"Plain text",
			"@@",
			">>",
		]) {
			expect(system).toContain(words);
		}
		expect(createPrompt({ ...ASKED, lang: "en-US" }).system).toContain("US customary");
	});

	it("is short itself, for it is sent with every question", () => {
		expect(createPrompt(ASKED).system.length).toBeLessThan(900);
	});

	it("gives more room the longer the answer may be", () => {
		const caps = (["short", "medium", "long"] as const).map((length) => createPrompt({ ...ASKED, length }).maxTokens);
		expect(caps).toEqual([...caps].sort((a, b) => a - b));
		expect(createTestPrompt().maxTokens).toBeLessThan(caps[0] ?? 0);
	});
});
