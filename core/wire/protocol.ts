/**
 * What the watch and the Side Service say to each other. Owns the tables of the messages, from which their types, their decoders
 * and what goes over the link come (fields.ts), and the decoder of what the watch reads; never a transport. Rule: an `ask` is
 * idempotent by its id, so that repeating it can never send a question to a provider twice.
 */
import { ACTIONS_MAX, type Action, actionFromList, NOTE_LIMIT } from "../actions/action.ts";
import { isFaultCode } from "../fault-code.ts";
import type { Fault, FaultCode } from "../faults.ts";
import { type Fields, isFields } from "../json.ts";
import type { Plan } from "../run/cues.ts";
import { type MessageOf, trust } from "./fields.ts";
import { planFromList } from "./plan-list.ts";

export { clip } from "./clip.ts";
export type { Decoded } from "./fields.ts";

/** Longest question that is stored or sent, in UTF-16 units; longer ones are cut at a character. */
export const QUESTION_LIMIT = 500;

/** Longest answer that crosses the link, in UTF-16 units; longer ones are cut at a sentence and marked. */
export const ANSWER_LIMIT = 1500;

/** Longest recording that is listened to, and the largest file of one. */
export const VOICE_LIMIT_MS = 30_000;
export const VOICE_LIMIT_BYTES = 200_000;

/** Of a recording, what goes in one piece: with its header it fits one frame of the link (frames.ts). */
export const VOICE_PIECE_BYTES = 3_400;

/** The largest sound of an answer that crosses the link, and what goes in one piece: with its header it fits one frame. */
export const SOUND_LIMIT_BYTES = 240_000;
export const SOUND_PIECE_BYTES = 3_400;

/** Most chips, and the longest label of one. */
export const CHIPS_MAX = 6;
export const LABEL_LIMIT = 24;

/** Longest line for the face; most follow-up questions, and the longest of them. */
export const LINE_LIMIT = 60;
export const NEXT_MAX = 3;
export const NEXT_LIMIT = 40;

/** How long a question waits for the phone unless the person chose otherwise. */
export const WAIT_MINUTES = 60;

/** Longest id of a question or a conversation. */
export const ID_LIMIT = 64;

export const FACT_NAMES = [
	"battery",
	"steps",
	"heart",
	"sleep",
	"workout",
	"clock",
	"weather",
	"resting",
	"load",
	"recovery",
	"vo2max",
	"zones",
] as const;

export type FactName = (typeof FACT_NAMES)[number];

/** One tap's worth of question: what the chip shows, and what is asked; `act`: what the watch does at the tap, and asks nobody. */
export const CHIP = `label:text${LABEL_LIMIT} text:text${QUESTION_LIMIT} act?:action` as const;

/**
 * What the phone decides about the watch's looks and defaults. Sent whenever the watch's `rev` is not this one, which changes
 * whenever any other field does. `accent` is 0xRRGGBB, `size` that of what is read. Not `ready`: the chosen provider needs a key
 * that is not set, and the watch says where to enter it. `deaf`: no provider with a key understands speech, or this phone cannot
 * send it, and recording a question would be in vain. `wants`: the readings of the watch that go along with a question; without
 * them no facts go at all. `currency`: what costs are counted in. `waitMinutes`: how long a question waits for the phone before it
 * is no longer asked by itself, where not WAIT_MINUTES. `preset`: whose quick replies the usual ones are, where not a plain
 * assistant's. `version`: of the phone's package (version.ts). `forgotten`: when the person last had everything forgotten, in ms
 * since the epoch of the phone; a watch that knows another time follows. `full`: as many notes are kept as there is room for.
 * `speaks`: somebody is set up who speaks answers; `aloud`: answers to spoken questions by themselves. New
 * fields go to the end.
 */
export const LOOK =
	`rev:count chips:chip*${CHIPS_MAX} accent:count${0xffffff} size:medium|small|large ready:yes deaf?:flag wants?:reading*${FACT_NAMES.length} currency?:text3 waitMinutes?:count preset?:plain|sport|diet|game|translator version?:count forgotten?:count full?:flag speaks?:flag aloud?:flag` as const;

/** What an answer cost: requests sent, tokens as the provider counted them, and money in millionths of `currency`. */
export const USE = "requests:count promptTokens:count completionTokens:count costMicros?:count";

/**
 * Plain text, already free of Markdown, emoji and control characters. `cut`: the provider stopped it early. `by`: who answered,
 * for people. `line`: for the face, where it differs from the opening of `text`. `next`: follow-up questions. `heard`: a spoken
 * question as it was understood. `plan`: cues for a run that the person asked for. `actions`: what the watch is to do, `unset`: the
 * words sound as if something had been set, and there is no action that would. `later`: for the face later that day.
 */
