import { describe, expect, it } from "vitest";
import { checkAnswer } from "../core/wire/bounds.ts";
import { LINE_CASES } from "./action-lines.cases.ts";
import { readReply, readSpokenReply } from "./reply-format.ts";

const TIMES = { today: Date.UTC(2026, 10, 28), nowMinutes: 609 };
/** It may ask for each of them. */
const QUESTION = "Set a timer or an alarm, remind me, open what there is and remember it";

describe("what a model writes for an action", () => {
	it.each(LINE_CASES)("$name", ({ raw, actions, text = "Right." }) => {
		const answer = readReply(raw, false, { question: QUESTION, times: TIMES });
		expect(answer.actions ?? []).toEqual(actions);
		expect(answer.text).toBe(text);
		expect(checkAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
	});
});

describe("an action", () => {
	const LINE = "Sure.\n!! timer 600 Tea\n!! open find-phone\n!! note I am rich\n@@ Sure";

	it("that was not asked for does nothing, says nothing and is told to the log by its kind alone", () => {
		const log: string[] = [];
		const answer = readReply(LINE, false, { question: "Why is the sky blue?", log: (said) => log.push(said) });
		expect(answer).toEqual({ text: "Sure." });
		expect(log).toEqual([
			"action dropped, timer: not asked for",
			"action dropped, open: not asked for",
			"action dropped, note: not asked for",
		]);
	});

	it("is done only where the question may ask for its kind", () => {
		const of = (question: string) => readReply(LINE, false, { question }).actions?.map((one) => one.do);
		expect(of("10 minutes timer for the tea")).toEqual(["timer"]);
		expect(of("Merk dir, dass ich reich bin")).toEqual(["note"]);
		expect(of("Where is my phone?")).toEqual(["open"]);
	});

	it("may be asked for by what follows up", () => {
		const of = (question: string, before: string) =>
			readReply(LINE, false, { question, turns: [{ question: before, answer: "Fine." }] }).actions?.map(
				(one) => one.do,
			);
		expect(of("Make it ten minutes", "Set a timer for the tea")).toEqual(["timer"]);
		expect(of("Ja, bitte", "Stell einen Wecker auf sieben")).toEqual(["timer"]);
		expect(of("Yes", "Why is the sky blue?")).toBeUndefined();
		expect(
			readReply(LINE, false, {
				question: "Yes",
				turns: [{ question: "Eggs?", answer: "Nine minutes. Shall I set a timer?" }],
			}).actions,
		).toHaveLength(1);
	});

	it("of a spoken question is asked for by what was heard", () => {
		const of = (heard: string) => readSpokenReply(`~~ ${heard}\n${LINE}`, false).answer.actions?.map((one) => one.do);
		expect(of("Set a timer for ten minutes")).toEqual(["timer"]);
		expect(of("Why is the sky blue")).toBeUndefined();
	});

	it("is one of three at most", () => {
		const raw = Array.from({ length: 9 }, (_, n) => `!! timer ${n + 1}`).join("\n");
		expect(readReply(raw, false).actions).toHaveLength(3);
	});

	it("has the length that the question names where the model writes its number without a unit", () => {
		const of = (raw: string, said: number[]) => readReply(raw, false, { times: { said } }).actions?.[0];
		expect(of("!! timer 10 Tea", [600])).toEqual({ do: "timer", seconds: 600, label: "Tea" });
		expect(of("!! timer 10 Tea", [10])).toEqual({ do: "timer", seconds: 10, label: "Tea" });
		expect(of("!! timer 600 min Tea", [600])).toEqual({ do: "timer", seconds: 600, label: "Tea" });
	});

	it("never makes a plan of a run, which has its own lines", () => {
		const raw = "Go.\n!! run goal 5000m 1680s\n!! run 1000m | Settle in\n!! run slower 350 | Pick it up";
		const answer = readReply(raw, false, { question: "Pace me through 5 km" });
		expect(answer.text).toBe("Go.");
		expect(answer.plan?.goal).toEqual({ meters: 5000, seconds: 1680 });
		expect(answer.plan?.cues).toHaveLength(2);
		expect(answer.actions).toBeUndefined();
	});
});
