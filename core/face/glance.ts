/**
 * The two small files that the companion writes and the face, the card and the workout extension read: the glance, and the
 * plan of a run. Owns their shapes, their versions and the one decoder of both. Rule: the writer (`glance-writing.ts`) fits
 * each text to its place, so that a reader only shows it; a reader never throws, and a file it cannot read is as good as none.
 *
 * Versions: fields are only ever added, and one that means something else gets another name. A reader takes the fields
 * that it knows; one that is missing, or is of another kind, is as in the reader's example. So either end may be older.
 * Version 3 added `first`, `note` to `noteColor`, `own`, and `show`, which is the same once more as the face takes it.
 */
import { DEFAULT_ACCENT } from "../ink.ts";
import { isFields } from "../json.ts";

export const GLANCE_FILE = "glance.json";
export const PLAN_FILE = "plan.json";

/** No such file is longer, in bytes; a reader reads no further. */
export const GLANCE_BYTES = 8192;

/** An answer is fresh for so long: until then the face shows it, afterwards its own line. */
export const FRESH_MS = 30 * 60_000;

/** No question takes longer; one that is open after that waits for the phone, or for the person to say what was understood. */
export const ASKING_LIMIT_MS = 10 * 60_000;

/** Whether a question that was asked at `at` and is open may still be under way. A clock that was set cannot tell. */
export function isAsking(at: number, now: number): boolean {
	return Math.abs(now - at) < ASKING_LIMIT_MS;
}

/** A plan is for the next run; an older one is nobody's. */
export const PLAN_LIMIT_MS = 24 * 60 * 60_000;

/** `none`: nothing was asked. `over`: a cap of the person's own was reached. */
export type GlanceState = "none" | "open" | "answered" | "faulted" | "over";

/**
 * Flat, and each field a text or a whole number. What the watch says is a key of the catalogue, so that it is in the language
 * that the watch has now; only what the person asked, got or chose is here as a text, with the box that it was measured for.
 */
export type Glance = Message & Looks & Later & { v: number };

/** What became of the newest question. */
export type Message = {
	/** A `GlanceState`, or one of a newer version; empty where there is no file. */
	state: string;
	/** When the newest question was answered or failed, or else asked, in ms since the epoch; 0 where there is none. */
	at: number;
	/** The question while there is no answer, else the answer: as much as the face has room for. */
	face: string;
	/** Where the face has it: px of a screen that is `width` wide. On another screen none of it holds. */
	top: number;
	wide: number;
	high: number;
	width: number;
	/** Key of the word below it for `fresh` ms from `at` on, and afterwards. Empty: the age, and then a line of the face's own. */
	note: string;
	later: string;
	fresh: number;
	/** 0xRRGGBB */
	noteColor: number;
	/** The whole on one line, in at most some 140 characters. */
	text: string;
	/** The answer in at most fifteen words; empty where there is none. */
	run: string;
};

/** What a model wrote for later: it stands in the place of the face's own line. */
export type Later = {
	/** Empty where there is none. */
	own: string;
	/** The end of its day on the watch, in ms since the epoch. */
	ownUntil: number;
};

/** What the phone decides. */
export type Looks = {
	/** 0xRRGGBB */
	accent: number;
	/** Black or white: what reads better on the accent. */
	ink: number;
	/** Label, question, label, question of the quick replies, with `CHIP_MARK` between them. */
	chips: string;
	/** Share of the first of two quick replies in the width of their row, in percent. */
	split: number;
	/** Key of what goes before all messages, such as that a key is missing; empty where nothing does. */
	first: string;
};

export const CHIP_MARK = "\u001f";

export const NO_MESSAGE: Message = {
	state: "",
	at: 0,
	face: "",
	top: 0,
	wide: 0,
	high: 0,
	width: 0,
	note: "",
	later: "",
	fresh: FRESH_MS,
	noteColor: DEFAULT_ACCENT,
	text: "",
	run: "",
};