export const ANSWER =
	`text:string${ANSWER_LIMIT} cut?:flag by?:string80 use?:use line?:string${LINE_LIMIT} next?:text${NEXT_LIMIT}*${NEXT_MAX} heard?:text${QUESTION_LIMIT} plan?:plan actions?:action*${ACTIONS_MAX} unset?:flag later?:text${LINE_LIMIT}` as const;

/** How a question ended without an answer: `Fault` of faults.ts, which says what each field means. */
export const FAULT =
	`code:code waitSeconds?:count left?:text24 heard?:text${QUESTION_LIMIT} model?:text60 unstored?:flag` as const;

/**
 * Phone to watch. `got`: so much of a recording is here, the watch goes on from there; the answer to a piece, and to an
 * `ask` whose recording is not whole. `heard`: the person wants to see what was understood before it is asked; the same
 * id with a text asks it. `sound`: a piece of an answer's sound; its bytes go as those of a recording do (wire.ts). A fault's `heard` is a spoken question that was understood but not answered. `kept`: the note is with
 * the phone, unless there is no room for it (`full`).
 */
export const REPLIES = {
	hello: "h look?:look",
	answer: `a id:id look?:look ${ANSWER}`,
	fault: `f id:id look?:look ${FAULT}`,
	heard: `v id:id look?:look text:text${QUESTION_LIMIT}`,
	got: "g id:id at:count",
	sound: `s id:id at:count total:count${SOUND_LIMIT_BYTES}`,
	cancelled: "c id:id",
	kept: "k id:id full?:flag",
} as const;

/**
 * What the built-in assistant may use, and the provider where the person lets it. Absent means not known or not wanted. `now`
 * is the watch's local time as minutes since its local midnight, `date` is YYYY-MM-DD, `sleep` minutes of the last night,
 * `workout` minutes of the last one. `clock`: 12 or 24, as the watch counts hours. `weather`: as `forecastOfWatch` reads it.
 * `resting`: pulse; `load`, `recovery` (hours) and `vo2max`: as the watch counts them; `zones`: where the five zones of the pulse begin, and its most.
 */
export const FACTS =
	"now:count1439 date:date battery?:count100 steps?:count heart?:count sleep?:count workout?:count clock?:count weather?:text40 resting?:count load?:count recovery?:count vo2max?:count zones?:text40";

/**
 * Watch to phone. `talk` names the conversation: a new value starts afresh. `lang` is a BCP 47 tag such as `de-DE`. `late`: it has
 * waited longer than the person allows, and the phone tells what became of it and asks nobody.
 *
 * A question is a text, or `voice`: the recording that was sent before under the same id, in pieces. `at` is where a piece
 * begins in the recorder's file of `total` bytes; in JSON its bytes are base64. A piece that is sent twice changes nothing.
 *
 * `say` asks for the sound of the answer to question `id`, from `at` on. `n` tells taps apart: one is never paid for twice.
 *
 * `keep`: the person allowed the note that stands at place `at` of the answer's actions. It is kept once by `id` and `at`.
 */
export const REQUESTS = {
	hello: "h rev?:count",
	ask: `a id:id text?:text${QUESTION_LIMIT} talk?:id lang?:string35 rev?:count facts?:facts late?:flag`,
	cancel: "c id:id",
	voice: `id:id total:count${VOICE_LIMIT_BYTES} at:count`,
	say: "s id:id n:count at:count",
	keep: `k id:id at:count text:text${NOTE_LIMIT}`,
} as const;

/** Kinds that messages have of their own. */
export interface Own {
	id: string;
	chip: QuickReply;
	look: Look;
	reading: FactName;
	use: Use;
	code: FaultCode;
	plan: Plan;
	action: Action;
	date: string;
	facts: WatchFacts;
}

export type QuickReply = MessageOf<typeof CHIP, Own>;
export type Look = MessageOf<typeof LOOK, Own>;
type Use = MessageOf<typeof USE, Own>;
export type Answer = MessageOf<typeof ANSWER, Own>;
export type WatchFacts = MessageOf<typeof FACTS, Own>;

type Told = MessageOf<"look?:look", Own>;

