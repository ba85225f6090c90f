/**
 * What the workout extension says beside the live values: at most fifteen words of the last answer. Pure. Owns how an
 * answer is cut for a person who is running.
 */
import { nextBreak } from "../core/characters.ts";
import type { Glance } from "../core/glance.ts";
import type { WorkoutSay } from "./words.ts";

export const MOST_WORDS = 15;

/** Chinese and Japanese have no spaces between words: two of their characters count as one. */
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;
const MARKS = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/g;

export function workoutText(glance: Glance | null, say: WorkoutSay): { text: string; isAnswer: boolean } {
	if (glance === null) return { text: say("glance.open-once"), isAnswer: false };
	switch (glance.last?.state) {
		case undefined:
			return { text: say("glance.ready"), isAnswer: false };
		case "open":
			return { text: say("glance.asking"), isAnswer: false };
		case "faulted":
			return { text: say("glance.failed"), isAnswer: false };
		case "answered":
			return { text: glance.last.text, isAnswer: true };
	}
}

/** The largest of `sizes` in which the text fits, cut to fewer words where it fits in none. */
export function fitted(
	text: string,
	sizes: readonly number[],
	fits: (text: string, size: number) => boolean,
): { text: string; size: number } {
	const few = fewWords(text);
	for (const size of sizes) if (fits(few, size)) return { text: few, size };
	const size = sizes[sizes.length - 1] ?? 0;
	let most = MOST_WORDS - 1;
	while (most > 1 && !fits(fewWords(text, most), size)) most--;
	return { text: fewWords(text, most), size };
}

/** The whole text where it is short enough, else its first sentence, else as many words as may be. */
export function fewWords(text: string, most = MOST_WORDS): string {
	if (countWords(text) <= most) return text;
	const sentence = /^.*?[.!?\u3002\uff01\uff1f](?=\s|$|[\u2e80-\uffef])/.exec(text)?.[0];
	if (sentence !== undefined && countWords(sentence) <= most) return sentence;
	let end = 0;
	for (let next = nextBreak(text, 0); countWords(text.slice(0, next)) <= most; next = nextBreak(text, end)) end = next;
	return `${text.slice(0, end).replace(/[\s,;:\u2026\uff0c\u3001]+$/, "")}\u2026`;
}

function countWords(text: string): number {
	const ideographs = text.match(IDEOGRAPHS)?.length ?? 0;
	const spaced = text.replace(IDEOGRAPHS, " ").replace(MARKS, " ");
	const words = spaced.split(/\s+/).filter((word) => word !== "").length;
	return words + ideographs / 2;
}
