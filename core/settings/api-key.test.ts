import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPastedKey, tidyKey } from "./api-key.ts";
import { findKeyPattern } from "./key-patterns.ts";

describe("a key that is stored is read as its own signs alone", () => {
	test.each([
		["  sk-abc\n", "sk-abc"],
		["Bearer sk-abc", "sk-abc"],
		['"sk-abc"', "sk-abc"],
		["sk-\u200babc", "sk-abc"],
		["Bearer  'sk-proj-aaaa\naaaaaaaa'", "sk-proj-aaaaaaaaaaaa"],
		["aaaaaaaaaaaa.bbbbbb", "aaaaaaaaaaaa.bbbbbb"],
		["ey.aaaaaaaaaaaaa", "ey.aaaaaaaaaaaaa"],
		["sk-Zq7+Rw2/Lm9XvB4tKc8NdP1y=HsWXYZ", "sk-Zq7+Rw2/Lm9XvB4tKc8NdP1y=HsWXYZ"],
		["pass:word!(1)", "pass:word!(1)"],
		["", ""],
	])("%j is %j", (stored, key) => {
		expect(tidyKey(stored)).toBe(key);
	});

	test("and stays what it is", () => {
		const keys = fc.stringMatching(/^[A-Za-z0-9_-]{8,60}$/);
		fc.assert(
			fc.property(keys, (key) => {
				expect(tidyKey(key)).toBe(key);
			}),
		);
	});
});

describe("the look of a key says whose it may be", () => {
	test.each([
		["sk-ant-api03-x", ["anthropic"]],
		["gsk_abc", ["groq"]],
		["sk-or-v1-abc", ["openrouter"]],
		["AIzaSyabc", ["gemini"]],
		["sk-proj-abc", ["openai"]],
		["xai-abc", ["custom"]],
		["r8_abcdefgh", ["custom"]],
		[`sk-${"0123456789abcdef".repeat(2)}`, ["deepseek", "qwen"]],
		["sk-something", ["openai", "deepseek", "qwen", "custom"]],
		["something", undefined],
	])("%s: %j", (key, providers) => {
		expect(findKeyPattern(key)?.may).toEqual(providers);
	});
});

describe("a paste of any length", () => {
	test("that is no key's is told to be none, whatever it is", () => {
		for (const text of ["", " ", "hello", "hello there friend", "a".repeat(600), "x".repeat(9000), "\u0000\u0000"])
			expect(readPastedKey(text).kind).toBe("unusable");
	});
});
