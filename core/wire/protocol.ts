/**
 * What the watch and the Side Service say to each other, as JSON over zml's request and response.
 * Owns the shapes, and the decoders of what the watch reads; never a transport. Rule: an `ask` is idempotent by its id, so that repeating it
 * can never send a question to a provider twice.
 */

import { type Fault, isFaultCode } from "../faults.ts";
import { DEFAULT_ACCENT } from "../ink.ts";
import { isCount, isFields, isText } from "../json.ts";
import { decodePlan, type Plan } from "../run/cues.ts";
import { findPresetId, type PresetId } from "../settings/presets.ts";

export { isFields };

/** A decoder's result: the value, or why the bytes are not one (for the log; it holds no payload). */
export type Decoded<T> = { ok: true; value: T } | { ok: false; why: string };

/** One tap's worth of question. `label` is what the chip shows (at most 24 characters), `text` is what is asked. */
export type QuickReply = { label: string; text: string };

/** What the phone decides about the watch's looks and defaults. Sent whenever the watch's `rev` is not this one. */
export type Look = {
	/** Changes whenever any field below does. */
	rev: number;
	/** At most 6. */
	chips: QuickReply[];
	/** 0xRRGGBB. */
	accent: number;
	/** Reading size. */
	size: "small" | "medium" | "large";
	/** False while the chosen provider needs a key that is not set: the watch then says where to enter it. */
	ready: boolean;
	/** The readings of the watch that go along with a question; absent means none, and then no facts go at all. */
	wants?: FactName[];
	/** How long a question waits for the phone before it is no longer asked by itself; absent means WAIT_MINUTES. */
	waitMinutes?: number;
	/** What costs are counted in, three letters. */
	currency?: string;
	/** Whose quick replies the usual ones are; absent means a plain assistant's. */
	preset?: PresetId;
	/** The version of the phone's package, of core/wire/version.ts; absent where it does not tell. */
	version?: number;
	/** When the person last had everything forgotten, in ms since the epoch of the phone: a watch that knows another time follows. */
	forgotten?: number;
	/** No provider with a key understands speech, or this phone cannot send it: recording a question would be in vain. */
	deaf?: true;
};

/**
 * Watch to phone. `talk` names the conversation: a new value starts afresh. `lang` is a BCP 47 tag such as `de-DE`.
 *
 * A question is a text, or `voice`: the recording that was sent before under the same id, in pieces. `at` is where a piece
 * begins in the recorder's file of `total` bytes; in JSON its bytes are base64. A piece that is sent twice changes nothing.
 */
export type Request =
	| { method: "hello"; rev: number }
	| AskRequest
	| { method: "voice"; id: string; at: number; total: number; bytes: Uint8Array }
	| { method: "cancel"; id: string };

export type AskRequest = {
	method: "ask";
	id: string;
	talk: string;
	lang: string;
	rev: number;
	facts?: WatchFacts;
	/** It has waited longer than the person allows: the phone tells what became of it and asks nobody. */
	late?: true;
} & ({ text: string; voice?: never } | { voice: true; text?: never });

/** How long a question waits for the phone unless the person chose otherwise. */
export const WAIT_MINUTES = 60;

export const FACT_NAMES = ["battery", "steps", "heart", "sleep", "workout", "clock"] as const;

export type FactName = (typeof FACT_NAMES)[number];

/**
 * What the built-in assistant may use, and the provider where the person lets it. Counts are whole numbers; absent means
 * not known or not wanted. `now` is the watch's local time as minutes since its local midnight, `date` is YYYY-MM-DD,
 * `sleep` minutes of the last night, `workout` minutes of the last one. `clock`: 12 or 24, as the watch counts hours.
 */
export type WatchFacts = { now: number; date: string } & { [fact in FactName]?: number };

/** What an answer cost: requests sent, tokens as the provider counted them, and money in millionths of `currency`. */
export type Use = { requests: number; promptTokens: number; completionTokens: number; costMicros?: number };

