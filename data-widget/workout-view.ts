/**
 * What the workout extension says beside the live values: at most fifteen words of the last answer. Pure. Owns how an
 * answer is cut for a person who is running.
 */
import type { Glance } from "../core/glance.ts";

export const MOST_WORDS = 15;

/** Without spaces between its words, a language is cut by characters instead. */
const MOST_CHARACTERS = 30;

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
	if (isShort(text)) return text;
	const sentence = /^.*?[.!?\u3002\uff01\uff1f](?=\s|$|[\u3000-\u9fff])/.exec(text)?.[0];
	if (sentence !== undefined && isShort(sentence)) return sentence;
	const words = text.split(" ");
	const cut = words.length > 3 ? words.slice(0, MOST_WORDS).join(" ") : text.slice(0, MOST_CHARACTERS);
	return `${cut.replace(/[\s,;:\u2026]+$/, "")}\u2026`;
}

function isShort(text: string): boolean {
	const words = text.split(/\s+/).filter((word) => word !== "").length;
	return words <= MOST_WORDS && (words > 3 || text.length <= MOST_CHARACTERS);
}
