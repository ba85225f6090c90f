import { describe, expect, it } from "vitest";
import type { Fault } from "../../core/faults.ts";
import { type AskRequest, type Reply, type Request, VOICE_PIECE_BYTES } from "../../core/wire/protocol.ts";
import type { Link } from "./link.ts";
import { sendSpoken } from "./voice-upload.ts";

const ASK: AskRequest & { voice: true } = { method: "ask", id: "a1", voice: true, talk: "t", lang: "en-US", rev: 0 };
const FILE = Uint8Array.from({ length: 2 * VOICE_PIECE_BYTES + 10 }, (_, at) => at % 251);
const AWAY: Fault = { code: "phone-away" };
const ANSWER: Reply = { kind: "answer", id: "a1", answer: { text: "Yes." } };

/** A phone that keeps what it gets as the Side Service does, behind a link that loses what `loses` says, by its number. */
function phone(loses: (number: number, request: Request) => boolean = () => false) {
	let kept: number[] = [];
	const requests: Request[] = [];
	const reply = (request: Request): Reply => {
		if (request.method === "voice" && request.at === kept.length) kept.push(...request.bytes);
		const isWhole = kept.length === FILE.length;
		return request.method === "ask" && isWhole ? ANSWER : { kind: "got", id: "a1", at: kept.length };
	};
	const link: Link = {
		onStatus: () => undefined,
		isWaking: () => false,
		request: (request, _limit, done) => {
			requests.push(request);
			done(loses(requests.length, request) ? AWAY : reply(request));
		},
	};
	return { link, requests, kept: () => kept, die: () => (kept = []), keep: (bytes: number[]) => (kept = bytes) };
}

function send({ link }: ReturnType<typeof phone>, change: { fresh?: boolean; file?: Uint8Array; until?: number } = {}) {
	const { fresh = true, file = FILE, until = Number.POSITIVE_INFINITY } = change;
	const ends: (Reply | Fault)[] = [];
	const seen: number[] = [];
	const sounds = {
		size: () => file.length,
		piece: (_path: string, at: number) => (at < file.length ? file.slice(at, at + VOICE_PIECE_BYTES) : null),
	};
	const goesOn = (at: number) => seen.push(at) < until;
	sendSpoken(link, sounds, { ask: ASK, path: "v", fresh, limitMs: 70_000, goesOn }, (outcome) => ends.push(outcome));
	return { ends, seen };
}

describe("a recording sent to the phone", () => {
	it("goes in pieces, tells how far it is, and is asked at its end", () => {
		const to = phone();
		const { ends, seen } = send(to);
		expect(to.kept()).toEqual([...FILE]);
		expect(seen).toEqual([0, VOICE_PIECE_BYTES, 2 * VOICE_PIECE_BYTES, FILE.length]);
		expect(to.requests.map(({ method }) => method)).toEqual(["voice", "voice", "voice", "ask"]);
		expect(ends).toEqual([ANSWER]);
	});

	it("gets over pieces that are lost, as long as not three are in a row", () => {
		const to = phone((number, { method }) => method === "voice" && number % 3 !== 0);
		expect(send(to).ends).toEqual([ANSWER]);
		expect(to.kept()).toEqual([...FILE]);
		expect(send(phone((number) => number > 1)).ends).toEqual([AWAY]);
	});

	it("that was sent before is asked first, and goes on from what the phone has", () => {
		const to = phone();
		to.keep([...FILE.slice(0, VOICE_PIECE_BYTES)]);
		expect(send(to, { fresh: false }).ends).toEqual([ANSWER]);
		expect(to.requests.map((request) => ("at" in request ? request.at : "ask"))).toEqual([
			"ask",
			VOICE_PIECE_BYTES,
			2 * VOICE_PIECE_BYTES,
			"ask",
		]);
	});

	it("starts over where the service died with what it had", () => {
		const to: ReturnType<typeof phone> = phone((number) => {
			if (number === 3) to.die();
			return false;
		});
		expect(send(to).ends).toEqual([ANSWER]);
		expect(to.kept()).toEqual([...FILE]);
	});

	it("ends where the service loses it again and again", () => {
		const to: ReturnType<typeof phone> = phone((_number, { method }) => {
			if (method === "ask") to.die();
			return false;
		});
		expect(send(to).ends).toEqual([AWAY]);
		expect(to.requests.filter(({ method }) => method === "ask")).toHaveLength(4);
	});

	it("ends where nobody waits for it any more", () => {
		const to = phone();
		expect(send(to, { until: 2 }).ends).toEqual([{ code: "cancelled" }]);
		expect(to.requests).toHaveLength(1);
	});

	it("without a sound in it is unclear, and nothing is sent", () => {
		const to = phone();
		expect(send(to, { file: new Uint8Array() }).ends).toEqual([{ code: "unclear-speech" }]);
		expect(to.requests).toEqual([]);
	});
});
