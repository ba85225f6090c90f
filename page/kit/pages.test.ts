import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersOf } from "../../core/text/characters.ts";
import type { Paper } from "../../core/text/paging.ts";
import { layoutText } from "../../simulator/index.ts";
import { type Canvas, layoutOf, readingLine, readingLines } from "./layout.ts";
import { pagesOf } from "./pages.ts";
import { READING_SIZE } from "./theme.ts";

/** What the lines of ten scripts are made of; a random text strings them together. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
	English: [
		"The",
		"sky",
		"is",
		"blue,",
		"because",
		"air",
		"scatters",
		"short",
		"waves.",
		"12.5",
		"km/h",
		"(about",
		"7)",
	],
	German: [
		"Der",
		"Geschwindigkeitsbegrenzung",
		"Haferflocken-Frühstück",
		"für",
		"Läufer:",
		"„schnell“",
		"4,5",
		"Ärger",
	],
	Russian: ["Небо", "голубое,", "потому", "что", "воздух", "рассеивает", "достопримечательность", "«свет»", "№", "5."],
	Chinese: ["天空是蓝色的，", "因为", "空气", "散射", "短波。", "（大约", "45", "分钟）", "“早餐”"],
	Japanese: ["空が", "青いのは", "「レイリー散乱」", "のため、", "ランニング", "です。", "キャッチ", "10", "分"],
	Korean: ["하늘이", "파란", "이유는", "공기가", "짧은", "파장을", "산란시키기", "때문입니다.", "45분"],
	Arabic: ["السماء", "زرقاء", "لأن", "الهواء", "يشتّت", "الموجات،", "القصيرة", "مُدَّة", "٤٥", "دقيقة؟", "5", "km"],
	Hindi: ["आसमान", "नीला", "है", "क्योंकि", "वायुमंडल", "प्रकाश", "को", "बिखेरता", "है।", "स्वास्थ्य", "विद्यार्थियों"],
	Thai: ["ท้องฟ้าเป็นสีฟ้า", "เพราะ", "อากาศกระเจิงแสง", "คลื่นสั้น", "ประมาณ", "๔๕", "นาที"],
	Mixed: [
		"Say",
		"こんにちは,",
		"안녕하세요",
		"or",
		"привет.",
		"你好！",
		"नमस्ते",
		"مرحبا",
		"e\u0301te\u0301",
		"😀👍🏽",
		"3.5 %",
		"\n",
	],
};
const RUNS = 100;
const SIZES = Object.values(READING_SIZE);
const CANVASES: readonly Canvas[] = [
	{ width: 360, height: 360, round: true },
	{ width: 320, height: 380, round: false },
	{ width: 390, height: 450, round: false },
	{ width: 480, height: 480, round: true },
];

const texts = (words: readonly string[]) =>
	fc
		.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(" ", " ", " ", "", "\n")), {
			minLength: 1,
			maxLength: 70,
		})
		.map((parts) => parts.flat().join("").trim());

/** The pages of an answer as the watch measures and places them, with a real font. */
function paperOf(canvas: Canvas, size: number): Paper {
	return {
		lines: readingLines(canvas, size),
		width: (line, count) => readingLine(canvas, size, line, count).w,
		measure: (text) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width,
	};
}

const toolsOf = (canvas: Canvas) => ({
	layout: layoutOf(canvas),
	isRightToLeft: false,
	say: (key: string) => key,
	measure: (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width,
});

/** Where each line stands in the text. They follow each other, and nothing but white space lies between them. */
function placesOf(text: string, pages: readonly string[][]): [number, number][] {
	let at = 0;
	const places = pages.flat().flatMap((line): [number, number][] => {
		if (line === "") return [];
		const from = text.indexOf(line, at);
		expect(text.slice(at, from), `between lines before ${line}`).toMatch(/^\s*$/);
		at = from + line.length;
		return [[from, at]];
	});
	expect(text.slice(at).trim(), "after the last line").toBe("");
	return places;
}

/** Whether a line that ends at `at` cuts a word of a script that has spaces between its words. */
function isInsideWord(text: string, at: number): boolean {
	const touches = (index: number) => /[\p{L}\p{N}]/u.test(text.charAt(index));
	return (
		touches(at - 1) &&
		touches(at) &&
		!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text.slice(at - 1, at + 1))
	);
}

describe.each(Object.keys(SCRIPTS))("pages of random texts in %s", (script) => {
	it("give back the text in its own order, on lines that fit, with words and characters whole", () => {
		const property = fc.property(
			texts(SCRIPTS[script] ?? []),
			fc.constantFrom(...CANVASES),
			fc.constantFrom(...SIZES),
			(text, canvas, size) => {
				const paper = paperOf(canvas, layoutOf(canvas).px(size));
				const pages = pagesOf(text, layoutOf(canvas).px(size), toolsOf(canvas));
				for (const page of pages) {
					expect(page.length).toBeLessThanOrEqual(paper.lines);
					page.forEach((line, index) => {
						expect(paper.measure(line), line).toBeLessThanOrEqual(paper.width(index, page.length));
					});
				}
				const places = placesOf(text, pages);
				const widest = Math.max(...Array.from({ length: paper.lines }, (_, line) => paper.width(line, paper.lines)));
				const ends = new Set<number>();
				let next = 0;
				for (const character of charactersOf(text)) {
					next += character.length;
					ends.add(next);
				}
				for (const [, end] of places) {
					expect(ends.has(end), `${text.slice(0, end)}|${text.slice(end)}`).toBe(true);
					if (!isInsideWord(text, end)) continue;
					const word = `${/\S*$/.exec(text.slice(0, end))}${/^\S*/.exec(text.slice(end))}`;
					expect(paper.measure(word), `${word} was cut`).toBeGreaterThan(widest);
				}
			},
		);
		fc.assert(property, { numRuns: RUNS });
	});
});

describe("a short answer", () => {
	const round = { width: 480, height: 480, round: true };
	const square = { width: 390, height: 450, round: false };

	it.each([
		[round, "Yes, an easy run is fine. Drink some water first, keep it under 45 minutes, and eat soon after."],
		[square, "可以，轻松跑没问题。先喝点水，控制在四十五分钟以内，跑完尽快吃早餐。"],
	])("leaves no word alone on its last line", (canvas, text) => {
		const { measure } = toolsOf(canvas);
		const [lines = [], ...more] = pagesOf(text, 31, toolsOf(canvas));
		const widths = lines.filter(Boolean).map((line) => measure(line, 31));
		expect(more).toEqual([]);
		expect(widths.length).toBeGreaterThan(1);
		expect(widths.at(-1)).toBeGreaterThan(Math.max(...widths) / 2);
		expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
	});

	it("keeps a word whole that only a wide line holds", () => {
		const text = "Geschwindigkeit ist das Wort";
		const lines = pagesOf(text, 38, toolsOf(square))[0] ?? [];
		expect(lines.join(" ").split(/\s+/).filter(Boolean)).toEqual(text.split(" "));
	});

	it("keeps a word whole that only the middle one of three lines holds", () => {
		const text = "short scatters short The 12.5km/hwaves.because The";
		const small = toolsOf({ width: 360, height: 360, round: true });
		const lines = pagesOf(text, small.layout.px(38), small)[0] ?? [];
		expect(lines.join(" ").split(/\s+/).filter(Boolean)).toEqual(text.split(" "));
	});
});
