import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyReply, anyRequest } from "./__fixtures__/messages.ts";
import { checkReply } from "./bounds.ts";
import { PART_BYTES } from "./frames.ts";
import { decodeReply, QUESTION_LIMIT, VOICE_LIMIT_BYTES, VOICE_PIECE_BYTES } from "./protocol.ts";
import { decodeRequest } from "./request-decoder.ts";
import { packReply, packRequest, unpackReply, unpackRequest } from "./wire.ts";

describe("messages as bytes", () => {
	it("are the same request again", () => {
		fc.assert(
			fc.property(anyRequest, (sent) => {
				const request = decodeRequest(sent);
				expect(request).toEqual({ ok: true, value: sent });
				expect(request.ok && decodeRequest(unpackRequest(packRequest(request.value)))).toEqual(request);
			}),
		);
	});

	it("are the same reply again, as the phone holds it to its bounds and as the watch takes it", () => {
		fc.assert(
			fc.property(anyReply, (sent) => {
				const reply = checkReply(sent);
				expect(reply).toEqual({ ok: true, value: sent });
				const list = reply.ok ? unpackReply(packReply(reply.value)) : null;
				expect(decodeReply(list)).toEqual(sent);
				expect(checkReply(list)).toEqual(reply);
			}),
		);
	});

	it("are faults, never exceptions, when they are broken", () => {
		const broken = (bytes: Uint8Array) => {
			expect(decodeRequest(unpackRequest(bytes))).toHaveProperty("ok");
			expect(checkReply(unpackReply(bytes))).toHaveProperty("ok");
			expect(decodeReply(unpackReply(bytes))).not.toBe(undefined);
		};
		fc.assert(
			fc.property(fc.constantFrom([], [0], [1], [2]), fc.uint8Array({ maxLength: 80 }), (first, rest) => {
				broken(Uint8Array.from([...first, ...rest]));
			}),
		);
		fc.assert(fc.property(fc.json(), (json) => broken(new Uint8Array([0, ...new TextEncoder().encode(json)]))));
	});

	it("are heard by the watch whatever a newer phone adds or knows of", () => {
		const list = [
			"a",
			"m1",
			[7, [["Rain?"]], 255, "huge", 1, 0, ["moon"], 0, 0, "pirate", 9, 0, "new"],
			"Yes.",
			0,
			"X",
		];
		expect(decodeReply([...list, 0, 0, 0, 0, 0, "new"])).toMatchObject({
			...{ kind: "answer", id: "m1", answer: { text: "Yes.", by: "X" } },
			look: { rev: 7, chips: [{ label: "Rain?", text: "Rain?" }], accent: 255, size: "medium", preset: "plain" },
		});
		expect(decodeReply(["f", "m1", 0, "moon-phase"])).toMatchObject({ fault: { code: "unknown-outcome" } });
	});

	it("are none for the watch where they do not say what they are there for", () => {
		for (const list of [
			["a", "m1", 0, 5],
			["a", 5, 0, "Yes."],
			["f", "m1", 0],
			["v", "m1"],
			["g", "m1", "far"],
			["z", "m1"],
		]) {
			expect(decodeReply(list)).toBeNull();
		}
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
