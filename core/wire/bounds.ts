/**
 * The phone's decoders of replies: of what it is about to say, and of what it stored of that. Owns the bounds: overlong texts are cut,
 * and what is too large is left out, so that the watch can take what it hears as it is. Rule: a wrong reply is a reason, never an
 * exception, and the reason holds no payload.
 */
import { ACTION_NAMES, ACTIONS, type Action, type ActionName, isAction, isNativeApp } from "../actions/action.ts";
import type { Fault } from "../faults.ts";
import { type Fields, isCount, isFields, isText } from "../json.ts";
import { decodePlan } from "../run/cues.ts";
import { clip } from "./clip.ts";
import { type Bounds, type Decoded, type Kinds, type MessageOf, read } from "./fields.ts";
import { planFromList } from "./plan-list.ts";
import {
	ANSWER,
	type Answer,
	CHIP,
	CHIPS_MAX,
	FACT_NAMES,
	FAULT,
	faultCodeOf,
	ID_LIMIT,
	LOOK,
	type Look,
	type Own,
	type QuickReply,
	REPLIES,
	type Reply,
	USE,
} from "./protocol.ts";

type ReplyKinds = Kinds<Omit<Own, "date" | "facts">>;

const KINDS: ReplyKinds & Bounds = {
	bounds: bounded,
	id: readId,
	chip: readChip,
	look: LOOK,
	reading: (value) => FACT_NAMES.find((name) => name === value),
	use: USE,
	code: (value) => (isText(value) ? faultCodeOf(value) : undefined),
	plan: (value) => decodePlan(Array.isArray(value) ? planFromList(value) : value) ?? undefined,
	action: decodeAction,
};

const ACTION_KINDS = { bounds: bounded, app: (value: unknown) => (isNativeApp(value) ? value : undefined) };

/** The value within its bounds, or undefined where it is none. `kind`: `count`, `text` or `string`, with a number behind it. */
export function bounded(kind: string, value: unknown): unknown {
	const most = Number(kind.replace(/\D+/, "")) || Number.POSITIVE_INFINITY;
	if (kind.startsWith("count")) return isCount(value) && value <= most ? value : undefined;
	if (typeof value !== "string" || (kind.startsWith("text") && !isText(value))) return undefined;
	return clip(value, most);
}

export function readId(value: unknown): string | undefined {
	return typeof value === "string" && value !== "" && value.length <= ID_LIMIT ? value : undefined;
}

/** In a list, a label that is what it asks stands alone. */
function readChip(value: unknown): QuickReply | undefined {
	const found = read(CHIP, Array.isArray(value) && value.length === 1 ? [value[0], value[0]] : value, KINDS);
	return found.ok ? found.value : undefined;
}

/** An action as its list or as an object, held to its bounds; undefined where it is none. */
function decodeAction(value: unknown): Action | undefined {
	const name = nameOfAction(Array.isArray(value) ? value[0] : Object(value).do);
	if (name === undefined) return undefined;
	const found = read<string, object>(ACTIONS[name], value, ACTION_KINDS);
	if (!found.ok) return undefined;
	const action: Fields = { do: name, ...found.value };
	return isAction(action) ? action : undefined;
}

function nameOfAction(value: unknown): ActionName | undefined {
	return ACTION_NAMES.find((name) => name === value);
}

/** The usable ones of a list of quick replies. */
export function decodeChips(list: readonly unknown[]): QuickReply[] {
	const chips = list.map(readChip).filter((chip): chip is QuickReply => chip !== undefined);
	return chips.slice(0, CHIPS_MAX);
}

/** A reply as its list or as JSON. */
export function checkReply(value: unknown): Decoded<Reply> {
	const { kind: letter = Object(value)[0], ...given }: Fields = isFields(value)
		? { ...value, ...Object(value.answer), ...Object(value.fault) }
		: {};
	const message = isFields(value) ? given : value;
	if (isOf("hello", letter)) return checkPlain("hello", message);
	if (isOf("heard", letter)) return checkPlain("heard", message);
	if (isOf("got", letter)) return checkPlain("got", message);
	if (isOf("cancelled", letter)) return checkPlain("cancelled", message);
	if (isOf("kept", letter)) return checkPlain("kept", message);
	if (isOf("fault", letter)) {
		const found = read(REPLIES.fault, message, KINDS);
		if (!found.ok) return found;
		const { id, look, heard, ...fault } = found.value;
		const more = heard === undefined ? {} : { heard };
		return { ok: true, value: { kind: "fault", id, fault, ...more, ...told(look) } };
	}
	const found = read(REPLIES.answer, message, KINDS);
	if (!found.ok) return found;
	const { id, look, ...answer } = found.value;
	return { ok: true, value: { kind: "answer", id, answer, ...told(look) } };
}

type Plain = "hello" | "heard" | "got" | "cancelled" | "kept";
type PlainReply<Kind extends Plain> = { kind: Kind } & MessageOf<(typeof REPLIES)[Kind], Own>;

function isOf(kind: Reply["kind"], letter: unknown): boolean {
	return letter === kind || letter === REPLIES[kind][0];
}

function checkPlain<Kind extends Plain>(kind: Kind, message: unknown): Decoded<PlainReply<Kind>> {
	const found = read<(typeof REPLIES)[Kind], Own>(REPLIES[kind], message, KINDS);
	return found.ok ? { ok: true, value: { kind, ...found.value } } : found;
}

function told(look: Look | undefined): { look?: Look } {
	return look === undefined ? {} : { look };
}

/** Null where it is none. */
export function checkAnswer(value: unknown): Answer | null {
	const found = read(ANSWER, value, KINDS);
	return found.ok ? found.value : null;
}

/** Null where it is none. */
export function checkFault(value: unknown): Fault | null {
	const found = read(FAULT, value, KINDS);
	if (!found.ok) return null;
	const { heard: _, ...fault } = found.value;
	return fault;
}
