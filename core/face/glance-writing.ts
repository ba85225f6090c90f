/**
 * What the companion puts into the glance file and the plan of a run. Owns how a row of the journal becomes texts that fit;
 * only the companion has this code, the readers have `glance.ts`.
 */
import type { Row } from "../ask/journal.ts";
import { AMBER, inkOn } from "../ink.ts";
import { toAscii } from "../json.ts";
import type { Plan } from "../run/cues.ts";
import { cueLine } from "../run/due-cues.ts";
import { fewWords } from "../text/few-words.ts";
import { type Answer, clip, LINE_LIMIT, type Look } from "../wire/protocol.ts";
import type { WordKey } from "../words/words.ts";
import { type FaceRoom, fitChips, fitMessage, fitOwnLine } from "./face-fitting.ts";
import {
	ASKING_LIMIT_MS,
	CHIP_MARK,
	decodeGlance,
	FRESH_MS,
	GLANCE_BYTES,
	GLANCE_VERSION,
	type Glance,
	type GlanceState,
	type Later,
	type Looks,
	type Message,
	NO_GLANCE,
	NO_LATER,
	NO_MESSAGE,
	NO_PLAN,
	type RunPlan,
	showOf,
} from "./glance.ts";

/** UTF-16 units. A glance holds what two or three lines can show, not the answer. */
const TEXT_LIMIT = 140;
/** The longest question that a face shows. */
const QUESTION_SHOWN_LIMIT = 60;

/** For good, as long as whole numbers go. */
const ALWAYS_MS = Number.MAX_SAFE_INTEGER;

/** What the phone chose, measured for this screen. */
export function looksOf({ accent, chips, ready }: Look, room: FaceRoom): Looks {
	const fitted = fitChips(chips, room);
	const texts = fitted.chips.map((chip) => [chip.label, chip.text].map(unmarked).join(CHIP_MARK)).join(CHIP_MARK);
	const first: WordKey | "" = ready ? "" : "glance.no-key";
	return { accent, ink: inkOn(accent), chips: texts, split: fitted.split, first };
}

/**
 * What became of the newest row, measured for this screen. `heard`: what was understood of it, where nothing is asked before
 * the person says so.
 */
export function messageOf(row: Row | null, accent: number, room: FaceRoom, heard?: string): Message {
	if (row === null) return message("none", 0, "", room, { fresh: 0, noteColor: accent });
	if (row.state === "answered") {
		const text = shorten(row.answer.text, TEXT_LIMIT);
		const shown = faceText(row.answer, text, room);
		const look = { ...noteOf(row.answer, accent), fresh: FRESH_MS, run: fewWords(text) };
		return { ...message("answered", row.answeredAt, shown, room, look), text };
	}
	const text = shorten(heard ?? row.question, QUESTION_SHOWN_LIMIT);
	if (row.state === "open" && heard === undefined) {
		const words = { note: "glance.asking", later: "glance.failed" } satisfies { [name: string]: WordKey };
		return message("open", row.at, text, room, { ...words, fresh: ASKING_LIMIT_MS, noteColor: accent });
	}
	const isOver = row.state === "faulted" && row.fault.code === "over-budget";
	const note: WordKey = isOver ? "fault.over-budget" : "glance.failed";
	const at = row.state === "faulted" ? row.answeredAt : row.at;
	return message(isOver ? "over" : "faulted", at, text, room, { note, fresh: ALWAYS_MS, noteColor: AMBER });
}

/** `until`: the end of the day on which the row was answered. The line of an older answer stays until then. */
export function laterOf(row: Row | null, until: number, room: FaceRoom): Partial<Later> {
	if (row === null) return NO_LATER;
	if (row.state !== "answered" || row.answer.later === undefined) return {};
	return { own: fitOwnLine(shorten(row.answer.later, LINE_LIMIT), room), ownUntil: until };
}

/** Words that sound as if something had been set do not stand alone. */
function noteOf({ unset }: Answer, accent: number): Pick<Message, "noteColor"> & Partial<Message> {
	const note: WordKey = "glance.unset";
	return unset === true ? { note, noteColor: AMBER } : { noteColor: accent };
}

function message(state: GlanceState, at: number, text: string, room: FaceRoom, more: Partial<Message>): Message {
	return { ...NO_MESSAGE, state, at, ...fitMessage(text, room), text, ...more };
}

/** Where the whole text does not fit, the line that the model wrote for the face says more than a beginning. */
function faceText({ line }: Answer, text: string, room: FaceRoom): string {
	const isCut = line !== undefined && fitMessage(text, room).face !== text;
	return isCut ? shorten(line, LINE_LIMIT) : text;
}

/** On one line, cut after a word where there is one to cut after. */
function shorten(text: string, limit: number): string {
	const line = text.replace(/[^\S\u00a0]+/g, " ").trim();
	if (line.length <= limit) return line;
	const head = clip(line, limit - 1);
	const space = head.lastIndexOf(" ");
	return `${space > limit / 2 ? head.slice(0, space) : head}\u2026`;
}

function unmarked(text: string): string {
	return text.split(CHIP_MARK).join(" ");
}

/** `file` with what has changed; what it says of a screen of another width is let go. */
export function changedGlance(file: string, change: Partial<Glance>, { canvas }: FaceRoom): string {
	const old = decodeGlance(file);
	const kept = old.width === canvas.width ? old : NO_GLANCE;
	return encodeGlance({ ...kept, width: canvas.width, ...change, v: GLANCE_VERSION });
}

/**
 * JSON in ASCII alone, so that bytes are characters on every watch and a tear never halves one. Quick replies whose
 * questions would make it too long are left out, the last first.
 */
export function encodeGlance(glance: Glance): string {
	const text = toAscii(JSON.stringify({ ...glance, show: showOf(glance) }));
	if (text.length <= GLANCE_BYTES || glance.chips === "") return text;
	return encodeGlance({ ...glance, chips: glance.chips.split(CHIP_MARK).slice(0, -2).join(CHIP_MARK) });
}

/** `at`: when the plan was made, in ms since the epoch. */
export function encodeRunPlan({ goal, cues }: Plan, at: number): string {
	const plan: RunPlan = { ...NO_PLAN, ...goal, at, cues: cues.map(cueLine).join("\n") };
	return toAscii(JSON.stringify(plan));
}
