/**
 * Requests and replies as bytes: the fields of core/protocol.ts in a fixed order as a JSON list, in few bytes. Owns the
 * order alone; what fields mean and which are right is the protocol's. Rule: what comes back is `unknown` and goes to
 * decodeRequest or decodeReply, so that a wrong list is a fault like any other.
 *
 * A list's first item names its kind. Absent fields are null, and nulls at the end are left out.
 */
import { decodeText, encodeText } from "./digrams.ts";
import { parseJson } from "./json.ts";
import type { Answer, Look, Reply, Request } from "./protocol.ts";

export function packRequest(request: Request): Uint8Array {
	switch (request.method) {
		case "hello":
			return pack(["h", request.rev]);
		case "cancel":
			return pack(["c", request.id]);
		case "ask": {
			const { id, text, talk, lang, rev, facts } = request;
			const known = facts && [facts.now, facts.date, facts.battery, facts.steps, facts.heart];
			return pack(["a", id, text, talk === id ? null : talk, lang, rev, known && trim(known)]);
		}
	}
}

/** The request as an object for decodeRequest; null where the bytes are no list. */
export function unpackRequest(bytes: Uint8Array): unknown {
	const list = unpack(bytes);
	switch (list?.[0]) {
		case "h":
			return { method: "hello", rev: list[1] };
		case "c":
			return { method: "cancel", id: list[1] };
		case "a": {
			const [, id, text, talk, lang, rev, known] = list;
			return { method: "ask", id, text, talk: talk ?? id, lang, rev, ...part("facts", known, toFacts) };
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
			return pack(["f", reply.id, fromLook(reply.look), reply.fault.code, reply.fault.waitSeconds]);
		case "answer":
			return pack(["a", reply.id, fromLook(reply.look), ...fromAnswer(reply.answer)]);
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
			const [, id, look, code, waitSeconds] = list;
			return { kind: "fault", id, fault: { code, ...part("waitSeconds", waitSeconds) }, ...part("look", look, toLook) };
		}
		case "a": {
			const [, id, look, ...answer] = list;
			return { kind: "answer", id, answer: toAnswer(answer), ...part("look", look, toLook) };
		}
		default:
			return null;
	}
}

function fromAnswer({ text, cut, line, next, by, use }: Answer): unknown[] {
	const cost = use && trim([use.requests, use.promptTokens, use.completionTokens, use.costMicros]);
	return [text, cut && 1, by, cost, line, next];
}

function toAnswer([text, cut, by, cost, line, next]: readonly unknown[]): unknown {
	const whole = cut === 1 ? { text, cut: true } : { text };
	return { ...whole, ...part("by", by), ...part("use", cost, toUse), ...part("line", line), ...part("next", next) };
}

function toUse(value: unknown): unknown {
	const [requests, promptTokens, completionTokens, costMicros] = listOf(value);
	return { requests, promptTokens, completionTokens, ...part("costMicros", costMicros) };
}

function toFacts(value: unknown): unknown {
	const [now, date, battery, steps, heart] = listOf(value);
	return { now, date, ...part("battery", battery), ...part("steps", steps), ...part("heart", heart) };
}

function fromLook(look: Look | undefined): unknown {
	if (look === undefined) return undefined;
	const chips = look.chips.map(({ label, text }) => (label === text ? [label] : [label, text]));
	return [look.rev, chips, look.accent, look.size, look.ready ? 1 : 0];
}

function toLook(value: unknown): unknown {
	const [rev, chips, accent, size, ready] = listOf(value);
	const replies = listOf(chips).map((chip) => {
		const [label, text = label] = listOf(chip);
		return { label, text };
	});
	return { rev, chips: replies, accent, size, ready: ready === 1 };
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
