/**
 * What the built-in assistant says to everyday questions, in the language that they were understood in. Owns
 * an answer for each topic, and what it proposes next. Rule: it proposes only what it answers.
 */

import { timeOfDay } from "../../core/text/time-of-day.ts";
import type { Answer, WatchFacts } from "../../core/wire/protocol.ts";
import { fillCounted } from "../../core/words/plurals.ts";
import { fill, type Language } from "../../core/words/words.ts";
import type { Weather } from "../answerer.ts";
import { type Day, daysUntil, daysUntilHoliday, weekOf } from "./days.ts";
import type { Deck } from "./deck.ts";
import { phrases } from "./phrases.ts";
import type { City } from "./places.ts";
import { sunTimes } from "./sun.ts";
import { findCity, HOLIDAYS, type Understood } from "./understanding.ts";
import { sayWeather } from "./weather.ts";
import { languageFor, type OfflineWords, talkOf, weatherOf, wordsOf } from "./words/index.ts";
import { listOf, type Talk, type Topic } from "./words/talk.ts";
import { offsetAt } from "./zones.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** After this hour coffee keeps many people awake. */
const LATE_MINUTES = 14 * 60;
/** Minutes of sleep that are enough for a run, and too few. */
const RESTED_MINUTES = 420;
const TIRED_MINUTES = 360;

/** What is known at a question: the watch's own time and day if it told them, else the phone's. */
export type Situation = {
	lang: string;
	facts: WatchFacts | undefined;
	nowMs: number;
	nowMinutes: number;
	today: Day;
	/** As the person typed it in the settings; it may be empty. */
	place: string;
	weather: Weather;
	deck: Deck;
};

/** `lang` is the watch's own tag if it is of the language of the answer. */
type Scene = Situation & { language: Language; talk: Talk; words: OfflineWords };
type Said = Pick<Answer, "text" | "next">;

export function answerEveryday(understood: Understood, situation: Situation): Said {
	const { language } = understood;
	const lang = languageFor(situation.lang) === language && situation.lang !== "" ? situation.lang : language;
	const scene: Scene = { ...situation, lang, language, talk: talkOf(language), words: wordsOf(language) };
	switch (understood.kind) {
		case "topic":
			return { text: ANSWERS[understood.topic](scene), next: nextOf(understood.topic, scene) };
		case "weather":
			return sayAbout(understood, scene);
		case "city": {
			const place = titleOf(understood.said);
			const text =
				understood.about === "sun" ? sunAt(understood.city, place, scene) : timeAt(understood.city, place, scene);
			return { text, next: nextOf(understood.about, scene) };
		}
		case "holiday": {
			const what = listOf(scene.talk.holidays)[HOLIDAYS.indexOf(understood.holiday)]?.split(",")[0] ?? understood.said;
			return untilSaid(what, daysUntilHoliday(scene.today, understood.holiday, language), scene);
		}
		case "day": {
			const days = daysUntil(scene.today, understood.day);
			if (days === null || days < 0) return { text: scene.words.none, next: nextOf("until", scene) };
			return untilSaid(longDate(scene.today + days * DAY_MS, scene.lang, false), days, scene);
		}
		case "phrase": {
			const forms = phrases()[understood.phrase]?.[understood.tongue] ?? "";
			return { text: forms.split("/")[0] ?? "", next: listOf(scene.talk.translate).slice(0, 3) };
		}
	}
}

function sayAbout(asked: Extract<Understood, { kind: "weather" }>, scene: Scene): Said {
	const { weather, language, place, talk } = scene;
	const day = dayWord(talk, asked.isTomorrow ? 1 : 0);
	const { text, next } = sayWeather(asked, { weather, words: weatherOf(language), place, day: titleOf(day) });
	return { text, next: [...next, ...proposals(["sun", "stretch", "steps"], scene)].slice(0, NEXT_MOST) };
}

