/**
 * Requests and replies as bytes: the fields of core/wire/protocol.ts in a fixed order as a JSON list, in few bytes. Owns the
 * order alone; what fields mean and which are right is the protocol's. Rule: what comes back is `unknown` and goes to
 * decodeRequest or decodeReply, so that a wrong list is a fault like any other.
 *
 * A list's first item names its kind. Absent fields are null, or 0 where that is shorter and means nothing else; nulls
 * at the end are left out. A piece of a recording is
 * no list: a byte that no text begins with, u32 big-endian `at` and `total`, u8 length of the id, the id, the bytes.
 */

import type { Fault } from "../faults.ts";
import { type Fields, parseJson } from "../json.ts";
import type { Plan } from "../run/cues.ts";
import { decodeText, encodeText } from "./digrams.ts";
import { type Answer, FACT_NAMES, type Look, type Reply, type Request } from "./protocol.ts";

/** No text of core/wire/digrams.ts begins with it. */
const PIECE = 2;
const PIECE_HEADER_BYTES = 10;

export function packRequest(request: Request): Uint8Array {
	switch (request.method) {
		case "hello":
			return pack(["h", request.rev]);
		case "cancel":
			return pack(["c", request.id]);
		case "voice":
			return packPiece(request);
		case "ask": {
			const { id, text = null, talk, lang, rev, facts, late } = request;
			const known = facts && [facts.now, facts.date, ...FACT_NAMES.map((name) => facts[name])];
			return pack(["a", id, text, talk === id ? 0 : talk, lang, rev, known && trim(known), late && 1]);
		}
	}
}

/** The request as an object for decodeRequest; null where the bytes are neither a list nor a piece. */
export function unpackRequest(bytes: Uint8Array): unknown {
	if (bytes[0] === PIECE) return unpackPiece(bytes);
	const list = unpack(bytes);
	switch (list?.[0]) {
		case "h":
			return { method: "hello", rev: list[1] };
		case "c":
			return { method: "cancel", id: list[1] };
		case "a": {
			const [, id, text, talk, lang, rev, known, late] = list;
			const question = (text ?? null) === null ? { voice: true } : { text };
			return {
				method: "ask",
				id,
				...question,
				talk: talk === 0 ? id : talk,
				lang,
				rev,
				...part("facts", known, toFacts),
				...(late === 1 ? { late: true } : {}),
			};
		}
		default:
			return null;
	}
}

export function packReply(reply: Reply): Uint8Array {
	switch (reply.kind) {
		case "hello":
			return pack(["h", fromLook(reply.look)]);
		case "cancelled":
			return pack(["c", reply.id]);
		case "fault":
			return pack(["f", reply.id, fromLook(reply.look), ...fromFault(reply.fault, reply.heard)]);
		case "heard":
			return pack(["v", reply.id, fromLook(reply.look), reply.text]);
		case "got":
			return pack(["g", reply.id, reply.at]);
		case "answer":
			return pack(["a", reply.id, fromLook(reply.look) ?? 0, ...fromAnswer(reply.answer)]);
	}
}

/** The reply as an object for decodeReply; null where the bytes are no list. */
export function unpackReply(bytes: Uint8Array): unknown {
	const list = unpack(bytes);
	switch (list?.[0]) {
		case "h":
			return { kind: "hello", ...part("look", list[1], toLook) };
		case "c":
			return { kind: "cancelled", id: list[1] };
		case "f": {
			const [, id, look, code, waitSeconds, left, heard, model, unstored] = list;
			const known = {
				...part("left", left),
				...part("model", model),
				...part("unstored", unstored, (value) => value === 1),
			};
			const fault = { code, ...part("waitSeconds", waitSeconds), ...known };
			return { kind: "fault", id, fault, ...part("heard", heard), ...part("look", look, toLook) };
		}
		case "v": {
			const [, id, look, text] = list;
			return { kind: "heard", id, text, ...part("look", look, toLook) };
		}
		case "g":
			return { kind: "got", id: list[1], at: list[2] };
		case "a": {
			const [, id, look, ...answer] = list;
			return { kind: "answer", id, answer: toAnswer(answer), ...part("look", look === 0 ? null : look, toLook) };
		}
		default:
			return null;
	}
}

function packPiece({ id, at, total, bytes }: Extract<Request, { method: "voice" }>): Uint8Array {
	const packed = new Uint8Array(PIECE_HEADER_BYTES + id.length + bytes.length);
	const view = new DataView(packed.buffer);
	packed[0] = PIECE;
	view.setUint32(1, at);
	view.setUint32(5, total);
	packed[9] = id.length;
	for (let unit = 0; unit < id.length; unit++) packed[PIECE_HEADER_BYTES + unit] = id.charCodeAt(unit);
	packed.set(bytes, PIECE_HEADER_BYTES + id.length);
	return packed;
}

