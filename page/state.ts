/**
 * What the ask page is doing, and what follows from what happens. Pure: `step` takes a state and an event, and returns
 * the next state and what is to be done; it knows no widget, no clock and no disk. Rule: a question is sent once the disk
 * has it, or once the person has said to send it without.
 */

import { find, newest, type Outcome, openEntries, type Row, talkFor } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import type { Fault } from "../core/faults.ts";
import { clip, QUESTION_LIMIT, WAIT_MINUTES } from "../core/wire/protocol.ts";

import { countOn } from "./kit/elapsed.ts";
import type { Effect, Event, Pages, Stamp, State, Step, View } from "./model.ts";
import { confirm, heard, listening, same, sent, spoken, tickAloud, to, type, waysNow } from "./spoken.ts";

export type { Effect, Event, Pages, Stamp, State, Step, Tap, View, Way } from "./model.ts";

const MINUTE_MS = 60_000;
const CLOCK_WAS_SET_MS = 180 * 24 * 60 * MINUTE_MS;

/** A list shows this many rows at a time. */
export const LIST_ROWS = 3;

/** The last row of the history is the way to forget it. */
export function listLength({ look, entries }: State, list: "chips" | "history"): number {
	return list === "chips" ? look.chips.length : entries.length + 1;
}

export function step(state: State, event: Event, stamp: Stamp): Step {
	switch (event.kind) {
		case "launched":
			return launch(state, event.launch, stamp);
		case "ask":
			return ask(state, event.text, stamp);
		case "type":
			return type(state, event.way, stamp.now);
		case "typed":
			if (state.view.kind !== "typing") return same(state);
			return event.text === null || event.text.trim() === "" ? home(state) : ask(state, event.text, stamp);
		case "tick":
			return tick(state, event.waking === true, stamp.now);
		case "listening":
			return listening(state, event.records, stamp.now);
		case "spoken":
			return spoken(state);
		case "recorded":
			return state.view.kind === "recording" ? askAloud(state, event.title, stamp) : same(state);
		case "sent":
			return sent(state, event);
		case "heard":
			return heard(state, event.id, event.text);
		case "confirm":
			return state.view.kind === "unstored" ? askAnyway(state, state.view) : confirm(state, stamp.now);
		case "stored":
			return stored(state, event);
		case "forget":
			return state.view.kind === "forgetting" ? forgetAll(state) : to(state, { kind: "forgetting" });
		case "forgotten":
			return forgotten(state);
		case "settled":
			return settled(state, event.id, event.outcome);
		case "away":
			return away(state, event.id, stamp.now);
		case "back":
			return back(state);
		case "shown":
			return shown(state, event.row, event.as, stamp.now);
		case "open":
			return { state, effects: [{ kind: "show", id: event.id }] };
		case "turn":
			return turn(state, event.by);
		case "home":
			return home(state);
		case "chips":
		case "history":
			return to(state, { kind: event.kind, at: 0, now: stamp.now });
		case "receipt":
			return state.view.kind === "reading" ? to(state, { ...state.view, receipt: true }) : same(state);
		case "retry":
			return retry(state, stamp);
		case "cancel":
			return cancel(state, stamp.now);
		case "journal":
			return { state: { ...state, entries: event.entries }, effects: [] };
		case "look":
			return { state: { ...state, look: event.look }, effects: [{ kind: "glance" }] };
	}
}

export function pageCount(view: View & { kind: "reading" }): number {
	return view.asked.length + view.pages.length + 1;
}

function home(state: State): Step {
	const { view } = state;
	// Nobody wants the recording of a question that was not sent; that of an older question stays with it.
	if (view.kind === "unstored" && view.row.voice === true && view.from === undefined)
		return to(state, { kind: "home" }, { kind: "record-drop" });
	return to(state, view.kind === "reading" && view.receipt ? { ...view, receipt: false } : { kind: "home" });
}

/** Rows that a killed page left open are asked again, which their ids make safe. */
function launch(state: State, params: Launch, stamp: Stamp): Step {
	const effects = sendOpen(state);
	const first = begin(state, params, stamp);
	const sends = [...effects, ...first.effects].some((effect) => effect.kind === "store" || effect.kind === "resend");
	return {
		state: first.state,
		effects: [...effects, ...first.effects, sends ? { kind: "glance" } : { kind: "hello" }],
	};
}

