/**
 * Whether a question may ask for an action. Owns the words that tell, in the languages of the catalogue. Rule: only the person's own words ask,
 * there rather once too often than not at all. An answer may repeat what stands on a page of the web: of its words none asks, but for
 * an offer at its end that the person says yes to.
 */
import type { Action } from "../core/actions/action.ts";
import type { Turn } from "../core/ask/conversation.ts";
import { lazily } from "../core/lazily.ts";
import { askedForWords, type Family, yesWords } from "./asked-for.data.ts";
import { plainWords } from "./offline/plain.ts";

/** Of each family, beginnings of words; in scripts that part no words, parts of a text. */
const forms = lazily(() => {
	const words = askedForWords();
	return { ring: formOf(words.ring), open: formOf(words.open), note: formOf(words.note) };
});

const yes = lazily(() => formOf(yesWords(), "(?![\\p{L}\\p{M}])"));

const UNPARTED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** `end`: what has to stand behind a word where words are parted. */
function formOf(words: string, end = ""): RegExp {
	const all = words.split(" ").map((word) => plainWords(word.replace(/_/g, " ")));
	const inside = all.filter((word) => UNPARTED.test(word));
	const begins = all.filter((word) => !UNPARTED.test(word));
	return new RegExp(`(?:^|[^\\p{L}\\p{M}])(?:${begins.join("|")})${end}|${inside.join("|")}`, "u");
}

/** UTF-16 units: `yes, do it`, `and one for the pasta too, nine minutes`. */
const FOLLOW_UP_UNITS = 80;
const TURNS = 2;
/** UTF-16 units: `yes please, that would be nice`. */
const YES_UNITS = 40;

/** `question` is undefined where nobody knows it. What follows up may ask for what was spoken of before. */
export function mayAskFor(action: Action, question: string | undefined, turns: readonly Turn[] = []): boolean {
	const family = familyOf(action);
	const isHelp = action.do === "open" && (action.app === "timer" || action.app === "alarm");
	return isAbout(family, question, turns) || (isHelp && isAbout("ring", question, turns));
}

/** Whether a claim that something will ring may be meant: the question or what was spoken of before is about such things. */
export function isOfRinging(question: string | undefined, turns: readonly Turn[] = []): boolean {
	return isAbout("ring", question, turns) || isAboutRinging(followed(question, turns).pop()?.answer ?? "");
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
	const before = followed(question, turns);
	const form = forms()[family];
	if ([question, ...before.map((turn) => turn.question)].some((text) => form.test(plainWords(text)))) return true;
	const offer = /[^.!?。！？؟…\n]*[?？؟]\s*$/.exec(before[before.length - 1]?.answer ?? "")?.[0] ?? "";
	return form.test(plainWords(offer)) && isYes(question);
}

/** What a question follows up, the latest last. */
function followed(question: string | undefined, turns: readonly Turn[]): Turn[] {
	return question !== undefined && question.length <= FOLLOW_UP_UNITS ? turns.slice(-TURNS) : [];
}

function isYes(text: string): boolean {
	const plain = plainWords(text);
	return plain.length <= YES_UNITS && plain.search(yes()) === 0 && !/[?？؟]/.test(plain);
}
