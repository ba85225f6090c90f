/** What the pages can show and what a touch on it means: the words that controllers and views share. Types alone. */
import type { NativeApp } from "../../core/actions/action.ts";
import type { Row } from "../../core/ask/journal.ts";
import type { Way } from "../../core/ask/launch.ts";
import type { Fault } from "../../core/faults.ts";
import type { Look } from "../../core/wire/protocol.ts";
import type { Piece } from "../../device/widgets/widgets.ts";
import type { Say } from "../../device/words.ts";
import type { Layout } from "./layout.ts";

/**
 * What a view is drawn with. `measure` gives the width in px of a text of `size` px on one line. `isRightToLeft`: how the
 * watch's language is read, and so what stands first beside each other.
 */
export type Tools = { layout: Layout; say: Say; isRightToLeft: boolean; measure(text: string, size: number): number };

/** What touching it means, and holding it. */
export type Shown = Piece & { tap?: Tap; hold?: Tap };

export type { Way };

/** What a touch means. */
export type Tap =
	/** `act`: the watch itself does it, and asks nobody. */
	| { kind: "ask"; text: string; act?: true }
	| { kind: "type"; way: Way }
	| { kind: "open"; id: string }
	| { kind: "turn"; by: 1 | -1 }
	/** Cancel the deed of this key; open an app of the watch; have the note of this key kept. */
	| { kind: "drop"; key: string }
	| { kind: "native"; app: NativeApp }
	| { kind: "keep"; key: string }
	| { kind: "home" | "chips" | "history" | "retry" | "cancel" | "receipt" | "spoken" | "confirm" | "forget" }
	| { kind: "rings" | "undo" | "stop" | "snooze" | "say" };

/** The first screen. `teaser`: the newest answer. `asked`: how many questions there are to look up. `ring`: what rings next, in words. */
export type Home = {
	look: Look;
	ways: readonly Way[];
	teaser: { id: string; line: string } | null;
	asked: number;
	ring: string | null;
};

/** A question in the list of those asked before. */
export type Listed = { id: string; title: string; at: number; state: Row["state"] };

/** All quick replies, or all questions of the journal, a page at a time: `rows` are those of page `at` of `pages`. */
export type List = { at: number; pages: number } & (
	| { kind: "chips"; rows: readonly { label: string; text: string }[] }
	/** The last row of the history is the way to forget it. */
	| { kind: "history"; now: number; rows: readonly (Listed | "forget")[] }
);

/** An answer that is spoken: its sound is made, comes to the watch in bytes, plays. */
export type Saying =
	| { kind: "making"; since: number; seconds: number }
	| { kind: "coming"; at: number; total: number }
	| { kind: "plays" }
	| { kind: "fault"; fault: Fault };

export type Recording = { seconds: number; stage: "opening" | "listening" | "ending" };

/** `waking`: the phone has not answered the link's handshake yet. `sent`: how much of a recording is with the phone, in bytes. */
export type Waiting = { question: string; seconds: number; waking?: boolean; sent?: Sent };

type Sent = { at: number; total: number };

/** A question that ended without an answer. `voice`: of a recording whose words nobody knows. */
export type Failed = { question: string; fault: Fault; voice?: boolean };

/** Lines of a question and its answer, and the size in px of the answer's. */
type Pages = { asked: string[][]; pages: string[][]; size: number };

/**
 * Pages in order: those of the question, the card, those of the answer, one of what comes next. `at` counts through all. `hint`: what
 * stands below the answer's last page in the place of its number; empty where nothing does. `unset`: the last words of the answer's
 * pages, if they are the watch's own: that nothing was set. `receipt` lies over the answer.
 */
export type Reading = Pages & {
	card: readonly Shown[] | null;
	unset: string;
	at: number;
	hint: string;
	receipt: boolean;
};
