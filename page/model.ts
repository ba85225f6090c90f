/** What the ask page can be, what can happen to it and what follows: the words that its state, its views and its runtime share. */

import type { Entry, Outcome, Row } from "../core/ask/journal.ts";
import type { Launch } from "../core/ask/launch.ts";
import type { Fault } from "../core/faults.ts";
import type { Answer, Look } from "../core/wire/protocol.ts";

/** How a person may put a question into words on this watch; without one there are quick replies. `record`: to the phone. */
export type Way = "voice" | "keys" | "record";

export type View =
	| { kind: "home" }
	/** All quick replies, or all questions of the journal, a page at a time. */
	| { kind: "chips" | "history"; at: number; now: number }
	/** The system's keyboard or dictation lies over the page. */
	| { kind: "typing" }
	| { kind: "recording"; since: number; seconds: number; stage: "opening" | "listening" | "ending" }
	/**
	 * `away`: the phone is out of reach; the question goes when it is back, or when the person says so. `sent`: how much of a
	 * recording is with the phone, in bytes.
	 */
	| {
			kind: "waiting";
			id: string;
			question: string;
			since: number;
			seconds: number;
			away?: true;
			waking?: true;
			sent?: Sent;
	  }
	/** What was understood of a spoken question: nothing is asked before the person says so. */
	| { kind: "heard"; id: string; text: string }
	/** Pages in order: those of the question, those of the answer, one of what comes next. `at` counts through all. */
	/** The disk would not take the question: it was not sent, and goes only if the person says so. `from`: as of `store`. */
	| { kind: "unstored"; row: Row; from?: string }
	/** Asks whether all that was asked is to be forgotten. */
	| { kind: "forgetting" }
	| ({ kind: "reading"; id: string; answer: Answer; at: number /** Lies over the answer. */; receipt: boolean } & Pages)
	/** `voice`: of a recording whose words nobody knows. Without a question there was none yet. */
	| { kind: "fault"; id: string; question: string; fault: Fault; voice?: true };

export type Sent = { at: number; total: number };

/** Lines of a question and its answer, and the size in px of the answer's. */
export type Pages = { asked: string[][]; pages: string[][]; size: number };

export type State = {
	view: View;
	look: Look;
	/** The journal, newest first. */
	entries: readonly Entry[];
	ways: readonly Way[];
	/** The newest answer, for the home screen. */
	teaser: { id: string; line: string } | null;
};

/** What a touch means. */
export type Tap =
	| { kind: "ask"; text: string }
	| { kind: "type"; way: Way }
	| { kind: "open"; id: string }
	| { kind: "turn"; by: 1 | -1 }
	| { kind: "home" | "chips" | "history" | "retry" | "cancel" | "receipt" | "spoken" | "confirm" | "forget" };

export type Event =
	| Tap
	| { kind: "launched"; launch: Launch }
	| { kind: "typed"; text: string | null }
	/** `waking`: the phone has not answered the link's handshake yet. */
	| { kind: "tick"; waking?: boolean }
	/** Whether the microphone listens now; what it heard is on the disk, `title` stands for it. */
	| { kind: "listening"; records: boolean }
	| { kind: "recorded"; title: string }
	| ({ kind: "sent"; id: string } & Sent)
	| { kind: "heard"; id: string; text: string }
	| { kind: "settled"; id: string; outcome: Outcome }
	/** The phone could not be asked; it is back. */
	| { kind: "away"; id: string }
	| { kind: "back" }
	/** A row of the journal, with its texts as pages. */
	| { kind: "shown"; row: Row; as: Pages }
	/** The journal on the disk has changed. */
	| { kind: "journal"; entries: readonly Entry[] }
	/** Whether the disk took a question. */
	| { kind: "stored"; row: Row; from?: string; isStored: boolean }
	/** In the settings the person had everything forgotten. */
	| { kind: "forgotten" }
	| { kind: "look"; look: Look };

export type Effect =
	/**
	 * `from`: the question whose recording it takes, where it is not the newest recording. What follows is the event `stored`.
	 * `keep` has it in memory alone.
	 */
	| { kind: "store" | "keep"; row: Row; from?: string }
	| { kind: "send"; row: Row }
	/** Asks an open question by what was understood of it. */
	| { kind: "confirm"; id: string; text: string }
	/** Asks a row of the journal again, under its own id, where it is not being asked already. */
	| { kind: "resend"; id: string }
	| { kind: "settle"; id: string; outcome: Outcome }
	| { kind: "stop"; id: string }
	| { kind: "forget"; what: "ended" | "all" }
	| { kind: "show"; id: string }
	| { kind: "type"; way: Way }
	| { kind: "record" | "record-end" | "record-drop" }
	/** Hold the screen and count the seconds; let both go. */
	| { kind: "hold" | "release" | "buzz" | "glance" | "hello" };

/** When and under which name: what is new in the world outside. */
export type Stamp = { now: number; id: string };

export type Step = { state: State; effects: Effect[] };
