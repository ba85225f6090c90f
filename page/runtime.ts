/**
 * Runs the ask page: takes events, steps the state, does what follows, draws what is seen. Owns the order in which
 * things are done and what is held while a question is open; decides nothing that `state.ts` can. Everything of the
 * watch reaches it as a port.
 */

import { find, newest, openEntries, type Row } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import { countUse, decodeUses, rank, type Uses } from "../core/ask/ranking.ts";
import { PLAN_FILE } from "../core/face/glance.ts";
import type { Fault } from "../core/faults.ts";
import type { Role } from "../core/settings/roles.ts";
import type { FactName, Look, Reply, WatchFacts } from "../core/wire/protocol.ts";
import { UNKNOWN_VERSION } from "../core/wire/version.ts";
import type { Files } from "../device/files.ts";
import { readLook, tellLooks, tellMessage, writeLook } from "../device/glance-store.ts";
import { openJournal } from "../device/journal-store.ts";
import type { Link, Timers } from "../device/link/link.ts";
import { RECORDING, type Sounds, sendSpoken } from "../device/link/voice-upload.ts";
import type { Recorder } from "../device/recorder.ts";
import type { Drawing } from "./kit/draw.ts";
import { teaserOf, toOutcome, withWords } from "./outcome.ts";
import { type Effect, type Event, type Pages, type State, step, type Way, waitLeft } from "./state.ts";
import { answerSize, pagesOf } from "./views/reading-pages.ts";
import { readingSize } from "./views/reading-view.ts";
import { type Tools, view } from "./views/view.ts";

/** Longer than the phone's own 60 s. */
const ASK_LIMIT_MS = 70_000;
/** A phone that sleeps takes up to 24 s to answer a handshake (COM, `slow-shake`). */
const HELLO_LIMIT_MS = 30_000;
/** Said three times: a question that is stopped must not be paid for because a frame was lost. */
const CANCEL_LIMIT_MS = 25_000;
const TICK_MS = 1_000;
/** A timer takes no more than some 24 days; whoever allows a longer wait is looked after once a day. */
const EXPIRY_CHECK_MS = 24 * 60 * 60 * 1000;
const USES_FILE = "uses.json";
/** The system's keyboard wants the page to stand first (COM). */
const KEYBOARD_DELAY_MS = 300;

export type Ports = {
	files: Files;
	link: Link;
	timers: Timers;
	drawing: Drawing;
	tools: Tools;
	/** In px of `text` where the watch breaks it into lines of `width`. */
	heightOf(text: string, size: number, width: number): number;
	ways: readonly Way[];
	recorder: Recorder;
	sounds: Sounds;
	openKeyboard(way: Way, done: (text: string | null) => void): boolean;
	closeKeyboard(): void;
	hold(ms: number): void;
	release(): void;
	isScreenOn(): boolean;
	buzz(): void;
	now(): number;
	freshId(): string;
	language(): string;
	facts(wants: readonly FactName[]): WatchFacts | null;
	/** Part of the day, or that a workout has just been: `partOf` of core/ask/ranking.ts. */
	part(): number;
	defaults(preset?: Role): Look;
};

export type Runtime = {
	open(launch: Launch): void;
	/** Draws it all again on a screen that the watch has emptied. */
	drawAgain(): void;
	dispatch(event: Event): void;
	state(): State;
	close(): void;
};

