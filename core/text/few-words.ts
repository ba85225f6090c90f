/** Cuts an answer for a person who is running: at most fifteen words. Pure. */
import { piecesOf } from "./characters.ts";

export const MOST_WORDS = 15;

/** Fifteen words of any language stand within so many letters; what goes on longer without a space is none. */
const WITHIN = 600;

/** Chinese and Japanese have no spaces between words: two of their characters count as one. */
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
const MARKS = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/g;

/** The whole text where it is short enough, else its first sentence, else as many words as may be. */
export function fewWords(text: string): string {
	if (countWords(text) <= MOST_WORDS) return text;
	const sentence = /^.*?[.!?\u3002\uff01\uff1f](?=\s|$|[\u2e80-\uffef])/.exec(text)?.[0];
	if (sentence !== undefined && countWords(sentence) <= MOST_WORDS) return sentence;
	let head = "";
	for (const piece of piecesOf(text.slice(0, WITHIN))) {
		if (countWords(head + piece) > MOST_WORDS) break;
		head += piece;
	}
	return `${head.replace(/[\s,;:\u2026\uff0c\u3001]+$/, "")}\u2026`;
}

function countWords(text: string): number {
	const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
	const spaced = text.replace(IDEOGRAPHS, " ").replace(MARKS, " ");
	const words = spaced.split(/\s+/).filter((word) => word !== "").length;
	return words + ideographs / 2;
}
