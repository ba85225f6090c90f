/**
 * What an everyday question is about: its topic, and the city, day or phrase in it. Owns the reading of
 * words; the words are `words/`'s. Rule: a question is understood only if each of its words is.
 */

import { lazily } from "../../core/lazily.ts";
import { QUESTION_LIMIT } from "../../core/wire/protocol.ts";
import { LANGUAGES, type Language } from "../../core/words/words.ts";
import { createLexicon, type Lexicon, withoutMarks } from "./lexicon.ts";
import { phrases } from "./phrases.ts";
import { type City, cities } from "./places.ts";
import { plainWords } from "./plain.ts";
import { languageFor, talkOf, weatherOf } from "./words/index.ts";
import { listOf, type Topic } from "./words/talk.ts";

export const HOLIDAYS = ["christmas", "newYear", "easter", "halloween", "valentine"] as const;
export type Holiday = (typeof HOLIDAYS)[number];

/** What of the weather is asked for; the first of those that are named counts. */
const WEATHER = ["rain", "warmth", "weather"] as const;
type AboutWeather = (typeof WEATHER)[number];

type Meaning =
	| { kind: "topic"; topic: Topic }
	| { kind: "weather"; about: AboutWeather }
	| { kind: "tomorrow" }
	/** Says nothing, and only beside the weather. */
	| { kind: "beside" }
	| { kind: "filler" }
	| { kind: "city"; city: City }
	| { kind: "tongue"; index: number }
	| { kind: "phrase"; index: number }
	| { kind: "holiday"; holiday: Holiday }
	| { kind: "month"; month: number };

type Word = { text: string; meanings: readonly Meaning[]; number?: number };

/** Months from 1. A year that was not said is undefined. */
export type SaidDay = { day: number; month: number; year: number | undefined };

/** `said`: the words of it that name the place, day or phrase. */
export type Understood = { language: Language } & (
	| { kind: "topic"; topic: Topic }
	| { kind: "weather"; about: AboutWeather; isTomorrow: boolean }
	| { kind: "city"; about: "time" | "sun"; city: City; said: string }
	| { kind: "holiday"; holiday: Holiday; said: string }
	| { kind: "day"; day: SaidDay; said: string }
	| { kind: "phrase"; phrase: number; tongue: number }
);

/**
 * In the language that is set, else in any other of the catalogue; null if no language has all of its words.
 */
export function understand(question: string, lang: string): Understood | null {
	if (question.length > QUESTION_LIMIT) return null;
	const text = plainPhrase(plainWords(question));
	const own = languageFor(lang);
	for (const language of [own, "en-US" as const, ...LANGUAGES]) {
		const words = readWords(text, language, citiesKnown());
		const said = words === null ? null : makeSense(words, lang.toLowerCase().startsWith("en"));
		const understood = said ?? phraseIn(readWords(text, language, phrasesKnown()) ?? []);
		if (understood !== null) return { language, ...understood };
	}
	return null;
}

/** The first city in a text, such as the place in the settings. */
export function findCity(text: string): { city: City; said: string } | null {
	const plain = plainWords(text);
	for (let at = 0; at < plain.length; at++) {
		if (at > 0 && plain[at - 1] !== " ") continue;
		const match = citiesKnown().find(plain, at);
		const [meaning] = match?.meanings ?? [];
		if (match !== null && meaning?.kind === "city") return { city: meaning.city, said: text.slice(at, match.end) };
	}
	return null;
}

const lexicons = new Map<Language, Lexicon<Meaning>>();

/** Those of every language are known in each. */
const citiesKnown = lazily(() => {
	const made = createLexicon<Meaning>();
	for (const { city, names } of cities()) {
		const meaning: Meaning = { kind: "city", city };
		for (const name of names) made.add(plainPhrase(name.replace(/_/g, " ")), meaning);
	}
	return made;
});

const phrasesKnown = lazily(() => {
	const made = createLexicon<Meaning>();
	phrases().forEach((row, index) => {
		const meaning: Meaning = { kind: "phrase", index };
		for (const name of row.flatMap((forms) => forms.split("/"))) {
			made.add(plainPhrase(name.replace(/\(.*\)/, "").trim()), meaning);
		}
	});
	return made;
});

