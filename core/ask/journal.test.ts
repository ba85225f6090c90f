import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS, type FaultCode } from "../faults.ts";
import {
	add,
	decodeOutcome,
	decodeQuestion,
	type Entry,
	encodeOutcome,
	encodeQuestion,
	entryOf,
	JOURNAL_ROWS,
	JOURNAL_SLOTS,
	nextNumber,
	type Outcome,
	oldest,
	openEntries,
	type Row,
	settle,
	slotFor,
	TALK_LIMIT_MS,
	talkFor,
	withOutcome,
} from "./journal.ts";

const row: Row = { id: "a1", question: "Why is the sky blue? 天空", talk: "t1", at: 1000, state: "open" };
const outcomes: Outcome[] = [
	{ state: "answered", answer: { text: "Rayleigh. 瑞利", next: ["And at dusk?"], cut: true }, answeredAt: 2000 },
	{ state: "faulted", fault: { code: "rate-limited", waitSeconds: 9 }, answeredAt: 2000 },
];

function ask(entries: Entry[], id: string, at = 0): Entry[] {
	return add(entries, entryOf({ ...row, id, at }, slotFor(entries), nextNumber(entries)));
}

function filled(state: Entry["state"]): Entry[] {
	let entries: Entry[] = [];
	for (let n = 0; n < JOURNAL_ROWS; n++) entries = ask(entries, `q${n}`);
	return state === "open" ? entries : entries.map((entry) => ({ ...entry, state }));
}

describe("the texts of a row", () => {
	it("come back as they were", () => {
		expect(decodeQuestion(encodeQuestion(row, 7))).toEqual({ row, n: 7 });
		for (const outcome of outcomes) expect(decodeOutcome(encodeOutcome("a1", outcome), "a1")).toEqual(outcome);
	});

	it("are nothing when any part of them is missing", () => {
		const question = encodeQuestion(row, 7);
		for (let length = 0; length < question.length; length++)
			expect(decodeQuestion(question.slice(0, length))).toBeNull();
		for (const outcome of outcomes) {
			const text = encodeOutcome("a1", outcome);
			for (let length = 0; length < text.length; length++)
				expect(decodeOutcome(text.slice(0, length), "a1")).toBeNull();
		}
	});

	it("belong to one question only", () => {
		for (const outcome of outcomes) expect(decodeOutcome(encodeOutcome("a1", outcome), "a2")).toBeNull();
	});

	it("are an end where they are whole, whatever another version wrote into them", () => {
		const unknown = { state: "faulted", fault: { code: "unknown-outcome" }, answeredAt: 2000 };
		const ends = [
			{ state: "faulted", fault: { code: "out-of-luck" } },
			{ state: "faulted", fault: 7 },
			{ state: "postponed" },
			{ state: "answered", answer: { words: ["Yes."] } },
		];
		for (const end of ends) {
			expect(decodeOutcome(JSON.stringify({ id: "a1", answeredAt: 2000, ...end }), "a1")).toEqual(unknown);
		}
		const answer = { text: "Yes.", mood: "merry" };
		const newer = JSON.stringify({ id: "a1", answeredAt: 2000, state: "well answered", answer });
		expect(decodeOutcome(newer, "a1")).toMatchObject({ state: "answered", answer: { text: "Yes." } });
	});

	it("never throw, whatever they are", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(() => [decodeQuestion(text), decodeOutcome(text, "a1")]).not.toThrow();
			}),
		);
	});

	it("carry every fault of the table", () => {
		for (const code of Object.keys(FAULTS) as FaultCode[]) {
			const outcome: Outcome = { state: "faulted", fault: { code }, answeredAt: 1 };
			expect(decodeOutcome(encodeOutcome("x", outcome), "x")).toEqual(outcome);
		}
	});
});

const ANSWERED: Outcome = { state: "answered", answer: { text: "Yes." }, answeredAt: 2 };
const FAULTED: Outcome = { state: "faulted", fault: { code: "timeout" }, answeredAt: 2 };

describe("a spoken question", () => {
	const row: Row = { id: "a1", question: "Spoken question", talk: "t1", at: 1, voice: true, state: "open" };

	it("stays one on the disk", () => {
		expect(decodeQuestion(encodeQuestion(row, 3))?.row).toEqual(row);
	});

	it.each<Outcome>([
		{ ...ANSWERED, answer: { text: "Yes.", heard: "Is it late?" } },
		{ ...FAULTED, heard: "Is it late?" },
	])("has its words once they are known, on the disk and in the list", (outcome) => {
		const kept = decodeOutcome(encodeOutcome("a1", outcome), "a1");
		expect(kept).toEqual(outcome);
		expect(withOutcome(row, outcome).question).toBe("Is it late?");
		expect(settle([entryOf(row, 0, 1)], "a1", outcome)[0]?.title).toBe("Is it late?");
	});

	it("keeps the word in its place where nothing was understood", () => {
		expect(withOutcome(row, FAULTED).question).toBe("Spoken question");
	});
});

describe("the journal", () => {
	it("shows the newest first and asks the oldest again first", () => {
		const entries = ask(ask(ask([], "a"), "b"), "c");
		expect(entries.map((entry) => entry.id)).toEqual(["c", "b", "a"]);
		expect(openEntries(settle(entries, "b", ANSWERED)).map((entry) => entry.id)).toEqual(["a", "c"]);
	});

	it("has a place for a new row before the oldest settled one goes", () => {
		const entries = settle(settle(filled("open"), "q3", ANSWERED), "q5", FAULTED);
		const next = ask(entries, "new");
		expect(new Set(next.map(({ slot }) => slot)).size).toBe(JOURNAL_SLOTS);
		expect(Math.max(...next.map(({ slot }) => slot))).toBeLessThan(JOURNAL_SLOTS);
		expect(oldest(next).id).toBe("q3");
	});

	it("lets a person ask even when every row is open", () => {
		expect(oldest(ask(filled("open"), "new")).id).toBe("q0");
	});

	it("lets an end stand", () => {
		const entries = settle(settle(ask([], "a"), "a", FAULTED), "a", ANSWERED);
		expect(entries[0]?.state).toBe("faulted");
	});

	it("goes on with a conversation for ten minutes", () => {
		const entries = ask([], "a", 1_000_000);
		expect(talkFor(entries, 1_000_000 + TALK_LIMIT_MS - 1, "fresh")).toBe("t1");
		expect(talkFor(entries, 1_000_000 + TALK_LIMIT_MS, "fresh")).toBe("fresh");
		expect(talkFor(entries, 999_999, "fresh"), "the clock was set back a little").toBe("t1");
		expect(talkFor(entries, 1_000_000 - TALK_LIMIT_MS, "fresh")).toBe("fresh");
		expect(talkFor([], 5, "fresh")).toBe("fresh");
	});
});
