/**
 * What a person says for a timer, an alarm or a reminder, as words with their meanings. Owns the words and the numbers of each
 * language, and where each stands in the text; what they mean together is acts.ts's. Rule: a word that is not known is kept, for it
 * may name what is to ring.
 */
import { lazily } from "../../core/lazily.ts";
import type { Language } from "../../core/words/words.ts";
import { type ActWords, actWords } from "./acts.data.ts";
import { createLexicon, isLetter, type Lexicon } from "./lexicon.ts";
import { plainSigns, plainWords } from "./plain.ts";
import { units } from "./units.ts";

type Listed = Exclude<keyof ActWords, "nums" | "tens" | "more" | "hours" | "week" | "weekly">;
export type WordKind = Listed | "number" | "hour-form" | "unit" | "weekday" | "weekly" | "clock" | "length";

/**
 * `value`: of a number itself, of a unit its seconds, of a weekday its bit, of a clock its minutes since midnight, of a length its
 * seconds.
 */
export type Told = { kind: WordKind; value: number };

/** `from` and `end` as of the plain text. `isWritten`: a number in words. */
export type Token = { from: number; end: number; told: readonly Told[]; isWritten: boolean };

/** Letters without case and accents, and where each stands in the text as it was said. */
type Plain = { text: string; said: string; places: readonly number[] };

export type Heard = { tokens: readonly Token[]; plain: Plain };

export function hear(question: string, language: Language): Heard {
	const plain = plainOf(question);
	return { tokens: tokensOf(plain.text, language), plain };
}

/** The words from a token's beginning to another's end, as they were said. */
export function wordsSaid({ said, places }: Plain, from: number, end: number): string {
	return said.slice(places[from] ?? said.length, places[end] ?? said.length).trim();
}

function plainOf(question: string): Plain {
	const said = plainSigns(question);
	const places: number[] = [];
	let text = "";
	let at = 0;
	for (const sign of said) {
		const plain = /\s/.test(sign) ? " " : plainWords(sign);
		for (let unit = 0; unit < plain.length; unit++) places.push(at);
		text += plain;
		at += sign.length;
	}
	return { text, said, places };
}

const CLOCK = /(\d{1,2})(?:[:.]|\s?h\s?)(\d{2})(?::\d{2})?(?![\d:.]|\s?%)/y;
const NUMBER = /(?:(\d{1,4}) )?(\d{1,2})\/(\d{1,2})(?![\d/])|(\d{1,6})(?:[.,](\d{1,2}))?(?!\d)/y;
const HAN = /[〇零一二三四五六七八九十百两兩]+/y;
const MARK = /[\p{L}\p{M}\d]/u;
const ARABIC_PREFIXES: readonly string[] = ["و", "ل", "ب", "لل", "وال", "بال", "ال"];

function tokensOf(text: string, language: Language): Token[] {
	const lexicon = lexiconOf(language);
	const tokens: Token[] = [];
	for (let at = 0; at < text.length; ) {
		const token = MARK.test(text[at] ?? "") ? (numberAt(text, at) ?? wordAt(text, at, lexicon, language)) : null;
		if (token === null) at++;
		else {
			tokens.push(token);
			at = token.end;
		}
	}
	return tokens;
}

function numberAt(text: string, at: number): Token | null {
	CLOCK.lastIndex = at;
	const [clock, hours = "", minutes = ""] = CLOCK.exec(text) ?? [];
	const isLength = clock !== undefined && !/[.]/.test(clock);
	const told: Told[] = [];
	if (clock !== undefined && Number(minutes) < 60) {
		const value = Number(hours) * 60 + Number(minutes);
		if (Number(hours) <= 24) told.push({ kind: "clock", value: value % 1440 });
		if (isLength) told.push({ kind: "length", value: clock.includes("h") ? value * 60 : value });
		if (told.length > 0 && !isDecimal(text, at, clock)) {
			return { from: at, end: endOfSuffix(text, at + clock.length), told, isWritten: false };
		}
	}
	NUMBER.lastIndex = at;
	const [number, whole, over, under, digits, decimals] = NUMBER.exec(text) ?? [];
	if (number === undefined) return null;
	const value =
		under === undefined ? Number(`${digits}.${decimals ?? 0}`) : Number(whole ?? 0) + Number(over) / Number(under);
	if (!Number.isFinite(value)) return null;
	return { from: at, end: endOfSuffix(text, at + number.length), told: [{ kind: "number", value }], isWritten: false };
}

