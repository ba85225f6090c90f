import { expect, it } from "vitest";
import { QUESTION_LIMIT } from "../../core/protocol.ts";
import { readTranscript } from "./transcript.ts";

it.each([
	[" Why is the sky blue? \n", "Why is the sky blue?"],
	["Turn [music] it\noff", "Turn it off"],
	["天空为什么是蓝色的？", "天空为什么是蓝色的？"],
	["7", "7"],
])("%j was said as %j", (raw, text) => {
	expect(readTranscript(raw)).toBe(text);
});

it.each(["", " \n", "...", "[BLANK_AUDIO]", "(wind) *coughs*", "♪♪", "~~"])("%j is no words", (raw) => {
	expect(readTranscript(raw)).toBeNull();
});

it("is no longer than a question may be", () => {
	expect(readTranscript("word ".repeat(500))?.length).toBeLessThanOrEqual(QUESTION_LIMIT);
});
