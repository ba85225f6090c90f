/**
 * Keeps the ask journal on the disk. Owns when its files are written: `N.ID.q` when a question is asked, `N.ID.a` or `N.ID.f`
 * when it is answered or has failed, `N.ID.v` what was said of a spoken one, until nobody needs to hear it again, `N.ID.d` until
 * the actions of its answer are done. Their names say what a list needs, so that none is opened for it. Rule: whatever tears, no row that was there is lost: a torn question was
 * never asked, and an end stands under another name until it is whole, so that a torn one is still open.
 */
import {
	decodeOutcome,
	decodeQuestion,
	ENDINGS,
	type Entry,
	encodeOutcome,
	encodeQuestion,
	entriesIn,
	fileOf,
	JOURNAL_ROWS,
	nextNumber,
	type Outcome,
	oldest,
	type Row,
	readName,
	withOutcome,
} from "../core/ask/journal.ts";
import type { Files } from "./files.ts";

/** A row that the disk would not take, or whose end it would not. */
export type Held = { n: number; row: Row; recording: string };

/** `held` lives as long as the app, whichever page is open. */
export type Journal = { files: Files; held: Held[] };

/** Rows in memory alone that their person still gets to see. */
const HELD_MAX = 3;

/** Newest first. Their texts stay on the disk. */
export function entriesOf({ files, held }: Journal): Entry[] {
	const entries = entriesIn(files.list());
	for (const { n, row } of held) {
		const entry: Entry = { n, id: row.id, state: row.state };
		const at = entries.findIndex((other) => other.n <= n);
		if (at < 0) entries.push(entry);
		else entries.splice(at, entries[at]?.n === n ? 1 : 0, entry);
	}
	return entries;
}

export function entryOf(journal: Journal, id: string): Entry | undefined {
	return entriesOf(journal).find((entry) => entry.id === id);
}

/** The whole row; null where there is none. One whose end cannot be read is open. */
export function readRow({ files, held }: Journal, entry: Entry | undefined): Row | null {
	if (entry === undefined) return null;
	const kept = held.find(({ n }) => n === entry.n);
	if (kept !== undefined) return kept.row;
	const row = readQuestion(files, entry);
	if (row === null || entry.state === "open") return row;
	const outcome = decodeOutcome(files.read(fileOf(entry, ENDINGS[entry.state])) ?? "", entry.id);
	return outcome === null ? row : withOutcome(row, outcome);
}

function readQuestion(files: Files, entry: Entry): Row | null {
	return decodeQuestion(files.read(fileOf(entry, ENDINGS.question)) ?? "")?.row ?? null;
}

/** The file of a spoken question. */
export function recordingOf({ held }: Journal, entry: Entry): string {
	return held.find(({ n }) => n === entry.n)?.recording || fileOf(entry, ENDINGS.voice);
}

/**
 * Stores a question before it is sent, and takes the file `recording` for its own. Null where the disk would not: then all is
 * as before, the recording too. Only a row that is stored takes the place of the oldest.
 */
export function storeRow(journal: Journal, row: Row, recording?: string): Entry | null {
	const { files } = journal;
	const entry: Entry = { n: nextNumber(entriesOf(journal)), id: row.id, state: "open" };
	const voice = fileOf(entry, ENDINGS.voice);
	// Without its recording it is asked all the same, and told that nothing was heard.
	if (recording !== undefined && !files.replace(recording, voice) && files.read(recording) !== null) return null;
	const question = fileOf(entry, ENDINGS.question);
	if (!files.write(question, encodeQuestion(row, entry.n))) {
		files.remove(question);
		if (recording !== undefined) files.replace(voice, recording);
		return null;
	}
	trim(journal);
	return entry;
}

/**
 * Stores a question that is answered already. The question's own file comes last, and whole: without it there is no row, so that
 * no kill leaves one that waits for an answer. What the disk would not take is held.
 */
export function storeAnswered(journal: Journal, row: Row, outcome: Outcome & { state: "answered" }): void {
	const { files } = journal;
	const entry = { n: nextNumber(entriesOf(journal)), id: row.id };
	const next = fileOf(entry, ENDINGS.next);
	const isStored =
		files.write(fileOf(entry, ENDINGS.due), "1") &&
		files.write(fileOf(entry, ENDINGS.answered), encodeOutcome(row.id, outcome)) &&
		files.write(next, encodeQuestion(row, entry.n)) &&
		files.replace(next, fileOf(entry, ENDINGS.question));
	if (isStored) {
		trim(journal);
		return;
	}
	drop(journal, entry);
	hold(journal, { n: entry.n, row: withOutcome(row, outcome), recording: "" });
}

