import { describe, expect, it } from "vitest";
import { createPrompt, createTestPrompt } from "./prompt.ts";

const ASKED = { question: "Why?", turns: [], length: "short", told: ["Local time: Sunday."] } as const;

describe("what a model is told", () => {
	it("is the length, the language, the units, what it must not claim and what the person lets be known", () => {
		const { system } = createPrompt(ASKED);
		for (const words of [
			"40 words",
			"language of the question",
			"metric",
			"never claim",
			"Plain text",
			"!!",
			"@@",
			">>",
		]) {
			expect(system).toContain(words);
		}
		expect(system).toContain("\nLocal time: Sunday.\n");
	});

	it("has a line for later only where the person wants one", () => {
		expect(createPrompt(ASKED).system).not.toContain("^^");
		const { system, own, maxTokens } = createPrompt({ ...ASKED, later: true });
		expect(system).toMatch(/three lines.*\^\^ [^\n]*60 characters/s);
		expect(own).toContain("^^");
		expect(maxTokens).toBeGreaterThan(createPrompt(ASKED).maxTokens);
	});

	it("is short itself, for it is sent with every question", () => {
		expect(createPrompt(ASKED).system.length).toBeLessThan(1150);
	});

	it("gives more room the longer the answer may be", () => {
		const caps = (["short", "medium", "long"] as const).map((length) => createPrompt({ ...ASKED, length }).maxTokens);
		expect(caps).toEqual([...caps].sort((a, b) => a - b));
		expect(createTestPrompt().maxTokens).toBeLessThan(caps[0] ?? 0);
	});
});
