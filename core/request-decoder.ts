/**
 * What the watch sent, as the phone reads it. Owns the decoder of core/protocol.ts's requests alone, apart so that the
 * watch does not carry it. Rule: a wrong request is a reason, never an exception, and the reason holds no payload.
 */
import { fromBase64 } from "./base64.ts";
import { type Fields, isCount, isFields, isText } from "./json.ts";
import {
	clip,
	type Decoded,
	FACT_NAMES,
	isId,
	QUESTION_LIMIT,
	type Request,
	VOICE_LIMIT_BYTES,
	type WatchFacts,
} from "./protocol.ts";

/** Longest language tag. */
const LANG_LIMIT = 35;
const MINUTES_A_DAY = 1440;

/** A broken `facts` is left out, since no question may be lost to a sensor; all else must be right. */
export function decodeRequest(value: unknown): Decoded<Request> {
	if (!isFields(value)) return { ok: false, why: "not an object" };
	switch (value.method) {
		case "hello":
			return isCount(value.rev) ? { ok: true, value: { method: "hello", rev: value.rev } } : { ok: false, why: "rev" };
		case "ask":
			return decodeAsk(value);
		case "voice":
			return decodePiece(value);
		case "cancel":
			return isId(value.id) ? { ok: true, value: { method: "cancel", id: value.id } } : { ok: false, why: "id" };
		default:
			return { ok: false, why: "method" };
	}
}

function decodeAsk({ id, text, voice, talk, lang, rev, facts, late }: Fields): Decoded<Request> {
	if (!isId(id)) return { ok: false, why: "id" };
	if (voice !== true && !isText(text)) return { ok: false, why: "text" };
	if (!isId(talk)) return { ok: false, why: "talk" };
	if (typeof lang !== "string" || lang.length > LANG_LIMIT) return { ok: false, why: "lang" };
	if (!isCount(rev)) return { ok: false, why: "rev" };
	const known = decodeFacts(facts);
	const question = isText(text) ? { text: clip(text, QUESTION_LIMIT) } : { voice: true as const };
	const ask: Request = { method: "ask", id, ...question, talk, lang, rev, ...(late === true ? { late } : {}) };
	return { ok: true, value: known === undefined ? ask : { ...ask, facts: known } };
}

function decodePiece({ id, at, total, bytes }: Fields): Decoded<Request> {
	if (!isId(id)) return { ok: false, why: "id" };
	if (!isCount(total) || total === 0 || total > VOICE_LIMIT_BYTES) return { ok: false, why: "total" };
	const piece = typeof bytes === "string" ? fromBase64(bytes) : bytes;
	if (!(piece instanceof Uint8Array) || piece.length === 0) return { ok: false, why: "bytes" };
	if (!isCount(at) || at + piece.length > total) return { ok: false, why: "at" };
	return { ok: true, value: { method: "voice", id, at, total, bytes: piece } };
}

function decodeFacts(value: unknown): WatchFacts | undefined {
	if (!isFields(value) || !isCount(value.now) || value.now >= MINUTES_A_DAY) return undefined;
	if (typeof value.date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value.date)) return undefined;
	const facts: WatchFacts = { now: value.now, date: value.date };
	for (const name of FACT_NAMES) {
		const count = value[name];
		if (isCount(count) && (name !== "battery" || count <= 100)) facts[name] = count;
	}
	return facts;
}
