import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeOutcome, encodeQuestion, JOURNAL_ROWS, type Outcome, type Row } from "../core/ask/journal.ts";
import type { Files } from "./files.ts";
import {
	entriesOf,
	forgetRows,
	holdRow,
	type Journal,
	mendJournal,
	readRow,
	recordingOf,
	settleRow,
	storeRow,
} from "./journal.ts";

const row: Row = { id: "a1", question: "Why is the sky blue?", talk: "t1", at: 1000, state: "open" };
const outcome: Outcome = { state: "answered", answer: { text: "Rayleigh scattering." }, answeredAt: 2000 };
const fault: Outcome = { state: "faulted", fault: { code: "timeout" }, answeredAt: 1 };

/** A disk in memory. `budget` is how many bytes it takes before it is cut off, as by a dying battery. */
function disk(budget = Number.POSITIVE_INFINITY, renames = true) {
	const held = new Map<string, string>();
	let left = budget;
	const alive = () => left > 0;
	const files: Files = {
		list: () => [...held.keys()],
		read: (path) => held.get(path) ?? null,
		write: (path, json) => {
			if (!alive()) return false;
			held.set(path, json.slice(0, left));
			left -= json.length;
			return left >= 0;
		},
		remove: (path) => {
			if (!alive()) return false;
			left--;
			return held.delete(path);
		},
		replace: (from, to) => {
			const text = held.get(from);
			if (!alive() || text === undefined) return false;
			if (!renames && !files.write(to, text)) return false;
			left--;
			held.set(to, text);
			return held.delete(from);
		},
	};
	return {
		files,
		held,
		revive: () => {
			left = Number.POSITIVE_INFINITY;
		},
		die: (after: number) => {
			left = after;
		},
	};
}

const open = (files: Files): Journal => ({ files, held: [] });

/** What a page that is opened now sees. */
function seen(files: Files): string[] {
	const journal = open(files);
	mendJournal(journal);
	return entriesOf(journal).map(({ id, state }) => `${id} ${state}`);
}

function find(journal: Journal, id: string) {
	const entry = entriesOf(journal).find((one) => one.id === id);
	if (entry === undefined) throw new Error(`${id} is not in the journal`);
	return entry;
}

const settle = (journal: Journal, id: string, end: Outcome) => settleRow(journal, find(journal, id), end);
const read = (journal: Journal, id: string) => readRow(journal, find(journal, id));

function fill(journal: Journal): void {
	for (let n = 0; n < JOURNAL_ROWS; n++) {
		storeRow(journal, { ...row, id: `q${n}` });
		settle(journal, `q${n}`, outcome);
	}
}