export type Reply =
	| ({ kind: "hello" } & Told)
	| ({ kind: "answer"; id: string; answer: Answer } & Told)
	| ({ kind: "fault"; id: string; fault: Fault; heard?: string } & Told)
	| ({ kind: "heard" } & MessageOf<typeof REPLIES.heard, Own>)
	| ({ kind: "got" } & MessageOf<typeof REPLIES.got, Own>)
	| ({ kind: "sound"; bytes: Uint8Array } & MessageOf<typeof REPLIES.sound, Own>)
	| ({ kind: "cancelled" } & MessageOf<typeof REPLIES.cancelled, Own>)
	| ({ kind: "kept" } & MessageOf<typeof REPLIES.kept, Own>);

export type AskRequest = Required<Pick<Ask, "id" | "talk" | "lang" | "rev">> &
	Pick<Ask, "facts" | "late"> & { method: "ask" } & ({ text: string; voice?: never } | { voice: true; text?: never });

type Ask = MessageOf<typeof REQUESTS.ask, Own>;

export type Request =
	| { method: "hello"; rev: number }
	| AskRequest
	| ({ method: "voice"; bytes: Uint8Array } & MessageOf<typeof REQUESTS.voice, Own>)
	| ({ method: "say" } & MessageOf<typeof REQUESTS.say, Own>)
	| ({ method: "cancel" } & MessageOf<typeof REQUESTS.cancel, Own>)
	| ({ method: "keep" } & MessageOf<typeof REQUESTS.keep, Own>);

/**
 * What the phone sent, as the link brings it: null where it is no list of a kind that is known, or says not what that kind is
 * there for. All else the watch takes from the phone as it is, which holds what it says to its bounds (bounds.ts). It may be of
 * another version: extra items are dropped, and what is not known is left out or taken for its likeliest, since no answer may be
 * lost to it.
 */
export function decodeReply(value: unknown): Reply | null {
	if (!Array.isArray(value)) return null;
	for (const [kind, line] of Object.entries(REPLIES)) {
		if (line[0] !== value[0]) continue;
		const { id, look, heard, ...rest } = trust(line, value);
		const reply: Fields = { kind, id };
		if (Array.isArray(look)) reply.look = lookFrom(look);
		if (heard !== undefined) (kind === "answer" ? rest : reply).heard = heard;
		if (kind === "answer") reply.answer = answerFrom(rest);
		else if (kind === "fault") reply.fault = Object.assign(rest, { code: faultCodeOf(rest.code) });
		else Object.assign(reply, rest);
		return isReply(reply) ? reply : null;
	}
	return null;
}

/** Whether it says what its kind is there for. */
function isReply(reply: Fields): reply is Fields & Reply {
	const { kind, id, answer, fault, text, at } = reply;
	if (kind === "hello") return true;
	if (typeof id !== "string") return false;
	if (kind === "answer") return isAnswer(answer);
	if (kind === "fault") return isFault(fault);
	return kind === "heard" ? typeof text === "string" : kind !== "got" || typeof at === "number";
}

function lookFrom(list: readonly unknown[]): Fields {
	const look = trust(LOOK, list);
	const { chips } = look;
	look.chips = Array.isArray(chips) ? chips.map(chipFrom) : [];
	return look;
}

function chipFrom([label, text = label, list]: readonly unknown[]): Fields {
	const act = actionFromList(list);
	return act === null ? { label, text } : { label, text, act };
}

function answerFrom(answer: Fields): Fields {
	if (Array.isArray(answer.use)) answer.use = trust(USE, answer.use);
	if (Array.isArray(answer.plan)) answer.plan = planFromList(answer.plan);
	if (Array.isArray(answer.actions)) answer.actions = answer.actions.map(actionFromList).filter((one) => one !== null);
	return answer;
}

function isAnswer(value: unknown): value is Answer {
	return isFields(value) && typeof value.text === "string";
}

function isFault(value: unknown): value is Fault {
	return isFields(value) && isFaultCode(value.code);
}

function isLook(value: unknown): value is Look {
	return isFields(value) && typeof value.rev === "number" && Array.isArray(value.chips);
}

/** What the watch stored of a reply; null where it is none. */
export function decodeAnswer(value: unknown): Answer | null {
	return isAnswer(value) ? value : null;
}

export function decodeFault(value: unknown): Fault | null {
	return isFault(value) ? value : null;
}

export function decodeLook(value: unknown): Look | null {
	return isLook(value) ? value : null;
}

/** A code of another version may stand for something that was paid for, so that only the person asks again. */
export function faultCodeOf(code: unknown): FaultCode | undefined {
	if (isFaultCode(code)) return code;
	return typeof code === "string" ? "unknown-outcome" : undefined;
}
