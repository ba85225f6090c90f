import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeAnswer, QUESTION_LIMIT, type WatchFacts } from "../../core/protocol.ts";
import { LANGUAGES } from "../../core/words/words.ts";
import { answerSum } from "./arithmetic.ts";
import { answerOffline } from "./index.ts";
import { findIntent } from "./intents.ts";
import { readNumber, writeNumber } from "./numbers.ts";
import { answerConversion } from "./units.ts";
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

describe("a sum", () => {
	it.each([
		["2+2", "4"],
		["2 + 3 * 4", "14"],
		["(2 + 3) * 4", "20"],
		["2 - 3 - 4", "−5"],
		["2^3^2", "512"],
		["-2^2", "−4"],
		["10 / 4", "2.5"],
		["0.1 + 0.2", "0.3"],
		["15% of 80", "12"],
		["200 + 10%", "220"],
		["80 - 25 percent", "60"],
		["1,000 * 3", "3000"],
		["5 times 6", "30"],
		["7 x 8", "56"],
		["√16 + 1", "5"],
		["square root of 2", "1.414213562"],
		["3 squared", "9"],
		["1/3", "0.3333333333"],
		["2^100", "1.2676506e+30"],
	])("%s is %s", (sum, result) => {
		const answer = answerSum(sum, "en-US");
		expect(answer?.text.split(" = ").pop()).toBe(result);
	});

	it.each([
		["wie viel ist 3,5 mal 2?", "de-DE", "7"],
		["was ist 10 geteilt durch 4", "de-DE", "2,5"],
		["1.000 + 1", "de-DE", "1001"],
		["3乘以4等于多少", "zh-CN", "12"],
		["10除以4", "zh-CN", "2.5"],
	])("%s in %s is %s", (sum, lang, result) => {
		expect(answerSum(sum, lang)?.text.split(" = ").pop()).toBe(result);
	});

	it.each(["5", "", "hello", "2 +", "(2", "2)", "1 2 3 +", "()", "* 3", "2 ** ", "alert(1)+1", "-5", "1..2 + 3"])(
		"%j is none",
		(text) => {
			expect(answerSum(text, "en-US")?.text ?? null).toBeNull();
		},
	);

	it("agrees with JavaScript on plain sums", () => {
		const number = fc.integer({ min: 0, max: 9999 });
		fc.assert(
			fc.property(
				number,
				fc.array(fc.tuple(fc.constantFrom("+", "-", "*"), number), { minLength: 1, maxLength: 5 }),
				(first, rest) => {
					const sum = rest.reduce((text, [sign, value]) => `${text} ${sign} ${value}`, String(first));
					const expected = sumOf(first, rest);
					const shown = answerSum(sum, "en-US")?.text.split(" = ").pop()?.replace("−", "-");
					expect(Number(shown)).toBeCloseTo(expected, -Math.floor(Math.log10(Math.abs(expected) + 1)) + 8);
				},
			),
		);
	});
});

/** By products first, then from the left: what the parser should find, in another way. */
function sumOf(first: number, rest: [string, number][]): number {
	const terms = [first];
	for (const [sign, value] of rest) {
		if (sign === "*") terms.push((terms.pop() ?? 0) * value);
		else terms.push(sign === "-" ? -value : value);
	}
	return terms.reduce((sum, term) => sum + term, 0);
}

describe("a conversion", () => {
	it.each([
		["5 km to miles", "en-US", "5 km = 3.107 mi"],
		["Convert 180 lbs into kg", "en-US", "180 lb = 81.65 kg"],
		["100 f in c", "en-US", "100 °F = 37.78 °C"],
		["-40 °C in °F", "en-US", "−40 °C = −40 °F"],
		["0 celsius in kelvin", "en-US", "0 °C = 273.1 K"],
		["How many feet are in 2 m?", "en-US", "2 m = 6.562 ft"],
		["2,5 meilen in km", "de-DE", "2,5 mi = 4,023 km"],
		["90 minutes in hours", "en-US", "90 min = 1.5 h"],
		["5英里是多少公里？", "zh-CN", "5 mi = 8.047 km"],
		["10 km/h in mph", "en-US", "10 km/h = 6.214 mph"],
		["8 fl oz in ml", "en-US", "8 fl oz = 236.6 ml"],
	])("%s", (question, lang, text) => {
		expect(answerConversion(question, lang)).toBe(text);
	});

	it.each(["5 km in kg", "5 apples in km", "how far is a km", "5 dollars in euros", ""])("%j is none", (question) => {
		expect(answerConversion(question, "en-US")).toBeNull();
	});
});

describe("numbers", () => {
	it.each([
		["1,234.5", "en-US", 1234.5],
		["1.234,5", "de-DE", 1234.5],
		["1.234", "de-DE", 1234],
		["1,234", "en-US", 1234],
		["3,5", "en-US", 3.5],
		["3.5", "de-DE", 3.5],
		["1 000", "fr-FR", 1000],
	])("%s in %s is %d", (written, lang, value) => {
		expect(readNumber(written, lang)).toBe(value);
	});

	it("are written without needless digits", () => {
		expect(writeNumber(-0, 4, "en-US")).toBe("0");
		expect(writeNumber(1234.5678, 4, "de-DE")).toBe("1235");
		expect(writeNumber(2.5, 4, "de-DE")).toBe("2,5");
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
