/** The right values are what real tokenizers count, with their makers' vocabularies (lab/tokenizers). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOKENIZERS } from "../../lab/tokenizers/tokenizers.ts";
import { ROOT } from "../../packaging/places.ts";
import { rulesFor } from "../ask/instructions.ts";
import { LANGUAGES } from "../words/words.ts";
import { mostTokens, mostTokensOf } from "./tokens.ts";

/** Blocks of Unicode: our scripts, and what people paste. */
const BLOCKS: Readonly<Record<string, readonly [number, number]>> = {
	ASCII: [0x20, 0x7e],
	digits: [0x30, 0x39],
	"capital letters": [0x41, 0x5a],
	controls: [0x00, 0x1f],
	"Latin with marks": [0xa1, 0x24f],
	Cyrillic: [0x400, 0x4ff],
	Arabic: [0x600, 0x6ff],
	"Arabic forms": [0xfb50, 0xfdff],
	Devanagari: [0x900, 0x97f],
	"Hangul syllables": [0xac00, 0xd7a3],
	"Hangul letters": [0x1100, 0x11ff],
	kana: [0x3040, 0x30ff],
	"Han signs": [0x4e00, 0x9fff],
	"rare Han signs": [0x3400, 0x4dbf],
	"rarest Han signs": [0x20000, 0x2a6df],
	"wide forms": [0xff00, 0xffef],
	"squared units": [0x3300, 0x33ff],
	signs: [0x2000, 0x2bff],
	emoji: [0x1f300, 0x1faff],
	"private use": [0xe000, 0xf8ff],
	"half surrogate pairs": [0xd800, 0xdfff],
};

const PASTED = [
	"",
	" ",
	"\n\n\n",
	"3.14159265358979323846264338327950288419716939937510",
	"0123456789".repeat(30),
	"a1b2C3d4E5".repeat(20),
	"!?".repeat(40),
	Buffer.from(Array.from({ length: 300 }, (_, n) => (n * 89 + 7) % 256)).toString("base64"),
	"\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}".repeat(10),
	"\ufdfa".repeat(10),
	"Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034da".repeat(
		5,
	),
];

function wordsOf(language: string): string[] {
	return Object.values(JSON.parse(readFileSync(join(ROOT, "core/words", `${language}.json`), "utf8")));
}

describe.each(TOKENIZERS)("the tokenizer $name", ({ count }) => {
	it.each(LANGUAGES)("makes no more tokens of any text in %s than are expected", (language) => {
		const texts = wordsOf(language);
		for (const text of [...texts, texts.join("\n")]) expect(count(text), text).toBeLessThanOrEqual(mostTokens(text));
	});

	it.each(Object.entries(BLOCKS))("makes no more tokens of any %s than are expected", (_, [from, to]) => {
		const character = fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));
		const text = fc.array(fc.oneof({ weight: 9, arbitrary: character }, fc.constant(" ")), { maxLength: 60 });
		fc.assert(
			fc.property(text, (characters) => {
				const written = characters.join("");
				expect(count(written)).toBeLessThanOrEqual(mostTokens(written));
			}),
			{ numRuns: 60 },
		);
	});

	it("makes no more tokens of what people paste, or of our own papers, than are expected", () => {
		const docs = readdirSync(join(ROOT, "docs")).filter((file) => file.endsWith(".md"));
		const papers = docs.map((file) => readFileSync(join(ROOT, "docs", file), "utf8").slice(0, 8000));
		for (const text of [...PASTED, ...papers]) {
			expect(count(text), text.slice(0, 60)).toBeLessThanOrEqual(mostTokens(text));
		}
	});

	it("makes as many tokens of something as it has bytes, so that no lower bound would hold", () => {
		const rare = ["7 7 7 7", "\u06d6\u06de\u06e9", "\u3401\u3404\u3406", "\u{2a6d6}"];
		expect(rare.some((text) => count(text) >= Buffer.byteLength(text))).toBe(true);
	});

	it("makes fewer of our own words than are expected of them", () => {
		for (const length of ["short", "medium", "long"] as const) {
			const own = rulesFor(length, []);
			expect(count(own)).toBeLessThanOrEqual(mostTokensOf([own], own) - mostTokensOf([""], ""));
		}
	});
});
