import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin } from "../core/screen.ts";
import en from "../core/words/en-US.json" with { type: "json" };
import { LANGUAGES } from "../core/words/words.ts";
import { DEVICES, isSupported } from "../simulator/devices.ts";
import { layoutText } from "../simulator/screen/text.ts";
import { workoutLayoutOf } from "./layout.ts";
import { sayFrom, WORKOUT_KEYS, workoutList } from "./words.ts";
import { fewWords, fitted, MOST_WORDS, workoutText } from "./workout-view.ts";

const say = sayFrom(workoutList("en-US"));

it("says at most fifteen words, whatever the answer", () => {
	fc.assert(
		fc.property(fc.oneof(fc.lorem({ maxCount: 60 }), fc.string({ maxLength: 200 })), (text) => {
			const said = fewWords(text);
			expect(said.split(/\s+/).filter((word) => word !== "").length).toBeLessThanOrEqual(MOST_WORDS);
		}),
	);
});

it("keeps the first sentence where it is short", () => {
	const more = "And then there is a lot more to be said about all of this, which nobody can read while running.";
	expect(fewWords(`Drink now. ${more}`)).toBe("Drink now.");
	expect(fewWords("Run 3.5 km more.")).toBe("Run 3.5 km more.");
	const mixed = "我是内置助手，不是 AI 模型，无法回答这个问题。想问模型，请在 Zepp 应用中添加密钥。";
	expect(fewWords(mixed)).toBe("我是内置助手，不是 AI 模型，无法回答这个问题。");
	expect(fewWords("天空是蓝色的。因为空气分子对阳光中短波的散射比长波强得多，所以它从四面八方进入你的眼睛。")).toBe(
		"天空是蓝色的。",
	);
});

it("cuts what has no end in time", () => {
	expect(fewWords("天空是蓝色的，".repeat(9))).toBe(`${"天空是蓝色的，".repeat(4)}天空是蓝色的…`);
	expect(fewWords("one two three ".repeat(9))).toBe(
		"one two three one two three one two three one two three one two three\u2026",
	);
});

it("tells the states apart", () => {
	const glance = { v: 1, ready: true, accent: 1, chips: [], split: 50 } as const;
	const head = { id: "a", question: "Q", at: 0 };
	expect(workoutText(null, say).text).toBe(en["glance.open-once"]);
	expect(workoutText({ ...glance, chips: [] }, say).text).toBe(en["glance.ready"]);
	expect(workoutText({ ...glance, chips: [], last: { ...head, state: "open" } }, say).text).toBe(en["glance.asking"]);
	const faulted = { ...head, state: "faulted", answeredAt: 0 } as const;
	expect(workoutText({ ...glance, chips: [], last: faulted }, say).text).toBe(en["glance.failed"]);
	const answered = { ...head, state: "answered", line: "Yes", text: "Yes, it is.", lines: [], answeredAt: 0 } as const;
	expect(workoutText({ ...glance, chips: [], last: { ...answered, lines: [] } }, say)).toEqual({
		text: "Yes, it is.",
		isAnswer: true,
	});
});

it("has its words in every language of the catalogue, in their order, and English for all others", async () => {
	for (const language of LANGUAGES) {
		const words: { [key: string]: string } = (await import(`../core/words/${language}.json`)).default;
		expect(workoutList(language)).toEqual(WORKOUT_KEYS.map((key) => words[key]));
	}
	expect(workoutList("th-TH")).toEqual(workoutList("en-US"));
});

const CANVASES = [
	...new Map(
		DEVICES.filter(isSupported).map((one) => [`${one.shape} ${one.width} ${one.height}`, one] as const),
	).values(),
];

const LONG_WORDS =
	"Unfortunately understanding interdisciplinary measurements requires considerable experience ".repeat(3);

describe.each(CANVASES)("on $shape $width x $height", ({ width, height, shape }) => {
	const canvas = { width, height, round: shape === "round" };
	const layout = workoutLayoutOf(canvas);
	const tall = (text: string, size: number) =>
		layoutText(text, { textSize: size, width: layout.message.w, wrapped: true }).height;

	it("all of it is on the screen and apart", () => {
		const boxes = [...layout.values, ...layout.buttons, layout.message];
		for (const [index, box] of boxes.entries()) {
			expect(isWithin(canvas, box), JSON.stringify(box)).toBe(true);
			for (const other of boxes.slice(index + 1)) expect(overlap(box, other), JSON.stringify([box, other])).toBe(false);
		}
		for (const { w, h } of layout.buttons)
			expect(Math.min(w, h)).toBeGreaterThanOrEqual(Math.floor((64 * width) / 480));
	});

	it("a label fits its button in every language", () => {
		const [button] = layout.buttons;
		const least = layout.buttonSizes[layout.buttonSizes.length - 1] ?? 0;
		for (const language of LANGUAGES) {
			for (const label of workoutList(language).slice(4, 7)) {
				const { width: wide } = layoutText(label, { textSize: least, width: 0, wrapped: false });
				expect(wide, `${language} ${label}`).toBeLessThanOrEqual(button.w - button.h * 0.45);
			}
		}
	});

	it("whatever is said fits, with capitals 6 px high on a picture 120 px wide", () => {
		for (const language of LANGUAGES) {
			const texts = [...workoutList(language), LONG_WORDS, "\u5929\u7a7a\u662f\u84dd\u8272\u7684".repeat(9)];
			for (const text of texts) {
				const shown = fitted(text, layout.messageSizes, (part, size) => tall(part, size) <= layout.message.h);
				expect(tall(shown.text, shown.size), `${language} ${text}`).toBeLessThanOrEqual(layout.message.h);
				expect((shown.size * CAPITAL_EM * 120) / width).toBeGreaterThanOrEqual(6);
			}
		}
	});
});

/** Height of a capital of Noto Sans in its size. */
const CAPITAL_EM = 0.714;

type Box = { x: number; y: number; w: number; h: number };

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
