/**
 * What the watch and the Side Service say to each other, as JSON over zml's request and response.
 * Owns the shapes and their decoders; never a transport. Rule: an `ask` is idempotent by its id, so that repeating it
 * can never send a question to a provider twice.
 */
import { type Fault, isFaultCode } from "./faults.ts";
import { type Fields, isFields } from "./json.ts";

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

/** Most chips, and the longest label of one. */
export const CHIPS_MAX = 6;
export const LABEL_LIMIT = 24;

/** Longest line for the face; most follow-up questions, and the longest of them. */
export const LINE_LIMIT = 60;
export const NEXT_MAX = 3;
export const NEXT_LIMIT = 40;

/** Longest id of a question or a conversation, language tag, and name of who answered. */
const ID_LIMIT = 64;
const LANG_LIMIT = 35;
const BY_LIMIT = 80;

const MINUTES_A_DAY = 1440;

export function isFault(value: unknown): value is Fault {
	return isFields(value) && isFaultCode(value.code);
}

/** What the watch sent. A broken `facts` is left out, since no question may be lost to a sensor; all else must be right. */
export function decodeRequest(value: unknown): Decoded<Request> {
	if (!isFields(value)) return { ok: false, why: "not an object" };
	switch (value.method) {
		case "hello":
			return isCount(value.rev) ? { ok: true, value: { method: "hello", rev: value.rev } } : { ok: false, why: "rev" };
		case "ask":
			return decodeAsk(value);
		case "cancel":
			return isId(value.id) ? { ok: true, value: { method: "cancel", id: value.id } } : { ok: false, why: "id" };
		default:
			return { ok: false, why: "method" };
	}
}

function decodeAsk({ id, text, talk, lang, rev, facts }: Fields): Decoded<Request> {
	if (!isId(id)) return { ok: false, why: "id" };
	if (typeof text !== "string" || text.trim() === "") return { ok: false, why: "text" };
	if (!isId(talk)) return { ok: false, why: "talk" };
	if (typeof lang !== "string" || lang.length > LANG_LIMIT) return { ok: false, why: "lang" };
	if (!isCount(rev)) return { ok: false, why: "rev" };
	const known = decodeFacts(facts);
	const ask: Request = { method: "ask", id, text: clip(text, QUESTION_LIMIT), talk, lang, rev };
	return { ok: true, value: known === undefined ? ask : { ...ask, facts: known } };
}

function decodeFacts(value: unknown): WatchFacts | undefined {
	if (!isFields(value) || !isCount(value.now) || value.now >= MINUTES_A_DAY) return undefined;
	if (typeof value.date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value.date)) return undefined;
	const facts: WatchFacts = { now: value.now, date: value.date };
	if (isCount(value.battery) && value.battery <= 100) facts.battery = value.battery;
	if (isCount(value.steps)) facts.steps = value.steps;
	if (isCount(value.heart)) facts.heart = value.heart;
	return facts;
}

/** What the phone sent. Overlong texts are cut and extra list items dropped; a wrong type is no reply. */
export function decodeReply(value: unknown): Decoded<Reply> {
	if (!isFields(value)) return { ok: false, why: "not an object" };
	const look = value.look === undefined ? undefined : decodeLook(value.look);
	if (look === null) return { ok: false, why: "look" };
	const tail = look === undefined ? {} : { look };
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
			return fault === null ? { ok: false, why: "fault" } : { ok: true, value: { kind: "fault", id, fault, ...tail } };
		}
		case "cancelled":
			return { ok: true, value: { kind: "cancelled", id } };
		default:
			return { ok: false, why: "kind" };
	}
}

/** Null where it is none. Stored rows of the journal and the ledger are read by it too. */
export function decodeFault(value: unknown): Fault | null {
	if (!isFault(value)) return null;
	return isCount(value.waitSeconds) ? { code: value.code, waitSeconds: value.waitSeconds } : { code: value.code };
}

/** Null where it is none. Stored rows of the journal and the ledger are read by it too. */
export function decodeAnswer(value: unknown): Answer | null {
	if (!isFields(value) || typeof value.text !== "string") return null;
	const answer: Answer = { text: clip(value.text, ANSWER_LIMIT) };
	if (value.cut === true || answer.text.length < value.text.length) answer.cut = true;
	if (typeof value.line === "string") answer.line = clip(value.line, LINE_LIMIT);
	if (Array.isArray(value.next)) answer.next = value.next.filter(isText).slice(0, NEXT_MAX).map(clipNext);
	if (typeof value.by === "string") answer.by = clip(value.by, BY_LIMIT);
	const use = decodeUse(value.use);
	if (use !== null) answer.use = use;
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

function decodeLook(value: unknown): Look | null {
	if (!isFields(value)) return null;
	const { rev, chips, accent, size, ready } = value;
	if (!isCount(rev) || !Array.isArray(chips) || !isCount(accent) || accent > 0xffffff) return null;
	if ((size !== "small" && size !== "medium" && size !== "large") || typeof ready !== "boolean") return null;
	return { rev, chips: decodeChips(chips), accent, size, ready };
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

function isText(value: unknown): value is string {
	return typeof value === "string" && value.trim() !== "";
}

function isId(value: unknown): value is string {
	return typeof value === "string" && value !== "" && value.length <= ID_LIMIT;
}

function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