/** As soon as the phone may be there: it may have the answer to what has waited too long as well. */
function sendOpen({ entries }: State): Effect[] {
	return openEntries(entries).map(({ id }) => ({ kind: "resend", id }));
}

/**
 * How long a question asked at `at` may still wait for the phone, in ms: below 1 it is no longer asked, only asked about.
 * One that was asked in the future, or half a year ago, was asked by a clock that has been set since: it has all its time.
 */
export function waitLeft({ look }: State, at: number, now: number): number {
	const most = (look.waitMinutes ?? WAIT_MINUTES) * MINUTE_MS;
	const waited = now - at;
	return waited < 0 || waited > CLOCK_WAS_SET_MS ? most : most - waited;
}

/**
 * Its row stays open and the screen is let go: it goes by itself when the phone is back. One that has waited for longer than
 * the person allows ends.
 */
function away(state: State, id: string, now: number): Step {
	const entry = find(state.entries, id);
	if (entry?.state === "open" && waitLeft(state, entry.at, now) < 1)
		return settled(state, id, faulted({ code: "expired" }, now));
	const { view } = state;
	if (view.kind !== "waiting" || view.id !== id) return same(state);
	return to(state, { ...view, away: true }, { kind: "release" });
}

function back(state: State): Step {
	const effects = sendOpen(state);
	const { view } = state;
	if (effects.length === 0) return same(state);
	if (view.kind !== "waiting") return { state, effects: [...effects, { kind: "glance" }] };
	return { state, effects: [...effects, { kind: "glance" }, { kind: "show", id: view.id }] };
}

function begin(state: State, launch: Launch, stamp: Stamp): Step {
	const last = newest(state.entries);
	switch (launch.kind) {
		case "ask":
			if (find(state.entries, launch.id) !== undefined) return { state, effects: [{ kind: "show", id: launch.id }] };
			return ask(state, launch.text, { ...stamp, id: launch.id });
		case "listen": {
			const way = waysNow(state)[0];
			return way === undefined ? home(state) : type(state, way, stamp.now);
		}
		case "read":
			return last === undefined ? home(state) : { state, effects: [{ kind: "show", id: last.id }] };
		case "open":
			return last?.state === "open" ? { state, effects: [{ kind: "show", id: last.id }] } : home(state);
	}
}

function ask(state: State, text: string, { now, id }: Stamp): Step {
	const question = clip(text.trim(), QUESTION_LIMIT);
	return put(state, { id, question, talk: talkFor(state.entries, now, id), at: now, state: "open" });
}

function askAloud(state: State, question: string, { now, id }: Stamp, from?: string): Step {
	return put(state, { id, question, talk: talkFor(state.entries, now, id), at: now, voice: true, state: "open" }, from);
}

function put(state: State, row: Row, from?: string): Step {
	return to(state, waitingFor(row), { kind: "store", row, ...(from === undefined ? {} : { from }) });
}

function waitingFor({ id, question, at }: Row): View {
	return { kind: "waiting", id, question, since: at, seconds: 0 };
}

function stored(state: State, { row, from, isStored }: Event & { kind: "stored" }): Step {
	if (isStored) return { state, effects: sending(row) };
	return to(state, { kind: "unstored", row, ...(from === undefined ? {} : { from }) });
}

function sending(row: Row): Effect[] {
	return [{ kind: "send", row }, { kind: "hold" }, { kind: "glance" }];
}

function askAnyway(state: State, { row, from }: View & { kind: "unstored" }): Step {
	const keep: Effect = { kind: "keep", row, ...(from === undefined ? {} : { from }) };
	return to(state, waitingFor(row), keep, ...sending(row));
}

/** What is under way is stopped: its answer would come to a question that nobody knows. */
function forgetAll(state: State): Step {
	const stops = openEntries(state.entries).map(({ id }): Effect => ({ kind: "stop", id }));
	const next: State = { ...state, teaser: null };
	return to(next, { kind: "home" }, ...stops, { kind: "forget", what: "all" }, { kind: "glance" });
}

