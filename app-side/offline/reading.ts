/**
 * A question as a list of numbers, signs, units and the words around them, in any language of the catalogue.
 * Owns the words that a sum, a conversion, a clock or a pace is told by. Rule: null as soon as one word is
 * none of them, so that nobody gets a number for half of what was asked.
 */
import { QUESTION_LIMIT } from "../../core/wire/protocol.ts";
import { createLexicon, isLetter, type Lexicon, withoutMarks } from "./lexicon.ts";
import { readNumber } from "./numbers.ts";
import { plainWords } from "./plain.ts";
import { type OtherKind, otherWords, scaleWords, signWords } from "./reading.data.ts";
import { goesInto, type Unit, units } from "./units.ts";

/**
 * `glue` says nothing by itself: `what is`, `in`, `=`. `at` is a pace's or a clock's, `later` and `ago` count
 * from now. A `sign` is one of `+`, `-`, `*`, `/`, `^`, `%` and brackets, `r` and `c` for square and cube
 * root, `of` and `off` of a share.
 */
type Word =
	| { kind: "sign"; sign: string }
	| { kind: "unit"; units: readonly Unit[] }
	| { kind: "scale"; factor: number }
	| { kind: "race"; meters: number }
	| { kind: "half"; hours: 0 | 12 }
	| { kind: OtherKind };

/** A clock's parts are as they stand: hours and minutes, or minutes and seconds, or three. */
export type Token = (Word | { kind: "number"; value: number } | { kind: "clock"; parts: readonly number[] }) & {
	text: string;
	spaced: boolean;
};

/** Of the races that everybody knows by name: 42.195 km (World Athletics). */
const MARATHON_METERS = 42_195;
const RACES: readonly (readonly [number, string])[] = [
	[
		MARATHON_METERS,
		"marathon maraton maratona марафон* ماراثون मैराथन マラソン フルマラソン 마라톤 马拉松 馬拉松 全马 全馬",
	],
	[
		MARATHON_METERS / 2,
		"half_marathon half-marathon halbmarathon semi-marathon semi_marathon media_maraton medio_maraton mezza_maratona mezza meia_maratona meia-maratona polmaraton* yari_maraton полумарафон* نصف_ماراثون हाफ_मैराथन ハーフマラソン ハーフ 하프_마라톤 하프마라톤 半程马拉松 半程馬拉松 半马 半馬 半程",
	],
];

type Entry = { langs?: string; word: Word };

let vocabulary: Lexicon<Entry> | undefined;

/** Made at the first question: a phone that never needs it never pays for it. */
function wordsKnown(): Lexicon<Entry> {
	if (vocabulary !== undefined) return vocabulary;
	const made = createLexicon<Entry>();
	const add = (names: string, word: Word) => enter(made, names, word);
	for (const [sign, names] of Object.entries(signWords())) add(names, { kind: "sign", sign });
	for (const [factor, names] of scaleWords()) add(names, { kind: "scale", factor });
	for (const [meters, names] of RACES) add(names, { kind: "race", meters });
	const others = otherWords();
	for (const kind of Object.keys(others) as OtherKind[]) add(others[kind], { kind });
	add("am a.m. 上午 午前 오전", { kind: "half", hours: 0 });
	add("pm p.m. 下午 午後 오후", { kind: "half", hours: 12 });
	for (const { unit, names } of units()) add(names, { kind: "unit", units: [unit] });
	vocabulary = made;
	return made;
}

/** A name of one language alone begins with its tag: `pl:mil`. */
function enter(made: Lexicon<Entry>, names: string, word: Word): void {
	const everywhere: Entry = { word };
	for (const name of names.split(" ")) {
		const [, langs, bare] = /^([a-z]{2}(?:-[a-z]{2})?):(.+)$/.exec(name) ?? [];
		if (langs === undefined || bare === undefined) made.add(name, everywhere);
		else made.add(bare, { langs, word });
	}
}

const NUMBER =
	/(\d{1,3}) (\d{1,2})\/(\d{1,2})(?![\d.,/])|\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?!\d)|\d*[.,]\d+(?:[.,]\d+)*|\d+/y;
const CLOCK = /(\d{1,3}):(\d{2})(?::(\d{2}))?(?![\d:])/y;
const ARABIC_PREFIXES: readonly string[] = ["بال", "ال", "لل", "ب"];

/**
 * Null if the question has a word or a number in it that is not understood, or is longer than the link takes.
 */
export function readQuestion(question: string, lang: string): readonly Token[] | null {
	if (question.length > QUESTION_LIMIT) return null;
	const text = withoutMarks(plainWords(question));
	const tokens: Found[] = [];
	for (let at = 0; at < text.length; ) {
		if (text[at] === " ") {
			at++;
			continue;
		}
		const found = numberAt(text, at, lang) ?? wordAt(text, at, lang);
		if (found === null) return null;
		tokens.push({ ...found, spaced: at > 0 && text[at - 1] === " " });
		at = found.end;
	}
	return tokens.map((found, index) => chooseMeaning(found, tokens, index));
}

type Found = { end: number; text: string; meanings: readonly Meaning[]; spaced: boolean };
type Meaning = Word | { kind: "number"; value: number } | { kind: "clock"; parts: readonly number[] };

