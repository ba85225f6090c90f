import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyReply, anyRequest } from "./__fixtures__/messages.ts";
import { toBase64 } from "./base64.ts";
import { checkReply } from "./bounds.ts";
import { ANSWER_LIMIT, clip, FACT_NAMES, FACTS } from "./protocol.ts";
import { decodeRequest } from "./request-decoder.ts";

/** As JSON says it. */
function asJson(message: object): object {
	const { bytes }: { bytes?: unknown } = message;
	return bytes instanceof Uint8Array ? { ...message, bytes: toBase64(bytes) } : message;
}

const LOOK = { rev: 8, chips: [], accent: 1, size: "small", ready: true };

describe("the protocol's decoders", () => {
	it("know the same readings of the watch wherever they stand", () => {
		expect(FACTS.split(" ").slice(2)).toEqual(FACT_NAMES.map((name) => expect.stringMatching(`^${name}\\?:`)));
	});

	it("give back every request that was sent, whatever else came with it", () => {
		fc.assert(
			fc.property(anyRequest, (value) => {
				const sent = JSON.parse(JSON.stringify({ ...asJson(value), jsonrpc: "hmrpcv1" }));
				expect(decodeRequest(sent)).toEqual({ ok: true, value });
			}),
		);
	});

	it("give back every reply that was sent", () => {
		fc.assert(
			fc.property(anyReply, (value) => {
				expect(checkReply(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
			}),
		);
	});

	it("never throw, and say why without repeating the payload", () => {
		const near = fc
			.oneof(anyRequest, anyReply)
			.chain((value) =>
				fc
					.tuple(fc.constantFrom(...Object.keys(value)), fc.anything())
					.map(([key, other]) => ({ ...value, [key]: other })),
			);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), near), (value) => {
				for (const decoded of [decodeRequest(value), checkReply(value)]) {
					if (!decoded.ok) expect(decoded.why).toMatch(/^[a-z ]{2,20}$/);
				}
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		[{ method: "ask", id: "", text: "x", talk: "t", lang: "", rev: 0 }, "id"],
		[{ method: "ask", id: "a".repeat(65), text: "x", talk: "t", lang: "", rev: 0 }, "id"],
		[{ method: "ask", id: "a", text: "  ", talk: "t", lang: "", rev: 0 }, "text"],
		[{ method: "ask", id: "a", voice: 1, talk: "t", lang: "", rev: 0 }, "text"],
		[{ method: "voice", id: "a", at: 0, total: 200_001, bytes: "AAAA" }, "total"],
		[{ method: "voice", id: "a", at: 0, total: 3, bytes: "A?" }, "bytes"],
		[{ method: "voice", id: "a", at: 0, total: 3, bytes: "" }, "bytes"],
		[{ method: "voice", id: "a", at: 1, total: 3, bytes: "AAAA" }, "at"],
		[{ method: "sing" }, "method"],
		[[], "method"],
		[5, "not an object"],
	])("refuse %j by its %s", (value, why) => {
		expect(decodeRequest(value)).toEqual({ ok: false, why });
	});

	it.each([
		["size", { look: { ...LOOK, size: "huge" } }],
		["accent", { look: { ...LOOK, accent: "red" } }],
		["chips", { look: { ...LOOK, chips: { "1": "Why?" } } }],
		["look without a number", { look: { ...LOOK, rev: "8" } }],
		["look that is none", { look: "dark" }],
		["kind with an answer", { kind: "reply" }],
		["field", { mood: "merry" }],
		["kind of cost", { answer: { text: "Yes.", use: 7, plan: { goal: "far" } } }],
	])("read an answer whatever its %s", (_name, change) => {
		const decoded = checkReply({ kind: "answer", id: "a", answer: { text: "Yes." }, ...change });
		expect(decoded).toMatchObject({ ok: true, value: { kind: "answer", id: "a", answer: { text: "Yes." } } });
	});

	it("take a fault that they do not know for one that may have cost something", () => {
		const decoded = checkReply({ kind: "fault", id: "a", fault: { code: "moon-phase" } });
		expect(decoded).toEqual({ ok: true, value: { kind: "fault", id: "a", fault: { code: "unknown-outcome" } } });
	});

	it("keep a question whatever is around it", () => {
		const ask = { method: "ask", id: "a", text: "x", talk: 1, lang: ["de"], rev: -1, mood: "merry" };
		const read = { method: "ask", id: "a", text: "x", talk: "a", lang: "", rev: 0 };
		expect(decodeRequest(ask)).toEqual({ ok: true, value: read });
		expect(decodeRequest({ method: "hello", rev: "new" })).toEqual({ ok: true, value: { method: "hello", rev: 0 } });
	});

	it("keep a question whose sensors make no sense", () => {
		const ask = { method: "ask", id: "a", text: "x", talk: "t", lang: "", rev: 0 };
		expect(
			decodeRequest({ ...ask, facts: { now: 600, date: "2026-11-22", battery: 300, steps: "many", heart: 61 } }),
		).toEqual({
			ok: true,
			value: { ...ask, facts: { now: 600, date: "2026-11-22", heart: 61 } },
		});
		expect(decodeRequest({ ...ask, facts: { now: "noon", date: "today" } })).toEqual({ ok: true, value: ask });
	});

	it("read a piece of a recording from base64 and from bytes", () => {
		const piece = { method: "voice", id: "a", at: 4, total: 7 };
		const bytes = Uint8Array.of(1, 2, 3);
		for (const sent of ["AQID", bytes]) {
			expect(decodeRequest({ ...piece, bytes: sent })).toEqual({ ok: true, value: { ...piece, bytes } });
		}
	});

	it("cut what is too long, and never through a pair", () => {
		expect(clip("ab😀", 3)).toBe("ab");
		const decoded = checkReply({
			kind: "answer",
			id: "a",
			answer: { text: "x".repeat(2000), next: ["a", 5, "", "b", "c", "d"] },
		});
		expect(decoded).toMatchObject({
			ok: true,
			value: { answer: { text: "x".repeat(ANSWER_LIMIT), next: ["a", "b", "c"] } },
		});
	});
});