export function createRuntime(ports: Ports): Runtime {
	const { files, link, timers, tools } = ports;
	const journal = openJournal(files);
	const room = { canvas: tools.layout.canvas, widthOf: tools.measure, heightOf: ports.heightOf };
	let state: State = {
		view: { kind: "home" },
		look: withChips(readLook(files) ?? ports.defaults()),
		entries: journal.entries(),
		ways: ports.ways,
		teaser: teaserOf(lastRow()),
	};
	let ticker = 0;
	let keyboardTimer = 0;
	let expiry = 0;
	let closed = false;
	/** What was understood of a question, before the person says that it is to be asked. */
	let understood: { id: string; text: string } | null = null;
	/** Ids that the link is asking right now. */
	let asking: string[] = [];

	function lastRow(): Row | null {
		const entry = newest(journal.entries());
		return entry === undefined ? null : journal.read(entry.id);
	}

	function dispatch(event: Event): void {
		if (closed) return;
		const { state: next, effects } = step(state, event, { now: ports.now(), id: ports.freshId() });
		const changed = next !== state;
		state = next;
		for (const effect of effects) run(effect);
		if (changed) ports.drawing.draw(view(state, tools));
	}

	function run(effect: Effect): void {
		switch (effect.kind) {
			case "store":
				store(effect);
				return;
			case "keep":
				journal.hold(effect.row, soundOf(effect));
				syncJournal();
				return;
			case "forget":
				forget(effect.what);
				return;
			case "send":
				send(effect.row, true);
				return;
			case "resend":
			case "confirm": {
				const row = journal.read(effect.id);
				if (row !== null) send(row, false, effect.kind === "confirm" ? effect.text : undefined);
				if (effect.kind === "confirm") {
					understood = null;
					tellGlance();
				}
				return;
			}
			case "record":
				ports.recorder.start((records) => dispatch({ kind: "listening", records }));
				return;
			case "record-end":
				ports.recorder.stop(() => dispatch({ kind: "recorded", title: tools.say("page.spoken") }));
				return;
			case "record-drop":
				ports.recorder.drop();
				return;
			case "settle":
				journal.settle(effect.id, effect.outcome);
				syncJournal();
				return;
			case "stop":
				link.request({ method: "cancel", id: effect.id }, CANCEL_LIMIT_MS, () => undefined);
				return;
			case "show":
				show(journal.read(effect.id));
				return;
			case "type":
				type(effect.way);
				return;
			case "hold":
				ports.hold(ASK_LIMIT_MS);
				startTicking();
				return;
			case "release":
				stopTicking();
				ports.release();
				return;
			case "buzz":
				ports.buzz();
				return;
			case "glance":
				tellGlance();
				return;
			case "hello":
				hello();
				return;
		}
	}

	function store(effect: Effect & { kind: "store" | "keep" }): void {
		// What lies there is of another question.
		if (effect.from !== undefined) files.remove(RECORDING);
		const isStored = journal.ask(effect.row, soundOf(effect));
		if (isStored) countChip(effect.row.question);
		syncJournal();
		dispatch({ ...effect, kind: "stored", isStored });
	}

	/** Where the recording of a spoken question lies. */
	function soundOf({ row, from }: Effect & { kind: "store" | "keep" }): string | undefined {
		if (row.voice !== true) return undefined;
		return from === undefined ? RECORDING : journal.recording(from);
	}

	/** What the person chose stays; what was asked, and how often, goes. */
	function forget(what: "ended" | "all"): void {
		journal.forget(what);
		for (const path of [PLAN_FILE, USES_FILE]) files.remove(path);
		syncJournal();
	}

	function syncJournal(): void {
		state = { ...state, entries: journal.entries() };
	}

	/** `fresh`: nothing of it has gone out before. `said`: what the person confirmed that a recording says. */
	function send({ id, question, talk, voice, at }: Row, fresh: boolean, said?: string): void {
		if (asking.includes(id)) return;
		asking.push(id);
		const { wants = [] } = state.look;
		const facts = wants.length === 0 ? null : ports.facts(wants);
		const known = facts === null ? {} : { facts };
		const isLate = said === undefined && waitLeft(state, at, ports.now()) < 1;
		const late = isLate ? { late: true as const } : {};
		const ask = { method: "ask", id, talk, lang: ports.language(), rev: knownRev(), ...known, ...late } as const;
		const done = (outcome: Reply | Fault) => take(id, outcome, said);
		if (voice !== true || said !== undefined) link.request({ ...ask, text: said ?? question }, ASK_LIMIT_MS, done);
		else {
			const goesOn = (at: number, total: number) => sendsOn(id, at, total);
			const spoken = { ask: { ...ask, voice }, path: journal.recording(id), fresh, limitMs: ASK_LIMIT_MS, goesOn };
			sendSpoken(link, ports.sounds, spoken, done);
		}
	}

	function sendsOn(id: string, at: number, total: number): boolean {
		dispatch({ kind: "sent", id, at, total });
		return !closed && find(state.entries, id)?.state === "open";
	}

	/** The link's own fault is always that the phone is away; anything that the phone said is an end. */
	function take(id: string, outcome: Reply | Fault, said: string | undefined): void {
		asking = asking.filter((other) => other !== id);
		if ("code" in outcome && outcome.code === "phone-away") {
			dispatch({ kind: "away", id });
			awaitExpiry();
			return;
		}
		if ("look" in outcome && outcome.look !== undefined) takeLook(outcome.look);
		if ("kind" in outcome && outcome.kind === "heard") {
			understood = outcome;
			dispatch(outcome);
			tellGlance();
		} else dispatch({ kind: "settled", id, outcome: withWords(toOutcome(outcome, ports.now()), said) });
	}

	/** Nothing else wakes while the phone is away: the question that has waited longest is tried once more when its time is up. */
	function awaitExpiry(): void {
		timers.clear(expiry);
		const [oldest] = openEntries(state.entries);
		if (oldest === undefined || closed) return;
		expiry = timers.set(
			() => dispatch({ kind: "back" }),
			Math.min(EXPIRY_CHECK_MS, Math.max(1, waitLeft(state, oldest.at, ports.now()))),
		);
	}

	function takeLook(told: Look): void {
		const look = { ...told, version: told.version ?? UNKNOWN_VERSION };
		// First: a page that dies in between is told again.
		if (look.forgotten !== undefined && look.forgotten !== state.look.forgotten) dispatch({ kind: "forgotten" });
		writeLook(files, look);
		dispatch({ kind: "look", look: withChips(look) });
	}

	/** No chips of the person's own mean the usual ones, in the watch's language; the likeliest come first. */
	function withChips(look: Look): Look {
		const chips = look.chips.length > 0 ? look.chips : ports.defaults(look.preset).chips;
		return { ...look, chips: rank(chips, readUses(), ports.part()) };
	}

	/** A look that was kept before looks had versions is asked for again. */
	function knownRev(): number {
		return state.look.version === undefined ? 0 : state.look.rev;
	}

	function readUses(): Uses {
		return decodeUses(files.read(USES_FILE) ?? "");
	}

	function countChip(question: string): void {
		if (!state.look.chips.some(({ text }) => text === question)) return;
		files.write(USES_FILE, JSON.stringify(countUse(readUses(), question, ports.part())));
	}

	/** A face must not say that a question is asked of which the person has yet to say that it is. */
	function tellGlance(): void {
		const row = lastRow();
		const heard = understood !== null && understood.id === row?.id ? understood.text : undefined;
		tellLooks(files, state.look, room);
		tellMessage(files, row, state.look.accent, room, heard);
	}

	function hello(): void {
		tellGlance();
		link.request({ method: "hello", rev: knownRev() }, HELLO_LIMIT_MS, (outcome) => {
			if ("kind" in outcome && outcome.kind === "hello" && outcome.look !== undefined) takeLook(outcome.look);
		});
	}

	function show(row: Row | null): void {
		if (row === null) {
			dispatch({ kind: "home" });
			return;
		}
		dispatch({ kind: "shown", row, as: pagesFor(row) });
	}

	function pagesFor(row: Row): Pages {
		const usual = readingSize(state, tools.layout.canvas);
		if (row.state !== "answered") return { asked: [], pages: [], size: usual };
		const { text, cut } = row.answer;
		const shown = cut && !text.endsWith("\u2026") ? `${text}\u2026` : text;
		const size = answerSize(shown, usual, tools);
		return { asked: pagesOf(row.question, usual, tools), pages: pagesOf(shown, size, tools), size };
	}

	function type(way: Way): void {
		keyboardTimer = timers.set(() => {
			keyboardTimer = 0;
			if (!ports.openKeyboard(way, (text) => dispatch({ kind: "typed", text })))
				dispatch({ kind: "typed", text: null });
		}, KEYBOARD_DELAY_MS);
	}

	function startTicking(): void {
		if (ticker === 0) ticker = timers.set(tick, TICK_MS);
	}

	/** With the screen off nobody counts: nothing is drawn, the seconds are right again when it is on. */
	function tick(): void {
		ticker = timers.set(tick, TICK_MS);
		if (ports.isScreenOn()) dispatch({ kind: "tick", waking: link.isWaking() });
	}

	function stopTicking(): void {
		if (ticker !== 0) timers.clear(ticker);
		ticker = 0;
	}

	return {
		open: (launch) => {
			// Left by a page that was closed while somebody spoke.
			files.remove(RECORDING);
			ports.drawing.draw(view(state, tools));
			link.onStatus((connected) => {
				if (connected) dispatch({ kind: "back" });
			});
			dispatch({ kind: "launched", launch });
		},
		drawAgain: () => {
			ports.drawing.lose();
			ports.drawing.draw(view(state, tools));
		},
		dispatch,
		state: () => state,
		close: () => {
			closed = true;
			link.onStatus(null);
			stopTicking();
			timers.clear(expiry);
			if (keyboardTimer !== 0) timers.clear(keyboardTimer);
			if (state.view.kind === "typing") ports.closeKeyboard();
			if (state.view.kind === "recording") ports.recorder.drop();
			ports.release();
		},
	};
}
