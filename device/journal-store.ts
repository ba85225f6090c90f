/**
 * Keeps the ask journal on the disk. Owns the names of its files: slot N is `jN.q`, written when a question is asked,
 * `jN.a`, written when it is settled, and `jN.v`, what was said of a spoken one, until nobody needs to hear it again. Rule: each file is written once, so that whatever tears, no row that was
 * there is lost: a torn `.q` was never asked, a torn `.a` is still open.
 */
import {
	add,
	decodeOutcome,
	decodeQuestion,
	type Entry,
	encodeOutcome,
	encodeQuestion,
	entryOf,
	find,
	JOURNAL_ROWS,
	JOURNAL_SLOTS,
	nextNumber,
	type Outcome,
	oldest,
	type Row,
	settle,
	slotFor,
	withOutcome,
} from "../core/ask/journal.ts";
import type { Files } from "./files.ts";

export type JournalStore = {
	/** Newest first. Their texts stay on the disk. */
	entries(): readonly Entry[];
	/** The whole row, or null where there is none. */
	read(id: string): Row | null;
	/**
	 * Stores a question before it is sent, and takes the file `recording` for its own. False where the disk would not: then
	 * all is as before, the recording too. Only a row that is stored takes the place of the oldest.
	 */
	ask(row: Row, recording?: string): boolean;
	/** Keeps a question in memory alone, whose recording stays in `recording`: the person asks it all the same. */
	hold(row: Row, recording?: string): void;
	/** The file of a spoken question. */
	recording(id: string): string;
	/** Stores the end of a row that is open; a second end is ignored. False where the disk would not take it. */
	settle(id: string, outcome: Outcome): boolean;
	/** Removes all that has ended, or all there is. */
	forget(what: "ended" | "all"): void;
};

/** Of a row that is in memory alone. */
const NO_SLOT = -1;
/** Rows in memory alone that their person still gets to see. */
const HELD_MAX = 3;

export function openJournal(files: Files): JournalStore {
	let entries: Entry[] = [];
	/** Rows that the disk would not take, or whose ends it would not. */
	let held: { row: Row; recording: string }[] = [];
	const keep = (row: Row, recording: string) => {
		held = [...held.filter((one) => one.row.id !== row.id), { row, recording }].slice(-HELD_MAX);
		entries = entries.filter(({ id, slot }) => slot !== NO_SLOT || isHeld(id));
	};
	const heldOf = (id: string) => held.find(({ row }) => row.id === id);
	const isHeld = (id: string) => heldOf(id) !== undefined;
	const recording = (id: string) => heldOf(id)?.recording ?? recordingIn(find(entries, id)?.slot ?? NO_SLOT);
	const read = (id: string): Row | null => {
		const kept = heldOf(id);
		if (kept !== undefined) return kept.row;
		const entry = find(entries, id);
		return entry === undefined ? null : (readSlot(files, entry.slot)?.row ?? null);
	};
	const drop = ({ slot, n }: Entry) => {
		if (slot !== NO_SLOT) clear(files, slot);
		entries = entries.filter((entry) => entry.n !== n);
	};
	/** A page that died between the two leaves a row too many. */
	const trim = () => {
		while (entries.length > JOURNAL_ROWS) drop(oldest(entries));
	};
	for (let slot = 0; slot < JOURNAL_SLOTS; slot++) {
		const found = readSlot(files, slot);
		if (found !== null) entries = add(entries, entryOf(found.row, slot, found.n));
	}
	trim();
	return {
		entries: () => entries,
		read,
		recording,
		ask: (row, from) => {
			const slot = slotFor(entries);
			const n = nextNumber(entries);
			clear(files, slot);
			// Without its recording it is asked all the same, and told that nothing was heard.
			if (from !== undefined && !files.replace(from, recordingIn(slot)) && files.read(from) !== null) return false;
			if (!files.write(questionIn(slot), encodeQuestion(row, n))) {
				files.remove(questionIn(slot));
				if (from !== undefined) files.replace(recordingIn(slot), from);
				return false;
			}
			entries = add(entries, entryOf(row, slot, n));
			trim();
			return true;
		},
		hold: (row, from = "") => {
			keep(row, from);
			entries = add(entries, entryOf(row, NO_SLOT, nextNumber(entries)));
		},
		settle: (id, outcome) => {
			const entry = find(entries, id);
			if (entry === undefined || entry.state !== "open") return false;
			const row = read(id);
			const { slot } = entry;
			entries = settle(entries, id, outcome);
			if (row?.voice === true && !isHeardAgain(outcome)) files.remove(recording(id));
			const stored = slot !== NO_SLOT && files.write(outcomeIn(slot), encodeOutcome(id, outcome));
			if (!stored && row !== null) keep(withOutcome(row, outcome), recording(id));
			return stored;
		},
		forget: (what) => {
			for (const entry of entries) if (what === "all" || entry.state !== "open") drop(entry);
			held = held.filter(({ row }) => find(entries, row.id) !== undefined);
		},
	};
}

/** The question goes first: its outcome alone is nothing, but without its outcome it would be asked again. */
function clear(files: Files, slot: number): void {
	files.remove(questionIn(slot));
	files.remove(outcomeIn(slot));
	files.remove(recordingIn(slot));
}

function questionIn(slot: number): string {
	return `j${slot}.q`;
}

function outcomeIn(slot: number): string {
	return `j${slot}.a`;
}

function recordingIn(slot: number): string {
	return `j${slot}.v`;
}

/** Whether asking again needs the recording: not once its words are known, or once it is known to have none. */
function isHeardAgain(outcome: Outcome): boolean {
	if (outcome.state === "answered" || outcome.heard !== undefined) return false;
	return outcome.fault.code !== "unclear-speech" && outcome.fault.code !== "cancelled";
}

function readSlot(files: Files, slot: number): { row: Row; n: number } | null {
	const text = files.read(questionIn(slot));
	const question = text === null ? null : decodeQuestion(text);
	if (question === null) return null;
	const end = files.read(outcomeIn(slot));
	const outcome = end === null ? null : decodeOutcome(end, question.row.id);
	return outcome === null ? question : { row: withOutcome(question.row, outcome), n: question.n };
}
