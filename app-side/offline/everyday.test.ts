import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { usualChips } from "../../core/ask/usual-chips.ts";
import { ROLES } from "../../core/settings/roles.ts";
import { checkAnswer } from "../../core/wire/bounds.ts";
import { type Answer, NEXT_LIMIT, QUESTION_LIMIT, type QuickReply, type WatchFacts } from "../../core/wire/protocol.ts";
import en from "../../core/words/en-US.json";
import { fillCounted } from "../../core/words/plurals.ts";
import { LANGUAGES, type Language, type WordKey } from "../../core/words/words.ts";
import { readCatalogue } from "../../lab/words/catalogue.ts";
import { answerOffline } from "./index.ts";
import { understand } from "./understanding.ts";
import { talkOf, wordsOf } from "./words/index.ts";
import { listOf, TOPICS, type Topic } from "./words/talk.ts";

const catalogue = readCatalogue();

/** What the catalogue says, by key. */
function said(key: WordKey, values: Record<string, string | number>, language: Language = "en-US"): string {
	return fillCounted(catalogue[language][key] ?? "", values, language);
}

/** Figures that are none of 0 to 9. */
const OTHER_FIGURES = /(?![0-9])\p{Nd}|[\u066a-\u066c]/u;

/** A Friday. */
const NOW = Date.UTC(2026, 10, 27, 10, 9);
const FACTS: WatchFacts = { now: 609, date: "2026-11-27", battery: 71, steps: 5230, heart: 62 };

/** A phone with its storage, asked one after the other. */
function phone(place = "", nowMs = NOW) {
	const stored = new Map<string, string>();
	const storage = {
		get: (key: string) => stored.get(key),
		set: (key: string, value: string) => {
			stored.set(key, value);
		},
	};
	return (text: string, lang = "en-US", facts: WatchFacts | undefined = FACTS): Answer =>
		answerOffline(
			{ question: text, lang, place, ...(facts === undefined ? {} : { facts }) },
			{ storage, now: () => nowMs },
		);
}

async function chipsOf(language: Language): Promise<{ [role: string]: QuickReply[] }> {
	const words: { [key: string]: string } = (await import(`../../core/words/${language}.json`)).default;
	const say = (key: WordKey) => words[key] ?? "";
	return Object.fromEntries(ROLES.map((role) => [role, usualChips(say, role)]));
}

/** What each of the usual quick replies is about, in the order of the catalogue. */
const ABOUT: { readonly [role: string]: readonly (Topic | "plan" | "phrase" | "timer")[] } = {
	plain: ["help", "fact", "stretch", "timer", "timer"],
	sport: ["plan", "warmup", "stretch", "kind", "rest"],
	diet: ["snack", "meal", "dinner", "coffee"],
	game: ["riddle", "quiz", "adventure", "truths"],
	translator: ["phrase", "phrase", "phrase", "phrase"],
};

function refusals(language: Language): string[] {
	const { notModel, unknown, none } = wordsOf(language);
	return [notModel, unknown, none];
}

