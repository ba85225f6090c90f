/**
 * What the face and the card hand to the companion when they open it: the `params` of launchApp, as JSON.
 * Rule: anything that does not decode opens the ask page, exactly as no params do. A repeated `ask` id is a no-op.
 */
import { isFields, parseJson } from "../json.ts";
import { clip, QUESTION_LIMIT } from "../wire/protocol.ts";

/** What the face launched the companion with last, in the face's own folder: the time, a space and the params. */
export const LAUNCH_FILE = "launch.txt";

/** A launch takes no longer: what is older was meant for another time. */
const LAUNCH_LIMIT_MS = 10_000;

export type Launch =
	| { kind: "open" }
	/** Ask this at once; `id` was made by the tap, so that a repeated launch cannot ask twice. */
	| { kind: "ask"; id: string; text: string }
	/** Open with the best input that the watch has: dictation, else keyboard, else recorder, else quick replies. */
	| { kind: "listen"; id: string }
	/** Show the newest answer whole. */
	| { kind: "read" }
	/** From one of the companion's pages to the next: the first one, or a list; the question of this id, whatever it has come to. */
	| { kind: "home" | "chips" | "history" | "rings" }
	| { kind: "row"; id: string }
	/** Take back what was done for the question of this id. */
	| { kind: "undo"; id: string }
	/** The person allowed the note of this key: the question's id and its place in the answer. */
	| { kind: "keep"; id: string }
	/** By an alarm of the watch: something is due. The deeds say what; `id` is the key of the one that it was set for. */
	| { kind: "ring"; id: string }
	/** Put a question into words in this way; ask what has just been recorded. */
	| { kind: "type"; way: Way }
	| { kind: "spoken" };

/** What the face and the card launch; the other kinds lead from page to page. */
export type FaceLaunch = Extract<Launch, { kind: "open" | "ask" | "listen" | "read" }>;

const WAYS = ["voice", "keys", "record"] as const;

/** How a person may put a question into words on a watch; without one there are quick replies. `record`: to the phone. */
export type Way = (typeof WAYS)[number];

const OPEN: Launch = { kind: "open" };

/** An id is made of letters, digits, `-` and `_`, at most 40 of them. */
const ID = /^[\w-]{1,40}$/;

/** As a companion of any version reads it: by `read`, `id` and `text`, whatever else there is. */
export function encodeLaunch(launch: Launch): string {
	return launch.kind === "read" ? '{"read":1}' : JSON.stringify(launch);
}

/** Of the text of the launch file: what was launched just now, and when, in ms since the epoch; null for anything else. */
export function decodeLaunchFile(text: string, now: number): { at: number; launch: Launch } | null {
	const space = text.indexOf(" ");
	const at = space > 0 ? Number(text.slice(0, space)) : Number.NaN;
	const isFresh = at <= now && now - at <= LAUNCH_LIMIT_MS;
	return isFresh ? { at, launch: decodeLaunch(text.slice(space + 1)) } : null;
}

/** `params` as the system hands them over: a string, on some watches perhaps the object that it was made of (INF). */
export function decodeLaunch(params: unknown): Launch {
	const value = typeof params === "string" ? parseJson(params) : params;
	if (!isFields(value)) return OPEN;
	if (value.read === 1) return { kind: "read" };
	const { kind, id, text } = value;
	if (kind === "home" || kind === "chips" || kind === "history" || kind === "rings" || kind === "spoken")
		return { kind };
	const way = WAYS.find((one) => one === value.way);
	if (kind === "type" && way !== undefined) return { kind, way };
	if (kind === "ring" || kind === "keep") return { kind, id: `${id}` };
	if (typeof id !== "string" || !ID.test(id)) return OPEN;
	if (kind === "row" || kind === "undo") return { kind, id };
	if (text === undefined) return { kind: "listen", id };
	if (typeof text !== "string" || text.trim() === "") return OPEN;
	return { kind: "ask", id, text: clip(text.trim(), QUESTION_LIMIT) };
}

/** A name for a question or a conversation: the time, and enough chance that two taps in one millisecond differ. */
export function newId(now: number, chance: number): string {
	return `${now.toString(36)}-${Math.floor(chance * 36 ** 4).toString(36)}`;
}
