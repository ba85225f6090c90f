/**
 * The watch's end of the link to the Side Service: requests, handshakes, resending and limits (docs/protocol.md). Owns when
 * something is said again and what a broken link is called; never what is said. Rule: every request ends exactly once, in a
 * reply or a fault, within its limit, whatever the radio does; and nothing throws.
 *
 * Its state is the module's, since a page has one link.
 */
import type { Fault } from "../../core/faults.ts";
import { addPart, CLOSE, DATA, type Part, readFrame, SHAKE, writeFrame } from "../../core/wire/frames.ts";
import { decodeReply, type Reply, type Request } from "../../core/wire/protocol.ts";
import { packRequest, unpackReply } from "../../core/wire/wire.ts";
import { now } from "../clock.ts";
import { ownAppId } from "../own-package.ts";
import { timers } from "../timers.ts";
import type { Done, Link } from "./link.ts";
import { keepPort, port, recallPort } from "./port.ts";
import { closeRadio, isConnected, openRadio, sendFrame } from "./radio.ts";

export type Phone = { link: Link; close(): void };

/**
 * A reply takes a few seconds; past this it is more likely that a frame was lost than that it is still coming. Saying it
 * once too often costs some hundred bytes and no money.
 */
const RESEND_MS = 10_000;
/** After a try that failed at once. */
const PAUSE_MS = 1_000;
/** Tries that fail before the phone counts as away. */
const FAILURES_MAX = 2;
/**
 * A handshake is 17 bytes each way and takes some 200 ms. It is said again in case a frame was lost, but not often: on a
 * phone that sleeps it takes up to 24 s (COM, `slow-shake`), and on some each one may start the Side Service anew
 * (`shake-restarts`). From each to the next, and from the last to where it is given up.
 */
const SHAKE_WAITS_MS = [1_500, 4_500, 19_000];
/** For the answers of handshakes that were said again: a message in between could meet a service that is about to end. */
const SETTLE_MS = 6_000;
/** A radio that refuses a frame now and then takes it soon after (`send-refuses`). */
const REFUSED_MS = 500;
const REFUSALS_MAX = 6;
/** A service that is gone is answered for by CLOSE, so often in a row that it is believed (`stale-close`). */
const CLOSES_MAX = 3;
/** After so many at a port without a reply the service is asked for its port again. */
const TRIES_AT_A_PORT = 2;
/** Message ids that one request has: more than its limit leaves time for. */
const IDS = 16;
/** Message ids have 32 bits. They begin elsewhere at each start, so that a reply to an earlier page is nobody's here. */
const START_MASK = 0x3ffffff;

const PHONE_AWAY: Fault = { code: "phone-away" };

type Asked = {
	request: Request;
	done: Done;
	/** The message id of its first try; those of the others follow. */
	firstId: number;
	said: number;
	/** Without a reply, at the port that is known. */
	tries: number;
	failures: number;
	/** Goes out after the handshake. */
	waits: boolean;
	resend: number;
	limit: number;
	/** Of the replies to its tries, by message id. */
	parts: Record<number, Uint8Array[]>;
};

/** Null for what is no reply. */
export type Reader = (message: Uint8Array) => Reply | null;

let readAny: Reader;
let asked: readonly Asked[] = [];
let nextId = 0;
/** Handshakes that are said again: how many were, how many of them are not answered, how many the radio refused. */
let shakes = 0;
let unanswered = 0;
let refusals = 0;
let shakeTimer = 0;
let closes = 0;
let listener: ((connected: boolean) => void) | null = null;

/** What is not the usual list is read by `reader`. */
export function openPhone(reader: Reader = readReply): Phone {
	readAny = reader;
	nextId = (now() & START_MASK) * IDS;
	recallPort();
	openRadio(take, changed);
	return {
		link: {
			request,
			isWaking: () => shakes > 1,
			onStatus: (wanted) => {
				listener = wanted;
			},
		},
		close,
	};
}

/** Whoever waits is told nothing any more. */
function close(): void {
	for (const it of asked) {
		timers.clear(it.resend);
		timers.clear(it.limit);
	}
	asked = [];
	endShake(false);
	closeRadio();
}

function request(request: Request, limitMs: number, done: Done): void {
	if (request.method === "cancel") {
		for (const it of asked) if ("id" in it.request && it.request.id === request.id) end(it, { code: "cancelled" });
	}
	const limit = timers.set(() => end(it, PHONE_AWAY), limitMs);
	const counts = { said: 0, tries: 0, failures: 0, waits: false, resend: 0 };
	const it: Asked = { request, done, firstId: nextId, ...counts, limit, parts: {} };
	nextId += IDS;
	asked = [...asked, it];
	go(it);
}

