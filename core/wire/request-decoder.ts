/**
 * What the watch sent, as the phone reads it. Owns the decoder of protocol.ts's requests alone, apart so that the
 * watch does not carry it. Rule: a wrong request is a reason, never an exception, and the reason holds no payload.
 */
import { isFields } from "../json.ts";
import { fromBase64 } from "./base64.ts";
import { bounded, readId } from "./bounds.ts";
import { type Bounds, type Decoded, type Kinds, read } from "./fields.ts";
import { FACTS, REQUESTS, type Request, type WatchFacts } from "./protocol.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const KINDS: Kinds<{ id: string; date: string; facts: WatchFacts }> & Bounds = {
	bounds: bounded,
	id: readId,
	date: (value) => (typeof value === "string" && DATE.test(value) ? value : undefined),
	facts: FACTS,
};

/**
 * A list, JSON, or a piece of a recording as unpackRequest gives it. Only the question and its id must be right: no question may be
 * lost to a sensor, or to a watch of another version.
 */
export function decodeRequest(value: unknown): Decoded<Request> {
	if (!isFields(value) && !Array.isArray(value)) return { ok: false, why: "not an object" };
	switch (Array.isArray(value) ? value[0] : value.method) {
		case "h":
		case "hello": {
			const hello = read(REQUESTS.hello, value, KINDS);
			return hello.ok ? { ok: true, value: { method: "hello", rev: 0, ...hello.value } } : hello;
		}
		case "a":
		case "ask":
			return Array.isArray(value)
				? decodeAsk(value, (value[TEXT_AT] ?? null) === null)
				: decodeAsk(value, value.voice === true);
		case "s":
		case "say": {
			const say = read(REQUESTS.say, value, KINDS);
			return say.ok ? { ok: true, value: { method: "say", ...say.value } } : say;
		}
		case "voice":
			return isFields(value) ? decodePiece(value, value.bytes) : { ok: false, why: "method" };
		case "c":
		case "cancel": {
			const cancel = read(REQUESTS.cancel, value, KINDS);
			return cancel.ok ? { ok: true, value: { method: "cancel", ...cancel.value } } : cancel;
		}
		case "k":
		case "keep": {
			const keep = read(REQUESTS.keep, value, KINDS);
			return keep.ok ? { ok: true, value: { method: "keep", ...keep.value } } : keep;
		}
		default:
			return { ok: false, why: "method" };
	}
}

/** Where the text of a question stands in its list. */
const TEXT_AT = REQUESTS.ask.split(" ").findIndex((field) => field.startsWith("text?:"));

function decodeAsk(given: object, isSpoken: boolean): Decoded<Request> {
	const found = read(REQUESTS.ask, given, KINDS);
	if (!found.ok) return found;
	const { text, ...ask } = found.value;
	const around = { method: "ask" as const, talk: ask.id, lang: "", rev: 0, ...ask };
	if (text !== undefined) return { ok: true, value: { ...around, text } };
	return isSpoken ? { ok: true, value: { ...around, voice: true } } : { ok: false, why: "text" };
}

function decodePiece(given: object, bytes: unknown): Decoded<Request> {
	const found = read(REQUESTS.voice, given, KINDS);
	if (!found.ok) return found;
	const piece = typeof bytes === "string" ? fromBase64(bytes) : bytes;
	if (!(piece instanceof Uint8Array) || piece.length === 0) return { ok: false, why: "bytes" };
	if (found.value.at + piece.length > found.value.total) return { ok: false, why: "at" };
	return { ok: true, value: { method: "voice", ...found.value, bytes: piece } };
}
