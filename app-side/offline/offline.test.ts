import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAnswer, QUESTION_LIMIT, type WatchFacts } from "../../core/protocol.ts";
import { LANGUAGES } from "../../core/words/words.ts";
import { answerOffline } from "./index.ts";
import { findIntent } from "./intents.ts";
import { wordsFor } from "./words/index.ts";

const FACTS: WatchFacts = { now: 609, date: "2026-11-22", battery: 71, steps: 5230, heart: 62 };
const ask = (text: string, lang = "en-US", facts: WatchFacts | undefined = FACTS) =>
	answerOffline({ text, lang, ...(facts === undefined ? {} : { facts }) }, 0);

describe("the built-in assistant", () => {
	it.each([
		["What time is it?", "en-US", "It is 10:09."],
		["wie spät ist es", "de-DE", "Es ist 10:09 Uhr."],
		["现在几点了？", "zh-CN", "现在是 10:09。"],
		["What's the date today?", "en-US", "Today is Sunday, November 22, 2026."],
		["Welcher Tag ist heute?", "de-AT", "Heute ist Sonntag, 22. November 2026."],
		["How full is my battery?", "en-US", "The watch's battery is at 71 %."],
		["how many steps have I done", "en-US", "5230 steps so far today."],
		["Wie viele Schritte?", "de-DE", "Heute bisher 5230 Schritte."],
		["heart rate", "en-US", "Your last heart rate was 62 beats a minute."],
		["What is 12 * (3 + 4)?", "en-US", "12 * (3 + 4) = 84"],
		["5 miles in km", "en-US", "5 mi = 8.047 km"],
		["10 / 0", "en-US", "That has no result."],
	])("answers %j in %s", (question, lang, text) => {
		expect(ask(question, lang)).toMatchObject({ text, by: "AskFace" });
	});

	it.each([
		"Why is the sky blue?",
		"What time is it in Tokyo?",
		"Steps to bake a cake",
		"Tell me one surprising fact.",
		"2026",
		"call 555-1234 now",
	])("says of %j that it is no model", (question) => {
		expect(ask(question).text).toMatch(/not an AI model/);
	});

	it("does not guess what the watch has not told", () => {
		expect(ask("How many steps today?", "en-US", { now: 1, date: "2026-11-22" }).text).toBe(
			"The watch has not told me that.",
		);
		expect(ask("What time is it?", "en-US", undefined).text).toMatch(/^It is \d{1,2}:\d\d\.$/);
	});

	it.each(LANGUAGES)("knows in %s the questions that it proposes, and says there what it is", (lang) => {
		const words = wordsFor(lang);
		expect(ask(words.askTime, lang).text).toContain("10:09");
		expect(ask(words.askSteps, lang).text).toContain("5230");
		expect(ask(words.askBattery, lang).text).toContain("71");
		expect(ask(words.askHelp, lang).text).toBe(words.help);
		expect(ask("xyzzy", lang).text).toBe(words.notModel);
		expect(ask("xyzzy", lang).next).toEqual([words.askTime, words.askSteps, words.askBattery]);
	});

	it("answers in English where it does not know the language", () => {
		for (const lang of ["", "xx", "eo-XX", "🙂", "not a tag"]) expect(ask("time", lang).text).toBe("It is 10:09.");
		expect(ask("date", "not a tag").text).toContain("2026");
	});

	it("answers anything with what the link takes as it is", () => {
		const parts = fc.constantFrom(
			"5",
			"km",
			" in ",
			"(",
			")",
			"+",
			"^",
			"%",
			".",
			",",
			"-",
			"miles",
			"√",
			"time",
			"'",
			"1e9",
			"°C",
		);
		const questions = fc.oneof(
			fc.string({ maxLength: QUESTION_LIMIT }),
			fc.array(parts, { maxLength: 60 }).map((list) => list.join("")),
		);
		fc.assert(
			fc.property(questions, fc.constantFrom(...LANGUAGES), (question, lang) => {
				const answer = ask(question, lang);
				expect(decodeAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
				expect(answer.text).not.toMatch(/NaN|Infinity|undefined/);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("what a question is about", () => {
	it.each([
		["how full is my battery?", "battery"],
		["how long does a battery last in winter?", null],
		["Tell me how the battery of an electric car works and why it ages", null],
		["whatever", null],
	])("%j: %s", (question, intent) => {
		expect(findIntent(question)).toBe(intent);
	});
});
