/**
 * What speech models write down when nobody speaks: thanks for watching, subtitle credits, names of noises,
 * in whatever language. Owns the phrases; their sources are in docs/field-cases.md. Rule: a transcript is an
 * invention only if nothing else is in it, so that a sentence which contains one is a question like any
 * other.
 */
import { lazily } from "../../core/lazily.ts";
import { creditPhrases, inventedPhrases, sayablePhrases } from "./inventions.data.ts";

/** UTF-16 units; no phrase is longer. */
const PHRASE_LIMIT = 240;
const NAME_WORDS_MAX = 4;
/** The same words so many times over are a loop of the model's. */
const LOOP_TIMES = 4;
/** How many parts between marks the loop has. */
const LOOP_PARTS = [1, 2, 3];

/** Japanese, Chinese and Korean: spaces between their letters mean nothing here. */
const UNSPACED = "\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af";
const SPACE_BY_UNSPACED = new RegExp(`([${UNSPACED}]) (?=\\S)|(\\S) (?=[${UNSPACED}])`, "g");

/**
 * Whether nothing but inventions is in `text`. `voiced`: a voice was found in the sound, or nobody looked.
 */
export function isInvention(text: string, voiced: boolean): boolean {
	const words = wordsOf(text);
	const plain = fold(words.join(" "));
	if (plain === "") return false;
	if (isCovered(plain, voiced)) return true;
	return !isQuestion(text) && (isCredit(plain, words) || isLoop(text));
}

function isCovered(plain: string, voiced: boolean): boolean {
	const phrases = voiced ? invented() : sayable();
	let at = 0;
	while (at < plain.length) {
		const length = longest(phrases, plain.slice(at, at + PHRASE_LIMIT));
		if (length === 0) return false;
		at += length;
		if (plain[at] === " ") at += 1;
	}
	return true;
}

/** How much of the beginning of `plain` is a phrase, up to the end of a word. */
function longest(phrases: readonly RegExp[], plain: string): number {
	return phrases.reduce((most, phrase) => Math.max(most, phrase.exec(plain)?.[0].length ?? 0), 0);
}

function isCredit(plain: string, words: readonly string[]): boolean {
	return credits().some((credit) => {
		const opening = credit.exec(plain)?.[0];
		if (opening === undefined || opening.length === plain.length) return false;
		const name = words.slice(opening.split(" ").length);
		return name.length > 0 && name.length <= NAME_WORDS_MAX && name.every(isCapital);
	});
}

function isCapital(word: string): boolean {
	const [first = ""] = word;
	return first !== first.toLowerCase();
}

/**
 * "Thank you, Mr. President. Thank you, Mr. President. ...": the parts between marks come again and again.
 */
function isLoop(text: string): boolean {
	const parts = text
		.split(/[.,!;\u3001\u3002\uff0c\uff01\u2026\n]/)
		.map((part) => fold(wordsOf(part).join(" ")))
		.filter((part) => part !== "");
	return LOOP_PARTS.some(
		(count) =>
			parts.length >= count * LOOP_TIMES && parts.every((part, at) => at < count || part === parts[at - count]),
	);
}

function isQuestion(text: string): boolean {
	return /[?\uff1f\u061f]/.test(text);
}

/** Runs of letters and digits; an apostrophe is a part of its word. */
function wordsOf(text: string): string[] {
	return (
		text
			.normalize("NFKC")
			.replace(/['\u2019`\u00b4]|\ufe0f/g, "")
			.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
	);
}

function fold(text: string): string {
	return bare(text).replace(SPACE_BY_UNSPACED, "$1$2");
}

/** In lower case and without accents. */
function bare(text: string): string {
	return text
		.toLowerCase()
		.normalize("NFD")
		.replace(/[\u0300-\u036f\u064b-\u0655\u0670]/g, "")
		.normalize("NFC")
		.replace(/\u0142/g, "l")
		.replace(/\u0131/g, "i");
}

function compile(phrases: readonly string[], end: string): RegExp[] {
	return phrases.map((phrase) => new RegExp(`^(?:${bare(phrase)})${end}`, "u"));
}

/** A phrase ends where a word ends, or between letters that are written without spaces. */
const WORD_END = `(?=$| |[${UNSPACED}])`;

const invented = lazily(() => compile(inventedPhrases(), WORD_END));
const sayable = lazily(() => [...invented(), ...compile(sayablePhrases(), WORD_END)]);
const credits = lazily(() => compile(creditPhrases(), "(?= )"));
