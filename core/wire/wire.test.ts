import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAULTS, type FaultCode } from "../faults.ts";
import { PART_BYTES } from "./frames.ts";
import {
	decodeReply,
	FACT_NAMES,
	QUESTION_LIMIT,
	type Reply,
	type Request,
	VOICE_LIMIT_BYTES,
	VOICE_PIECE_BYTES,
} from "./protocol.ts";
import { decodeRequest } from "./request-decoder.ts";
import { packReply, packRequest, unpackReply, unpackRequest } from "./wire.ts";

const id = fc.stringMatching(/^[a-z0-9]{1,16}$/);
const words = (most: number) =>
	fc.stringMatching(/^[a-zà-ü一-龥][ a-z,.à-ü一-龥]*$/).map((text) => text.slice(0, most));
const count = fc.nat({ max: 1_000_000 });

const request: fc.Arbitrary<Request> = fc.oneof(
	fc.record({ method: fc.constant("hello" as const), rev: count }),
	fc.record({ method: fc.constant("cancel" as const), id }),
	fc
		.record({
			method: fc.constant("voice" as const),
			id,
			bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
			at: count,
		})
		.map((piece) => ({ ...piece, at: piece.at % 100_000, total: 100_040 })),
	fc.record({
		method: fc.constant("ask" as const),
		id,
		voice: fc.constant(true as const),
		talk: id,
		lang: fc.constantFrom("en-US", "zh-CN"),
		rev: count,
	}),
	fc.record(
		{
			method: fc.constant("ask" as const),
			id,
			text: words(200),
			talk: id,
			lang: fc.constantFrom("en-US", "zh-CN"),
			rev: count,
			facts: fc.record(
				{ now: fc.nat({ max: 1439 }), date: fc.constant("2026-11-22"), battery: fc.nat({ max: 100 }), steps: count },
				{ requiredKeys: ["now", "date"] },
			),
		},
		{ requiredKeys: ["method", "id", "text", "talk", "lang", "rev"] },
	),
);

const look = fc.record(
	{
		rev: count,
		chips: fc.array(fc.record({ label: words(24), text: words(60) }), { maxLength: 6 }),
		accent: fc.nat({ max: 0xffffff }),
		size: fc.constantFrom("small" as const, "medium" as const, "large" as const),
		ready: fc.boolean(),
		deaf: fc.constant(true as const),
		wants: fc.subarray([...FACT_NAMES]),
		currency: fc.constantFrom("USD", "EUR"),
		waitMinutes: count,
		preset: fc.constantFrom("sport" as const, "translator" as const),
		version: count,
		forgotten: count,
	},
	{ requiredKeys: ["rev", "chips", "accent", "size", "ready"] },
);
const cue = fc.record({
	at: fc.oneof(
		fc.record({ meters: fc.nat(200_000) }),
		fc.record({ seconds: fc.nat(86_400) }),
		fc.record({ paceSlower: fc.nat(1800) }),
	),
	text: words(80),
});
const plan = fc.record(
	{
		goal: fc.record({ meters: fc.nat(200_000), seconds: fc.nat(86_400) }),
		cues: fc.array(cue, { minLength: 1, maxLength: 12 }),
	},
	{ requiredKeys: ["cues"] },
);
const answer = fc.record(
	{
		plan,
		text: words(400),
		cut: fc.constant(true as const),
		line: words(60),
		next: fc.array(words(40), { minLength: 1, maxLength: 3 }),
		by: words(30),
		heard: words(200),
		use: fc.record(
			{ requests: count, promptTokens: count, completionTokens: count, costMicros: count },
			{ requiredKeys: ["requests", "promptTokens", "completionTokens"] },
		),
	},
	{ requiredKeys: ["text"] },
);
const fault = fc.record(
	{
		code: fc.constantFrom(...(Object.keys(FAULTS) as FaultCode[])),
		waitSeconds: count,
		unstored: fc.constant(true as const),
	},
	{ requiredKeys: ["code"] },
);
const reply: fc.Arbitrary<Reply> = fc.oneof(
	fc.record({ kind: fc.constant("hello" as const), look }, { requiredKeys: ["kind"] }),
	fc.record({ kind: fc.constant("answer" as const), id, answer, look }, { requiredKeys: ["kind", "id", "answer"] }),
	fc.record(
		{ kind: fc.constant("fault" as const), id, fault, heard: words(200), look },
		{ requiredKeys: ["kind", "id", "fault"] },
	),
	fc.record(
		{ kind: fc.constant("heard" as const), id, text: words(200), look },
		{ requiredKeys: ["kind", "id", "text"] },
	),
	fc.record({ kind: fc.constant("got" as const), id, at: count }),
	fc.record({ kind: fc.constant("cancelled" as const), id }),
);