function unpackPiece(packed: Uint8Array): unknown {
	if (packed.length < PIECE_HEADER_BYTES) return null;
	const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
	const end = PIECE_HEADER_BYTES + (packed[9] ?? 0);
	let id = "";
	for (let unit = PIECE_HEADER_BYTES; unit < end; unit++) id += String.fromCharCode(packed[unit] ?? 0);
	return { method: "voice", id, at: view.getUint32(1), total: view.getUint32(5), bytes: packed.subarray(end) };
}

function fromAnswer({ text, cut, line, next, by, use, heard, plan }: Answer): unknown[] {
	const cost = use && trim([use.requests, use.promptTokens, use.completionTokens, use.costMicros]);
	return [text, cut ? 1 : 0, by, cost, line, next, heard, plan && fromPlan(plan)];
}

function toAnswer([text, cut, by, cost, line, next, heard, plan]: readonly unknown[]): unknown {
	const whole = cut === 1 ? { text, cut: true } : { text };
	const shown = { ...part("line", line), ...part("next", next), ...part("heard", heard) };
	return { ...whole, ...part("by", by), ...part("use", cost, toUse), ...shown, ...part("plan", plan, toPlan) };
}

/** The goal, then each cue: what it is bound to, how much of that, its text. */
function fromPlan({ goal, cues }: Plan): unknown[] {
	const list = cues.map(({ at, text }) => {
		if ("meters" in at) return ["m", at.meters, text];
		return "seconds" in at ? ["s", at.seconds, text] : ["p", at.paceSlower, text];
	});
	return [goal ? [goal.meters, goal.seconds] : null, ...list];
}

const PLACES: Readonly<Record<string, string>> = { m: "meters", s: "seconds", p: "paceSlower" };

function toPlan(value: unknown): unknown {
	const [goal, ...list] = listOf(value);
	const [meters, seconds] = listOf(goal);
	const cues = list.map((cue) => {
		const [kind, amount, text] = listOf(cue);
		return { at: { [PLACES[String(kind)] ?? ""]: amount }, text };
	});
	return { ...part("goal", goal, () => ({ meters, seconds })), cues };
}

function fromFault({ code, waitSeconds, left, model, unstored }: Fault, heard: string | undefined): unknown[] {
	return [code, waitSeconds, left, heard, model, unstored && 1];
}

function toUse(value: unknown): unknown {
	const [requests, promptTokens, completionTokens, costMicros] = listOf(value);
	return { requests, promptTokens, completionTokens, ...part("costMicros", costMicros) };
}

function toFacts(value: unknown): unknown {
	const [now, date, ...counts] = listOf(value);
	const facts: Fields = { now, date };
	FACT_NAMES.forEach((name, at) => {
		facts[name] = counts[at];
	});
	return facts;
}

function fromLook(look: Look | undefined): unknown {
	if (look === undefined) return undefined;
	const chips = look.chips.map(({ label, text }) => (label === text ? [label] : [label, text]));
	const { rev, accent, size, ready, deaf, wants, currency, waitMinutes, preset, version, forgotten } = look;
	const known = [rev, chips, accent, size, ready ? 1 : 0, deaf ? 1 : null, wants, currency, waitMinutes, preset];
	return trim([...known, version, forgotten]);
}

function toLook(value: unknown): unknown {
	const [rev, chips, accent, size, ready, deaf, wants, currency, waitMinutes, preset, version, forgotten] =
		listOf(value);
	const replies = listOf(chips).map((chip) => {
		const [label, text = label] = listOf(chip);
		return { label, text };
	});
	const chosen = { ...part("waitMinutes", waitMinutes), ...part("preset", preset) };
	const past = { ...part("version", version), ...part("forgotten", forgotten) };
	const more = { ...part("wants", wants), ...part("currency", currency), ...chosen, ...past };
	return { rev, chips: replies, accent, size, ready: ready !== 0, ...(deaf === 1 ? { deaf: true } : {}), ...more };
}

function part(name: string, value: unknown, read: (value: unknown) => unknown = (same) => same): object {
	return value === undefined || value === null ? {} : { [name]: read(value) };
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

function trim(list: readonly unknown[]): unknown[] {
	let end = list.length;
	while (end > 0 && (list[end - 1] ?? null) === null) end--;
	return list.slice(0, end);
}

function pack(list: readonly unknown[]): Uint8Array {
	return encodeText(JSON.stringify(trim(list)));
}

function unpack(bytes: Uint8Array): readonly unknown[] | null {
	const list = parseJson(decodeText(bytes));
	return Array.isArray(list) ? list : null;
}