/** A question that is open stays: it is being asked just now, or waits to be. */
function forgotten(state: State): Step {
	const { view } = state;
	const isPast = view.kind === "reading" || view.kind === "fault" || view.kind === "history";
	const next: State = { ...state, teaser: null, view: isPast ? { kind: "home" } : view };
	return { state: next, effects: [{ kind: "forget", what: "ended" }, { kind: "glance" }] };
}

function tick(state: State, waking: boolean, now: number): Step {
	const { view } = state;
	if (view.kind === "recording") return tickAloud(state, view, now);
	if (view.kind !== "waiting") return same(state);
	const { waking: _was, ...rest } = countOn(view, now);
	return to(state, waking ? { ...rest, waking } : rest);
}

/** A row that has ended stays as it ended: an answer that comes after `cancel` changes nothing. */
function settled(state: State, id: string, outcome: Outcome): Step {
	const entry = find(state.entries, id);
	if (entry === undefined || entry.state !== "open") return same(state);
	const teaser = outcome.state === "answered" ? { id, line: outcome.answer.line ?? outcome.answer.text } : state.teaser;
	const next: State = { ...state, teaser };
	const effects: Effect[] = [{ kind: "settle", id, outcome }, { kind: "glance" }];
	if (state.view.kind !== "waiting" || state.view.id !== id) return { state: next, effects };
	return { state: next, effects: [...effects, { kind: "release" }, { kind: "buzz" }, { kind: "show", id }] };
}

function shown(state: State, row: Row, as: Pages, now: number): Step {
	const { id, question } = row;
	switch (row.state) {
		case "open":
			return to(
				state,
				{ kind: "waiting", id, question, since: now, seconds: 0 },
				{ kind: "hold" },
				{ kind: "resend", id },
			);
		case "answered":
			return to(state, { kind: "reading", id, answer: row.answer, ...as, at: as.asked.length, receipt: false });
		case "faulted":
			return to(state, {
				...{ kind: "fault", id, question, fault: row.fault },
				...(row.voice === true && row.heard === undefined ? { voice: true } : {}),
			});
	}
}

function turn(state: State, by: 1 | -1): Step {
	const { view } = state;
	if (view.kind === "reading") {
		if (view.receipt) return home(state);
		const at = Math.max(0, Math.min(pageCount(view) - 1, view.at + by));
		return at === view.at ? same(state) : to(state, { ...view, at });
	}
	if (view.kind !== "chips" && view.kind !== "history") return same(state);
	const count = listLength(state, view.kind);
	const last = Math.max(0, Math.ceil(count / LIST_ROWS) - 1);
	const at = Math.max(0, Math.min(last, view.at + by));
	return at === view.at ? same(state) : to(state, { ...view, at });
}

/**
 * A question that ended in a fault is asked anew, under a new id. While the phone is away it may still have asked: under
 * the old id it hands over what it has, and nothing is paid for twice.
 */
function retry(state: State, stamp: Stamp): Step {
	const { view } = state;
	if (view.kind === "waiting") return { state, effects: [{ kind: "show", id: view.id }] };
	if (view.kind === "heard") {
		const dropped = cancel(state, stamp.now);
		const again = type(dropped.state, "record", stamp.now);
		return { state: again.state, effects: [...dropped.effects, ...again.effects] };
	}
	if (view.kind !== "fault") return same(state);
	const { id, question, fault, voice } = view;
	if (question === "") return type(state, "record", stamp.now);
	if (voice !== true) return ask(state, question, stamp);
	const isMute = fault.code === "unclear-speech" || fault.code === "cancelled";
	return isMute ? type(state, "record", stamp.now) : askAloud(state, question, stamp, id);
}

function cancel(state: State, now: number): Step {
	const { view } = state;
	if (view.kind === "recording") return to(state, { kind: "home" }, { kind: "record-drop" }, { kind: "release" });
	if (view.kind !== "waiting" && view.kind !== "heard") return same(state);
	const outcome = faulted({ code: "cancelled" }, now);
	return to(
		state,
		{ kind: "home" },
		{ kind: "settle", id: view.id, outcome },
		{ kind: "stop", id: view.id },
		{ kind: "release" },
		{ kind: "glance" },
	);
}

function faulted(fault: Fault, answeredAt: number): Outcome {
	return { state: "faulted", fault, answeredAt };
}
