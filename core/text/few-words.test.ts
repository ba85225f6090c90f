import fc from "fast-check";
import { expect, it } from "vitest";
import { fewWords, MOST_WORDS } from "./few-words.ts";

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
