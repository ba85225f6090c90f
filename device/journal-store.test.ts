import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JOURNAL_ROWS, type Outcome, type Row } from "../core/ask/journal.ts";
import type { Files } from "./files.ts";
import { openJournal } from "./journal-store.ts";

const row: Row = { id: "a1", question: "Why is the sky blue?", talk: "t1", at: 1000, state: "open" };
const outcome: Outcome = { state: "answered", answer: { text: "Rayleigh scattering." }, answeredAt: 2000 };

/** A disk in memory. `budget` is how many bytes it takes before it is cut off, as by a dying battery. */
function disk(budget = Number.POSITIVE_INFINITY) {
	const held = new Map<string, string>();
	let left = budget;
	const alive = () => left > 0;
	const files: Files = {
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
			if (!alive() || !held.has(from)) return false;
			left--;
			held.set(to, held.get(from) ?? "");
			return held.delete(from);
		},
	};
	const revive = () => {
		left = Number.POSITIVE_INFINITY;
	};
	return { files, held, revive };
}

const seen = (files: Files) =>
	openJournal(files)
		.entries()
		.map(({ id, state }) => `${id} ${state}`);

describe("the journal on the disk", () => {
	it("is there again after the page was killed", () => {
		const { files } = disk();
		const store = openJournal(files);
		expect(store.ask(row)).toBe(true);
		expect(seen(files)).toEqual(["a1 open"]);
		expect(store.settle("a1", outcome)).toBe(true);
		expect(seen(files)).toEqual(["a1 answered"]);
		expect(openJournal(files).read("a1")).toEqual({ ...row, ...outcome });
	});

	it("loses nothing at any tear of either file", () => {
		const { files, held } = disk();
		const store = openJournal(files);
		store.ask({ ...row, id: "before" });
		store.settle("before", outcome);
		store.ask(row);
		store.settle("a1", outcome);
		const question = held.get("j1.q") ?? "";
		const answer = held.get("j1.a") ?? "";
		expect(question.length * answer.length).toBeGreaterThan(0);
		for (let length = 0; length < answer.length; length++) {
			held.set("j1.a", answer.slice(0, length));
			expect(seen(files)).toEqual(["a1 open", "before answered"]);
		}
		for (let length = 0; length < question.length; length++) {
			held.set("j1.q", question.slice(0, length));
			expect(seen(files)).toEqual(["before answered"]);
		}
	});

	it("never has a settled row open again, wherever a full ring is cut off while a slot is used anew", () => {
		fc.assert(
			fc.property(fc.nat(250), (budget) => {
				const { files, held, revive } = disk();
				const full = openJournal(files);
				for (let n = 0; n < JOURNAL_ROWS; n++) {
					full.ask({ ...row, id: `q${n}` });
					full.settle(`q${n}`, outcome);
				}
				const dying = disk(budget);
				for (const [path, text] of held) dying.held.set(path, text);
				const store = openJournal(dying.files);
				const stored = store.ask({ ...row, id: "new" });
				dying.revive();
				const after = seen(dying.files);
				expect(after.filter((line) => line.endsWith("open")).every((line) => line === "new open")).toBe(true);
				expect(after.length).toBeGreaterThanOrEqual(JOURNAL_ROWS - 1);
				if (stored) expect(after[0]).toBe("new open");
				revive();
			}),
		);
	});

	it("says when a disk does not take a question, and leaves all as it was", () => {
		const { files, held } = disk(1);
		held.set("say.opus", "sound");
		expect(openJournal(files).ask({ ...row, voice: true }, "say.opus")).toBe(false);
		expect(openJournal(disk(1).files).ask(row)).toBe(false);
	});

	it("on a disk that takes no byte keeps every row that was there, however often one asks", () => {
		const { files, held } = disk();
		const full = openJournal(files);
		for (let n = 0; n < JOURNAL_ROWS; n++) {
			full.ask({ ...row, id: `q${n}` });
			full.settle(`q${n}`, outcome);
		}
		const before = new Map(held);
		const store = openJournal({ ...files, write: () => false });
		for (let n = 0; n < JOURNAL_ROWS + 2; n++) {
			held.set("say.opus", `sound ${n}`);
			expect(store.ask({ ...row, id: `new${n}`, voice: true }, "say.opus")).toBe(false);
			expect(held.get("say.opus")).toBe(`sound ${n}`);
		}
		held.delete("say.opus");
		expect(held).toEqual(before);
		expect(store.entries()).toHaveLength(JOURNAL_ROWS);
	});

	it("lets the oldest row go once a new one is written, and no other", () => {
		const { files } = disk();
		const store = openJournal(files);
		for (let n = 0; n < 3 * JOURNAL_ROWS; n++) {
			store.ask({ ...row, id: `q${n}` });
			store.settle(`q${n}`, outcome);
			expect(openJournal(files).entries()[0]?.id).toBe(`q${n}`);
			expect(openJournal(files).entries()).toHaveLength(Math.min(n + 1, JOURNAL_ROWS));
		}
	});

	it("keeps in memory what the disk refuses, as long as the page lives", () => {
		const { files, held } = disk();
		const store = openJournal({ ...files, write: () => false });
		store.hold({ ...row, voice: true }, "say.opus");
		expect([store.recording("a1"), store.read("a1")?.state]).toEqual(["say.opus", "open"]);
		store.settle("a1", outcome);
		expect([store.read("a1")?.state, store.entries()[0]?.state]).toEqual(["answered", "answered"]);
		for (let n = 0; n < 9; n++) store.hold({ ...row, id: `q${n}` });
		expect(store.entries().length).toBeLessThan(9);
		expect(held.size).toBe(0);
		expect(openJournal(files).entries()).toEqual([]);
	});

	it("forgets what has ended, or everything", () => {
		const { files, held } = disk();
		const store = openJournal(files);
		held.set("say.opus", "sound");
		store.ask({ ...row, id: "done", voice: true }, "say.opus");
		store.settle("done", { state: "faulted", fault: { code: "timeout" }, answeredAt: 1 });
		store.ask(row);
		store.forget("ended");
		expect(seen(files)).toEqual(["a1 open"]);
		store.forget("all");
		expect([...held.keys(), ...store.entries()]).toEqual([]);
	});

	it("keeps the order in which they were asked when the clock goes back", () => {
		const { files } = disk();
		const store = openJournal(files);
		store.ask({ ...row, id: "first", at: 5000 });
		store.ask({ ...row, id: "second", at: 10 });
		expect(seen(files)).toEqual(["second open", "first open"]);
	});

	it("reads any folder of rubbish without throwing", () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom("j0.q", "j0.a", "j1.q", "j1.a", "j11.q"), fc.oneof(fc.string(), fc.json())),
				(rubbish) => {
					const { files, held } = disk();
					for (const path of Object.keys(rubbish)) held.set(path, rubbish[path] ?? "");
					const store = openJournal(files);
					expect(store.ask(row)).toBe(true);
					expect(seen(files)[0]).toBe("a1 open");
				},
			),
		);
	});
});