/** Keeps a question in memory alone, whose recording stays in `recording`: the person asks it all the same. */
export function holdRow(journal: Journal, row: Row, recording = ""): Entry {
	const n = nextNumber(entriesOf(journal));
	hold(journal, { n, row, recording });
	return { n, id: row.id, state: "open" };
}

function hold({ held }: Journal, one: Held): void {
	const at = held.findIndex(({ n }) => n === one.n);
	if (at >= 0) held.splice(at, 1);
	held.push(one);
	if (held.length > HELD_MAX) held.shift();
}

/** Stores the end of a row that is open; a second end is ignored, and gives false. What the disk would not take is held. */
export function settleRow(journal: Journal, entry: Entry, outcome: Outcome): boolean {
	const { files, held } = journal;
	const row = readRow(journal, entry);
	if (row === null || row.state !== "open") return false;
	const recording = recordingOf(journal, entry);
	if (row.voice === true && !isHeardAgain(outcome)) files.remove(recording);
	const next = fileOf(entry, ENDINGS.next);
	// First: an answer whose actions nobody knows to be due would never be acted on.
	if (outcome.state === "answered" && outcome.answer.actions?.length) files.write(fileOf(entry, ENDINGS.due), "1");
	const isStored =
		held.every(({ n }) => n !== entry.n) &&
		files.write(next, encodeOutcome(entry.id, outcome)) &&
		files.replace(next, fileOf(entry, ENDINGS[outcome.state]));
	if (!isStored) {
		files.remove(next);
		hold(journal, { n: entry.n, row: withOutcome(row, outcome), recording });
	}
	return true;
}

/** The actions of its answer are done. */
export function markDone({ files }: Journal, entry: Entry): void {
	files.remove(fileOf(entry, ENDINGS.due));
}

/** Removes all that has ended, or all there is. */
export function forgetRows(journal: Journal, what: "ended" | "all"): void {
	for (const entry of entriesOf(journal)) if (what === "all" || entry.state !== "open") drop(journal, entry);
}

/** The question goes first: its outcome alone is nothing, but without its outcome it would be asked again. */
function drop({ files, held }: Journal, entry: Pick<Entry, "n" | "id">): void {
	for (const ending of Object.values(ENDINGS)) files.remove(fileOf(entry, ending));
	const at = held.findIndex(({ n }) => n === entry.n);
	if (at >= 0) held.splice(at, 1);
}

function trim(journal: Journal): void {
	for (let entries = entriesOf(journal); entries.length > JOURNAL_ROWS; ) {
		const gone = oldest(entries);
		drop(journal, gone);
		entries = entries.filter((entry) => entry !== gone);
	}
}

/**
 * What a page that died left behind: an end that is whole gets its name, what is torn goes, and so do rows too many. Rows of
 * before their names said anything are named anew.
 */
export function mendJournal(journal: Journal): void {
	const { files } = journal;
	const names = files.list();
	for (const name of names) {
		if (/^j\d+\.q$/.test(name)) rename(files, name.slice(0, -1));
		const found = readName(name);
		if (found?.ending === ENDINGS.next) finish(files, found, name);
	}
	for (const entry of entriesIn(files.list())) {
		if (entry.state === "open" && readQuestion(files, entry) === null) drop(journal, entry);
	}
	trim(journal);
}

/** An end that was written, and perhaps whole, when the page died. */
function finish(files: Files, entry: { n: number; id: string }, name: string): void {
	const outcome = decodeOutcome(files.read(name) ?? "", entry.id);
	if (outcome !== null) files.replace(name, fileOf(entry, ENDINGS[outcome.state]));
	files.remove(name);
}

/** `old`: `jN.` of slot N. Its question goes last: until then it is found here again. */
function rename(files: Files, old: string): void {
	const found = decodeQuestion(files.read(`${old}q`) ?? "");
	const entry = { n: found?.n ?? 0, id: found?.row.id ?? "" };
	const question = fileOf(entry, ENDINGS.question);
	if (readName(question) !== null) {
		const outcome = decodeOutcome(files.read(`${old}a`) ?? "", entry.id);
		if (outcome !== null) files.replace(`${old}a`, fileOf(entry, ENDINGS[outcome.state]));
		files.replace(`${old}v`, fileOf(entry, ENDINGS.voice));
		if (!files.replace(`${old}q`, question)) return;
	}
	for (const ending of "qav") files.remove(old + ending);
}

/** Whether asking again needs the recording: not once its words are known, or once it is known to have none. */
function isHeardAgain(outcome: Outcome): boolean {
	if (outcome.state === "answered" || outcome.heard !== undefined) return false;
	return outcome.fault.code !== "unclear-speech" && outcome.fault.code !== "cancelled";
}
