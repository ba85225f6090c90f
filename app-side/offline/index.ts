/**
 * The built-in assistant: answers without any network what a watch and a phone know by themselves. Owns which question gets
 * which answer. Rule: it never passes for a model; what it cannot answer it says it cannot.
 */
import type { Answer, WatchFacts } from "../../core/protocol.ts";
import { fill } from "../../core/words/words.ts";
import { answerSum } from "./arithmetic.ts";
import { answerConversion } from "./conversion.ts";
import { findIntent, type Intent } from "./intents.ts";
import { readQuestion } from "./reading.ts";
import { type OfflineWords, wordsFor } from "./words/index.ts";

type Asked = { text: string; lang: string; facts?: WatchFacts };

const NAME = "AskFace";

export function answerOffline({ text, lang, facts }: Asked, nowMs: number): Answer {
	const words = wordsFor(lang);
	return { text: answer(text, lang, facts, words, nowMs), next: followUps(text, words), by: NAME };
}

function answer(
	question: string,
	lang: string,
	facts: WatchFacts | undefined,
	words: OfflineWords,
	nowMs: number,
): string {
	const tokens = readQuestion(question, lang);
	if (tokens !== null) {
		const converted = answerConversion(tokens, lang);
		if (converted !== null) return converted;
		const sum = answerSum(tokens, lang);
		if (sum !== null) return sum.text ?? words.none;
	}
	const intent = intentOf(question, words);
	return intent === null ? words.notModel : answerIntent(intent, lang, facts, words, nowMs);
}

/** The questions that we put on the watch ourselves are known in every language. */
function intentOf(question: string, words: OfflineWords): Intent | null {
	const asked = question.trim();
	if (asked === words.askHelp) return "help";
	if (asked === words.askTime) return "time";
	if (asked === words.askSteps) return "steps";
	if (asked === words.askBattery) return "battery";
	return findIntent(question);
}

function answerIntent(
	intent: Intent,
	lang: string,
	facts: WatchFacts | undefined,
	words: OfflineWords,
	nowMs: number,
): string {
	switch (intent) {
		case "time":
			return fill(words.time, { time: timeOf(facts, nowMs) });
		case "date":
			return fill(words.date, { date: dateOf(facts, lang, nowMs) });
		case "battery":
			return facts?.battery === undefined ? words.unknown : fill(words.battery, { percent: facts.battery });
		case "steps":
			return facts?.steps === undefined ? words.unknown : fill(words.steps, { steps: facts.steps });
		case "heart":
			return facts?.heart === undefined ? words.unknown : fill(words.heart, { heart: facts.heart });
		case "help":
			return words.help;
	}
}

/** The watch's own time where it told it, else the phone's. */
function timeOf(facts: WatchFacts | undefined, nowMs: number): string {
	const phone = new Date(nowMs);
	const minutes = facts?.now ?? phone.getHours() * 60 + phone.getMinutes();
	return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** In words where the phone's engine knows the language; every engine has some form for it. */
function dateOf(facts: WatchFacts | undefined, lang: string, nowMs: number): string {
	const [year = 0, month = 1, day = 1] = facts?.date.split("-").map(Number) ?? [];
	const date = facts === undefined ? new Date(nowMs) : new Date(year, month - 1, day, 12);
	const form = { weekday: "long", year: "numeric", month: "long", day: "numeric" } as const;
	try {
		return date.toLocaleDateString(lang === "" ? "en-US" : lang, form);
	} catch {
		// A language tag that the engine does not take.
		return date.toLocaleDateString("en-US", form);
	}
}

function followUps(question: string, { askTime, askSteps, askBattery }: OfflineWords): string[] {
	return [askTime, askSteps, askBattery].filter((other) => other !== question.trim());
}
