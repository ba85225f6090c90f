/**
 * Asks the phone: sends rows of the journal, stores what became of them, tells the face. Owns the order of that; what is
 * on the screen is its page's. Rule: an end is stored before anybody hears of it.
 */
import { type Entry, type Outcome, openEntries, type Row } from "../../core/ask/journal.ts";
import { toOutcome, withWords } from "../../core/ask/outcome.ts";
import type { Fault } from "../../core/faults.ts";
import { type AskRequest, type Reply, WAIT_MINUTES } from "../../core/wire/protocol.ts";
import { now } from "../../device/clock.ts";
import { attempt } from "../../device/guard.ts";
import { entriesOf, readRow, settleRow } from "../../device/journal.ts";
import { languageTag } from "../../device/language.ts";
import type { Done, Link } from "../../device/link/link.ts";
import { readFacts } from "../../device/sensors.ts";
import { timers } from "../../device/timers.ts";
import { journal } from "./desk.ts";
import { setUnderstood, showNewest } from "./face.ts";
import { isOpen, knownRev, look, meet, takeLook } from "./phone.ts";

/** Longer than the phone's own 60 s. */
export const ASK_LIMIT_MS = 70_000;
const MINUTE_MS = 60_000;
const CLOCK_WAS_SET_MS = 180 * 24 * 60 * MINUTE_MS;
/** A timer takes no more than some 24 days; whoever allows a longer wait is looked after once a day. */
const EXPIRY_CHECK_MS = 24 * 60 * MINUTE_MS;

/** What the page hears of questions, and of what the phone decides. */
export type AskNews =
	/** It waits for the phone; it has come to its end, which is in the journal. */
	| { kind: "away" | "ended"; id: string }
	/** What was understood of a spoken one: it is not asked before the person says so. */
	| { kind: "heard"; id: string; text: string }
	/** All that is open is asked again. */
	| { kind: "again" };

/** Sends the recording of a spoken question, then the question. */
export type Speak = (row: Row, ask: AskRequest & { voice: true }, isFresh: boolean, done: Done) => void;

let tell: (news: AskNews) => void;
let speak: Speak;
let link: Link;
let expiry = 0;
/** Ids that the link is asking right now. */
let asking: string[] = [];
let sends = 0;

/** `told` hears what becomes of questions; `spoken` sends those that were spoken. */
export function openAsker(opened: Link, told: (news: AskNews) => void, spoken: Speak): void {
	link = opened;
	tell = told;
	speak = spoken;
}

export function closeAsker(): void {
	timers.clear(expiry);
}

/** Whether anything was sent since the page opened. */
export function hasSent(): boolean {
	return sends > 0;
}

/** The phone may be there again, or a question has waited long enough. */
export function again(): void {
	if (!isOpen || !sendOpen()) return;
	tellFace();
	tell({ kind: "again" });
}

/** Rows that a killed page left open are asked again, the oldest first, which their ids make safe. Whether there are any. */
export function sendOpen(): boolean {
	const open = openEntries(entriesOf(journal));
	for (const entry of open) {
		const row = readRow(journal, entry);
		if (row !== null) send(row, false);
	}
	return open.length > 0;
}

/** `isFresh`: nothing of it has gone out before. `said`: what the person confirmed that a recording says. */
export function send(row: Row, isFresh: boolean, said?: string): void {
	const { id, question, talk, voice, at } = row;
	if (!isOpen || asking.includes(id)) return;
	asking.push(id);
	sends++;
	if (said !== undefined) setUnderstood(null);
	const { wants = [] } = look;
	const facts = wants.length === 0 ? null : attempt(() => readFacts(wants));
	const known = facts === null ? {} : { facts };
	const late = said === undefined && waitLeft(at) < 1 ? { late: true as const } : {};
	const about = { method: "ask", id, talk, lang: languageTag(), rev: knownRev(), ...known, ...late } as const;
	const done = (outcome: Reply | Fault) => take(id, outcome, said);
	if (voice !== true || said !== undefined) link.request({ ...about, text: said ?? question }, ASK_LIMIT_MS, done);
	else speak(row, { ...about, voice }, isFresh, done);
}

/** The link's own fault is always that the phone is away; anything that the phone said is an end. */
function take(id: string, outcome: Reply | Fault, said: string | undefined): void {
	asking = asking.filter((other) => other !== id);
	if (!isOpen) return;
	if ("code" in outcome && outcome.code === "phone-away") {
		away(id);
		return;
	}
	if ("kind" in outcome) meet();
	if ("look" in outcome && outcome.look !== undefined) takeLook(outcome.look);
	if ("kind" in outcome && outcome.kind === "heard") {
		setUnderstood(outcome);
		tellFace();
		tell(outcome);
	} else end(id, withWords(toOutcome(outcome, now()), said));
}

/** Its row stays open: it goes by itself when the phone is back. One that has waited for longer than the person allows ends. */
function away(id: string): void {
	const row = readRow(journal, findOpen(id));
	if (row !== null && waitLeft(row.at) < 1)
		end(id, { state: "faulted", fault: { code: "expired" }, answeredAt: now() });
	else tell({ kind: "away", id });
	awaitExpiry();
}

/** Nothing else wakes while the phone is away: the question that has waited longest is tried once more when its time is up. */
function awaitExpiry(): void {
	timers.clear(expiry);
	const [oldest] = openEntries(entriesOf(journal));
	const row = readRow(journal, oldest);
	if (row === null) return;
	expiry = timers.set(again, Math.min(EXPIRY_CHECK_MS, Math.max(1, waitLeft(row.at))));
}

/**
 * How long a question asked at `at` may still wait for the phone, in ms: below 1 it is no longer asked, only asked about.
 * One that was asked in the future, or half a year ago, was asked by a clock that has been set since: it has all its time.
 */
function waitLeft(at: number): number {
	const most = (look.waitMinutes ?? WAIT_MINUTES) * MINUTE_MS;
	const waited = now() - at;
	return waited < 0 || waited > CLOCK_WAS_SET_MS ? most : most - waited;
}

/** A row that has ended stays as it ended: an answer that comes after `cancel` changes nothing. */
export function end(id: string, outcome: Outcome): void {
	const entry = findOpen(id);
	if (entry === undefined || !settleRow(journal, entry, outcome)) return;
	tellFace();
	tell({ kind: "ended", id });
}

function findOpen(id: string): Entry | undefined {
	return openEntries(entriesOf(journal)).find((entry) => entry.id === id);
}

export function tellFace(): void {
	showNewest(look);
}
