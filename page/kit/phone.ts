/**
 * The phone as every page that has a link sees it: whether it is there, how it wants the watch to look, what it is to stop.
 * Owns the looks. Rule: what the phone decides is on the disk before anybody hears of it.
 */
import type { Look } from "../../core/wire/protocol.ts";
import { UNKNOWN_VERSION } from "../../core/wire/version.ts";
import { now } from "../../device/clock.ts";
import { files } from "../../device/files.ts";
import { writeLook } from "../../device/glance-store.ts";
import type { Link } from "../../device/link/link.ts";
import { openPhone, type Phone } from "../../device/link/phone.ts";
import { run } from "./desk.ts";
import { showLooks, showNewest } from "./face.ts";
import { forget } from "./forget.ts";
import { lookNow, ranked } from "./look.ts";

/** A phone that sleeps takes up to 24 s to answer a handshake (COM, `slow-shake`). */
const HELLO_LIMIT_MS = 30_000;
/** What the phone said so lately holds for the next page as well: pages give way to each other often. */
const MET_MS = 60_000;
/** Said three times: a question that is stopped must not be paid for because a frame was lost. */
const CANCEL_LIMIT_MS = 25_000;

export type PhoneNews =
	/** How the watch is to look; `forgotten`: in the settings the person had everything forgotten. */
	| { kind: "look"; forgotten: boolean }
	/** The phone is there again. */
	| { kind: "back" }
	/** It has said all that it was asked for. */
	| { kind: "quiet" };

export let look: Look = lookNow();
export let isOpen = false;

/** Whether hello has come to its end. */
let isGreeted = false;
let phone: Phone;
let tell: (news: PhoneNews) => void;

/** `told` hears what happens from now on. */
export function openLink(told: (news: PhoneNews) => void): Link {
	isOpen = true;
	tell = told;
	phone = openPhone();
	phone.link.onStatus((connected) => {
		if (connected && isOpen) tell({ kind: "back" });
	});
	for (const id of run.stops.splice(0)) stop(id);
	return phone.link;
}

export function closeLink(): void {
	isOpen = false;
	phone.link.onStatus(null);
	phone.close();
}

/** A look that was kept before looks had versions is asked for again. */
export function knownRev(): number {
	return look.version === undefined ? 0 : look.rev;
}

/** The phone has answered, with the looks if they are others. */
export function meet(): void {
	run.metAt = now();
}

export function hello(): void {
	showLooks(look);
	if (Math.abs(now() - (run.metAt ?? 0)) < MET_MS) {
		isGreeted = true;
		tellQuiet();
		return;
	}
	phone.link.request({ method: "hello", rev: knownRev() }, HELLO_LIMIT_MS, (outcome) => {
		if (!isOpen) return;
		if ("kind" in outcome && outcome.kind === "hello") {
			meet();
			if (outcome.look !== undefined) takeLook(outcome.look);
		}
		isGreeted = true;
		tellQuiet();
	});
}

export function takeLook(given: Look): void {
	const told = { ...given, version: given.version ?? UNKNOWN_VERSION };
	const forgotten = told.forgotten !== undefined && told.forgotten !== look.forgotten;
	// First: a page that dies in between is told again.
	if (forgotten) forget("ended");
	writeLook(files, told);
	look = ranked(told);
	showLooks(look);
	if (forgotten) showNewest(look);
	tell({ kind: "look", forgotten });
}

/** A question that is stopped is of no use to anybody: the phone is told, by the next page if this one is left. */
export function stop(id: string): void {
	run.stops.push(id);
	phone.link.request({ method: "cancel", id }, CANCEL_LIMIT_MS, () => {
		const at = run.stops.indexOf(id);
		if (!isOpen) return;
		if (at >= 0) run.stops.splice(at, 1);
		tellQuiet();
	});
}

function tellQuiet(): void {
	if (isOpen && isGreeted && run.stops.length === 0) tell({ kind: "quiet" });
}
