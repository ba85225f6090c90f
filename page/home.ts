/**
 * The first page: the last answer, the ways to ask, quick replies. What is asked is another page's: this one says hello, and
 * sends nothing. Rule: once the phone has answered, nothing but the touches is left of it, since it stands for long; so each
 * touch leads to a page, this one too.
 */
import { pendingOf } from "../core/actions/deed.ts";
import { nameOf, timeIn } from "../core/actions/deed-words.ts";
import { openEntries } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { freshId } from "../device/clock.ts";
import { readDeeds } from "../device/deeds.ts";
import { files } from "../device/files.ts";
import { entriesOf, mendJournal, readRow } from "../device/journal.ts";
import { waysToType } from "../device/keyboard.ts";
import type { Link } from "../device/link/link.ts";
import { RECORDING, SOUND } from "../device/recording.ts";
import { journal, tools } from "./kit/desk.ts";
import { dutyNow } from "./kit/duty.ts";
import { showNewest } from "./kit/face.ts";
import { endWork, go, onLeave } from "./kit/go.ts";
import { waysNow } from "./kit/keys.ts";
import type { Home, Tap } from "./kit/model.ts";
import { tellNotes } from "./kit/notes.ts";
import { closeLink, hello, look, openLink, type PhoneNews } from "./kit/phone.ts";
import { draw, openScreen } from "./kit/screen.ts";
import { tellingNow } from "./kit/telling.ts";
import { openList } from "./lists.ts";
import { homeView } from "./views/home-view.ts";

let link: Link;

export function openHome(launch: Launch): void {
	if (launch.kind === "chips" || launch.kind === "history") {
		openList(launch.kind);
		return;
	}
	mendJournal(journal);
	const [waiting] = openEntries(entriesOf(journal));
	const duty = dutyNow();
	if (duty !== null && isHere(launch)) go(duty, launch);
	else if (launch.kind === "read") go("read", launch);
	else if (launch.kind !== "open" && launch.kind !== "home") go("ask", launch);
	else if (launch.kind === "open" && waiting !== undefined) go("ask", launch);
	else begin();
}

/** Whether it ends on this page, or on one that may wait. */
function isHere({ kind }: Launch): boolean {
	return kind === "open" || kind === "home" || kind === "read";
}

function begin(): void {
	onLeave(closeLink);
	// Left by a page that was closed while somebody spoke, or while an answer was spoken.
	files.remove(RECORDING);
	files.remove(SOUND);
	openScreen(tapped);
	link = openLink(hear);
	hello();
	// The face may have been told nothing of the newest question: its page died, or the file is of an earlier version.
	showNewest(look);
	paint();
}

/**
 * What waits for the phone goes when it is back. With nothing that waits the link is closed as soon as the phone has said what
 * there is: the watch has its memory back.
 */
function hear({ kind }: PhoneNews): void {
	const [waiting] = openEntries(entriesOf(journal));
	if (kind === "look") paint();
	else if (kind === "back" && waiting !== undefined) go("ask", { kind: "row", id: waiting.id });
	else if (kind === "quiet")
		tellNotes(link, () => {
			if (waiting === undefined) endWork();
		});
}

function tapped(tap: Tap): void {
	if (tap.kind === "ask") go(tap.act ? "act" : "ask", { kind: "ask", id: freshId(), text: tap.text });
	else if (tap.kind === "type") go(tap.way === "record" ? "speak" : "ask", tap);
	else if (tap.kind === "open") go("read", { kind: "row", id: tap.id });
	else if (tap.kind === "chips" || tap.kind === "history") go("index", { kind: tap.kind });
	else if (tap.kind === "rings") go("act", { kind: "rings" });
}

function paint(): void {
	draw(homeView(homeNow(), tools));
}

function homeNow(): Home {
	const entries = entriesOf(journal);
	const row = readRow(journal, entries[0]);
	const teaser = row?.state === "answered" ? { id: row.id, line: row.answer.line ?? row.answer.text } : null;
	return { look, ways: waysNow(waysToType(), look), teaser, asked: entries.length, ring: ringNow() };
}

/** What rings next: its name and when. */
function ringNow(): string | null {
	const [first] = pendingOf(readDeeds(files));
	if (first === undefined) return null;
	const telling = tellingNow();
	return `${nameOf(first, telling)} \u00b7 ${timeIn(first.at ?? 0, telling)}`;
}
