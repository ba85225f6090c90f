/**
 * What the watch has made of an action: a deed, one for each action of an answer, known by the question's id and the action's
 * place. Owns its shape, what it is stored as, and what it is to be at first. Rule: only a deed says what was done; no text of
 * an answer does.
 */
import { isFields, parseJson } from "../json.ts";
import { ACTION_NAMES, type Action, type ActionName, type NativeApp } from "./action.ts";
import { MINUTE_MS, nextAt, onDay } from "./when.ts";

/** So many ring at a time. */
const RINGS_MAX = 8;

/** What is past for no longer rings at once: the answer was on its way that long. */
const LATE_MS = 60_000;
const AT_ONCE_MS = 2_000;

/**
 * `doing`: it is to ring, and no alarm of the watch is known for it yet. `set`: alarm `alarm` rings. `missed`: it rang and nobody
 * came, or the watch was off; the person has yet to be told. `over`: it rang, and the person knows. `offered`: it waits for a tap.
 */
type DeedState = "doing" | "set" | "missed" | "over" | "undone" | "done" | "offered" | "failed" | "refused";

/**
 * `full`: so many are set already. `past`: its time was. `unset`: the watch took no alarm. `none`, `several`: of what was to be
 * cancelled there is nothing, or more than one. `absent`: the watch has no such app.
 */
type Why = "full" | "past" | "unset" | "none" | "several" | "absent";

/** `at`: when it rings next; `offset`: the local time that this was worked out by. Moments are ms since the epoch. */
export type Deed = {
	key: string;
	do: ActionName;
	label: string;
	state: DeedState;
	why?: Why;
	at?: number;
	offset?: number;
	/** Of a timer. */
	seconds?: number;
	/** By local time: minutes since midnight, and the days of the week on which it comes again. */
	minutes?: number;
	days?: number;
	/** The watch's own id of the alarm. */
	alarm?: number;
	/** How often it has begun to ring, when it last did, and when it was due at first. */
	rung?: number;
	rangAt?: number;
	due?: number;
	app?: NativeApp;
	/** What was cancelled, or is one of several. */
	names?: string[];
};

export function keyOf(id: string, place: number): string {
	return `${id}/${place}`;
}

/** The question that it came of. */
export function questionOf({ key }: Pick<Deed, "key">): string {
	return key.slice(0, key.indexOf("/"));
}

/** It is still to ring. */
export function isPending({ state }: Deed): boolean {
	return state === "doing" || state === "set";
}

/** Those that are still to ring, the next first. */
export function pendingOf(deeds: readonly Deed[]): Deed[] {
	return deeds.filter(isPending).sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

/** `askedAt`: when the person asked for it. */
export type Moment = { askedAt: number; now: number; offset: number };

/** What is to become of an action, but for `cancel` (cancelling.ts). `deeds`: those that there are. */
export function planned(action: Action, key: string, moment: Moment, deeds: readonly Deed[]): Deed {
	const deed = { key, do: action.do, label: "label" in action ? (action.label ?? "") : "" };
	switch (action.do) {
		case "open":
			return { ...deed, state: "offered", app: action.app };
		case "note":
			return { ...deed, state: "offered" };
		case "list":
		case "cancel":
			return { ...deed, state: "done" };
		default: {
			const at = firstRing(action, moment);
			if (at === null) return { ...deed, state: "refused", why: "past" };
			if (deeds.filter(isPending).length >= RINGS_MAX) return { ...deed, state: "refused", why: "full" };
			return { ...deed, state: "doing", at, ...timeOf(action, moment.offset) };
		}
	}
}

type Ringing = Extract<Action, { do: "timer" | "alarm" | "remind" }>;

/** What it is to keep, whatever the clock is set to. */
function timeOf(action: Ringing, offset: number): Partial<Deed> {
	if (action.do === "timer") return { seconds: action.seconds };
	const { at: minutes } = action;
	if (minutes === undefined) return {};
	const days = action.do === "alarm" && action.days ? { days: action.days } : {};
	return { minutes, offset, ...days };
}

/** Null where that is past. A clock that was set since then says nothing of when it was asked. */
function firstRing(action: Ringing, { askedAt, now, offset }: Moment): number | null {
	const asked = Math.min(askedAt, now);
	const at = momentOf(action, asked, offset);
	if (at > now) return at;
	if (action.do === "alarm" && action.days) return nextAt(action.at, action.days, now, offset);
	return now - at <= LATE_MS ? now + AT_ONCE_MS : null;
}

function momentOf(action: Ringing, asked: number, offset: number): number {
	if (action.do === "alarm") return nextAt(action.at, action.days || undefined, asked, offset);
	if (action.do === "remind" && action.at !== undefined) return onDay(action.at, action.day ?? 0, asked, offset);
	return asked + (action.seconds ?? 0) * 1000;
}

/** By local time that is `offset` now, it keeps its time of day. */
export function movedTo(deed: Deed, offset: number): Deed {
	const { at = 0, offset: old = offset, alarm: _, ...rest } = deed;
	return { ...rest, at: at + (old - offset) * MINUTE_MS, offset, state: "doing" };
}

/** All that is known of a question's deeds goes with the question, but what is still to ring or to be told. */
export function keptDeeds(deeds: readonly Deed[], ids: readonly string[]): Deed[] {
	return deeds.filter((deed) => isPending(deed) || deed.state === "missed" || ids.includes(questionOf(deed)));
}

export function encodeDeeds(deeds: readonly Deed[]): string {
	return JSON.stringify(deeds);
}

/** What is no deed is left out: a file that nobody can read has none. */
export function decodeDeeds(text: string): Deed[] {
	const list = parseJson(text);
	return Array.isArray(list) ? list.filter(isDeed) : [];
}

function isDeed(value: unknown): value is Deed {
	if (!isFields(value)) return false;
	const { key, label, state, at, names } = value;
	const isOneOfOurs = typeof key === "string" && typeof label === "string" && typeof state === "string";
	const isWhole = at === undefined || typeof at === "number";
	return isOneOfOurs && isWhole && ACTION_NAMES.some((name) => name === value.do) && isNames(names);
}

function isNames(value: unknown): boolean {
	return value === undefined || Array.isArray(value);
}
