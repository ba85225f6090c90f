/**
 * What the workout extension says beside the live values: at most fifteen words of the last answer. Pure. Owns how an
 * answer is cut for a person who is running.
 */
import { nextBreak } from "../core/characters.ts";
import type { Glance } from "../core/glance.ts";

export const MOST_WORDS = 15;

/** Chinese and Japanese have no spaces between words: two of their characters count as one. */
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
const MARKS = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/g;

export type WorkoutWords = { openOnce: string; asking: string; failed: string; ready: string };

export function workoutText(glance: Glance | null, words: WorkoutWords): { text: string; isAnswer: boolean } {
	if (glance === null) return { text: words.openOnce, isAnswer: false };
	switch (glance.last?.state) {
		case undefined:
			return { text: words.ready, isAnswer: false };
		case "open":
			return { text: words.asking, isAnswer: false };
		case "faulted":
			return { text: words.failed, isAnswer: false };
		case "answered":
			return { text: fewWords(glance.last.text), isAnswer: true };
	}
}

/** The whole text where it is short enough, else its first sentence, else as many words as may be. */
export function fewWords(text: string): string {
	if (countWords(text) <= MOST_WORDS) return text;
	const sentence = /^.*?[.!?\u3002\uff01\uff1f](?=\s|$|[\u2e80-\uffef])/.exec(text)?.[0];
	if (sentence !== undefined && countWords(sentence) <= MOST_WORDS) return sentence;
	let end = 0;
	for (let next = nextBreak(text, 0); countWords(text.slice(0, next)) <= MOST_WORDS; next = nextBreak(text, end))
		end = next;
	return `${text.slice(0, end).replace(/[\s,;:\u2026\uff0c\u3001]+$/, "")}\u2026`;
}

function countWords(text: string): number {
	const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
	const spaced = text.replace(IDEOGRAPHS, " ").replace(MARKS, " ");
	const words = spaced.split(/\s+/).filter((word) => word !== "").length;
	return words + ideographs / 2;
}
