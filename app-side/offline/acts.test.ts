import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../core/words/words.ts";
import { ACT_CASES } from "./acts.cases.ts";
import { isQuestion, lengthsIn, understandWish } from "./acts.ts";
import { talkOf } from "./words/index.ts";

const MOMENT = { today: Date.UTC(2026, 10, 28), nowMinutes: 609 };

describe.each(LANGUAGES)("what a person asks of a watch in %s", (language) => {
	it.each(ACT_CASES[language])("%s", (said, right) => {
		expect(understandWish(said, language, MOMENT)?.actions[0] ?? null).toEqual(right);
	});

	it("is understood on a watch in another language too, where no word means something else there", () => {
		const own = ACT_CASES[language].filter(([, right]) => right !== null);
		const understood = own.filter(([said]) => (understandWish(said, "en-US", MOMENT)?.actions.length ?? 0) > 0);
		expect(understood.length / own.length).toBeGreaterThanOrEqual(0.9);
	});
});

describe.each(LANGUAGES)("what we say ourselves in %s that a person may say", (language) => {
	const words: Record<string, string> = JSON.parse(
		readFileSync(new URL(`../../core/words/${language}.json`, import.meta.url), "utf8"),
	);
	const texts = [words["setting.chips.act"] ?? "", talkOf(language).timer];
	const said = texts.flatMap((text) =>
		[...text.matchAll(/[“«„「]\s?([^“”«»「」]+?)\s?[”»“」]/g)].map(([, one = ""]) => one),
	);

	it("is understood", () => {
		expect(said).toHaveLength(5);
		for (const one of said) expect([one, understandWish(one, language, MOMENT)?.actions.length]).toEqual([one, 1]);
	});
});

describe("what is no wish", () => {
	it.each([
		["en-US", "Is it healthy to wake up at 5?"],
		["en-US", "What time should I wake up for a 9 am flight?"],
		["en-US", "Tell me about alarm clocks"],
		["en-US", "How do timers work in JavaScript?"],
		["en-US", "I was woken by my alarm at 5, why am I tired"],
		["en-US", "Can you remember my name?"],
		["en-US", "translate remind me to german"],
		["en-US", "write a poem about an alarm"],
		["en-US", "Give me a 10 minute workout"],
		["en-US", "I have 10 minutes, what can I cook"],
		["en-US", "Let me know the weather tomorrow"],
		["en-US", "Pace me for 5 km in 30 minutes."],
		["de-DE", "Was bedeutet Alarm auf Spanisch?"],
		["de-DE", "Erinnerung und Gedächtnis: was ist der Unterschied?"],
		["fr-FR", "Comment marche un réveil ?"],
		["es-ES", "¿Por qué suena mi alarma a las 3?"],
		["ru-RU", "Как работает будильник?"],
		["ja-JP", "明日の天気を教えて"],
		["ko-KR", "내일 날씨 알려줘"],
		["ko-KR", "재미있는 사실 알려줘"],
		["zh-CN", "怎么设置闹钟铃声"],
		["hi-IN", "आज मौसम कैसा है?"],
	])("in %s: %s", (lang, said) => {
		expect(understandWish(said, lang, MOMENT)).toBeNull();
	});
});

it("misses only when, where the rest is said", () => {
	for (const said of ["remind me to buy milk", "set a timer for the pasta"]) {
		expect(understandWish(said, "en-US", MOMENT)?.actions).toEqual([]);
	}
});

it("knows no day without a moment, and so asks for none", () => {
	expect(understandWish("remind me at 6 pm to call", "en-US")?.actions).toEqual([]);
	expect(understandWish("remind me in an hour to call", "en-US")?.actions).toHaveLength(1);
	expect(understandWish("wake me at 7", "en-US")?.actions).toEqual([{ do: "alarm", at: 420 }]);
});

it("sets two timers where two lengths are named", () => {
	expect(understandWish("set a 5 minute timer and a 10 minute timer", "en-US", MOMENT)?.actions).toEqual([
		{ do: "timer", seconds: 300 },
		{ do: "timer", seconds: 600 },
	]);
});

it("finds the lengths that a text names, and tells a question from a wish", () => {
	expect(lengthsIn("boil them for 10 minutes, then half an hour", "en-US")).toEqual([600, 1800]);
	expect(isQuestion("How long does tea steep?", "en-US")).toBe(true);
	expect(isQuestion("Make it ten minutes", "en-US")).toBe(false);
});