/** One try. */
function go(it: Asked): void {
	sayAgain(it, RESEND_MS);
	if (!isConnected()) fail(it);
	else if (port() !== 0 && it.tries < TRIES_AT_A_PORT) say(it);
	else wait(it);
}

function say(it: Asked): void {
	it.tries++;
	const id = it.firstId + (it.said++ % IDS);
	if (!sendFrame(writeFrame(DATA, port(), ownAppId(), packRequest(it.request), id))) fail(it);
}

function wait(it: Asked): void {
	// A try whose handshake is not answered by now fails with it.
	if (it.waits) it.failures++;
	it.waits = true;
	if (shakes === 0 && refusals === 0) shake();
}

function fail(it: Asked): void {
	if (++it.failures >= FAILURES_MAX) end(it, PHONE_AWAY);
	else sayAgain(it, PAUSE_MS);
}

function sayAgain(it: Asked, ms: number): void {
	timers.clear(it.resend);
	it.resend = timers.set(() => go(it), ms);
}

function end(it: Asked, outcome: Reply | Fault): void {
	if (!asked.includes(it)) return;
	asked = asked.filter((other) => other !== it);
	timers.clear(it.resend);
	timers.clear(it.limit);
	// It had no reply: the service may be gone, and the next request asks for its port.
	if (outcome === PHONE_AWAY && it.tries > 0) keepPort(0);
	it.done(outcome);
}

function shake(): void {
	const waitMs = SHAKE_WAITS_MS[shakes];
	if (waitMs === undefined || refusals > REFUSALS_MAX || !isConnected()) {
		endShake(false);
		return;
	}
	const appId = ownAppId();
	const isSent = sendFrame(writeFrame(SHAKE, 0, appId, Uint8Array.of(appId & 0xff)));
	if (isSent) {
		shakes++;
		unanswered++;
	} else refusals++;
	shakeTimer = timers.set(shake, isSent ? waitMs : REFUSED_MS);
}

function endShake(isShaken: boolean): void {
	timers.clear(shakeTimer);
	shakes = 0;
	unanswered = 0;
	refusals = 0;
	for (const it of asked) {
		if (!it.waits) continue;
		it.waits = false;
		if (isShaken) {
			it.failures = 0;
			say(it);
		} else fail(it);
	}
}

function take(bytes: Uint8Array): void {
	const frame = readFrame(bytes);
	if (frame?.type === SHAKE) shaken(frame.port);
	else if (frame?.type === CLOSE) closed();
	else if (frame?.part !== undefined) takePart(frame.part);
}

function shaken(port: number): void {
	keepPort(port);
	unanswered--;
	timers.clear(shakeTimer);
	if (unanswered > 0) shakeTimer = timers.set(() => endShake(true), SETTLE_MS);
	else endShake(true);
}

/** The service is gone: the next one is asked for its port, and told all that this one was. */
function closed(): void {
	keepPort(0);
	if (closes++ >= CLOSES_MAX) return;
	for (const it of asked) {
		if (it.tries === 0 || it.waits) continue;
		it.tries = 0;
		wait(it);
	}
}

function takePart(part: Part): void {
	closes = 0;
	keepPort(port());
	const { id } = part;
	const it = asked.find(({ firstId }) => id >= firstId && id < firstId + IDS);
	if (it === undefined) return;
	const parts = it.parts[id] ?? [];
	it.parts[id] = parts;
	const message = addPart(parts, part);
	if (message === null) return;
	const reply = readAny(message);
	if (reply === null) end(it, { code: "bad-answer" });
	// One that strayed here from another question ends nothing: ours is still to come.
	else if (isOf(it.request, reply)) end(it, reply);
}

export function readReply(message: Uint8Array): Reply | null {
	return decodeReply(unpackReply(message));
}

function isOf(request: Request, reply: Reply): boolean {
	if (request.method === "hello") return reply.kind === "hello";
	return reply.kind !== "hello" && reply.id === request.id;
}

/** The radio went or came: without it no handshake holds. */
function changed(connected: boolean): void {
	if (!connected) {
		keepPort(0);
		const cut = asked;
		for (const it of cut) end(it, PHONE_AWAY);
		endShake(false);
	}
	listener?.(connected);
}
