import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLAIN_TEXT_CASES } from "./plain-text.cases.ts";
import { toPlainText } from "./plain-text.ts";

describe("plain text", () => {
	it.each(PLAIN_TEXT_CASES)("reads %s", (_name, markdown, plain) => {
		expect(toPlainText(markdown)).toBe(plain);
	});

	it("never throws, and never leaves an emoji, a control character or a blank line", () => {
		const bits = fc.constantFrom(
			"**",
			"*",
			"_",
			"`",
			"```\n",
			"#",
			"$",
			"\\(",
			"[a](",
			")",
			"|",
			"\n",
			"😀",
			"\u200d",
			"<b>",
			"\\",
			">",
			"&#x1F600;",
			"\ue001",
			" ",
		);
		const texts = fc
			.array(fc.oneof(bits, fc.string({ unit: "binary", maxLength: 5 }), fc.string({ maxLength: 8 })))
			.map((list) => list.join(""));
		fc.assert(
			fc.property(texts, (text) => {
				const plain = toPlainText(text);
				expect(plain).not.toMatch(/[\0-\x09\x0b-\x1f\x7f]|[\ue000-\uf8ff]|\n\n|^\s|\s$/u);
				// Emoji without a name stay where there is nothing else.
				if (/[\p{L}\p{N}]/u.test(plain)) expect(plain).not.toMatch(/\p{Emoji_Presentation}/u);
				expect(plain.isWellFormed?.() ?? true).toBe(true);
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([
		"*",
		"**",
		"_",
		"__",
		"`",
		"[",
		"![",
		"<",
		"$",
		"\\(",
		"|",
		"a* ",
		"**a ",
		"_a ",
		"[a](",
		"~~a",
		"😀",
		"<think>",
		"> ",
		"- ",
	])("comes to an end over a great many %s", (bit) => {
		expect(toPlainText(bit.repeat(20_000 / bit.length)).length).toBeLessThanOrEqual(20_000);
	});
});
