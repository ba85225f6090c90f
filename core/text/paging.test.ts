import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersOf } from "./characters.ts";
import { cutsWord, cutToWidth, firstPage, measuredOnce, type Paper, paginate } from "./paging.ts";

/** A stand-in for a font: every UTF-16 unit has a width of its own, marks have none. */
function measure(text: string): number {
	let width = 0;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		if (code >= 0x300 && code <= 0x36f) continue;
		width += code > 0x2e00 ? 30 : "ilI.,' ".includes(character) ? 8 : 17;
	}
	return width;
}

const round: Paper = {
	lines: 7,
	width: (line, count) => {
		const y = Math.abs((line + 0.5 - count / 2) * 40) + 20;
		return 2 * Math.sqrt(240 ** 2 - y ** 2) - 40;
	},
	measure,
};
const square: Paper = { lines: 8, width: () => 340, measure };

const bare = (text: string) => text.replace(/\s+/g, "");
const words = fc
	.array(
		fc.oneof(
			fc.lorem({ maxCount: 8 }),
			fc.constantFrom(
				"天空是蓝色的，因为瑞利散射。",
				"空が青いのは「レイリー散乱」。",
				"e\u0301a\u0308",
				"😀👍🏽",
				"नमस्ते दुनिया",
				"Donaudampfschifffahrtsgesellschaft",
				"3.5 %",
				"\n",
			),
		),
	)
	.map((parts) => parts.join(" "));

describe("the first page alone", () => {
	const two: Paper = { lines: 2, width: () => 340, measure };

	it("is what the first of all pages is, and says whether there are others", () => {
		fc.assert(
			fc.property(words, (text) => {
				const [lines = [], ...others] = paginate(text, two);
				expect(firstPage(text, two)).toEqual({ lines, more: others.length > 0 });
			}),
		);
	});

	it("measures no more of a long word than could stand on it", () => {
		let measured = 0;
		const counting = {
			...two,
			measure: (text: string) => {
				measured += text.length;
				return measure(text);
			},
		};
		expect(firstPage("a".repeat(1500), counting)).toEqual({ lines: paginate("a".repeat(1500), two)[0], more: true });
		expect(measured).toBeLessThan(10_000);
	});
});

describe("paginate", () => {
	for (const [name, paper] of [["a round screen", round] as const, ["a square screen", square] as const]) {
		it(`says the whole text on ${name}`, () => {
			fc.assert(
				fc.property(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
					expect(bare(paginate(text, paper).flat().join(" "))).toBe(bare(text));
				}),
			);
		});

		it(`keeps every line within its width on ${name}`, () => {
			fc.assert(
				fc.property(words, (text) => {
					for (const page of paginate(text, paper)) {
						expect(page.length).toBeLessThanOrEqual(paper.lines);
						page.forEach((line, index) => {
							expect(measure(line)).toBeLessThanOrEqual(paper.width(index, page.length));
						});
					}
				}),
			);
		});
	}

	it("never cuts inside a character", () => {
		const narrow: Paper = { lines: 3, width: () => 31, measure };
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (text) => {
				const bared = bare(text);
				const ends = new Set<number>();
				let end = 0;
				for (const character of charactersOf(bared)) {
					end += character.length;
					ends.add(end);
				}
				let at = 0;
				for (const line of paginate(text, narrow).flat()) {
					const next = at + bare(line).length;
					expect(next === 0 || ends.has(next) || /\s/.test(text)).toBe(true);
					at = next;
				}
			}),
		);
	});

	it("breaks Latin between words and leaves them whole", () => {
		const lines = paginate("The sky is blue because air scatters short waves most", square).flat();
		expect(lines.filter((line) => line !== "").every((line) => !/^\w*$/.test(line) || line.length > 3)).toBe(true);
		expect(lines.join(" ").trim()).toBe("The sky is blue because air scatters short waves most");
	});

	it("breaks Chinese anywhere but before a full stop or comma", () => {
		const paper: Paper = { lines: 9, width: () => 100, measure };
		expect(paginate("天空是。蓝色的，好", paper)[0]).toEqual(["天空", "是。蓝", "色的，", "好"]);
	});

	it("starts a line at a line feed and shows no empty ones", () => {
		expect(paginate("One\n\nTwo", square)).toEqual([["One", "Two"]]);
	});

	it("gives a short answer as few lines as hold it", () => {
		expect(paginate("It is ten past nine", round)).toEqual([["It is ten past nine"]]);
	});

	it("gives no page for a text of nothing", () => {
		expect(paginate(" \n ", round)).toEqual([]);
	});

	it("measures each word of an answer once, and each line a time or two", () => {
		let measured = 0;
		const count = (text: string) => {
			measured++;
			return measure(text);
		};
		const text = Array.from({ length: 250 }, (_, at) => `word${at}`).join(" ");
		const counted: Paper = { ...square, measure: measuredOnce(count) };
		const lines = paginate(text, counted).flat().length;
		expect(measured).toBeLessThan(250 + 3 * lines);
	});
});

it.each([
	["no line", "a Donaudampf bb", ["a Donaudampf", "bb"], false],
	["one line", "Donaudampfschiff", ["Donaudampf", "schiff"], true],
	["one line, though a space stands in it", "5 kg", ["5", "kg"], true],
])("says that %s ends inside what belongs together: %s", (_name, text, lines, isCut) => {
	expect(cutsWord(text, lines)).toBe(isCut);
});

describe("cutToWidth", () => {
	it.each([
		["keep it under 45 minutes", 13, "keep it\u2026"],
		["keep it under 45 minutes", 20, "keep it under\u2026"],
		["a glass of water", 14, "a glass of\u2026"],
		["Geschwindigkeitsbegrenzungen", 10, "Geschwind\u2026"],
		["可以，轻松跑没问题", 6, "可以，轻松\u2026"],
	])("cuts %s between words, and leaves no number without its unit", (text, most, shown) => {
		expect(cutToWidth(text, most, (part) => part.length)).toBe(shown);
	});

	it("leaves alone what fits and cuts the rest to the width", () => {
		expect(cutToWidth("Hello", 500, measure)).toBe("Hello");
		fc.assert(
			fc.property(words, fc.integer({ min: 30, max: 400 }), (text, width) => {
				expect(measure(cutToWidth(text, width, measure))).toBeLessThanOrEqual(width);
			}),
		);
	});
});
