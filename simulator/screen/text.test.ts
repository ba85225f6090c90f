import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersOf, piecesOf } from "./line-breaks.ts";
import { ellipsize, layoutText } from "./text.ts";
import { lineHeightOf, widthOf } from "./text-width.ts";

const words = fc.string({ unit: fc.constantFrom(..."abc mno WI,.!我们天気。，한글あア🙂\n") });
const sizes = fc.integer({ min: 12, max: 48 });
const widths = fc.integer({ min: 60, max: 400 });

describe("layoutText", () => {
	it("never makes a line wider than it was given, but a lone character", () => {
		fc.assert(
			fc.property(words, sizes, widths, fc.boolean(), (text, textSize, width, byCharacter) => {
				for (const line of layoutText(text, { textSize, width, wrapped: true, byCharacter }).lines) {
					const isLone = charactersOf(line).length <= 1;
					expect(isLone || widthOf(line, textSize) <= width).toBe(true);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("loses and invents nothing but the spaces it breaks at", () => {
		fc.assert(
			fc.property(words, sizes, widths, (text, textSize, width) => {
				const { lines } = layoutText(text, { textSize, width, wrapped: true });
				expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
			}),
			{ numRuns: 300 },
		);
	});

	it("says the height of its lines and the width of the widest", () => {
		fc.assert(
			fc.property(words, sizes, widths, fc.integer({ min: 0, max: 9 }), (text, textSize, width, lineSpace) => {
				const layout = layoutText(text, { textSize, width, wrapped: true, lineSpace });
				expect(layout.rows).toBe(layout.lines.length);
				expect(layout.height).toBe(layout.rows * (lineHeightOf(textSize) + lineSpace) - lineSpace);
				expect(layout.width).toBe(Math.ceil(Math.max(...layout.lines.map((line) => widthOf(line, textSize)))));
			}),
			{ numRuns: 100 },
		);
	});

	it("keeps English words whole where they fit", () => {
		const text = "Water every two hours keeps a runner going";
		const { lines } = layoutText(text, { textSize: 28, width: 200, wrapped: true });
		expect(lines.length).toBeGreaterThan(2);
		expect(lines.join(" ")).toBe(text);
	});

	it("breaks a word that is wider than the line between its characters", () => {
		const { lines } = layoutText("Donaudampfschifffahrtsgesellschaft", { textSize: 30, width: 200, wrapped: true });
		expect(lines.length).toBeGreaterThan(2);
		expect(lines.join("")).toBe("Donaudampfschifffahrtsgesellschaft");
	});

	it("breaks Chinese anywhere, but begins no line with a closing mark and ends none with an opening one", () => {
		const text = "今天天气很好，我们去（附近的）公园散步。你想不想一起来呢？我在门口等你！";
		for (let width = 60; width < 400; width += 7) {
			const { lines } = layoutText(text, { textSize: 28, width, wrapped: true });
			expect(lines.filter((line) => /^[，。？！）]|（$/.test(line))).toEqual([]);
		}
	});

	it("obeys line ends, empty lines too", () => {
		expect(layoutText("one\n\ntwo\r\nthree", { textSize: 20, width: 0, wrapped: true }).lines).toEqual([
			"one",
			"",
			"two",
			"three",
		]);
	});

	it("stays on one row when it is not wrapped, whatever its width", () => {
		const layout = layoutText("a long text\nthat would need some rows", { textSize: 30, width: 50, wrapped: false });
		expect(layout.rows).toBe(1);
		expect(layout.width).toBeGreaterThan(50);
	});

	it("cuts at the most rows with three dots that fit", () => {
		const text = "The moon is about three hundred and eighty thousand kilometres away";
		const layout = layoutText(text, { textSize: 30, width: 220, wrapped: true, rowsMax: 2 });
		expect(layout).toMatchObject({ rows: 2, truncated: true });
		expect(layout.lines[1]).toMatch(/\.\.\.$/);
		expect(layout.width).toBeLessThanOrEqual(220);
		expect(layoutText("Short", { textSize: 30, width: 220, wrapped: true, rowsMax: 2 }).truncated).toBe(false);
	});

	it("gives the text back, cut where its rows end", () => {
		fc.assert(
			fc.property(words, sizes, widths, fc.integer({ min: 1, max: 3 }), (text, textSize, width, rowsMax) => {
				const layout = layoutText(text, { textSize, width, wrapped: true, rowsMax });
				if (!layout.truncated) expect(layout.text).toBe(text);
				else expect([text.startsWith(layout.text.slice(0, -3)), layout.text.endsWith("...")]).toEqual([true, true]);
				expect(layout.rows).toBeLessThanOrEqual(rowsMax);
			}),
			{ numRuns: 200 },
		);
	});

	it("measures an empty text as one empty line", () => {
		expect(layoutText("", { textSize: 30, width: 100, wrapped: true })).toMatchObject({
			width: 0,
			rows: 1,
			lines: [""],
		});
	});

	it("counts the space between characters", () => {
		const plain = layoutText("steady", { textSize: 30, width: 0, wrapped: true }).width;
		const wide = layoutText("steady", { textSize: 30, width: 0, wrapped: true, charSpace: 5 }).width;
		expect(wide - plain).toBe(30);
	});
});

describe("ellipsize", () => {
	it("leaves a line alone that fits, and fits one that does not", () => {
		fc.assert(
			fc.property(words, sizes, widths, (text, textSize, width) => {
				const line = ellipsize(text, textSize, width);
				expect(line === "..." || widthOf(line, textSize) <= width).toBe(true);
				if (widthOf(text, textSize) <= width && !text.includes("\n")) expect(line).toBe(text);
			}),
			{ numRuns: 200 },
		);
	});
});

describe("piecesOf", () => {
	it("gives pieces that joined are the text", () => {
		fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => piecesOf(text).join("") === text));
	});

	it("never parts a letter from its accent or a surrogate from its pair", () => {
		expect(charactersOf("e\u0301🙂नि")).toEqual(["e\u0301", "🙂", "नि"]);
	});
});

describe("widthOf", () => {
	it.each([
		["Latin", "Straße żółw Đường"],
		["Cyrillic", "Спасибо"],
		["Greek", "Ευχαριστώ"],
		["Chinese", "谢谢你"],
		["Japanese", "ありがとう"],
		["Korean", "감사합니다"],
		["Arabic", "شكرا"],
		["Hindi", "धन्यवाद"],
	])("knows %s, whose letters differ in width or shape from the box of an unknown one", (_script, text) => {
		const unknown = widthOf("\u{10ffff}", 30) * charactersOf(text).length;
		expect(widthOf(text, 30)).toBeGreaterThan(0);
		expect(Math.abs(widthOf(text, 30) - unknown)).toBeGreaterThan(0.5);
	});
});
