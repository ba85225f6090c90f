/**
 * The page of an answer: what the watch has done for it, its pages, the question before them, what to ask next, what it took. Only
 * reads; has no link. What is yet to be done is another page's, before this one.
 */
import type { Deed } from "../core/actions/deed.ts";
import type { Entry } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { readAskedNotes } from "../device/asked-notes.ts";
import { freshId } from "../device/clock.ts";
import { readDeeds } from "../device/deeds.ts";
import { files } from "../device/files.ts";
import type { Swipe } from "../device/gestures.ts";
import { entriesOf, entryOf, readRow } from "../device/journal.ts";
import { waysToType } from "../device/keyboard.ts";
import { openNative } from "../device/native-apps.ts";
import { dropNotices } from "../device/notices.ts";
import { hasPlayer } from "../device/player.ts";
import { dropWakes } from "../device/wakes.ts";
import { type CardNotes, cardOf } from "./kit/card.ts";
import { journal, run, tools } from "./kit/desk.ts";
import { dutyNow } from "./kit/duty.ts";
import { go } from "./kit/go.ts";
import { waysNow } from "./kit/keys.ts";
import { lookNow } from "./kit/look.ts";
import type { Reading, Shown, Tap } from "./kit/model.ts";
import { answerSize, pagesOf } from "./kit/pages.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { tellingNow } from "./kit/telling.ts";
import { cardView } from "./views/card-view.ts";
import { hintOf, nextView, readingSize, readingView } from "./views/reading-view.ts";
import { receiptView } from "./views/receipt-view.ts";

const look = lookNow();
/** With what comes after the last page, and the receipt: set when the page opens, so that the code for it may go. */
let reading: (Reading & { id: string; next: Shown[]; paid: Shown[] }) | null = null;

/** `row` shows the question of that id, anything else the newest. */
export function openReading(launch: Launch): void {
	const entry = launch.kind === "row" ? entryOf(journal, launch.id) : entriesOf(journal)[0];
	if (launch.kind === "ask" || launch.kind === "listen" || launch.kind === "type") go("ask", launch);
	else if (entry === undefined) go("index", { kind: "home" });
	else begin(launch, entry);
}

function begin(launch: Launch, entry: Entry): void {
	const deeds = readDeeds(files);
	const duty = dutyNow(deeds);
	if (duty !== null) go(duty, launch.kind === "row" ? launch : { kind: "read" });
	else show(entry, deeds);
}

function show(entry: Entry, deeds: readonly Deed[]): void {
	const row = readRow(journal, entry);
	if (row?.state !== "answered") {
		go("ask", { kind: "row", id: entry.id });
		return;
	}
	dropWakes(files);
	dropNotices();
	const { answer, question } = row;
	const says = look.speaks === true && hasPlayer();
	if (says && look.aloud === true && run.aloud === row.id) {
		run.aloud = "";
		go("say", { kind: "row", id: row.id });
		return;
	}
	const { text, cut } = answer;
	const usual = readingSize(look, tools.layout.canvas);
	const whole = cut && !text.endsWith("\u2026") ? `${text}\u2026` : text;
	const unset = answer.unset === true ? tools.say("glance.unset") : "";
	const shown = unset === "" ? whole : `${whole}\n\n${unset}`;
	const size = answerSize(shown, usual, tools);
	const asked = pagesOf(question, usual, tools);
	const isNewest = entry.n === entriesOf(journal)[0]?.n;
	const words = answer.actions && cardOf({ id: row.id, answer, isNewest }, deeds, notesNow(), tellingNow());
	const card = words ? cardView(words, shown, look.accent, tools) : null;
	const pages = card?.isWhole ? [] : pagesOf(shown, size, tools);
	const next = nextView(answer, look, waysNow(waysToType(), look), tools, says);
	const paid = receiptView(answer, look, tools);
	const hint = hintOf(answer, entriesOf(journal).length === 1, pages.length, tools);
	const drawn = { asked, card: card?.pieces ?? null, pages, size, unset, hint };
	reading = { ...drawn, id: row.id, at: asked.length, receipt: false, next, paid };
	openScreen(tapped, swiped, turn);
	paint();
}

function notesNow(): CardNotes {
	return { asked: readAskedNotes(files), unkept: run.unkept, isFull: look.full === true };
}

/** Swipes turn pages. To the right is the system's way out, but from an answer it leads home first. */
function swiped(swipe: Swipe): boolean {
	if (swipe === "right") tapped({ kind: "home" });
	else turn(swipe === "down" ? -1 : 1);
	return true;
}

/** The receipt goes by any turn. */
function turn(by: 1 | -1): void {
	if (reading === null) return;
	const last = lastOf(reading);
	const at = reading.receipt ? reading.at : Math.max(0, Math.min(last, reading.at + by));
	if (at === reading.at && !reading.receipt) return;
	reading = { ...reading, at, receipt: false };
	paint();
}

function tapped(tap: Tap): void {
	if (reading === null) return;
	if (tap.kind === "turn") turn(tap.by);
	else if (tap.kind === "ask") go(tap.act ? "act" : "ask", { kind: "ask", id: freshId(), text: tap.text });
	else if (tap.kind === "say") go("say", { kind: "row", id: reading.id });
	else if (tap.kind === "type") go("ask", { kind: "type", way: tap.way });
	else if (tap.kind === "receipt" || reading.receipt) {
		reading = { ...reading, receipt: tap.kind === "receipt" };
		paint();
	} else if (tap.kind === "home") go("index", { kind: "home" });
	else if (tap.kind === "undo") go("act", { kind: "undo", id: reading.id });
	else if (tap.kind === "rings") go("act", { kind: "rings" });
	else if (tap.kind === "native") openNative(tap.app);
	else if (tap.kind === "keep") go("act", { kind: "keep", id: tap.key });
}

/** The page of what comes next. */
function lastOf({ asked, card, pages }: Reading): number {
	return asked.length + (card === null ? 0 : 1) + pages.length;
}

function paint(): void {
	if (reading === null) return;
	const { at, receipt, next, paid } = reading;
	const isLast = at >= lastOf(reading);
	draw(receipt ? paid : isLast ? next : readingView(reading, look, tools));
}
