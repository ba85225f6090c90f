/**
 * Words and phrases in a text, and what they mean. Owns where a word begins and ends in any script; never a
 * meaning. Rule: the longest one that fits counts, and the time grows with the text's length alone.
 */
import { plainWords } from "./plain.ts";

const LETTER = /[\p{L}\p{M}]/u;
/** Scripts that part no words. */
const UNPARTED = /[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]/;
const LONGEST_WORD = 30;
const SHORTEST_STEM = 3;

type Match<Meaning> = { end: number; meanings: readonly Meaning[] };

export type Lexicon<Meaning> = {
	/** `name*` stands for every word that begins so; `_` is a space. */
	add(name: string, meaning: Meaning): void;
	/** The longest phrase at `at`, else the longest beginning of the word there; null if nothing is known. */
	find(text: string, at: number): Match<Meaning> | null;
};

export function createLexicon<Meaning>(): Lexicon<Meaning> {
	const exact = new Map<string, Meaning[]>();
	const stems = new Map<string, Meaning[]>();
	/** Of the phrases that begin with a letter. */
	const longest = new Map<string, number>();

	function add(name: string, meaning: Meaning): void {
		const isStem = name.endsWith("*") && name.length > SHORTEST_STEM;
		const spoken = plainWords((isStem ? name.slice(0, -1) : name).replace(/_/g, " "));
		const table = isStem ? stems : exact;
		const before = table.get(spoken);
		if (before === undefined) table.set(spoken, [meaning]);
		else if (!before.includes(meaning)) before.push(meaning);
		const first = spoken.charAt(0);
		longest.set(first, Math.max(longest.get(first) ?? 0, spoken.length));
	}

	function find(text: string, at: number): Match<Meaning> | null {
		const most = longest.get(text.charAt(at)) ?? 0;
		for (let end = Math.min(text.length, at + most); end > at; end--) {
			const meanings = exact.get(text.slice(at, end));
			if (meanings !== undefined && isWordEnd(text, end)) return { end, meanings };
		}
		for (let end = Math.min(text.length, at + most); end >= at + SHORTEST_STEM; end--) {
			const meanings = stems.get(text.slice(at, end));
			if (meanings !== undefined) return { end: endOfWord(text, end), meanings };
		}
		return null;
	}

	return { add, find };
}

/** Of scripts that part their words. */
export function isLetter(text: string, at: number): boolean {
	const sign = text.charAt(at);
	return LETTER.test(sign) && !UNPARTED.test(sign);
}

function isWordEnd(text: string, end: number): boolean {
	return !isLetter(text, end - 1) || !isLetter(text, end);
}

function endOfWord(text: string, at: number): number {
	let end = at;
	while (end < text.length && end - at < LONGEST_WORD && isLetter(text, end)) end++;
	return end;
}

const BEHIND = "?!.。؟।…！？ ";

/** Without what stands before and behind a sentence. */
export function withoutMarks(text: string): string {
	let from = 0;
	let end = text.length;
	while (from < end && "¿¡ ".includes(text.charAt(from))) from++;
	while (end > from && BEHIND.includes(text.charAt(end - 1))) end--;
	return text.slice(from, end);
}