describe("messages as bytes", () => {
	it("are the same request again", () => {
		fc.assert(
			fc.property(request, (sent) => {
				expect(decodeRequest(unpackRequest(packRequest(sent)))).toEqual(decodeRequest(sent));
				expect(decodeRequest(sent).ok).toBe(true);
			}),
		);
	});

	it("are the same reply again", () => {
		fc.assert(
			fc.property(reply, (sent) => {
				expect(decodeReply(unpackReply(packReply(sent)))).toEqual(decodeReply(sent));
				expect(decodeReply(sent).ok).toBe(true);
			}),
		);
	});

	it("are faults, never exceptions, when they are broken", () => {
		fc.assert(
			fc.property(fc.constantFrom([], [0], [1], [2]), fc.uint8Array({ maxLength: 80 }), (first, rest) => {
				const bytes = Uint8Array.from([...first, ...rest]);
				expect(decodeRequest(unpackRequest(bytes))).toHaveProperty("ok");
				expect(decodeReply(unpackReply(bytes))).toHaveProperty("ok");
			}),
		);
		fc.assert(
			fc.property(fc.json(), (json) => {
				const bytes = new Uint8Array([0, ...new TextEncoder().encode(json)]);
				expect(decodeRequest(unpackRequest(bytes))).toHaveProperty("ok");
				expect(decodeReply(unpackReply(bytes))).toHaveProperty("ok");
			}),
		);
	});

	it("fit a piece of a recording into one frame of the link, its longest id included", () => {
		const bytes = new Uint8Array(VOICE_PIECE_BYTES);
		const piece = packRequest({ method: "voice", id: "a".repeat(64), at: 0, total: VOICE_LIMIT_BYTES, bytes });
		expect(piece.length).toBeLessThanOrEqual(PART_BYTES);
	});

	it("fit the longest question into one frame, whatever its letters are", () => {
		for (const letter of ["\u0001", "海", '"', "😀", "\ud83d"]) {
			const facts = {
				now: 1439,
				date: "2026-11-22",
				battery: 100,
				steps: 99_999,
				heart: 222,
				sleep: 999,
				workout: 999,
			};
			const text = letter.repeat(QUESTION_LIMIT / letter.length);
			const [id, talk] = ["a".repeat(64), "b".repeat(64)];
			const ask = {
				method: "ask" as const,
				id,
				text,
				talk,
				lang: "zh-Hant-TW",
				rev: 2 ** 32,
				facts,
				late: true as const,
			};
			expect(packRequest(ask).length).toBeLessThanOrEqual(PART_BYTES);
		}
	});

	it("fit a question of 60 letters and an answer of 300 into 500 bytes with all headers and the handshake", () => {
		const question = "How long should I boil an egg if I like it soft and warm up?";
		const text =
			"Six minutes from a rolling boil gives a soft and warm yolk for a medium egg that comes from the fridge. Put it in cold water straight after that so it stops cooking. Add half a minute for a large egg, and another half a minute if you are above a thousand metres. A pinch of salt helps with the shell.";
		expect([question.length, text.length]).toEqual([60, 300]);
		const up = packRequest({
			method: "ask",
			id: "mh3k2a01",
			text: question,
			talk: "mh3k2a01",
			lang: "en-US",
			rev: 123456,
		});
		const use = { requests: 1, promptTokens: 260, completionTokens: 92 };
		const down = packReply({ kind: "answer", id: "mh3k2a01", answer: { text, by: "OpenAI gpt-5.4-mini", use } });
		const HEADERS_BYTES = 16 + 66;
		const HANDSHAKE_BYTES = 17;
		expect(up.length + down.length + 2 * (HEADERS_BYTES + HANDSHAKE_BYTES)).toBeLessThanOrEqual(500);
	});
});
