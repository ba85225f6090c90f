import { expect, it } from "vitest";
import type { Row } from "../../core/ask/journal.ts";
import { createTally, type Question } from "./tally.ts";

const question: Question = { id: "q1", text: "Why?", answer: "Because." };
const asked = { id: "q1", question: "Why?", talk: "t", at: 1 };
const answered: Row = { ...asked, state: "answered", answer: { text: "Because." }, answeredAt: 2 };
const wrong: Row = { ...asked, state: "answered", answer: { text: "It is not." }, answeredAt: 2 };
const unknown: Row = { ...asked, state: "faulted", fault: { code: "unknown-outcome" }, answeredAt: 2 };
const timeout: Row = { ...asked, state: "faulted", fault: { code: "timeout" }, answeredAt: 2 };
const open: Row = { ...asked, state: "open" };

const NOTHING = { answered: 0, faulted: 0, unknownOutcome: 0, lost: 0, doubled: 0, billedTwice: 0, hung: 0 };

function resultOf(rows: readonly Row[], sent: number, serviceDied = false) {
	const tally = createTally();
	tally.add({ question, rows, serviceDied });
	return tally.result(new Map([["Why?", sent]]));
}

it("counts an answer that the model gave", () => {
	expect(resultOf([answered], 1)).toEqual({ ...NOTHING, answered: 1 });
});

it.each([
	["that left no row", [], 1, false],
	["with an answer that the model gave to another", [wrong], 1, false],
	["with an answer that nobody was asked for", [answered], 0, false],
	["that the model answered and the watch calls a fault", [timeout], 1, false],
	["whose outcome is called unknown though no service died", [unknown], 1, false],
])("counts a question %s as lost", (_, rows, sent, serviceDied) => {
	expect(resultOf(rows, sent, serviceDied).lost).toBe(1);
});

it("counts as told what never reached the model, and what died with its service", () => {
	expect(resultOf([timeout], 0)).toEqual({ ...NOTHING, faulted: 1 });
	expect(resultOf([unknown], 1, true)).toEqual({ ...NOTHING, unknownOutcome: 1 });
});

it("counts two rows, two requests and a row that stays open", () => {
	expect(resultOf([answered, answered], 1)).toEqual({ ...NOTHING, answered: 1, doubled: 1 });
	expect(resultOf([answered], 2)).toEqual({ ...NOTHING, answered: 1, billedTwice: 1 });
	expect(resultOf([open], 1)).toEqual({ ...NOTHING, hung: 1 });
});

it("takes the same words asked twice for two questions", () => {
	const tally = createTally();
	tally.add({ question, rows: [answered], serviceDied: false });
	tally.add({ question: { ...question, id: "q2" }, rows: [{ ...answered, id: "q2" }], serviceDied: false });
	expect(tally.result(new Map([["Why?", 2]]))).toEqual({ ...NOTHING, answered: 2 });
	expect(tally.result(new Map([["Why?", 3]]))).toEqual({ ...NOTHING, answered: 2, billedTwice: 1 });
	expect(tally.result(new Map([["Why?", 1]]))).toEqual({ ...NOTHING, answered: 2, lost: 1 });
});

it("counts a row that changes after its end as lost", () => {
	const tally = createTally();
	tally.add({ question, rows: [answered], serviceDied: false });
	tally.look([answered]);
	expect(tally.result(new Map([["Why?", 1]])).lost).toBe(0);
	tally.look([timeout]);
	expect(tally.result(new Map([["Why?", 1]])).lost).toBe(1);
	expect(tally.complaints(new Map())).toHaveLength(1);
});

it("tells of an answer that the watch calls a fault, and not of a question that was put twice", () => {
	const tally = createTally();
	tally.add({ question, rows: [timeout], serviceDied: false });
	expect(tally.complaints(new Map([[question.text, 1]]))).toHaveLength(1);
	expect(tally.complaints(new Map())).toEqual([]);
	tally.add({ question: { ...question, id: "again" }, rows: [{ ...answered, id: "r2" }], serviceDied: false });
	expect(tally.complaints(new Map([[question.text, 1]]))).toEqual([]);
});
