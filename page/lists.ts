/** The lists of the first page: all quick replies, all that was asked before. Owns the way to forget it. Needs no phone. */
import { type Entry, titleOf } from "../core/ask/journal.ts";
import { freshId, now } from "../device/clock.ts";
import type { Swipe } from "../device/gestures.ts";
import { entriesOf, readRow } from "../device/journal.ts";
import { journal, tools } from "./kit/desk.ts";
import { forget } from "./kit/forget.ts";
import { go } from "./kit/go.ts";
import { lookNow } from "./kit/look.ts";
import type { List, Listed, Shown, Tap } from "./kit/model.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { forgettingView } from "./views/forgetting-view.ts";
import { LIST_ROWS, listView } from "./views/list-view.ts";

type Kind = List["kind"];

const look = lookNow();
let kind: Kind = "history";
let at = 0;
let isForgetting = false;

export function openList(wanted: Kind): void {
	kind = wanted;
	openScreen(tapped, swiped, turn);
	paint();
}

/** Swipes turn pages. To the right is the system's way out; from a list it leads home first. */
function swiped(swipe: Swipe): boolean {
	if (isForgetting) return swipe !== "right";
	if (swipe === "right") home();
	else turn(swipe === "down" ? -1 : 1);
	return true;
}

function turn(by: 1 | -1): void {
	if (isForgetting) return;
	const next = Math.max(0, Math.min(pagesNow() - 1, at + by));
	if (next === at) return;
	at = next;
	paint();
}

function first(): void {
	at = 0;
	paint();
}

/** The last row of the history is the way to forget it. */
function pagesNow(): number {
	const rows = kind === "chips" ? look.chips.length : entriesOf(journal).length + 1;
	return Math.max(1, Math.ceil(rows / LIST_ROWS));
}

function tapped(tap: Tap): void {
	if (tap.kind === "ask") go(tap.act ? "act" : "ask", { kind: "ask", id: freshId(), text: tap.text });
	else if (tap.kind === "open") go("read", { kind: "row", id: tap.id });
	else if (tap.kind === "home") home();
	else if (tap.kind === "turn" && tap.by < 0) first();
	else if (tap.kind === "turn") turn(1);
	else if (tap.kind === "forget" && isForgetting) {
		forget("all");
		home();
	} else if (tap.kind === "forget") {
		isForgetting = true;
		paint();
	}
}

function home(): void {
	go("index", { kind: "home" });
}

function paint(): void {
	draw(view());
}

function view(): Shown[] {
	return isForgetting ? forgettingView(look.accent, tools) : listView(listNow(), look.accent, tools);
}

function listNow(): List {
	const page = { at, pages: pagesNow() };
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