/** A time of day, in minutes since midnight, as the watch that asks shows it. */
export function clockOf(minutes: number, { facts }: Pick<Situation, "facts">, halves: OfflineWords): string {
	return timeOfDay(minutes, facts?.clock === 12 ? halves : null);
}

function untilSaid(what: string, days: number, scene: Scene): Said {
	const { talk } = scene;
	const text = days === 0 ? `${what}: ${dayWord(talk, 0)}.` : fillCounted(talk.until, { what, days }, scene.language);
	return { text, next: nextOf("until", scene) };
}

/** `today`, `tomorrow`, `yesterday`. */
function dayWord(talk: Talk, index: 0 | 1 | 2): string {
	return listOf(talk.days)[index] ?? "";
}

function pick({ deck }: Scene, name: string, list: readonly string[]): string {
	return list[deck.next(name, list.length)] ?? "";
}

const fromList =
	(name: "hello" | "how" | "thanks" | "bye" | "joke" | "fact" | "stretch" | "snack" | "kind" | "dinner") =>
	(scene: Scene) =>
		pick(scene, name, listOf(scene.talk[name]));

const ANSWERS: Readonly<Record<Topic, (scene: Scene) => string>> = {
	hello: fromList("hello"),
	how: fromList("how"),
	thanks: fromList("thanks"),
	bye: fromList("bye"),
	who: ({ words }) => words.help,
	help: ({ words }) => words.help,
	setup: ({ words }) => words.setup,
	time: (scene) => fill(scene.words.time, { time: clockOf(scene.nowMinutes, scene, scene.words) }),
	date: ({ words, today, lang }) => fill(words.date, { date: longDate(today, lang, true) }),
	week: ({ talk, today }) => fill(listOf(talk.days)[3] ?? "", { n: weekOf(today) }),
	battery: ({ words, facts }) =>
		facts?.battery === undefined ? words.unknown : fill(words.battery, { percent: facts.battery }),
	steps: ({ words, facts, language }) =>
		facts?.steps === undefined ? words.unknown : fillCounted(words.steps, { steps: facts.steps }, language),
	heart: ({ words, facts, language }) =>
		facts?.heart === undefined ? words.unknown : fillCounted(words.heart, { heart: facts.heart }, language),
	joke: fromList("joke"),
	fact: fromList("fact"),
	stretch: fromList("stretch"),
	snack: fromList("snack"),
	kind: fromList("kind"),
	timer: ({ talk }) => talk.timer,
	sun: sunHere,
	until: ({ words }) => words.help,
	warmup: ({ talk }) => talk.warmup,
	rest: ({ talk, facts }) => listOf(talk.rest)[restIndex(facts)] ?? "",
	meal: ({ talk }) => talk.meal,
	dinner: fromList("dinner"),
	coffee: ({ talk, nowMinutes }) => listOf(talk.coffee)[nowMinutes < LATE_MINUTES ? 0 : 1] ?? "",
	riddle: askRiddle,
	solution: solve,
	quiz: askQuiz,
	yes: (scene) => judge(scene, true),
	no: (scene) => judge(scene, false),
	adventure: ({ talk }) => listOf(talk.adventure)[0] ?? "",
	left: ({ talk }) => listOf(talk.adventure)[1] ?? "",
	right: ({ talk }) => listOf(talk.adventure)[2] ?? "",
	truths: askTruths,
	coin: ({ talk, deck }) => listOf(talk.coin)[deck.chance("coin", 2)] ?? "",
	dice: ({ deck }) => String(1 + deck.chance("dice", 6)),
	number: ({ deck }) => String(1 + deck.chance("number", 100)),
};

function restIndex(facts: WatchFacts | undefined): 0 | 1 | 2 {
	const sleep = facts?.sleep;
	if (sleep === undefined || (sleep >= TIRED_MINUTES && sleep < RESTED_MINUTES)) return 2;
	return sleep < TIRED_MINUTES ? 1 : 0;
}

