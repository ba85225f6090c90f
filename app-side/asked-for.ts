/**
 * Whether a question may ask for an action. Owns the words that tell, in the languages of the catalogue. Rule: rather once too
 * often than not at all: it only lets through what a model wrote, and never by what anybody else wrote.
 */
import type { Action } from "../core/actions/action.ts";
import type { Turn } from "../core/ask/conversation.ts";
import { lazily } from "../core/lazily.ts";
import { askedForWords, type Family } from "./asked-for.data.ts";
import { plainWords } from "./offline/plain.ts";

/** Of each family, beginnings of words; in scripts that part no words, parts of a text. */
const forms = lazily(() => {
	const words = askedForWords();
	return { ring: formOf(words.ring), open: formOf(words.open), note: formOf(words.note) };
});

const UNPARTED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

function formOf(words: string): RegExp {
	const all = words.split(" ").map((word) => plainWords(word.replace(/_/g, " ")));
	const inside = all.filter((word) => UNPARTED.test(word));
	const begins = all.filter((word) => !UNPARTED.test(word));
	return new RegExp(`(?:^|[^\\p{L}\\p{M}])(?:${begins.join("|")})|${inside.join("|")}`, "u");
}

/** UTF-16 units: `yes, do it`, `and one for the pasta too, nine minutes`. */
const FOLLOW_UP_UNITS = 80;
const TURNS = 2;

/** `question` is undefined where nobody knows it. What follows up may ask for what was spoken of before. */
export function mayAskFor(action: Action, question: string | undefined, turns: readonly Turn[] = []): boolean {
	const family = familyOf(action);
	const isHelp = action.do === "open" && (action.app === "timer" || action.app === "alarm");
	return isAbout(family, question, turns) || (isHelp && isAbout("ring", question, turns));
}

export function mayAskForRinging(question: string | undefined, turns: readonly Turn[] = []): boolean {
	return isAbout("ring", question, turns);
}

/** Whether a text has a word for timers, alarms or reminders in it. */
export function isAboutRinging(text: string): boolean {
	return forms().ring.test(plainWords(text));
}

/** Whether anything may be asked for. */
export function mayAskForAny(question: string): boolean {
	const plain = plainWords(question);
	return Object.values(forms()).some((form) => form.test(plain));
}

function familyOf({ do: name }: Action): Family {
	return name === "open" || name === "note" ? name : "ring";
}

function isAbout(family: Family, question: string | undefined, turns: readonly Turn[]): boolean {
	if (question === undefined) return true;
	const last = question.length <= FOLLOW_UP_UNITS ? turns.slice(-TURNS) : [];
	const texts = [question, ...last.map((turn) => turn.question), last[last.length - 1]?.answer ?? ""];
	return texts.some((text) => forms()[family].test(plainWords(text)));
}
