import { expect, it } from "vitest";
import { QUESTION_LIMIT } from "../../core/wire/protocol.ts";
import { readTranscript } from "./transcript.ts";

it.each([
	[" Why is the sky blue? \n", "Why is the sky blue?"],
	["Turn [music] it\noff", "Turn it off"],
	["(wind) What is (2+3)*4?", "What is (2+3)*4?"],
	["What is the capital of Georgia (the country)?", "What is the capital of Georgia (the country)?"],
	["What is *photosynthesis*?", "What is photosynthesis?"],
	["[2+3] times 4", "[2+3] times 4"],
	["Say thank you for watching in French", "Say thank you for watching in French"],
	["Thank you.", "Thank you."],
	["天空为什么是蓝色的？", "天空为什么是蓝色的？"],
	["7", "7"],
])("%j was said as %j", (raw, text) => {
	expect(readTranscript(raw)).toBe(text);
});

it.each([
	"",
	" \n",
	"...",
	"[BLANK_AUDIO]",
	"(wind) *coughs*",
	"♪♪",
	"~~",
	"【音楽】",
	"（音乐）",
	"[MÚSICA DE FONDO] ♪",
	"(music) Thanks for watching!",
])("%j is no words", (raw) => {
	expect(readTranscript(raw)).toBeNull();
});

it("is none of what people say too, where no voice was in the sound", () => {
	expect(readTranscript("Thank you.", false)).toBeNull();
	expect(readTranscript("How old is the moon?", false)).toBe("How old is the moon?");
});

it("takes no longer than its length wants, whatever is repeated", () => {
	const time = (text: string) => {
		const from = performance.now();
		readTranscript(text);
		return performance.now() - from;
	};
	for (const piece of ["[", "[a", "(", "(a ", "*a", "* ", "【", "♪", " ", "a", "Thank you. "]) {
		expect(time(piece.repeat(100_000)), piece).toBeLessThan(200);
	}
});

it("is no longer than a question may be", () => {
	expect(readTranscript("word ".repeat(500))?.length).toBeLessThanOrEqual(QUESTION_LIMIT);
});
