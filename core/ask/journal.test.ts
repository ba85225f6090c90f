import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS, type FaultCode } from "../faults.ts";
import {
	decodeOutcome,
	decodeQuestion,
	type Entry,
	encodeOutcome,
	encodeQuestion,
	entriesIn,
	fileOf,
	JOURNAL_ROWS,
	nextNumber,
	type Outcome,
	oldest,
	openEntries,
	type Row,
	readName,
	TALK_LIMIT_MS,
	talkFor,
	titleOf,
	withOutcome,
} from "./journal.ts";

const row: Row = { id: "a1", question: "Why is the sky blue? 天空", talk: "t1", at: 1000, state: "open" };
const outcomes: Outcome[] = [
	{ state: "answered", answer: { text: "Rayleigh. 瑞利", next: ["And at dusk?"], cut: true }, answeredAt: 2000 },
	{ state: "faulted", fault: { code: "rate-limited", waitSeconds: 9 }, answeredAt: 2000 },
];

/** The names of the files of questions that were asked in this order. */
function namesOf(ids: readonly string[]): string[] {
	return ids.map((id, at) => fileOf({ n: at + 1, id }, "q"));
}

const FULL = Array.from({ length: JOURNAL_ROWS }, (_, n) => `q${n}`);

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
		expect(titleOf(withOutcome(row, outcome).question)).toBe("Is it late?");
	});

	it("keeps the word in its place where nothing was understood", () => {
		expect(withOutcome(row, FAULTED).question).toBe("Spoken question");
	});
});

describe("the journal", () => {
	const rows = (names: readonly string[]) => entriesIn(names).map(({ id, state }) => `${id} ${state}`);

	it("shows the newest first, with what has become of them, and asks the oldest again first", () => {
		const names = [...namesOf(["a", "b", "c"]), "2.b.a", "2.b.v", "1.a.t", "glance.json", "say.opus"];
		expect(rows(names)).toEqual(["c open", "b answered", "a open"]);
		expect(rows([...names, "3.c.f"])).toEqual(["c faulted", "b answered", "a open"]);
		expect(openEntries(entriesIn(names)).map(({ id }) => id)).toEqual(["a", "c"]);
	});

	it("counts on from the newest, and by numbers, not by their digits", () => {
		const entries = entriesIn(["9.i.q", "10.j.q", "2.b.q"]);
		expect(entries.map(({ id }) => id)).toEqual(["j", "i", "b"]);
		expect(nextNumber(entries)).toBe(11);
	});

	it("lets the oldest settled row go before any that is open", () => {
		const names = [...namesOf([...FULL, "new"]), "4.q3.a", "6.q5.f"];
		expect(oldest(entriesIn(names)).id).toBe("q3");
	});

	it("lets a person ask even when every row is open", () => {
		expect(oldest(entriesIn(namesOf([...FULL, "new"]))).id).toBe("q0");
	});

	it("takes no name for a row's that is none, and no end without a question for a row", () => {
		for (const name of ["j0.q", "1.a", "1.a.x", "a.1.q", "1..q", "1.a b.q", "", "1.a.q.new"])
			expect(readName(name), name).toBeNull();
		expect(entriesIn(["1.a.a", "2.b.v"])).toEqual([]);
		fc.assert(
			fc.property(fc.array(fc.string()), (names) => {
				expect(() => entriesIn(names)).not.toThrow();
			}),
		);
	});

	it("has names that come back, and none longer than a small file system takes", () => {
		const entry: Pick<Entry, "n" | "id"> = { n: 12_345, id: "mexdq4bx-1a2b" };
		expect(readName(fileOf(entry, "q"))).toEqual({ ...entry, ending: "q" });
		expect(fileOf(entry, "q").length).toBeLessThanOrEqual(32);
	});

	it("goes on with a conversation for ten minutes", () => {
		const last = { at: 1_000_000, talk: "t1" };
		expect(talkFor(last, 1_000_000 + TALK_LIMIT_MS - 1, "fresh")).toBe("t1");
		expect(talkFor(last, 1_000_000 + TALK_LIMIT_MS, "fresh")).toBe("fresh");
		expect(talkFor(last, 999_999, "fresh"), "the clock was set back a little").toBe("t1");
		expect(talkFor(last, 1_000_000 - TALK_LIMIT_MS, "fresh")).toBe("fresh");
		expect(talkFor(null, 5, "fresh")).toBe("fresh");
	});
});