describe("the journal on the disk", () => {
	it("is there again after the page was killed", () => {
		const { files } = disk();
		const journal = open(files);
		expect(storeRow(journal, row)).toMatchObject({ id: "a1" });
		expect(seen(files)).toEqual(["a1 open"]);
		expect(settle(journal, "a1", outcome)).toBe(true);
		expect(seen(files)).toEqual(["a1 answered"]);
		expect(read(open(files), "a1")).toEqual({ ...row, ...outcome });
	});

	it("says by names alone what there is and what has become of it", () => {
		const { files, held } = disk();
		fill(open(files));
		const reads: string[] = [];
		const journal = open({
			...files,
			read(path) {
				reads.push(path);
				return files.read(path);
			},
		});
		mendJournal(journal);
		expect(entriesOf(journal)).toHaveLength(JOURNAL_ROWS);
		expect(reads).toEqual([]);
		expect(held.size).toBe(2 * JOURNAL_ROWS);
	});

	it.each([
		["renames", true],
		["copies where it cannot rename", false],
	])("loses nothing at any tear of either file on a disk that %s", (_name, renames) => {
		const whole = disk(Number.POSITIVE_INFINITY, renames);
		const journal = open(whole.files);
		storeRow(journal, { ...row, id: "before" });
		settle(journal, "before", outcome);
		const before = [...whole.held];
		storeRow(journal, row);
		const asked = [...whole.held];
		for (let bytes = 0; bytes < 700; bytes++) {
			const question = disk(bytes, renames);
			for (const [path, text] of before) question.held.set(path, text);
			const isStored = storeRow(open(question.files), row) !== null;
			question.revive();
			expect(seen(question.files)).toEqual(isStored ? ["a1 open", "before answered"] : ["before answered"]);
			const end = disk(bytes, renames);
			for (const [path, text] of asked) end.held.set(path, text);
			settle(open(end.files), "a1", outcome);
			end.revive();
			const [first, ...others] = seen(end.files);
			expect(["a1 open", "a1 answered"]).toContain(first);
			expect(others).toEqual(["before answered"]);
			const found = read(open(end.files), "a1");
			expect(found).toEqual(first === "a1 open" ? row : { ...row, ...outcome });
		}
	});

	it("has a row open again whose end cannot be read, and takes another end for it", () => {
		const { files, held } = disk();
		const journal = open(files);
		storeRow(journal, row);
		settle(journal, "a1", fault);
		held.set("1.a1.f", '{"id":"a1"');
		expect(read(journal, "a1")).toEqual(row);
		expect(settle(journal, "a1", outcome)).toBe(true);
		expect(read(journal, "a1")).toMatchObject({ state: "answered" });
	});

	it("never has a settled row open again, wherever a full journal is cut off while a new row is written", () => {
		fc.assert(
			fc.property(fc.nat(250), (budget) => {
				const { files, held } = disk();
				fill(open(files));
				const dying = disk(budget);
				for (const [path, text] of held) dying.held.set(path, text);
				const stored = storeRow(open(dying.files), { ...row, id: "new" });
				dying.revive();
				const after = seen(dying.files);
				expect(after.filter((line) => line.endsWith("open")).every((line) => line === "new open")).toBe(true);
				expect(after.length).toBeGreaterThanOrEqual(JOURNAL_ROWS - 1);
				if (stored !== null) expect(after[0]).toBe("new open");
			}),
		);
	});

	it("says when a disk does not take a question, and leaves all as it was", () => {
		const { files, held } = disk(1);
		held.set("say.opus", "sound");
		expect(storeRow(open(files), { ...row, voice: true }, "say.opus")).toBeNull();
		expect(storeRow(open(disk(1).files), row)).toBeNull();
	});

	it("on a disk that takes no byte keeps every row that was there, however often one asks", () => {
		const { files, held } = disk();
		fill(open(files));
		const before = new Map(held);
		const journal = open({ ...files, write: () => false });
		for (let n = 0; n < JOURNAL_ROWS + 2; n++) {
			held.set("say.opus", `sound ${n}`);
			expect(storeRow(journal, { ...row, id: `new${n}`, voice: true }, "say.opus")).toBeNull();
			expect(held.get("say.opus")).toBe(`sound ${n}`);
		}
		held.delete("say.opus");
		expect(held).toEqual(before);
		expect(entriesOf(journal)).toHaveLength(JOURNAL_ROWS);
	});

	it("lets the oldest row go once a new one is written, and no other", () => {
		const { files } = disk();
		const journal = open(files);
		for (let n = 0; n < 3 * JOURNAL_ROWS; n++) {
			storeRow(journal, { ...row, id: `q${n}` });
			settle(journal, `q${n}`, outcome);
			expect(seen(files)[0]).toBe(`q${n} answered`);
			expect(seen(files)).toHaveLength(Math.min(n + 1, JOURNAL_ROWS));
		}
	});

	it("keeps in memory what the disk refuses, as long as the app lives, whichever page is open", () => {
		const { files, held } = disk();
		const journal = open({ ...files, write: () => false });
		holdRow(journal, { ...row, voice: true }, "say.opus");
		const next: Journal = { files: journal.files, held: journal.held };
		expect([recordingOf(next, find(next, "a1")), read(next, "a1")?.state]).toEqual(["say.opus", "open"]);
		settle(next, "a1", outcome);
		expect([read(next, "a1")?.state, find(next, "a1").state]).toEqual(["answered", "answered"]);
		for (let n = 0; n < 9; n++) holdRow(next, { ...row, id: `q${n}` });
		expect(entriesOf(next).length).toBeLessThan(9);
		expect(held.size).toBe(0);
		expect(entriesOf(open(files))).toEqual([]);
	});

	it("keeps in memory an end that the disk refuses, and takes no second one", () => {
		const { files } = disk();
		storeRow(open(files), row);
		const journal = open({ ...files, write: () => false });
		expect(settle(journal, "a1", outcome)).toBe(true);
		expect(read(journal, "a1")).toMatchObject({ state: "answered" });
		expect(settle(journal, "a1", fault)).toBe(false);
		expect(seen(files)).toEqual(["a1 open"]);
	});

	it("forgets what has ended, or everything", () => {
		const { files, held } = disk();
		const journal = open(files);
		held.set("say.opus", "sound");
		storeRow(journal, { ...row, id: "done", voice: true }, "say.opus");
		settle(journal, "done", fault);
		storeRow(journal, row);
		forgetRows(journal, "ended");
		expect(seen(files)).toEqual(["a1 open"]);
		forgetRows(journal, "all");
		expect([...held.keys(), ...entriesOf(journal)]).toEqual([]);
	});

	it("keeps the order in which they were asked when the clock goes back", () => {
		const { files } = disk();
		const journal = open(files);
		storeRow(journal, { ...row, id: "first", at: 5000 });
		storeRow(journal, { ...row, id: "second", at: 10 });
		expect(seen(files)).toEqual(["second open", "first open"]);
	});

	it("keeps rows of before names said anything, once, with their ends and recordings", () => {
		const { files, held } = disk();
		const spoken: Row = { ...row, id: "b2", voice: true };
		held.set("j3.q", encodeQuestion(row, 7));
		held.set("j3.a", encodeOutcome("a1", outcome));
		held.set("j0.q", encodeQuestion(spoken, 8));
		held.set("j0.v", "sound");
		held.set("j0.a", encodeOutcome("gone", outcome));
		held.set("j5.q", '{"n":9,"id"');
		expect(seen(files)).toEqual(["b2 open", "a1 answered"]);
		expect(read(open(files), "a1")).toEqual({ ...row, ...outcome });
		const journal = open(files);
		expect(held.get(recordingOf(journal, find(journal, "b2")))).toBe("sound");
		expect([...held.keys()].filter((name) => name.startsWith("j"))).toEqual([]);
		expect(storeRow(journal, { ...row, id: "new" })?.n).toBe(9);
	});

	it("keeps rows of before wherever it is cut off while it names them anew", () => {
		for (let bytes = 0; bytes < 12; bytes++) {
			const { files, held, die, revive } = disk();
			held.set("j3.q", encodeQuestion(row, 7));
			held.set("j3.a", encodeOutcome("a1", outcome));
			die(bytes);
			mendJournal(open(files));
			revive();
			expect(seen(files)).toEqual(["a1 answered"]);
		}
	});

	it("reads any folder of rubbish without throwing", () => {
		const name = fc.constantFrom("j0.q", "j0.a", "1.a.q", "1.a.a", "1.a.t", "2.b.f", "2.b.q", "11.a1.v", "x");
		fc.assert(
			fc.property(fc.dictionary(name, fc.oneof(fc.string(), fc.json())), (rubbish) => {
				const { files, held } = disk();
				for (const path of Object.keys(rubbish)) held.set(path, rubbish[path] ?? "");
				const journal = open(files);
				mendJournal(journal);
				for (const entry of entriesOf(journal)) readRow(journal, entry);
				expect(storeRow(journal, row)).not.toBeNull();
				expect(seen(files)[0]).toBe("a1 open");
			}),
		);
	});
});
