/**
 * What the watch and the Side Service say to each other, as JSON over zml's request and response.
 * Owns the shapes and their decoders; never a transport. Rule: an `ask` is idempotent by its id, so that repeating it
 * can never send a question to a provider twice.
 */
import { type Fault, isFaultCode } from "./faults.ts";

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
};

/** Watch to phone. `talk` names the conversation: a new value starts afresh. `lang` is a BCP 47 tag such as `de-DE`. */
export type Request =
	| { method: "hello"; rev: number }
	| { method: "ask"; id: string; text: string; talk: string; lang: string; rev: number; facts?: WatchFacts }
	| { method: "cancel"; id: string };

/**
 * What the offline assistant may use; it never leaves the phone. Counts are whole numbers; absent means not known.
 * `now` is the watch's local time as minutes since its local midnight, `date` is YYYY-MM-DD.
 */
export type WatchFacts = { now: number; date: string; battery?: number; steps?: number; heart?: number };

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
	use?: Use;
};

/** Phone to watch. */
export type Reply =
	| { kind: "hello"; look?: Look }
	| { kind: "answer"; id: string; answer: Answer; look?: Look }
	| { kind: "fault"; id: string; fault: Fault; look?: Look }
	| { kind: "cancelled"; id: string };

/** Longest question that is stored or sent, in UTF-16 units; longer ones are cut at a character. */
export const QUESTION_LIMIT = 500;

/** Longest answer that crosses the link, in UTF-16 units; longer ones are cut at a sentence and marked. */
export const ANSWER_LIMIT = 1500;

export function isFault(value: unknown): value is Fault {
	return typeof value === "object" && value !== null && isFaultCode((value as { code?: unknown }).code);
}
