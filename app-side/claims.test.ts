import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../core/words/words.ts";
import { CLAIM_CASES } from "./claims.cases.ts";
import { readReply, readSpokenReply } from "./reply-format.ts";

describe.each(LANGUAGES)("a model's words without a line in %s", (language) => {
	const cases = CLAIM_CASES[language].map(([question, text, unset, before]) => ({ question, text, unset, before }));

	it.each(cases)("$question → $text", ({ question, text, unset, before }) => {
		const turns = before === undefined ? [] : [{ question: before[0], answer: before[1] }];
		const answer = readReply(`${text}\n@@ ${text}`, false, { lang: language, question, turns });
		expect(answer.unset).toBe(unset ? true : undefined);
		expect(answer.text).toBe(text);
	});

	it("claim nothing beside a line: the watch says it itself", () => {
		const [question, text] = CLAIM_CASES[language][0] ?? ["", ""];
		const answer = readReply(`${text}\n!! timer 600\n@@ ${text}`, false, { lang: language, question });
		expect(answer).toEqual({ text: "", actions: [{ do: "timer", seconds: 600 }] });
	});
});

it("keeps what else is said beside a line", () => {
	const raw = "I've set a timer for your tea. Green tea wants 80 °C.\n!! timer 180 Tea\n@@ Green tea: 80 °C";
	expect(readReply(raw, false, { question: "Set a timer for green tea, three minutes" })).toEqual({
		text: "Green tea wants 80 °C.",
		line: "Green tea: 80 °C",
		actions: [{ do: "timer", seconds: 180, label: "Tea" }],
	});
});

it("is unset where the line is no whole action", () => {
	expect(readReply("Sure.\n!! timer soon", false, { question: "Set a timer for ten minutes" })).toEqual({
		text: "Sure.",
		unset: true,
	});
});

it("is told of a spoken question by what was heard", () => {
	expect(readSpokenReply("~~ Set a timer for ten minutes\nTimer set.", false).answer.unset).toBe(true);
	expect(readSpokenReply("~~ How long does tea steep\nFour minutes.", false).answer.unset).toBeUndefined();
});