function numberAt(text: string, at: number, lang: string): Omit<Found, "spaced"> | null {
	CLOCK.lastIndex = at;
	const clock = CLOCK.exec(text);
	if (clock !== null) {
		const parts = clock
			.slice(1)
			.filter((part) => part !== undefined)
			.map(Number);
		return { end: CLOCK.lastIndex, text: clock[0], meanings: [{ kind: "clock", parts }] };
	}
	NUMBER.lastIndex = at;
	const match = NUMBER.exec(text);
	if (match === null) return null;
	const [written, whole, over, under] = match;
	const isMixed = whole !== undefined && Number(over) < Number(under) && !(over ?? "").startsWith("0");
	if (whole !== undefined && !isMixed) return simpleNumber(text, at, whole, lang);
	const end = lang.startsWith("tr") ? endOfSuffix(text, NUMBER.lastIndex) : NUMBER.lastIndex;
	const value = isMixed ? Number(whole) + Number(over) / Number(under) : readNumber(written, lang);
	return value === undefined ? null : { end, text: written, meanings: [{ kind: "number", value }] };
}

function simpleNumber(text: string, at: number, written: string, lang: string): Omit<Found, "spaced"> | null {
	const value = readNumber(written, lang);
	const end = at + written.length;
	return value === undefined ? null : { end, text: text.slice(at, end), meanings: [{ kind: "number", value }] };
}

/** The longest word that begins here; in Arabic also behind what is written together with it. */
function wordAt(text: string, at: number, lang: string): Omit<Found, "spaced"> | null {
	const prefixes = ["", ...ARABIC_PREFIXES.filter((prefix) => text.startsWith(prefix, at))];
	for (const prefix of prefixes) {
		const match = wordsKnown().find(text, at + prefix.length);
		const words = spokenIn(match?.meanings ?? [], lang);
		if (match === null || words.length === 0) continue;
		const end = isLetter(text, match.end - 1) ? endOfSuffix(text, match.end) : match.end;
		return { end, text: text.slice(at, match.end), meanings: merge(words) };
	}
	return null;
}

/** Turkish writes `5 km'yi`, `80'in`. */
function endOfSuffix(text: string, end: number): number {
	if (text[end] !== "'" || !isLetter(text, end + 1)) return end;
	let after = end + 1;
	while (isLetter(text, after)) after++;
	return after;
}

function spokenIn(entries: readonly Entry[], lang: string): readonly Word[] {
	const tag = lang.toLowerCase();
	return entries.filter(({ langs }) => langs === undefined || tag.startsWith(langs)).map(({ word }) => word);
}

/** A name of several units is one meaning. */
function merge(words: readonly Word[]): readonly Word[] {
	const units = words.flatMap((word) => (word.kind === "unit" ? word.units : []));
	const others = words.filter(({ kind }) => kind !== "unit");
	return units.length === 0 ? others : [{ kind: "unit", units }, ...others];
}

const OPERAND_ENDS: readonly string[] = ["number", "clock", "scale", "unit"];

/** Of a word with several meanings, the one that fits its neighbours. */
function chooseMeaning(found: Found, all: readonly Found[], index: number): Token {
	const { text, spaced, meanings } = found;
	const has = (offset: number, kinds: readonly string[]) =>
		all[index + offset]?.meanings.some(({ kind }) => kinds.includes(kind)) ?? false;
	const isSign = (offset: number, signs: readonly string[]) =>
		all[index + offset]?.meanings.some((meaning) => meaning.kind === "sign" && signs.includes(meaning.sign)) ?? false;
	const fits = (meaning: Meaning): boolean => {
		switch (meaning.kind) {
			case "sign":
				if (meaning.sign === "of") return isSign(-1, ["%"]) || isSign(1, ["%"]) || isSign(2, ["%"]);
				return (
					(has(-1, OPERAND_ENDS) || isSign(-1, [")", "%"])) &&
					(has(1, ["number"]) || isSign(1, ["(", "-", "r", "c", "%"]))
				);
			case "unit":
				return fitsUnit(meaning.units, all, index);
			case "scale":
				return (
					has(-1, ["number"]) &&
					(has(1, ["unit", "number"]) || isSign(1, Object.keys(signWords())) || index === all.length - 1)
				);
			case "and":
				return has(-1, OPERAND_ENDS) && has(1, ["number", "unit"]);
			case "one":
				return has(1, ["unit"]) && !all.some(({ meanings: [one] }) => one?.kind === "number" || one?.kind === "clock");
			default:
				return true;
		}
	};
	const [first] = meanings;
	const glue: Meaning = { kind: "glue" };
	const chosen =
		meanings.length === 1 && first !== undefined && !isShare(first)
			? first
			: (meanings.find((meaning) => meaning.kind !== "glue" && fits(meaning)) ?? glue);
	const isOne = chosen.kind === "one";
	return { ...(isOne ? { kind: "number", value: 1 } : chosen), text: isOne ? "1" : text, spaced };
}

/**
 * Behind a number, unless it parts an amount from what it is to be told in: `11 st 4 in kg`; or what it is
 * told in.
 */
function fitsUnit(units: readonly Unit[], all: readonly Found[], index: number): boolean {
	const unitsAt = (at: number) =>
		all[at]?.meanings.flatMap((meaning) => (meaning.kind === "unit" ? meaning.units : [])) ?? [];
	const isNumber = (at: number) => all[at]?.meanings.some(({ kind }) => kind === "number" || kind === "scale") ?? false;
	if (isNumber(index - 1)) {
		const before = unitsAt(index - 2);
		return before.length === 0 || before.some((larger) => units.some((unit) => goesInto(unit, larger)));
	}
	if (isNumber(index + 1)) return units.some(({ kind }) => kind === "temperature");
	return index === all.length - 1 && index > 1;
}

function isShare(meaning: Meaning): boolean {
	return meaning.kind === "sign" && meaning.sign === "of";
}
