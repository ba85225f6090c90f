import fc from "fast-check";
import { expect, it } from "vitest";
import { LANGUAGES } from "../core/words/words.ts";
import { workoutWords } from "./words.ts";
import { fewWords, MOST_WORDS, workoutText } from "./workout-view.ts";

const words = workoutWords("en-US");

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
	expect(workoutText(null, words).text).toBe(words.openOnce);
	expect(workoutText({ ...glance, chips: [] }, words).text).toBe(words.ready);
	expect(workoutText({ ...glance, chips: [], last: { ...head, state: "open" } }, words).text).toBe(words.asking);
	expect(workoutText({ ...glance, chips: [], last: { ...head, state: "faulted", answeredAt: 0 } }, words).text).toBe(
		words.failed,
	);
	const answered = { ...head, state: "answered", line: "Yes", text: "Yes, it is.", lines: [], answeredAt: 0 } as const;
	expect(workoutText({ ...glance, chips: [], last: { ...answered, lines: [] } }, words)).toEqual({
		text: "Yes, it is.",
		isAnswer: true,
	});
});

it("has its words in every language of the catalogue, and English for all others", () => {
	for (const language of LANGUAGES)
		expect(Object.values(workoutWords(language)).every((text) => text.length > 0)).toBe(true);
	expect(workoutWords("th-TH")).toEqual(words);
	expect(workoutWords("de-DE")).not.toEqual(words);
});