/** Made at the first question that needs it. */
function wordsOf(language: Language): Lexicon<Meaning> {
	const known = lexicons.get(language);
	if (known !== undefined) return known;
	const made = createLexicon<Meaning>();
	const add = (name: string, meaning: Meaning) => made.add(plainPhrase(name), meaning);
	const talk = talkOf(language);
	for (const [topic, names] of Object.entries(talk.asks) as [Topic, string][]) {
		const meaning: Meaning = { kind: "topic", topic };
		// How we ask for days ourselves names a day, which has its own meaning.
		for (const name of topic === "until" ? listOf(names).slice(1) : listOf(names)) add(name, meaning);
	}
	const filler: Meaning = { kind: "filler" };
	for (const name of listOf(talk.fillers)) add(name, filler);
	const addLists = (text: string, meaningAt: (index: number) => Meaning) =>
		listOf(text).forEach((names, index) => {
			const meaning = meaningAt(index);
			for (const name of names.split(",")) add(name, meaning);
		});
	addLists(talk.holidays, (index) => ({ kind: "holiday", holiday: HOLIDAYS[index] ?? "newYear" }));
	addLists(talk.months, (index) => ({ kind: "month", month: index + 1 }));
	addLists(talk.tongues, (index) => ({ kind: "tongue", index }));
	const weather = weatherOf(language);
	for (const about of WEATHER) for (const name of listOf(weather[about])) add(name, { kind: "weather", about });
	for (const name of listOf(weather.tomorrow)) add(name, { kind: "tomorrow" });
	for (const name of listOf(weather.fillers)) add(name, { kind: "beside" });
	lexicons.set(language, made);
	return made;
}