function askRiddle(scene: Scene): string {
	const riddles = listOf(scene.talk.riddle);
	const index = scene.deck.next("riddle", riddles.length);
	scene.deck.keep(`riddle ${index}`);
	return riddles[index]?.split("=")[0] ?? "";
}

/** A fact or what many believe, by turns so that neither is told by its place. */
function askQuiz(scene: Scene): string {
	const isTrue = scene.deck.chance("claim", 2) === 1;
	const name = isTrue ? "fact" : "lie";
	const claims = listOf(scene.talk[name]);
	const index = scene.deck.next(`quiz-${name}`, claims.length);
	scene.deck.keep(`${name} ${index}`);
	return fill(scene.talk.quiz, { claim: claims[index] ?? "" });
}

function askTruths(scene: Scene): string {
	const facts = listOf(scene.talk.fact);
	const lies = listOf(scene.talk.lie);
	const index = scene.deck.next("truths", lies.length);
	const claims = [pick(scene, "truth", facts), pick(scene, "truth", facts)];
	claims.splice(scene.deck.chance("place", 3), 0, lies[index] ?? "");
	scene.deck.keep(`false ${index}`);
	const list = claims.map((claim, place) => `${place + 1}. ${claim}`).join(" ");
	return fill(listOf(scene.talk.truths)[0] ?? "", { list });
}

function keptOf({ deck }: Scene): { name: string; index: number } | undefined {
	const [name, index] = deck.kept()?.split(" ") ?? [];
	return name === undefined ? undefined : { name, index: Number(index) };
}

/** Without anything to solve there is a riddle first. */
function solve(scene: Scene): string {
	const kept = keptOf(scene);
	const { talk } = scene;
	if (kept?.name === "riddle") return listOf(talk.riddle)[kept.index]?.split("=")[1] ?? "";
	if (kept?.name === "false") {
		return fill(listOf(talk.truths)[1] ?? "", { claim: listOf(talk.lie)[kept.index] ?? "" });
	}
	if (kept?.name === "fact") return listOf(talk.verdict)[2] ?? "";
	return kept?.name === "lie" ? (listOf(talk.verdict)[3] ?? "") : askRiddle(scene);
}

function judge(scene: Scene, saysTrue: boolean): string {
	const kept = keptOf(scene);
	if (kept?.name !== "fact" && kept?.name !== "lie") return askQuiz(scene);
	const isTrue = kept.name === "fact";
	const [right = "", wrong = "", yes = "", no = ""] = listOf(scene.talk.verdict);
	return `${isTrue === saysTrue ? right : wrong} ${isTrue ? yes : no}`;
}

function timeAt({ minutes, rule }: City, place: string, scene: Scene): string {
	const { nowMs, today, talk, words } = scene;
	const there = nowMs + offsetAt(minutes, rule, nowMs) * MINUTE_MS;
	const day = Math.floor(there / DAY_MS) * DAY_MS;
	const time = `${place}: ${clockOf(Math.floor((there - day) / MINUTE_MS), scene, words)}`;
	if (day === today) return time;
	return `${time}, ${dayWord(talk, day > today ? 1 : 2)}`;
}

function sunAt({ latitude, longitude, minutes, rule }: City, place: string, scene: Scene): string {
	const { nowMs, talk, words } = scene;
	const offsetMs = offsetAt(minutes, rule, nowMs) * MINUTE_MS;
	const day = Math.floor((nowMs + offsetMs) / DAY_MS) * DAY_MS;
	const times = sunTimes(day, latitude, longitude);
	const [both = "", up = "", down = ""] = listOf(talk.sun);
	if (times.kind !== "both") return fill(times.kind === "up" ? up : down, { place });
	const clock = (situation: number) =>
		clockOf(Math.round((situation + offsetMs - day) / MINUTE_MS + 1440) % 1440, scene, words);
	return fill(both, { place, rise: clock(times.rise), set: clock(times.set) });
}

/** By the place in the settings. */
function sunHere(scene: Scene): string {
	const here = findCity(scene.place);
	return here === null ? (listOf(scene.talk.sun)[3] ?? "") : sunAt(here.city, here.said, scene);
}