describe.each(LANGUAGES)("in %s", (language) => {
	const talk = talkOf(language);

	it("every quick reply of every role gets the answer that it asks for, by its label too", async () => {
		const chips = await chipsOf(language);
		const missed: string[] = [];
		for (const role of ROLES) {
			chips[role]?.forEach(({ label, text }, index) => {
				const about = ABOUT[role]?.[index];
				for (const question of about === "plan" ? [text] : [label, text]) {
					const answer = phone()(question, language);
					const understood = understand(question, language);
					const topic = understood?.kind === "topic" ? understood.topic : understood?.kind;
					const found = answer.plan !== undefined ? "plan" : (answer.actions?.[0]?.do ?? topic);
					if (found !== about || refusals(language).includes(answer.text)) missed.push(`${question}: ${found}`);
				}
			});
		}
		expect(missed).toEqual([]);
	});

	it("whatever it proposes it answers, three rounds deep, whether or not the watch tells its readings", () => {
		const none = { now: 609, date: "2026-11-27" };
		for (const [facts, place] of [
			[FACTS, "Berlin"],
			[none, ""],
			[undefined, ""],
		] as const) {
			const ask = phone(place);
			const seen = new Set<string>();
			let round = [...TOPICS.map((topic) => listOf(talk.asks[topic])[0] ?? ""), "5 km in mi", "2 + 2", "xyzzy"];
			for (let depth = 0; depth < 3; depth++) {
				const next = round.flatMap((question) => ask(question, language, facts).next ?? []);
				round = [...new Set(next)].filter((question) => !seen.has(question));
				for (const question of round) {
					seen.add(question);
					expect(question.length, question).toBeLessThanOrEqual(NEXT_LIMIT);
					expect(refusals(language), question).not.toContain(ask(question, language, facts).text);
				}
			}
			expect(seen.size).toBeGreaterThan(20);
		}
	});

	it("every topic is known by how we ask for it, and by its other names", () => {
		const missed = TOPICS.filter((topic) => topic !== "until").flatMap((topic) =>
			listOf(talk.asks[topic])
				.map((name) => name.replace("*", ""))
				.filter((name, index) => {
					const understood = understand(name, language);
					const found = understood?.kind === "topic" ? understood.topic : undefined;
					return index === 0 ? found !== topic : understood !== null && found !== topic;
				})
				.map((name) => `${topic}: ${name}`),
		);
		expect(missed).toEqual([]);
		expect(understand(listOf(talk.asks.until)[0] ?? "", language)).toMatchObject({
			kind: "holiday",
			holiday: "newYear",
		});
	});

	it.each(["hello", "joke", "fact", "stretch", "snack", "kind"] as const)(
		"has twelve of %s, and tells none twice in a row",
		(topic) => {
			const list = listOf(talk[topic]);
			expect(new Set(list).size).toBe(12);
			expect(list).toHaveLength(12);
			const ask = phone();
			const question = listOf(talk.asks[topic])[0] ?? "";
			const told = Array.from({ length: 24 }, () => ask(question, language).text);
			expect(new Set(told.slice(0, 12)).size).toBe(12);
			expect(told.slice(12)).toEqual(told.slice(0, 12));
		},
	);

	it("what it says is short enough for a watch, and has each of its parts", () => {
		const counts = {
			rest: 3,
			coffee: 2,
			adventure: 3,
			verdict: 4,
			truths: 2,
			coin: 2,
			sun: 4,
			days: 4,
			holidays: 5,
			months: 12,
			tongues: 15,
			lie: 6,
			riddle: 6,
			translate: 3,
		} as const;
		for (const [key, count] of Object.entries(counts)) {
			expect(listOf(talk[key as keyof typeof counts]), key).toHaveLength(count);
		}
		for (const [key, text] of Object.entries(talk)) {
			if (typeof text !== "string" || ["fillers", "months", "tongues", "holidays"].includes(key)) continue;
			for (const part of listOf(text)) {
				expect(part.trim(), key).toBe(part);
				expect(part, key).not.toBe("");
				expect(part.length, part).toBeLessThanOrEqual(140);
			}
		}
		for (const riddle of listOf(talk.riddle)) expect(riddle.split("=")).toHaveLength(2);
		const places = { quiz: 1, tip: 2, until: 2 };
		for (const [key, count] of Object.entries(places)) {
			expect(talk[key as keyof typeof places].match(/\{[a-z]+[:}]/g), key).toHaveLength(count);
		}
		expect(JSON.stringify(talk)).not.toMatch(/\p{Extended_Pictographic}|\*\*|__/u);
	});

	it("a riddle has its answer behind it, a quiz its verdict, and two truths their lie", () => {
		const ask = phone();
		const say = (topic: Topic) => ask(listOf(talk.asks[topic])[0] ?? "", language).text;
		const riddles = listOf(talk.riddle).map((riddle) => riddle.split("="));
		for (let round = 0; round < 6; round++) {
			const riddle = say("riddle");
			expect(riddles.find(([question]) => question === riddle)?.[1]).toBe(say("solution"));
		}
		for (let round = 0; round < 12; round++) {
			const claim = say("quiz");
			const isTrue = listOf(talk.fact).some((fact) => claim.includes(fact));
			const [right, wrong, yes, no] = listOf(talk.verdict);
			const saysTrue = round % 2 === 0;
			expect(say(saysTrue ? "yes" : "no")).toBe(`${saysTrue === isTrue ? right : wrong} ${isTrue ? yes : no}`);
		}
		const told = say("truths");
		const lies = listOf(talk.lie).filter((lie) => told.includes(lie));
		expect(lies).toHaveLength(1);
		expect(say("solution")).toContain(lies[0]);
	});

	it("knows the time in a city, and how long it is until a day", () => {
		const ask = phone();
		const names = {
			"ar-EG": "طوكيو",
			"hi-IN": "टोक्यो",
			"ja-JP": "東京",
			"ko-KR": "도쿄",
			"ru-RU": "токио",
			"zh-CN": "东京",
			"zh-TW": "東京",
		};
		const tokyo: string = { ...names }[language as keyof typeof names] ?? "Tokyo";
		const time = listOf(talk.asks.time).at(-1) ?? "";
		expect(ask(`${tokyo} ${time}`, language).text).toContain("19:09");
		expect(ask(listOf(talk.asks.until)[0] ?? "", language).text).toContain("35");
	});
});