const NO_LOOKS: Looks = { accent: DEFAULT_ACCENT, ink: 0, chips: "", split: 50, first: "" };

export const NO_LATER: Later = { own: "", ownUntil: 0 };

/** Before the companion was ever opened. `v` is the oldest version that is read. */
export const NO_GLANCE: Glance = { v: 2, ...NO_MESSAGE, ...NO_LOOKS, ...NO_LATER };

export const GLANCE_VERSION = 3;

/**
 * What the face alone shows, as a list: the face has no room for names. `face`, `chips`, `at`, `first` and the line for later it reads beside it.
 */
export type Show = readonly [
	note: string,
	later: string,
	fresh: number,
	noteColor: number,
	top: number,
	wide: number,
	high: number,
	width: number,
	accent: number,
	ink: number,
	split: number,
];

export function showOf(glance: Glance): Show {
	const { note, later, fresh, noteColor, top, wide, high, width, accent, ink, split } = glance;
	return [note, later, fresh, noteColor, top, wide, high, width, accent, ink, split];
}

export type FaceGlance = { at: number; face: string; chips: string; first: string; show: Show } & Later;

/** A file of version 2 has no `show`, and so no boxes: what it says has the place of the face's own line. */
export function decodeFaceGlance(text: string): FaceGlance {
	const usual: Show = ["", "", FRESH_MS, DEFAULT_ACCENT, 0, 0, 0, 0, DEFAULT_ACCENT, 0, 50];
	try {
		const { at, face, chips, first = "", own = "", ownUntil = 0, show = [] }: Parsed = JSON.parse(text);
		if (
			typeof at === "number" &&
			typeof face === "string" &&
			typeof chips === "string" &&
			typeof first === "string" &&
			typeof own === "string" &&
			typeof ownUntil === "number"
		)
			return { at, face, chips, first, own, ownUntil, show: isLike(show, usual) ? show : usual };
	} catch {
		// Torn, or not there.
	}
	return { at: 0, face: "", chips: "", first: "glance.open-once", own: "", ownUntil: 0, show: usual };
}

/** As far as it is known before it is looked at: whatever `show` is, it may be asked for its items. */
type Parsed = { readonly [name: string]: unknown; readonly show?: readonly unknown[] };

function isLike(value: readonly unknown[], example: Show): value is Show {
	for (let at = 0; at < example.length; at++) if (typeof value[at] !== typeof example[at]) return false;
	return true;
}

/** `meters` 0: no goal. `cues`: a line each, as `due-cues.ts` reads them. `at`: when it was made, in ms since the epoch. */
export type RunPlan = { v: number; at: number; meters: number; seconds: number; cues: string };

export const NO_PLAN: RunPlan = { v: 1, at: 0, meters: 0, seconds: 0, cues: "" };

/** All of it, for the companion: the surfaces read what they show, by `readLike`. */
export function decodeGlance(text: string): Glance {
	return readLike(text, NO_GLANCE);
}

/** Up to it whole numbers are exact. */
const MOST = 2 ** 53 - 1;

/** What a file is read by: texts and whole numbers from 0, of no narrower type. */
type Example = { readonly v: number; readonly [name: string]: string | number };

/** The fields of `example` as `text` has them; `example` itself where `text` is no such file, or of an older version. */
export function readLike<T extends Example>(text: string, example: T): T {
	const known: { [name: string]: unknown } = {};
	try {
		const found: unknown = JSON.parse(text);
		if (!isFields(found) || typeof found.v !== "number" || found.v < example.v) return example;
		for (const name in example) {
			const value = found[name];
			const isRight =
				typeof value === "number" ? value >= 0 && value <= MOST && value % 1 === 0 : typeof value === "string";
			if (isRight && typeof value === typeof example[name]) known[name] = value;
		}
	} catch {
		return example;
	}
	return Object.assign({}, example, known);
}
