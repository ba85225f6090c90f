/**
 * The built-in assistant: answers without any network what a watch and a phone know by themselves. Owns the
 * order in which a question is tried as a wish, a sum, a conversion, a clock, a pace, a tip and an everyday question.
 * Rule: it never passes for a model; what it cannot answer it says it cannot.
 */

import type { Answer, WatchFacts } from "../../core/wire/protocol.ts";
import type { Answerer, Weather } from "../answerer.ts";
import type { Ports } from "../ports.ts";
import { understandWish } from "./acts.ts";
import { answerSum } from "./arithmetic.ts";
import { answerClock } from "./clock.ts";
import { answerConversion } from "./conversion.ts";
import { momentOf } from "./days.ts";
import { createDeck } from "./deck.ts";
import { answerEveryday, clockOf, proposalsFor, type Situation } from "./everyday.ts";
import { answerPace, type Paced } from "./pace.ts";
import { readQuestion } from "./reading.ts";
import { answerTip } from "./tip.ts";
import { understand } from "./understanding.ts";
import { languageFor, talkOf, wordsOf } from "./words/index.ts";

/** `place` is as the person typed it in the settings; it may be empty. */
type Asked = { question: string; lang: string; place: string; facts?: WatchFacts; weather?: Weather };

const NAME = "AskFace";

/** It answers at once and sends nothing. */
export const builtIn: Answerer = {
	answer: async ({ requests, context }, question) => ({
		kind: "answer",
		answer: answerOffline({ ...context, question }, requests.ports),
	}),
	answerSpeech: async () => ({ kind: "fault", fault: { code: "no-key" } }),
	tryOut: async () => null,
	listModels: async () => ({ ok: true, models: [] }),
};

export function answerOffline(asked: Asked, { storage, now }: Pick<Ports, "storage" | "now">): Answer {
	const situation = situationOf(asked, now(), storage);
	const language = languageFor(asked.lang);
	const wish = understandWish(asked.question, asked.lang, situation);
	// What the watch does it says itself.
	if (wish !== null && wish.actions.length > 0) return { text: "", actions: wish.actions, by: NAME };
	if (wish !== null) return { text: talkOf(wish.language).timer, by: NAME };
	const calculated = calculate(asked, situation);
	if (calculated !== null) {
		const after =
			calculated.plan === undefined ? (["fact", "joke", "stretch"] as const) : (["warmup", "kind", "rest"] as const);
		return { ...calculated, next: proposalsFor(after, language, situation), by: NAME };
	}
	const understood = understand(asked.question, asked.lang);
	if (understood !== null) return { ...answerEveryday(understood, situation), by: NAME };
	const next = proposalsFor(["help", "joke", "fact"], language, situation);
	return { text: wordsOf(language).notModel, next, by: NAME };
}

/** Whether it would answer with the weather, which takes time to find out. */
export function asksForWeather(question: string, lang: string): boolean {
	return understand(question, lang)?.kind === "weather";
}

function situationOf({ lang, place, facts, weather = {} }: Asked, nowMs: number, storage: Ports["storage"]): Situation {
	return {
		lang,
		facts,
		nowMs,
		...momentOf(facts, nowMs),
		place,
		weather,
		deck: createDeck(storage, nowMs),
	};
}

/** What is made of numbers: null if one word of it is not understood. */
function calculate({ question, lang }: Asked, situation: Situation): Paced | null {
	const language = languageFor(lang);
	const { nowMinutes } = situation;
	const tokens = readQuestion(question, lang);
	if (tokens === null) return null;
	const sum = answerSum(tokens, lang);
	if (sum !== null) return { text: sum.text ?? wordsOf(language).none };
	const told =
		answerConversion(tokens, lang) ??
		answerClock(tokens, nowMinutes, { lang, clockOf: (minutes) => clockOf(minutes, situation, wordsOf(language)) }) ??
		answerTip(tokens, lang, talkOf(language).tip);
	return told === null ? answerPace(tokens, lang) : { text: told };
}