/** Without marks, but those of a date. */
function plainPhrase(name: string): string {
	const words = name.replace(/["'«»„“”‚‘’「」『』‹›()、，,:;；!?！？¿¡؟،。।・…-]/g, " ").replace(/\.(?=\s|$)/g, " ");
	return withoutMarks(words.replace(/ +/g, " "));
}

const NUMBER = /\d+/y;
/** `24th`, `24-го`, `24.`, `24日`, and what stands between the numbers of a date. */
const BESIDE = /(?:st|nd|rd|th|er|º|ª|go|го|年|日|号|號|년|일|\.|\/| de | di | of )+/y;

/** Null if one of them is not known. */
function readWords(text: string, language: Language, names: Lexicon<Meaning>): readonly Word[] | null {
	const lexicon = wordsOf(language);
	const words: Word[] = [];
	for (let at = 0; at < text.length; ) {
		if (text[at] === " ") {
			at++;
			continue;
		}
		NUMBER.lastIndex = at;
		const digits = NUMBER.exec(text)?.[0];
		const known = longer(lexicon.find(text, at), names.find(text, at));
		const isWord = known !== null && (digits === undefined || known.end > at + digits.length || /^1$/.test(digits));
		if (known !== null && isWord) {
			words.push({ text: text.slice(at, known.end), meanings: known.meanings });
			at = known.end;
		} else if (digits !== undefined && digits.length <= 4) {
			words.push({ text: digits, meanings: known?.meanings ?? [], number: Number(digits) });
			at = skip(text, at + digits.length);
		} else return null;
	}
	return words;
}

function skip(text: string, at: number): number {
	BESIDE.lastIndex = at;
	return BESIDE.test(text) ? BESIDE.lastIndex : at;
}

type Found = { end: number; meanings: readonly Meaning[] } | null;

function longer(one: Found, other: Found): Found {
	if (one === null || other === null) return one ?? other;
	if (one.end !== other.end) return one.end > other.end ? one : other;
	return { end: one.end, meanings: [...one.meanings, ...other.meanings] };
}

type Sense = Understood extends infer U ? (U extends Understood ? Omit<U, "language"> : never) : never;

/** One topic and at most one thing that it is about; null if there is more or less. */
function makeSense(words: readonly Word[], isMonthFirst: boolean): Sense | null {
	const weather = weatherIn(words);
	if (weather !== null) return weather;
	if (!words.every(isUsed)) return null;
	const topics = topicsOf(words);
	const date = words.filter((word) => word.number !== undefined || has(word, "month"));
	const city = words.map((word) => meaningOf(word, "city")).find((meaning) => meaning !== undefined);
	const holiday = words.map((word) => meaningOf(word, "holiday")).find((meaning) => meaning !== undefined);
	const said = (kind: Meaning["kind"]) => words.find((word) => has(word, kind))?.text ?? "";
	if ([date.length > 0, city !== undefined, holiday !== undefined].filter(Boolean).length > 1) return null;
	const isOnly = (...allowed: Topic[]) => topics.length > 0 && topics.every((topic) => allowed.includes(topic));
	if (city !== undefined) {
		if (!isOnly("time", "sun")) return null;
		return { kind: "city", about: topics.includes("sun") ? "sun" : "time", city: city.city, said: said("city") };
	}
	if (holiday !== undefined) {
		return isOnly("until", "date") ? { kind: "holiday", holiday: holiday.holiday, said: said("holiday") } : null;
	}
	if (date.length > 0) {
		const day = isOnly("until", "date") && topics.includes("until") ? readDay(date, isMonthFirst) : null;
		return day === null ? null : { kind: "day", day, said: date.map(({ text }) => text).join(" ") };
	}
	const [topic, ...others] = topics;
	if (topic === undefined || others.length > 0 || topic === "until") return null;
	return { kind: "topic", topic };
}

/** A language by itself says nothing that we know, nor does what belongs to the weather. */
function isUsed(word: Word): boolean {
	return word.number !== undefined || word.meanings.some(({ kind }) => !UNUSED.includes(kind));
}

const UNUSED: readonly Meaning["kind"][] = ["tongue", "weather", "tomorrow", "beside"];
const OF_WEATHER: readonly Meaning["kind"][] = ["weather", "tomorrow", "beside", "filler"];

/** Null where anything else is in it. */
function weatherIn(words: readonly Word[]): Sense | null {
	const named = words.flatMap((word) => meaningOf(word, "weather")?.about ?? []);
	const about = WEATHER.find((one) => named.includes(one));
	const isAll = words.every(({ meanings }) => meanings.some(({ kind }) => OF_WEATHER.includes(kind)));
	if (about === undefined || !isAll) return null;
	return { kind: "weather", about, isTomorrow: words.some((word) => has(word, "tomorrow")) };
}

const has = (word: Word, kind: Meaning["kind"]) => word.meanings.some((meaning) => meaning.kind === kind);

function meaningOf<Kind extends Meaning["kind"]>(word: Word, kind: Kind): Extract<Meaning, { kind: Kind }> | undefined {
	return word.meanings.find((meaning): meaning is Extract<Meaning, { kind: Kind }> => meaning.kind === kind);
}

/** `“thank you” in Spanish`: every other word says nothing. */
function phraseIn(words: readonly Word[]): Sense | null {
	const tongues = words.flatMap((word) => meaningOf(word, "tongue") ?? []);
	const phrases = words.flatMap((word) => meaningOf(word, "phrase") ?? []);
	const isAll = words.every((word) => has(word, "tongue") || has(word, "phrase") || has(word, "filler"));
	const [tongue, phrase] = [tongues[0], phrases[0]];
	if (tongue === undefined || phrase === undefined || tongues.length > 1 || phrases.length > 1 || !isAll) return null;
	return { kind: "phrase", phrase: phrase.index, tongue: tongue.index };
}

/**
 * A greeting counts only by itself, a word that says nothing only if it has no other meaning beside one that
 * does.
 */
const POLITE: readonly Topic[] = ["hello", "thanks", "bye"];

function topicsOf(words: readonly Word[]): readonly Topic[] {
	const sure = words.filter((word) => !has(word, "filler")).flatMap((word) => meaningOf(word, "topic")?.topic ?? []);
	const said = sure.length > 0 ? sure : words.flatMap((word) => meaningOf(word, "topic")?.topic ?? []);
	const topics = [...new Set(said)];
	const serious = topics.filter((topic) => !POLITE.includes(topic));
	return serious.length > 0 ? serious : topics.slice(0, 1);
}

/** `24.12.`, `24 December`, `12月24日`, `2026-12-24`; month first if the language has it so. */
function readDay(words: readonly Word[], isMonthFirst: boolean): SaidDay | null {
	const month = words.map((word) => meaningOf(word, "month")?.month).find((found) => found !== undefined);
	const numbers = words.flatMap(({ number }) => number ?? []);
	const years = numbers.filter((number) => number > 999);
	const rest = numbers.filter((number) => number <= 999);
	if (years.length > 1) return null;
	const year = years[0];
	if (month !== undefined) return rest.length === 1 ? dayOf(rest[0], month, year) : null;
	if (rest.length !== 2) return null;
	const [first, second] = rest;
	const isYearFirst = numbers[0] === year;
	return isMonthFirst || isYearFirst || (second ?? 0) > 12 ? dayOf(second, first, year) : dayOf(first, second, year);
}

function dayOf(day: number | undefined, month: number | undefined, year: number | undefined): SaidDay | null {
	if (day === undefined || month === undefined) return null;
	const date = new Date(Date.UTC(year ?? 2024, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { day, month, year } : null;
}
