/**
 * The page that does what answers ask the watch to do: sets, cancels, takes back, puts right; then gives way to the page that shows
 * it. A quick reply that is an action is asked and answered here: nobody else is asked. Rule: each action is done once, by its
 * question and place, and what was done is on the disk before anybody is told.
 */
import type { Action } from "../core/actions/action.ts";
import { withAskedNote } from "../core/actions/asked-note.ts";
import { type Cancelling, cancelling } from "../core/actions/cancelling.ts";
import { type Deed, keptDeeds, keyOf, planned, questionOf } from "../core/actions/deed.ts";
import { lineForFace, nameOf, unstoredWords, wordsOf } from "../core/actions/deed-words.ts";
import { ended } from "../core/actions/review.ts";
import type { Entry, Row } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { readAskedNotes, writeAskedNotes } from "../device/asked-notes.ts";
import { now } from "../device/clock.ts";
import { putRight, readDeeds } from "../device/deeds.ts";
import { isScreenOn } from "../device/display.ts";
import { files } from "../device/files.ts";
import { tellMessage } from "../device/glance-store.ts";
import { entriesOf, entryOf, markDone, readRow, storeAnswered } from "../device/journal.ts";
import { openNative } from "../device/native-apps.ts";
import { utcOffset } from "../device/zone.ts";
import { journal, run, tools } from "./kit/desk.ts";
import { room } from "./kit/face.ts";
import { go } from "./kit/go.ts";
import { countChip, lookNow } from "./kit/look.ts";
import { tellingNow } from "./kit/telling.ts";
import { openRings } from "./rings.ts";

type Answered = Row & { state: "answered" };

/** An app is opened at once for who still looks; later it waits for a tap. */
const LOOKING_MS = 30_000;
/** Of what was cancelled, so many names are kept. */
const NAMES_MAX = 3;

export function openActing(launch: Launch): void {
	if (launch.kind === "ask") askWatch(launch.id, launch.text);
	doAll();
	if (launch.kind === "undo") undo(launch.id);
	if (launch.kind === "keep") keep(launch.id);
	tellFace();
	run.mendedAt = now();
	if (launch.kind === "rings") openRings();
	else if (launch.kind === "ask" || launch.kind === "row" || launch.kind === "undo")
		go("read", { kind: "row", id: launch.id });
	else if (launch.kind === "keep") go("read", { kind: "row", id: questionOf({ key: launch.id }) });
	else go(launch.kind === "read" ? "read" : "index", launch);
}

/** The watch itself answers a quick reply that is an action. */
function askWatch(id: string, text: string): void {
	const look = lookNow();
	const act = look.chips.find((chip) => chip.text === text)?.act;
	if (act === undefined || entryOf(journal, id) !== undefined) return;
	const row: Row = { id, question: text, talk: id, at: now(), state: "open" };
	storeAnswered(journal, row, { state: "answered", answer: { text: "", actions: [act] }, answeredAt: now() });
	countChip(look, text);
}

/** All that is due, and what the alarms need. The oldest question first. */
function doAll(): void {
	const due = entriesOf(journal).filter((entry) => entry.due === true);
	const ids = entriesOf(journal).map(({ id }) => id);
	const before = keptDeeds(readDeeds(files), ids);
	let deeds = before;
	for (const entry of [...due].reverse()) {
		const row = readRow(journal, entry);
		if (row?.state === "answered") deeds = withDeeds(deeds, row);
	}
	const done = putRight(files, deeds);
	for (const entry of due) openApp(entry, done ?? before);
	for (const entry of due) {
		run.acted.push(entry.id);
		markDone(journal, entry);
	}
}

function withDeeds(deeds: Deed[], { id, at, answer: { actions = [] } }: Answered): Deed[] {
	let all = deeds;
	actions.forEach((action, place) => {
		const key = keyOf(id, place);
		if (all.some((deed) => deed.key === key)) return;
		const moment = { askedAt: at, now: now(), offset: utcOffset(now()) };
		const deed = planned(action, key, moment, all);
		all = action.do === "cancel" ? cancelled(all, deed, action) : [...all, deed];
	});
	return all;
}

function cancelled(deeds: Deed[], deed: Deed, { label }: Action & { do: "cancel" }): Deed[] {
	const { say } = tools;
	const { keys, names, why }: Cancelling = cancelling(deeds, label, {
		timer: ["timer", say("ring.timer")],
		alarm: ["alarm", say("ring.alarm")],
		remind: ["remind", "reminder", say("ring.remind")],
	});
	const telling = tellingNow();
	const told: Deed = { ...deed, names: names.slice(0, NAMES_MAX).map((one) => nameOf(one, telling)) };
	const rest = ended(deeds, ({ key }) => keys.includes(key), "undone");
	return [...rest, why === undefined ? told : { ...told, state: "failed", why }];
}

/** Where it is all that was asked for. After a kill it waits for the person's tap: it may have been open. */
function openApp({ id, n }: Entry, deeds: readonly Deed[]): void {
	const own = deeds.filter((deed) => questionOf(deed) === id);
	const [only] = own;
	const row = readRow(journal, entryOf(journal, id));
	const isNewest = entriesOf(journal)[0]?.n === n;
	if (only?.app === undefined || own.length > 1 || only.state !== "offered" || !isNewest || row === null) return;
	if (Math.abs(now() - row.at) > LOOKING_MS || !isScreenOn()) return;
	const isOpen = openNative(only.app);
	const told: Deed = isOpen ? { ...only, state: "done" } : { ...only, state: "failed", why: "absent" };
	putRight(
		files,
		deeds.map((deed) => (deed === only ? told : deed)),
	);
}

function undo(id: string): void {
	putRight(
		files,
		ended(readDeeds(files), (deed) => questionOf(deed) === id, "undone"),
	);
}

/** By the person's tap alone: the note goes to the phone with the next hello, which the next page says anew. */
function keep(key: string): void {
	const id = questionOf({ key });
	const row = readRow(journal, entryOf(journal, id));
	const action =
		row?.state === "answered" ? row.answer.actions?.find((_, place) => keyOf(id, place) === key) : undefined;
	const asked = readAskedNotes(files);
	const isDone = asked.some((note) => note.key === key && note.state !== "full");
	if (action?.do !== "note" || isDone) return;
	const isGone = (other: string) => entryOf(journal, questionOf({ key: other })) === undefined;
	const notes = withAskedNote(asked, { key, text: action.text, state: "asked" }, isGone);
	run.unkept = notes !== null && writeAskedNotes(files, notes) ? "" : key;
	run.metAt = 0;
}

/** The face says what was done by the deeds' words, never by the model's. */
function tellFace(): void {
	const row = readRow(journal, entriesOf(journal)[0]);
	if (row?.state !== "answered") return;
	const { actions = [] } = row.answer;
	if (actions.length === 0) return;
	const deeds = readDeeds(files);
	const telling = tellingNow();
	const words = actions.map((action, place) => {
		const deed = deeds.find(({ key }) => key === keyOf(row.id, place));
		return deed === undefined ? unstoredWords(action.do, telling) : wordsOf(deed, deeds, telling);
	});
	const { line: _, ...answer } = row.answer;
	const told: Row = { ...row, answer: { ...answer, text: lineForFace(words) } };
	tellMessage(files, told, lookNow().accent, room);
}
