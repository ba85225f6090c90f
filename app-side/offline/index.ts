/**
 * The built-in assistant: answers without any network what a watch and a phone know by themselves. Owns the order in which a
 * question is tried as a sum, a conversion, a clock, a pace, a tip and an everyday question. Rule: it never passes for a
 * model; what it cannot answer it says it cannot.
 */

import { readSettings } from "../../core/settings/settings.ts";
import type { Answer, WatchFacts } from "../../core/wire/protocol.ts";
import type { Ports } from "../ports.ts";
import { answerSum } from "./arithmetic.ts";
import { answerClock } from "./clock.ts";
import { answerConversion } from "./conversion.ts";
import { dayOf } from "./days.ts";
import { createDeck } from "./deck.ts";
import { answerEveryday, clockOf, type Moment, proposalsFor } from "./everyday.ts";
import { answerPace, type Paced } from "./pace.ts";
import { readQuestion } from "./reading.ts";
import { answerTip } from "./tip.ts";
import { understand } from "./understanding.ts";
import { languageFor, talkOf, wordsOf } from "./words/index.ts";

type Asked = { text: string; lang: string; facts?: WatchFacts };

const NAME = "AskFace";

export function answerOffline(asked: Asked, { storage, now }: Pick<Ports, "storage" | "now">): Answer {
	const moment = momentOf(asked, now(), storage);
	const language = languageFor(asked.lang);
	const calculated = calculate(asked, moment);
	if (calculated !== null) {
		const after =
			calculated.plan === undefined ? (["fact", "joke", "stretch"] as const) : (["warmup", "kind", "rest"] as const);
		return { ...calculated, next: proposalsFor(after, language, moment), by: NAME };
	}
	const understood = understand(asked.text, asked.lang);
	if (understood !== null) return { ...answerEveryday(understood, moment), by: NAME };
	const next = proposalsFor(["help", "joke", "fact"], language, moment);
	return { text: wordsOf(language).notModel, next, by: NAME };
}

function momentOf({ lang, facts }: Asked, nowMs: number, storage: Ports["storage"]): Moment {
	const phone = new Date(nowMs);
	const [year = 0, month = 1, day = 1] = facts?.date.split("-").map(Number) ?? [];
	return {
		lang,
		facts,
		nowMs,
		nowMinutes: facts?.now ?? phone.getHours() * 60 + phone.getMinutes(),
		today:
			facts === undefined ? dayOf(phone.getFullYear(), phone.getMonth() + 1, phone.getDate()) : dayOf(year, month, day),
		place: readSettings((key) => storage.get(key)).place,
		deck: createDeck(storage, nowMs),
	};
}

/** What is made of numbers: null where one word of it is not understood. */
function calculate({ text, lang }: Asked, moment: Moment): Paced | null {
	const language = languageFor(lang);
	const { nowMinutes } = moment;
	const tokens = readQuestion(text, lang);
	if (tokens === null) return null;
	const sum = answerSum(tokens, lang);
	if (sum !== null) return { text: sum.text ?? wordsOf(language).none };
	const told =
		answerConversion(tokens, lang) ??
		answerClock(tokens, nowMinutes, { lang, clockOf: (minutes) => clockOf(minutes, moment, wordsOf(language)) }) ??
		answerTip(tokens, lang, talkOf(language).tip);
	return told === null ? answerPace(tokens, lang) : { text: told };
}
