import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS, type Fault, type FaultCode } from "../faults.ts";
import {
	ANSWER_LIMIT,
	type Answer,
	clip,
	decodeReply,
	FACT_NAMES,
	type Look,
	QUESTION_LIMIT,
	type Reply,
	type Request,
} from "./protocol.ts";
import { decodeRequest } from "./request-decoder.ts";

const text = (max: number) => fc.string({ minLength: 1, maxLength: max }).filter((value) => value.trim() !== "");
const count = fc.nat();
const opt = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const compact = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value));

const request: fc.Arbitrary<Request> = fc.oneof(
	fc.record({ method: fc.constant("hello" as const), rev: count }),
	fc.record({ method: fc.constant("cancel" as const), id: text(64) }),
	fc
		.record({
			method: fc.constant("ask" as const),
			id: text(64),
			text: text(QUESTION_LIMIT),
			talk: text(64),
			lang: fc.constantFrom("de-DE", "", "zh-CN"),
			rev: count,
			facts: opt(
				fc
					.record({
						now: fc.integer({ min: 0, max: 1439 }),
						date: fc.constant("2026-11-22"),
						battery: opt(fc.integer({ min: 0, max: 100 })),
						steps: opt(count),
						heart: opt(count),
					})
					.map(compact),
			),
		})
		.map(compact),
	fc.record({
		method: fc.constant("ask" as const),
		id: text(64),
		voice: fc.constant(true as const),
		talk: text(64),
		lang: fc.constant("de-DE"),
		rev: count,
	}),
) as fc.Arbitrary<Request>;

const look = fc
	.record({
		rev: count,
		chips: fc.array(fc.record({ label: text(24), text: text(QUESTION_LIMIT) }), { maxLength: 6 }),
		accent: fc.integer({ min: 0, max: 0xffffff }),
		size: fc.constantFrom("small", "medium", "large"),
		ready: fc.boolean(),
		deaf: opt(fc.constant(true as const)),
		wants: opt(fc.subarray([...FACT_NAMES])),
		currency: opt(fc.constantFrom("USD", "EUR")),
		version: opt(count),
		forgotten: opt(count),
	})
	.map(compact) as fc.Arbitrary<Look>;

const answer = fc
	.record({
		text: fc.string({ maxLength: ANSWER_LIMIT }),
		cut: opt(fc.constant(true as const)),
		line: opt(fc.string({ maxLength: 60 })),
		next: opt(fc.array(text(40), { maxLength: 3 })),
		by: opt(fc.string({ maxLength: 80 })),
		heard: opt(text(QUESTION_LIMIT)),
		use: opt(
			fc.record({ requests: count, promptTokens: count, completionTokens: count, costMicros: opt(count) }).map(compact),
		),
	})
	.map(compact) as fc.Arbitrary<Answer>;

const fault = fc
	.record({ code: fc.constantFrom(...(Object.keys(FAULTS) as FaultCode[])), waitSeconds: opt(count) })
	.map(compact) as fc.Arbitrary<Fault>;

const reply: fc.Arbitrary<Reply> = fc.oneof(
	fc.record({ kind: fc.constant("hello" as const), look: opt(look) }).map(compact),
	fc.record({ kind: fc.constant("answer" as const), id: text(64), answer, look: opt(look) }).map(compact),
	fc
		.record({
			kind: fc.constant("fault" as const),
			id: text(64),
			fault,
			heard: opt(text(QUESTION_LIMIT)),
			look: opt(look),
		})
		.map(compact),
	fc
		.record({ kind: fc.constant("heard" as const), id: text(64), text: text(QUESTION_LIMIT), look: opt(look) })
		.map(compact),
	fc.record({ kind: fc.constant("got" as const), id: text(64), at: count }),
	fc.record({ kind: fc.constant("cancelled" as const), id: text(64) }),
) as fc.Arbitrary<Reply>;

const LOOK = { rev: 8, chips: [], accent: 1, size: "small", ready: true };

describe("the protocol's decoders", () => {
	it("give back every request that was sent, whatever else came with it", () => {
		fc.assert(
			fc.property(request, (value) => {
				const sent = JSON.parse(JSON.stringify({ ...value, jsonrpc: "hmrpcv1" }));
				expect(decodeRequest(sent)).toEqual({ ok: true, value });
			}),
		);
	});

	it("give back every reply that was sent", () => {
		fc.assert(
			fc.property(reply, (value) => {
				expect(decodeReply(JSON.parse(JSON.stringify(value)))).toEqual({ ok: true, value });
			}),
		);
	});

	it("never throw, and say why without repeating the payload", () => {
		const near = fc
			.oneof(request, reply)
			.chain((value) =>
				fc
					.tuple(fc.constantFrom(...Object.keys(value)), fc.anything())
					.map(([key, other]) => ({ ...value, [key]: other })),
			);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), near), (value) => {
				for (const decoded of [decodeRequest(value), decodeReply(value)]) {
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
		[[], "not an object"],
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
		const decoded = decodeReply({ kind: "answer", id: "a", answer: { text: "Yes." }, ...change });
		expect(decoded).toMatchObject({ ok: true, value: { kind: "answer", id: "a", answer: { text: "Yes." } } });
	});

	it("take a fault that they do not know for one that may have cost something", () => {
		const decoded = decodeReply({ kind: "fault", id: "a", fault: { code: "moon-phase" } });
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
		const decoded = decodeReply({
			kind: "answer",
			id: "a",
			answer: { text: "x".repeat(2000), next: ["a", 5, "", "b", "c", "d"] },
		});
		expect(decoded).toMatchObject({ ok: true, value: { answer: { cut: true, next: ["a", "b", "c"] } } });
	});
});
