import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAtSentence, toWholeSentence } from "./sentences.ts";

describe("a text that was broken off", () => {
	it.each([
		["One. Two. Thr", "One. Two."],
		["Is it? Yes! No wa", "Is it? Yes!"],
		["It is 3.5 m long and wi", "It is 3.5 m long and…"],
		["It is 3.", "It is…"],
		["Use units, e.g. metres. Then sto", "Use units, e.g. metres."],
		["Dr. Who came in", "Dr. Who came…"],
		["Das war am 3. Oktober in Ber", "Das war am 3. Oktober in…"],
		["Nimm z.B. Wasser. Dann ko", "Nimm z.B. Wasser."],
		["He said “Go.” Then he le", "He said “Go.”"],
		["天空是蓝色的。因为空气散射蓝", "天空是蓝色的。"],
		["आकाश नीला है। क्योंकि हवा", "आकाश नीला है।"],
		["هل هو أزرق؟ نعم لأن", "هل هو أزرق؟"],
		["milk\neggs\nbre", "milk\neggs"],
		["no end in sight at all", "no end in sight at…"],
		["Whole already.", "Whole already."],
		["", ""],
	])("%j becomes %j", (text, whole) => {
		expect(toWholeSentence(text)).toBe(whole);
	});

	it("is cut between characters where it has no spaces", () => {
		expect(toWholeSentence("天空是蓝色")).toBe("天空是蓝…");
		expect(toWholeSentence("𠀀𠀁𠀂")).toBe("𠀀𠀁…");
	});
});

describe("a text that is too long", () => {
	it("is left alone within the limit", () => {
		expect(cutAtSentence("One. Two", 8)).toBe("One. Two");
	});

	it("never passes the limit, and what stays is its beginning", () => {
		const texts = fc.array(
			fc.constantFrom("One", "zwei", "3.5", "e.g.", ".", "!", " ", "。", "天", "\n", "😀", "a\u0301"),
			{ maxLength: 80 },
		);
		fc.assert(
			fc.property(texts, fc.integer({ min: 2, max: 60 }), (parts, limit) => {
				const text = parts.join("");
				const cut = cutAtSentence(text, limit);
				expect(cut.length).toBeLessThanOrEqual(limit);
				expect(text.trimStart().startsWith(cut.replace(/…$/, "").trimStart())).toBe(true);
				expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
			}),
		);
	});

	it("of 100 kB is cut at a sentence, at once", () => {
		const text = "This is a sentence of the answer. ".repeat(3000);
		expect(cutAtSentence(text, 1500)).toMatch(/answer\.$/);
		expect(cutAtSentence("x".repeat(100_000), 1500)).toHaveLength(1499);
	});
});