function titleOf(said: string): string {
	return said.replace(/(^|[ -])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** In words if the phone's engine knows the language; every engine has some form for it. */
function longDate(day: Day, lang: string, withWeekday: boolean): string {
	const date = new Date(day);
	// Western figures in every language, as in all else that is said.
	const form = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
	const full = withWeekday ? ({ ...form, weekday: "long" } as const) : form;
	try {
		return date.toLocaleDateString(`${lang}-u-nu-latn`, full);
	} catch {
		// A language tag that the engine does not take.
		return date.toLocaleDateString("en-US", full);
	}
}

/** What a person may want after each; those that cannot be answered just now are passed over. */
const NEXT: Readonly<Record<Topic, readonly Topic[]>> = {
	hello: ["help", "joke", "kind"],
	how: ["joke", "kind", "stretch"],
	thanks: ["joke", "fact", "stretch"],
	bye: ["kind", "joke", "fact"],
	who: ["help", "setup", "joke"],
	help: ["joke", "stretch", "until"],
	setup: ["help", "joke", "fact"],
	time: ["sun", "date", "until", "stretch"],
	date: ["week", "until", "sun", "fact"],
	week: ["until", "date", "fact"],
	battery: ["steps", "heart", "stretch", "joke", "fact"],
	steps: ["heart", "stretch", "warmup", "kind"],
	heart: ["steps", "stretch", "kind", "rest"],
	joke: ["joke", "riddle", "fact"],
	fact: ["fact", "quiz", "truths"],
	stretch: ["stretch", "warmup", "kind"],
	snack: ["snack", "dinner", "coffee"],
	kind: ["kind", "joke", "stretch"],
	timer: ["stretch", "joke", "coffee"],
	sun: ["date", "until", "stretch"],
	until: ["week", "date", "fact"],
	warmup: ["stretch", "rest", "kind"],
	rest: ["warmup", "stretch", "kind"],
	meal: ["snack", "dinner", "stretch"],
	dinner: ["dinner", "snack", "meal"],
	coffee: ["snack", "stretch", "kind"],
	riddle: ["solution", "riddle", "joke"],
	solution: ["riddle", "truths", "joke"],
	quiz: ["yes", "no"],
	yes: ["quiz", "truths", "fact"],
	no: ["quiz", "truths", "fact"],
	adventure: ["left", "right"],
	left: ["adventure", "riddle", "joke"],
	right: ["adventure", "riddle", "joke"],
	truths: ["solution", "truths", "quiz"],
	coin: ["coin", "dice", "number"],
	dice: ["dice", "coin", "number"],
	number: ["number", "dice", "coin"],
};

const NEXT_MOST = 3;

function nextOf(topic: Topic, scene: Scene): string[] {
	return proposals(NEXT[topic], scene);
}

function proposals(topics: readonly Topic[], scene: Scene): string[] {
	const able = topics.filter((topic) => isAble(topic, scene));
	return able.slice(0, NEXT_MOST).map((topic) => askOf(topic, scene));
}

/** How we ask for it ourselves. */
function askOf(topic: Topic, { words, talk }: Scene): string {
	switch (topic) {
		case "time":
			return words.askTime;
		case "steps":
			return words.askSteps;
		case "battery":
			return words.askBattery;
		default:
			return listOf(talk.asks[topic])[0] ?? "";
	}
}

function isAble(topic: Topic, { facts, place }: Scene): boolean {
	if (topic === "battery" || topic === "steps" || topic === "heart") return facts?.[topic] !== undefined;
	return topic !== "sun" || findCity(place) !== null;
}

/** After sums, and after what nobody understood. */
export function proposalsFor(
	topics: readonly Topic[],
	language: Understood["language"],
	situation: Situation,
): string[] {
	return proposals(topics, { ...situation, language, talk: talkOf(language), words: wordsOf(language) });
}
