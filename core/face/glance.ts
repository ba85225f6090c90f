/**
 * The two small files that the companion writes and the face, the card and the workout extension read: the glance, and the
 * plan of a run. Owns their shapes, their versions and the one decoder of both. Rule: the writer (`glance-writing.ts`) fits
 * each text to its place, so that a reader only shows it; a reader never throws, and a file it cannot read is as good as none.
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
const ASKING_LIMIT_MS = 10 * 60_000;

/** Whether a question that was asked at `at` and is open may still be under way. A clock that was set cannot tell. */
export function isAsking(at: number, now: number): boolean {
	return Math.abs(now - at) < ASKING_LIMIT_MS;
}

/** A plan is for the next run; an older one is nobody's. */
export const PLAN_LIMIT_MS = 24 * 60 * 60_000;

/** `absent`: no file. `unready`: a key is missing. `none`: nothing was asked. `over`: a cap of the person's own was reached. */
export const GLANCE_STATES = ["absent", "unready", "none", "open", "answered", "faulted", "over"] as const;

export type GlanceState = (typeof GLANCE_STATES)[number];

/** Flat, and each field a text or a whole number: so a reader needs no more than a list of them. */
export type Glance = {
	v: number;
	state: GlanceState;
	/** 0xRRGGBB */
	accent: number;
	/** Black or white: what reads better on the accent. */
	ink: number;
	/** When the newest question was answered or failed, or else asked, in ms since the epoch; 0 where there is none. */
	at: number;
	/** The question while there is no answer, else the answer: in the lines that the face has room for. */
	face: string;
	/** The same on one line, in at most some 140 characters. */
	text: string;
	/** The answer in at most fifteen words; empty where there is none. */
	run: string;
	/** Label, question, label, question of the quick replies, with `CHIP_MARK` between them. */
	chips: string;
	/** Share of the first of two quick replies in the width of their row, in percent. */
	split: number;
};

export const CHIP_MARK = "\u001f";

/** What a reader has before the companion was ever opened. */
export const NO_GLANCE: Glance = {
	v: 2,
	state: "absent",
	accent: DEFAULT_ACCENT,
	ink: 0,
	at: 0,
	face: "",
	text: "",
	run: "",
	chips: "",
	split: 50,
};

/** `meters` 0: no goal. `cues`: a line each, as `due-cues.ts` reads them. `at`: when it was made, in ms since the epoch. */
export type RunPlan = { v: number; at: number; meters: number; seconds: number; cues: string };

export const NO_PLAN: RunPlan = { v: 1, at: 0, meters: 0, seconds: 0, cues: "" };

/** A state of another version is shown by what there is to show. */
export function decodeGlance(text: string): Glance {
	const read = decodeLike(text, NO_GLANCE);
	const state = read.text === "" ? "none" : "answered";
	const glance: Glance = GLANCE_STATES.indexOf(read.state) >= 0 ? read : { ...read, state };
	const fits = glance.accent <= 0xffffff && glance.ink <= 0xffffff;
	return fits && glance.split >= 10 && glance.split <= 90 ? glance : NO_GLANCE;
}

export function decodeRunPlan(text: string): RunPlan {
	return decodeLike(text, NO_PLAN);
}

/** `example` itself, unless `text` has its version or a newer one, and texts and counts where it has them. */
function decodeLike<T extends { readonly v: number }>(text: string, example: T): T {
	try {
		const value: unknown = JSON.parse(text);
		return isLike(value, example) ? value : example;
	} catch {
		return example;
	}
}

function isLike<T extends { readonly v: number }>(value: unknown, example: T): value is T {
	if (!isFields(value) || !(Number(value.v) >= example.v)) return false;
	for (const [name, one] of Object.entries(example)) {
		const found = value[name];
		if (typeof found !== typeof one || (typeof found === "number" && !(found >= 0 && Number.isSafeInteger(found))))
			return false;
	}
	return true;
}