/** Plain text, already free of Markdown, emoji and control characters. `cut`: the provider stopped it early. */
export type Answer = {
	text: string;
	cut?: true;
	/** One line for the face, where it differs from the opening of `text`. At most 60 characters. */
	line?: string;
	/** At most 3 follow-up questions, each at most 40 characters. */
	next?: string[];
	/** Who answered, for people: a provider's name, and its model. */
	by?: string;
	/** A spoken question as it was understood. */
	heard?: string;
	use?: Use;
	/** Cues for a run that the person asked for. */
	plan?: Plan;
};

/**
 * Phone to watch. `got`: so much of a recording is here, the watch goes on from there; the answer to a piece, and to an
 * `ask` whose recording is not whole. `heard`: the person wants to see what was understood before it is asked; the same
 * id with a text asks it. A fault's `heard` is a spoken question that was understood but not answered.
 */
export type Reply =
	| { kind: "hello"; look?: Look }
	| { kind: "answer"; id: string; answer: Answer; look?: Look }
	| { kind: "fault"; id: string; fault: Fault; heard?: string; look?: Look }
	| { kind: "heard"; id: string; text: string; look?: Look }
	| { kind: "got"; id: string; at: number }
	| { kind: "cancelled"; id: string };

/** Longest question that is stored or sent, in UTF-16 units; longer ones are cut at a character. */
export const QUESTION_LIMIT = 500;

/** Longest answer that crosses the link, in UTF-16 units; longer ones are cut at a sentence and marked. */
export const ANSWER_LIMIT = 1500;

/** Longest recording that is listened to, and the largest file of one. */
export const VOICE_LIMIT_MS = 30_000;
export const VOICE_LIMIT_BYTES = 200_000;

/** Of a recording, what goes in one piece: with its header it fits one frame of the link (core/wire/frames.ts). */
export const VOICE_PIECE_BYTES = 3_400;

/** Most chips, and the longest label of one. */
export const CHIPS_MAX = 6;
export const LABEL_LIMIT = 24;

/** Longest line for the face; most follow-up questions, and the longest of them. */
export const LINE_LIMIT = 60;
export const NEXT_MAX = 3;
export const NEXT_LIMIT = 40;

/** Longest id of a question or a conversation, and name of who answered. */
const ID_LIMIT = 64;
const BY_LIMIT = 80;

/** Longest amount of money, with its currency. */
const LEFT_LIMIT = 24;
const CURRENCY_LIMIT = 3;
/** Longest name of a model in a fault. */
const MODEL_LIMIT = 60;

/**
 * What the phone sent, which may be of another version: overlong texts are cut, extra list items dropped, and what is not
 * known is left out or taken for its likeliest, since no answer may be lost to it.
 */
export function decodeReply(value: unknown): Decoded<Reply> {
	if (!isFields(value)) return { ok: false, why: "not an object" };
	const look = decodeLook(value.look);
	const tail = look === null ? {} : { look };
	if (value.kind === "hello") return { ok: true, value: { kind: "hello", ...tail } };
	const { id } = value;
	if (!isId(id)) return { ok: false, why: "id" };
	switch (value.kind) {
		case "answer": {
			const answer = decodeAnswer(value.answer);
			return answer === null
				? { ok: false, why: "answer" }
				: { ok: true, value: { kind: "answer", id, answer, ...tail } };
		}
		case "fault": {
			const fault = decodeFault(value.fault);
			const heard = isText(value.heard) ? { heard: clip(value.heard, QUESTION_LIMIT) } : {};
			return fault === null
				? { ok: false, why: "fault" }
				: { ok: true, value: { kind: "fault", id, fault, ...heard, ...tail } };
		}
		case "heard":
			return isText(value.text)
				? { ok: true, value: { kind: "heard", id, text: clip(value.text, QUESTION_LIMIT), ...tail } }
				: { ok: false, why: "text" };
		case "got":
			return isCount(value.at) ? { ok: true, value: { kind: "got", id, at: value.at } } : { ok: false, why: "at" };
		case "cancelled":
			return { ok: true, value: { kind: "cancelled", id } };
		default: {
			const answer = decodeAnswer(value.answer);
			return answer === null
				? { ok: false, why: "kind" }
				: { ok: true, value: { kind: "answer", id, answer, ...tail } };
		}
	}
}