/** `7.30 hours` is no time of day. */
function isDecimal(text: string, at: number, clock: string): boolean {
	return clock.includes(".") && /^\s?(?:hours?|min|std|stunden?|h\b)/.test(text.slice(at + clock.length));
}

/** Turkish writes `7'de`, others `24th` and `8-го`. */
function endOfSuffix(text: string, end: number): number {
	const [suffix = ""] =
		/^(?:'[\p{L}\p{M}]{1,6}|(?:st|nd|rd|th)(?![\p{L}])|-[\p{L}]{1,2}(?![\p{L}]))/u.exec(text.slice(end, end + 10)) ??
		[];
	return end + suffix.length;
}

function wordAt(text: string, at: number, lexicon: Lexicon<Told>, language: Language): Token {
	const isHan = language.startsWith("zh") || language.startsWith("ja");
	HAN.lastIndex = at;
	const han = isHan ? (HAN.exec(text)?.[0] ?? "") : "";
	const known = lexicon.find(text, at) ?? (language === "ar-EG" ? behindPrefix(text, at, lexicon) : null);
	if (known !== null && known.end > at + han.length) {
		return { from: at, end: suffixed(text, known.end, language), told: known.meanings, isWritten: true };
	}
	if (han !== "") {
		const other =
			known === null || known.end < at + han.length ? [] : known.meanings.filter(({ kind }) => kind !== "number");
		return { from: at, end: at + han.length, told: [...other, ...hanNumber(han)], isWritten: true };
	}
	if (known !== null)
		return { from: at, end: suffixed(text, known.end, language), told: known.meanings, isWritten: true };
	let end = at + 1;
	if (isLetter(text, at)) while (isLetter(text, end)) end++;
	return { from: at, end, told: [], isWritten: true };
}

/** Turkish: `telefon'u`. */
function suffixed(text: string, end: number, language: Language): number {
	return language === "tr-TR" ? endOfSuffix(text, end) : end;
}

/** Arabic writes `and`, `for` and `in` together with what follows. */
function behindPrefix(
	text: string,
	at: number,
	lexicon: Lexicon<Told>,
): { end: number; meanings: readonly Told[] } | null {
	for (const prefix of ARABIC_PREFIXES) {
		const found = text.startsWith(prefix, at) ? lexicon.find(text, at + prefix.length) : null;
		if (found?.meanings.some(({ kind }) => kind !== "glue") === true) return found;
	}
	return null;
}

const HAN_DIGITS = "零一二三四五六七八九";

function hanNumber(han: string): Told[] {
	const digits = han.replace(/〇/g, "零").replace(/[两兩]/g, "二");
	const [, hundreds, tens, ones] = /^(?:(.)百零?)?(?:(.?)十)?(.?)$/.exec(digits) ?? [];
	if (ones === undefined || !/^[零一二三四五六七八九]?$/.test(ones) || !/^[一二三四五六七八九]?$/.test(tens ?? ""))
		return [];
	const digit = (sign: string | undefined, otherwise: number) => (sign ? HAN_DIGITS.indexOf(sign) : otherwise);
	const value = digit(hundreds, 0) * 100 + (tens === undefined ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
	return [{ kind: "number", value }];
}

const lexicons = new Map<Language, Lexicon<Told>>();

function lexiconOf(language: Language): Lexicon<Told> {
	const known = lexicons.get(language);
	if (known !== undefined) return known;
	const made = lexiconFrom(actWords()[language], language);
	lexicons.set(language, made);
	return made;
}

const timeUnits = lazily(() => units().filter(({ unit }) => unit.kind === "time" && unit.factor >= 1));

function isHourUnit(name: string): boolean {
	const hour = timeUnits().find(({ unit }) => unit.factor === 3600);
	const plain = plainWords(name);
	return (
		hour?.names
			.split(" ")
			.some((one) => (one.endsWith("*") ? plain.startsWith(one.slice(0, -1)) : plain === plainWords(one))) ?? false
	);
}

const OTHER_KEYS: readonly string[] = ["nums", "tens", "more", "hours", "week", "weekly", "pre", "parts"];

function lexiconFrom(words: ActWords, language: Language): Lexicon<Told> {
	const made = createLexicon<Told>();
	const add = (names: string, kind: WordKind, value = 0) => {
		const told: Told = { kind, value };
		for (const name of names.split("/")) if (name !== "" && name !== "-") made.add(name, told);
	};
	const addAll = (names: string, kind: WordKind, valueAt: (index: number) => number) =>
		names.split(" ").forEach((one, index) => {
			add(one, kind, valueAt(index));
		});
	for (const [key, names] of Object.entries(words)) {
		if (!OTHER_KEYS.includes(key)) for (const name of names.split(" ")) add(name, key as Listed);
	}
	const addValued = (names: string, kind: WordKind) => {
		for (const [, value, name = ""] of names.matchAll(/(?:^| )(-?[\d.]+):(\S+)/g)) add(name, kind, Number(value));
	};
	addValued(words.pre, "pre");
	addValued(words.parts, "parts");
	addValued(words.more, "number");
	addAll(words.nums, "number", (index) => index + 1);
	addAll(words.tens, "number", (index) => 30 + index * 10);
	addAll(words.hours, "hour-form", (index) => index + 1);
	addAll(words.week, "weekday", (index) => 2 ** index);
	addAll(words.weekly, "weekly", (index) => 2 ** index);
	for (const { unit, names } of timeUnits()) {
		for (const name of names.split(" ")) if (/\p{L}/u.test(name) && !name.includes(":")) add(name, "unit", unit.factor);
	}
	// `heure` is a length as well as a time of day.
	for (const name of words.oclock.split(" ")) if (isHourUnit(name)) add(name, "unit", 3600);
	if (language === "tr-TR") for (const name of ["saatlik", "saatliğine"]) add(name, "unit", 3600);
	fuse(words, language, add);
	return made;
}

type Add = (names: string, kind: WordKind, value: number) => void;

/** Numbers and times that are written as one word. */
function fuse({ nums, tens, hours }: ActWords, language: Language, add: Add): void {
	const ones = nums.split(" ").map((names) => names.split("/")[0] ?? "");
	const twenty = ones[19] ?? "";
	const all = [twenty, ...tens.split(" ").map((names) => names.split("/")[0] ?? "")];
	all.forEach((ten, index) => {
		for (let one = 1; one < 10; one++) {
			const value = 20 + index * 10 + one;
			const word = ones[one - 1] ?? "";
			if (language === "de-DE") add(`${word.replace(/^eins$/, "ein")}und${ten}`, "number", value);
			if (language === "it-IT") add(`${/^[ou]/.test(word) ? ten.slice(0, -1) : ten}${word}`, "number", value);
			if (language === "ko-KR") add(`${ten}${"일이삼사오육칠팔구"[one - 1] ?? ""}`, "number", value);
			if (language === "es-ES" && index === 0) add(`veinti${word}`, "number", value);
		}
	});
	if (language === "ru-RU") {
		// `полвосьмого` is half past seven.
		hours.split(" ").forEach((hour, index) => {
			add(`пол${hour}`, "clock", ((index + 12) % 12) * 60 + 30);
		});
	}
	for (const [name, seconds] of FUSED[language] ?? []) add(name, "length", seconds);
}

const FUSED: Partial<Readonly<Record<Language, readonly (readonly [string, number])[]>>> = {
	"de-DE": [
		["viertelstunde", 900],
		["halbstunde", 1800],
		["dreiviertelstunde", 2700],
	],
	"it-IT": [["mezzora", 1800]],
	"ru-RU": [
		["полчаса", 1800],
		["полтора_часа", 5400],
		["полминуты", 30],
	],
	"pl-PL": [["kwadrans", 900]],
	"ar-EG": [
		["ساعتين", 7200],
		["دقيقتين", 120],
		["ثانيتين", 2],
		["يومين", 172_800],
	],
};
