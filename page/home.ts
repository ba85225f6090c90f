/**
 * The first page: the last answer, the ways to ask, quick replies, what was asked before. Owns the way to forget it. What is
 * asked is another page's: this one says hello, and sends nothing.
 */
import { type Entry, openEntries, titleOf } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { freshId, now } from "../device/clock.ts";
import { files } from "../device/files.ts";
import { listenToGestures, type Swipe } from "../device/gestures.ts";
import { entriesOf, mendJournal, readRow } from "../device/journal.ts";
import { waysToType } from "../device/keyboard.ts";
import { RECORDING } from "../device/recording.ts";
import { brush, journal, tools } from "./kit/desk.ts";
import { createDrawing } from "./kit/draw.ts";
import { showNewest } from "./kit/face.ts";
import { go, leavePage, onLeave } from "./kit/go.ts";
import { waysNow } from "./kit/keys.ts";
import type { Home, List, Listed, Shown, Tap } from "./kit/model.ts";
import { closeLink, forget, hello, look, openLink, type PhoneNews } from "./kit/phone.ts";
import { forgettingView } from "./views/forgetting-view.ts";
import { homeView } from "./views/home-view.ts";
import { LIST_ROWS, listView } from "./views/list-view.ts";

type Screen = { kind: "home" | "forgetting" } | { kind: "chips" | "history"; at: number };

const drawing = createDrawing(brush, tapped);
const ways = waysToType();
let screen: Screen = { kind: "home" };

export function openHome(launch: Launch): void {
	mendJournal(journal);
	const [waiting] = openEntries(entriesOf(journal));
	if (launch.kind === "read") go("read", launch);
	else if (launch.kind !== "open" && launch.kind !== "home") go("ask", launch);
	else if (launch.kind === "open" && waiting !== undefined) go("ask", launch);
	else begin();
}

function begin(): void {
	onLeave(closeLink);
	// Left by a page that was closed while somebody spoke.
	files.remove(RECORDING);
	openLink(hear);
	listenToGestures(swiped, turn);
	hello();
	// Until something is asked the face says that all is ready.
	if (entriesOf(journal).length === 0) showNewest(look);
	paint();
}

export function drawHomeAgain(): void {
	drawing.lose();
	paint();
}

/**
 * What waits for the phone goes when it is back. With nothing that waits the link is closed as soon as the phone has said what
 * there is: the watch has its memory back.
 */
function hear({ kind }: PhoneNews): void {
	const [waiting] = openEntries(entriesOf(journal));
	if (kind === "look") paint();
	else if (kind === "quiet") {
		if (waiting === undefined) leavePage();
	} else if (screen.kind === "home" && waiting !== undefined) go("ask", { kind: "row", id: waiting.id });
}

/** Swipes turn pages. To the right is the system's way out; from a list it leads home first. */
function swiped(swipe: Swipe): boolean {
	if (screen.kind !== "history" && screen.kind !== "chips") return swipe !== "right";
	if (swipe === "right") turnTo({ kind: "home" });
	else turn(swipe === "down" ? -1 : 1);
	return true;
}

function turn(by: 1 | -1): void {
	if (screen.kind !== "history" && screen.kind !== "chips") return;
	const at = Math.max(0, Math.min(pagesIn(screen.kind) - 1, screen.at + by));
	if (at !== screen.at) turnTo({ ...screen, at });
}

/** The last row of the history is the way to forget it. */
function pagesIn(kind: "chips" | "history"): number {
	const rows = kind === "chips" ? look.chips.length : entriesOf(journal).length + 1;
	return Math.max(1, Math.ceil(rows / LIST_ROWS));
}

function tapped(tap: Tap): void {
	switch (tap.kind) {
		case "ask":
			go("ask", { kind: "ask", id: freshId(), text: tap.text });
			return;
		case "type":
			if (tap.way === "record") go("speak", tap);
			else go("ask", tap);
			return;
		case "open":
			go("read", { kind: "row", id: tap.id });
			return;
		case "forget":
			if (screen.kind !== "forgetting") turnTo({ kind: "forgetting" });
			else {
				forget("all");
				go("index", { kind: "home" });
			}
			return;
		case "chips":
		case "history":
			turnTo({ kind: tap.kind, at: 0 });
			return;
		case "home":
			turnTo({ kind: "home" });
	}
}

function turnTo(next: Screen): void {
	screen = next;
	paint();
}

function paint(): void {
	drawing.draw(view());
}

function view(): Shown[] {
	switch (screen.kind) {
		case "home":
			return homeView(homeNow(), tools);
		case "forgetting":
			return forgettingView(look.accent, tools);
		default:
			return listView(listNow(screen.kind, screen.at), look.accent, tools);
	}
}

function homeNow(): Home {
	const entries = entriesOf(journal);
	const row = entries[0] === undefined ? null : readRow(journal, entries[0]);
	const teaser = row?.state === "answered" ? { id: row.id, line: row.answer.line ?? row.answer.text } : null;
	return { look, ways: waysNow(ways, look), teaser, asked: entries.length };
}

function listNow(kind: "chips" | "history", at: number): List {
	const page = { at, pages: pagesIn(kind) };
	const from = at * LIST_ROWS;
	if (kind === "chips") return { ...page, kind, rows: look.chips.slice(from, from + LIST_ROWS) };
	const entries = entriesOf(journal);
	const rows: (Listed | "forget")[] = entries.slice(from, from + LIST_ROWS).map(listed);
	if (from + LIST_ROWS > entries.length) rows.push("forget");
	return { ...page, kind, now: now(), rows };
}

function listed(entry: Entry): Listed {
	const row = readRow(journal, entry);
	return { id: entry.id, title: titleOf(row?.question ?? ""), at: row?.at ?? 0, state: entry.state };
}