describe("the built-in assistant", () => {
	it.each([
		["What time is it?", "en-US", said("offline.time", { time: "10:09" })],
		["wie spät ist es", "de-DE", said("offline.time", { time: "10:09" }, "de-DE")],
		["现在几点了？", "zh-CN", said("offline.time", { time: "10:09" }, "zh-CN")],
		["What's the date today?", "en-US", said("offline.date", { date: "Friday, November 27, 2026" })],
		["Welcher Tag ist heute?", "de-AT", said("offline.date", { date: "Freitag, 27. November 2026" }, "de-DE")],
		["How full is my battery?", "en-US", said("offline.battery", { percent: 71 })],
		["how many steps have I done", "en-US", said("offline.steps", { steps: 5230 })],
		["Wie viele Schritte?", "de-DE", said("offline.steps", { steps: 5230 }, "de-DE")],
		["heart rate", "en-US", said("offline.heart", { heart: 62 })],
		["What is 12 * (3 + 4)?", "en-US", "12 * (3 + 4) = 84"],
		["5 miles in km", "en-US", "5 mi = 8.047 km"],
		["10 / 0", "en-US", en["offline.none"]],
		["What time is it in Tokyo?", "en-US", "Tokyo: 19:09"],
		["time in New York", "en-US", "New York: 5:09"],
		["Wie spät ist es in São Paulo?", "de-DE", "Sao Paulo: 7:09"],
		["Quelle heure est-il à Vancouver ?", "fr-FR", "Vancouver: 3:09"],
		["Который час в Москве?", "ru-RU", "Москве: 13:09"],
		["东京现在几点", "zh-CN", "东京: 19:09"],
		["कोलंबो में कितने बजे हैं?", "hi-IN", "कोलंबो: 15:39"],
		["how many days until Christmas", "en-US", "Christmas: 28 days to go."],
		["days until 24.12.", "de-DE", "December 24, 2026: 27 days to go."],
		["days until 12/24", "en-US", "December 24, 2026: 27 days to go."],
		["Wie viele Tage bis zum 24. Dezember?", "de-DE", "24. Dezember 2026: noch 27 Tage."],
		["Tage bis 24.12.", "de-DE", "24. Dezember 2026: noch 27 Tage."],
		["days until 29 February", "en-US", "February 29, 2028: 459 days to go."],
		["When is Easter?", "en-US", "Easter: 121 days to go."],
		["Сколько дней до Рождества?", "ru-RU", "Рождество: остался 41 день."],
		["离12月24日还有几天", "zh-CN", "离2026年12月24日还有27天。"],
		["week number", "en-US", "Calendar week 48."],
		["12:30 + 45 min", "en-US", "12:30 + 45 min = 13:15"],
		["23:30 + 45 min", "en-US", "23:30 + 45 min = 0:15 (+1 d)"],
		["in 90 minutes", "en-US", "10:09 + 90 min = 11:39"],
		["What time is it in 90 minutes?", "en-US", "10:09 + 90 min = 11:39"],
		["Quelle heure sera-t-il dans 90 minutes ?", "fr-FR", "10:09 + 90 min = 11:39"],
		["3 hours from now", "en-US", "10:09 + 3 h = 13:09"],
		["2 hours ago", "en-US", "10:09 − 2 h = 8:09"],
		["6:30 pm - 45 min", "en-US", "18:30 − 45 min = 17:45"],
		["18:00 - 16:45", "en-US", "18:00 − 16:45 = 1 h 15 min"],
		["how long until 18:00", "en-US", "10:09 → 18:00 = 7 h 51 min"],
		["in 2 Stunden", "de-DE", "10:09 + 2 h = 12:09"],
		["90分後", "ja-JP", "10:09 + 90 min = 11:39"],
		["tip 15% of 40", "en-US", "Tip 6, in all 46."],
		["20% tip on $35", "en-US", "Tip 7, in all 42."],
		["tip on 40", "en-US", "10%: 4, 15%: 6, 20%: 8"],
		["sunset in Berlin", "en-US", "Berlin: sunrise 7:48, sunset 15:59."],
		["“Thank you” in Japanese", "en-US", "ありがとう (arigatō)"],
		["how do you say hello in Korean", "en-US", "안녕하세요 (annyeonghaseyo)"],
		["„Danke“ auf Spanisch", "de-DE", "Gracias"],
	])("answers %j in %s", (question, lang, text) => {
		expect(phone()(question, lang)).toMatchObject({ text, by: "AskFace" });
	});

	it.each([
		["What time is it?", "en-US", said("offline.time", { time: "10:09\u00a0AM" })],
		["What time is it in Tokyo?", "en-US", "Tokyo: 7:09\u00a0PM"],
		["12:30 + 45 min", "en-US", "12:30\u00a0PM + 45 min = 1:15\u00a0PM"],
		["0:15 - 30 min", "en-US", "12:15\u00a0AM − 30 min = 11:45\u00a0PM (−1 d)"],
		["how long until 18:00", "en-US", "10:09\u00a0AM → 6:00\u00a0PM = 7 h 51 min"],
		["18:00 - 16:45", "en-US", "6:00\u00a0PM − 4:45\u00a0PM = 1 h 15 min"],
		["sunset in Berlin", "en-US", "Berlin: sunrise 7:48\u00a0AM, sunset 3:59\u00a0PM."],
		["wie spät ist es", "de-DE", said("offline.time", { time: "10:09\u00a0AM" }, "de-DE")],
		["90分後", "ja-JP", "午前10:09 + 90 min = 午前11:39"],
	])("tells a watch that counts to twelve %j in %s so", (question, lang, text) => {
		expect(phone()(question, lang, { ...FACTS, clock: 12 }).text).toBe(text);
	});

	it("has figures of one script in what it says, whatever the phone would write", () => {
		const readings: WatchFacts[] = [FACTS, { ...FACTS, clock: 12 }, { now: 1439, date: "2026-02-28" }];
		for (const language of LANGUAGES) {
			const asks = ["2 + 2", "5 km in mi", "12:30 + 45 min", ...Object.values(talkOf(language).asks)];
			const questions = asks.map((ask) => listOf(ask)[0] ?? "");
			const texts = readings.flatMap((facts) => questions.map((ask) => phone("Berlin")(ask, language, facts).text));
			expect(texts.join("")).toMatch(/\d/);
			for (const text of texts) expect(text).not.toMatch(OTHER_FIGURES);
		}
		expect("٢٧ نوفمبر").toMatch(OTHER_FIGURES);
	});

	it("ends no sentence twice, where a date ends in a full stop", () => {
		expect(phone()("какое сегодня число", "ru-RU").text).toMatch(/2026 г\.$/);
		for (const language of LANGUAGES) {
			for (const topic of ["date", "until"] as const) {
				const ask = listOf(talkOf(language).asks[topic])[0] ?? "";
				expect(phone()(ask, language).text).not.toMatch(/[.。।]\s*[.。।]$/);
			}
		}
	});

	it.each([
		"Why is the sky blue?",
		"What time is it in Springfield?",
		"Steps to bake a cake",
		"2026",
		"call 555-1234 now",
		"how long does a battery last in winter?",
		"Tell me how the battery of an electric car works and why it ages",
		"Tell me a joke about Paris",
		"hello Paris",
		"days until 31.02.",
		"days until",
		"how many steps in a mile",
		"5 ft 10 in to kg",
		"Paris",
		"Japanese",
	])("says of %j that it is no model", (question) => {
		expect(phone()(question).text).toBe(en["offline.not-model"]);
	});

	it("does not guess what the watch has not told", () => {
		const ask = phone();
		expect(ask("How many steps today?", "en-US", { now: 1, date: "2026-11-22" }).text).toBe(en["offline.unknown"]);
		expect(ask("sunset").text).toContain("I do not know where you are");
		expect(phone("Berlin, Germany")("sunset").text).toBe("Berlin: sunrise 7:48, sunset 15:59.");
	});

	it("answers in the language of the question, else of the watch", () => {
		expect(phone()("Guten Morgen", "en-US").text).toMatch(/^\P{L}*\p{L}/u);
		expect(listOf(talkOf("de-DE").hello)).toContain(phone()("Guten Morgen", "en-US").text);
		for (const lang of ["", "xx", "eo-XX", "🙂", "not a tag"])
			expect(phone()("time", lang).text).toBe(said("offline.time", { time: "10:09" }));
		expect(phone()("date", "not a tag").text).toContain("2026");
	});

	it("takes the watch's sleep and the hour into account", () => {
		const ask = phone();
		expect(ask("Run or rest today?", "en-US", { ...FACTS, sleep: 300 }).text).toContain("slept little");
		expect(ask("Run or rest today?", "en-US", { ...FACTS, sleep: 480 }).text).toContain("slept enough");
		expect(ask("Is coffee OK now?", "en-US", { ...FACTS, now: 20 * 60 }).text).toContain("late");
	});

	test("chance is even, and a coin's next throw is no last one's", () => {
		const ask = phone();
		const throws = Array.from({ length: 600 }, () => Number(ask("Roll a die").text));
		for (let side = 1; side <= 6; side++) {
			const count = throws.filter((thrown) => thrown === side).length;
			expect(count).toBeGreaterThan(60);
			expect(count).toBeLessThan(150);
		}
		expect(throws.every((thrown) => thrown >= 1 && thrown <= 6)).toBe(true);
		const coins = Array.from({ length: 100 }, () => ask("Flip a coin").text);
		expect(new Set(coins).size).toBe(2);
	});

	test("a plan for a run goes along where one is asked for", () => {
		const { plan, text } = phone()("Pace me for 5 km in 30 minutes.");
		expect(text).toBe("5 km · 30:00: 6:00 /km, 10 km/h. 1 km 6:00, 2 km 12:00, 3 km 18:00, 4 km 24:00, 5 km 30:00");
		expect(plan?.goal).toEqual({ meters: 5000, seconds: 1800 });
		expect(plan?.cues.map(({ at }) => at)).toEqual([1000, 2000, 3000, 4000, 5000].map((meters) => ({ meters })));
		expect(phone()("5 km in 28 minutes").plan).toBeUndefined();
		expect(checkAnswer(JSON.parse(JSON.stringify(phone()("Pace me for 5 km in 30 minutes."))))?.plan).toEqual(plan);
	});

	it("answers anything with what the link takes as it is", () => {
		const parts = fc.constantFrom(
			..."5|km| in |(|)|+|^|%|.|,|-|miles|√|time|'|1e9|°C| until |24.12.| Tokyo|:|30|tip |marathon|ago|1/2| and |٣|万|の".split(
				"|",
			),
		);
		const questions = fc.oneof(
			fc.string({ maxLength: QUESTION_LIMIT }),
			fc.array(parts, { maxLength: 60 }).map((list) => list.join("")),
		);
		const ask = phone();
		fc.assert(
			fc.property(questions, fc.constantFrom(...LANGUAGES), (question, lang) => {
				const answer = ask(question, lang);
				expect(checkAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
				expect(answer.text).not.toMatch(/NaN|Infinity|undefined|\{[a-z]+\}/);
			}),
			{ numRuns: 500 },
		);
	});
});
