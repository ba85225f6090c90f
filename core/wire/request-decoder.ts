/**
 * What the watch sent, as the phone reads it. Owns the decoder of core/wire/protocol.ts's requests alone, apart so that the
 * watch does not carry it. Rule: a wrong request is a reason, never an exception, and the reason holds no payload.
 */

import { type Fields, isCount, isFields, isText } from "../json.ts";
import { fromBase64 } from "./base64.ts";
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

/** Only the question and its id must be right: no question may be lost to a sensor, or to a watch of another version. */
export function decodeRequest(value: unknown): Decoded<Request> {
	if (!isFields(value)) return { ok: false, why: "not an object" };
	switch (value.method) {
		case "hello":
			return { ok: true, value: { method: "hello", rev: isCount(value.rev) ? value.rev : 0 } };
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
	const known = decodeFacts(facts);
	const question = isText(text) ? { text: clip(text, QUESTION_LIMIT) } : { voice: true as const };
	const around = {
		talk: isId(talk) ? talk : id,
		lang: typeof lang === "string" && lang.length <= LANG_LIMIT ? lang : "",
		rev: isCount(rev) ? rev : 0,
	};
	const ask: Request = { method: "ask", id, ...question, ...around, ...(late === true ? { late } : {}) };
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
