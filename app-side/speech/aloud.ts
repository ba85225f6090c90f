/**
 * An answer as a sound for the watch: asked for at its provider, kept until the watch has all of it, handed over in pieces. Owns when
 * a provider is asked. Rule: once a tap, by the tap's own number, whatever dies in between: a sound that a service lost is of unknown
 * outcome, and made again only when the person taps again.
 */
import type { Fault } from "../../core/faults.ts";
import { mostTokensOf } from "../../core/money/tokens.ts";
import { keyOf, SETTING } from "../../core/settings/settings.ts";
import { readSpeaker, secondsOf } from "../../core/settings/speakers.ts";
import { fromBase64 } from "../../core/wire/base64.ts";
import { type Reply, type Request, SOUND_LIMIT_BYTES, SOUND_PIECE_BYTES } from "../../core/wire/protocol.ts";
import { type Call, costOfRequests, exchange, startRequests } from "../exchange.ts";
import { put } from "../keeping.ts";
import type { Ledger } from "../ledger.ts";
import type { Ports } from "../ports.ts";
import { amended, amendsFor } from "../providers/amends.ts";
import { withoutSource } from "../source-line.ts";
import { createRequestBudget } from "../spending.ts";
import { buildSpeech, type Line, readSpeech } from "./speakers.ts";
import { isMp3, spokenPart } from "./spoken-part.ts";

type Say = Extract<Request, { method: "say" }>;

export type Aloud = {
	/** Always resolves: with a piece of the sound, or a fault. */
	say(request: Say): Promise<Reply>;
};

type Sound = { kind: "sound"; bytes: Uint8Array } | { kind: "fault"; fault: Fault };

/** At least as many as services count for a second of sound. */
const TOKENS_A_SECOND = 32;

export function createAloud(ports: Ports, ledger: Ledger): Aloud {
	let last: { mark: string; sound: Promise<Sound> } | null = null;

	/** The running one, or what became of it; a new one only for a tap that is new. */
	function soundFor({ id, n, at }: Say): Promise<Sound> {
		const mark = `${id} ${n}`;
		if (last?.mark === mark) return last.sound;
		if (at > 0 || ports.storage.get(SETTING.said) === mark) return faulted({ code: "unknown-outcome" });
		const sound = begin(id, mark).catch((): Sound => ({ kind: "fault", fault: { code: "unknown-outcome" } }));
		last = { mark, sound };
		return sound;
	}

	async function begin(id: string, mark: string): Promise<Sound> {
		const get = (name: string) => ports.storage.get(name);
		const speaker = readSpeaker(get);
		const row = ledger.find(id);
		const answer = row?.state === "answered" ? row.answer : undefined;
		if (speaker === null) return faulted({ code: "no-key" });
		if (answer === undefined) return faulted({ code: "expired" });
		if (!put(ports.storage, SETTING.said, mark)) return faulted({ code: "request-refused", unstored: true });
		const requests = startRequests(ports, createRequestBudget(ports), () => false);
		const text = spokenPart(withoutSource(answer.text), secondsOf(speaker.provider));
		const reply = await exchange(requests, callOf({ speaker, key: keyOf(get, speaker.provider), text }), false);
		const cost = costOfRequests(requests);
		ledger.pay(id, cost);
		const sound = reply.kind === "fault" ? reply : readSound(reply.text);
		ports.log(
			`say ${id} ${sound.kind === "fault" ? sound.fault.code : `${sound.bytes.length} bytes`} in ${cost.ms} ms`,
		);
		return sound;
	}

	return {
		async say(request) {
			const { id, at } = request;
			const sound = await soundFor(request);
			if (sound.kind === "fault") return { kind: "fault", id, fault: sound.fault };
			const bytes = sound.bytes.subarray(at, at + SOUND_PIECE_BYTES);
			return { kind: "sound", id, at, total: sound.bytes.length, bytes };
		},
	};
}

function faulted(fault: Fault): Promise<Sound> {
	return Promise.resolve({ kind: "fault", fault });
}

/** No token cap can be sent, so that all of it has to be affordable. */
function callOf(line: Line): Call {
	const { speaker, text } = line;
	const { provider, model } = speaker;
	return {
		...{ provider, model, maxTokens: 0, promptTokens: mostTokensOf([text], "") },
		room: secondsOf(provider) * TOKENS_A_SECOND,
		build: () => buildSpeech(line),
		read: (response, nowMs) => readSpeech(response, speaker, nowMs),
		better: ({ request, response }) => {
			const amends = amendsFor(request, response);
			if (amends.length === 0) return undefined;
			const call = { ...callOf(line), build: () => amended(buildSpeech(line), amends) };
			return { of: "parameter", call, keep: () => undefined };
		},
	};
}

/** A page of a portal, a sound that no watch plays, or one that would take the link minutes is none. */
function readSound(text: string): Sound {
	const pieces = text.split(" ").map(fromBase64);
	const size = pieces.reduce((sum, piece) => sum + (piece?.length ?? 0), 0);
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const piece of pieces) {
		if (piece === null) return { kind: "fault", fault: { code: "bad-answer" } };
		bytes.set(piece, at);
		at += piece.length;
	}
	const isGood = isMp3(bytes) && size <= SOUND_LIMIT_BYTES;
	return isGood ? { kind: "sound", bytes } : { kind: "fault", fault: { code: "bad-answer" } };
}