/**
 * Null where it is none. One of another version may have been paid for, so that only the person asks again. Stored rows of the
 * journal and the ledger are read by it too.
 */
export function decodeFault(value: unknown): Fault | null {
	if (!isFields(value) || !isText(value.code)) return null;
	const fault: Fault = { code: isFaultCode(value.code) ? value.code : "unknown-outcome" };
	if (isCount(value.waitSeconds)) fault.waitSeconds = value.waitSeconds;
	if (isText(value.left)) fault.left = clip(value.left, LEFT_LIMIT);
	if (isText(value.model)) fault.model = clip(value.model, MODEL_LIMIT);
	if (value.unstored === true) fault.unstored = true;
	return fault;
}

/** Null where it is none. Stored rows of the journal and the ledger are read by it too. */
export function decodeAnswer(value: unknown): Answer | null {
	if (!isFields(value) || typeof value.text !== "string") return null;
	const answer: Answer = { text: clip(value.text, ANSWER_LIMIT) };
	if (value.cut === true || answer.text.length < value.text.length) answer.cut = true;
	if (typeof value.line === "string") answer.line = clip(value.line, LINE_LIMIT);
	if (Array.isArray(value.next)) answer.next = value.next.filter(isText).slice(0, NEXT_MAX).map(clipNext);
	if (typeof value.by === "string") answer.by = clip(value.by, BY_LIMIT);
	if (isText(value.heard)) answer.heard = clip(value.heard, QUESTION_LIMIT);
	const use = decodeUse(value.use);
	if (use !== null) answer.use = use;
	const plan = decodePlan(value.plan);
	if (plan !== null) answer.plan = plan;
	return answer;
}

function clipNext(question: string): string {
	return clip(question, NEXT_LIMIT);
}

function decodeUse(value: unknown): Use | null {
	if (!isFields(value)) return null;
	const { requests, promptTokens, completionTokens, costMicros } = value;
	if (!isCount(requests) || !isCount(promptTokens) || !isCount(completionTokens)) return null;
	const use: Use = { requests, promptTokens, completionTokens };
	return isCount(costMicros) ? { ...use, costMicros } : use;
}

/** Null where it is none. What is missing or not known is as before anything was chosen. */
export function decodeLook(value: unknown): Look | null {
	if (!isFields(value) || !isCount(value.rev)) return null;
	const { rev, chips, accent, size } = value;
	const look: Look = {
		rev,
		chips: Array.isArray(chips) ? decodeChips(chips) : [],
		accent: isCount(accent) && accent <= 0xffffff ? accent : DEFAULT_ACCENT,
		size: size === "small" || size === "large" ? size : "medium",
		ready: value.ready !== false,
	};
	if (isCount(value.version)) look.version = value.version;
	if (isCount(value.forgotten)) look.forgotten = value.forgotten;
	if (Array.isArray(value.wants)) {
		const { wants } = value;
		look.wants = FACT_NAMES.filter((name) => wants.includes(name));
	}
	if (isText(value.currency)) look.currency = clip(value.currency, CURRENCY_LIMIT);
	if (isCount(value.waitMinutes)) look.waitMinutes = value.waitMinutes;
	const preset = findPresetId(value.preset);
	if (preset !== undefined) look.preset = preset;
	return value.deaf === true ? { ...look, deaf: true } : look;
}

/** The usable ones of a list of quick replies, cut to their bounds. */
export function decodeChips(list: readonly unknown[]): QuickReply[] {
	const chips: QuickReply[] = [];
	for (const item of list) {
		if (chips.length === CHIPS_MAX) break;
		if (!isFields(item) || !isText(item.label) || !isText(item.text)) continue;
		chips.push({ label: clip(item.label, LABEL_LIMIT), text: clip(item.text, QUESTION_LIMIT) });
	}
	return chips;
}

/** The first `limit` UTF-16 units of a text, one fewer where that would halve a surrogate pair. */
export function clip(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.charCodeAt(limit - 1);
	return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}

export function isId(value: unknown): value is string {
	return typeof value === "string" && value !== "" && value.length <= ID_LIMIT;
}
