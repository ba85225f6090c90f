/**
 * A transport of our own over the watch's Bluetooth, to the Side Service's zml: a handshake an app start instead of one a
 * request, and a fraction of the memory. Owns the handshake and which replies are awaited; frames are core/wire/frames.ts's.
 * Rule: nothing throws, and a reply that nobody waits for is dropped.
 */
import {
	addPart,
	closeFrame,
	type Frame,
	join,
	type Part,
	readFrame,
	requestFrames,
	shakeFrame,
} from "../../core/wire/frames.ts";
import type { Request } from "../../core/wire/protocol.ts";
import { packRequest, unpackReply } from "../../core/wire/wire.ts";
import type { Timers, Transport } from "./link.ts";

/** What is used of `@zos/ble`. `send` and `listen` do not throw. */
export type Radio = {
	isConnected(): boolean;
	/** False where the radio would not take it. */
	send(bytes: Uint8Array): boolean;
	listen(onData: (bytes: Uint8Array) => void): void;
	close(): void;
};

/**
 * A handshake is 17 bytes each way and takes some 200 ms. It is said again in case a frame was lost, but not often: on a
 * phone that sleeps it takes up to 24 s (COM, `slow-shake`), and on some each one may start the Side Service anew
 * (`shake-restarts`). ms after the first; the last is where it is given up.
 */
const SHAKES_MS = [1_500, 6_000, 25_000];
/** For the answers of handshakes that were said again: a message in between could meet a service that is about to end. */
const SETTLE_MS = 6_000;
/** A radio that refuses a frame now and then takes it soon after (`send-refuses`). */
const REFUSED_MS = 500;
const REFUSALS_MAX = 6;
/** A service that is gone is answered for by CLOSE, so often in a row that it is believed (`stale-close`). */
const CLOSES_MAX = 3;
/** After so many at a port without a reply the service is asked for its port again. */
const TRIES_AT_A_PORT = 2;
/** Tries whose replies are still taken. */
const AWAITED_MAX = 6;

type Awaited = { id: number; message: Request; parts: Part[]; reply: (message: unknown) => void };
type Queued = { message: Request; run: () => void; fail: () => void };

export type RadioTransport = Transport & {
	/** The radio went or came: without it no handshake holds. */
	status(connected: boolean): void;
	close(): void;
};

/** The Side Service's port beyond the life of the page, for as long as it may be believed. */
export type PortMemory = {
	/** 0 where none is known. */
	recall(): number;
	keep(port: number): void;
};

/** `firstId` differs from start to start, so that a reply to the app's last life is nobody's in this one. */
export function createRadioTransport(
	radio: Radio,
	appId: number,
	firstId: number,
	timers: Timers,
	memory: PortMemory,
): RadioTransport {
	let port = memory.recall();
	let nextId = firstId;
	let awaited: Awaited[] = [];
	let queue: Queued[] = [];
	/** Said and not answered yet. */
	let unanswered = 0;
	let shakes = 0;
	let closes = 0;
	let refusals = 0;
	let timer = 0;

	radio.listen((bytes) => {
		const frame = readFrame(bytes);
		if (frame !== null) take(frame);
	});

	function take(frame: Frame): void {
		switch (frame.kind) {
			case "shaken":
				port = frame.port;
				memory.keep(port);
				unanswered--;
				timers.clear(timer);
				if (unanswered <= 0) endShake(true);
				else timer = timers.set(() => endShake(true), SETTLE_MS);
				break;
			case "closed":
				port = 0;
				memory.keep(0);
				if (closes++ < CLOSES_MAX) sayAgain();
				break;
			case "part":
				closes = 0;
				memory.keep(port);
				takePart(frame.part);
				break;
		}
	}

	function takePart(part: Part): void {
		const found = awaited.find(({ id }) => id === part.id);
		if (found === undefined) return;
		found.parts = addPart(found.parts, part);
		const message = join(found.parts);
		if (message === null) return;
		forget(found.message);
		found.reply(unpackReply(message));
	}

	function forget(message: Request): void {
		awaited = awaited.filter((other) => other.message !== message);
	}

	/** The service that these were said to is gone: the next one is asked for its port, and told all of them. */
	function sayAgain(): void {
		const lost = awaited;
		awaited = [];
		for (const { message, reply } of lost) {
			if (queue.every((other) => other.message !== message)) enqueue(message, reply, () => undefined);
		}
	}

	function enqueue(message: Request, reply: (message: unknown) => void, fail: () => void): void {
		queue.push({ message, run: () => sendNow(message, reply, fail), fail });
		if (shakes === 0 && refusals === 0) shake();
	}

	function shake(): void {
		const waitMs = (SHAKES_MS[shakes] ?? 0) - (SHAKES_MS[shakes - 1] ?? 0);
		if (waitMs <= 0 || refusals > REFUSALS_MAX || !radio.isConnected()) {
			endShake(false);
			return;
		}
		const isSent = radio.send(shakeFrame(appId));
		if (isSent) {
			shakes++;
			unanswered++;
		} else refusals++;
		timer = timers.set(shake, isSent ? waitMs : REFUSED_MS);
	}

	function endShake(isShaken: boolean): void {
		timers.clear(timer);
		shakes = 0;
		unanswered = 0;
		refusals = 0;
		const waiting = queue;
		queue = [];
		for (const { run, fail } of waiting) (isShaken ? run : fail)();
	}

	function sendNow(message: Request, reply: (message: unknown) => void, fail: () => void): void {
		const id = nextId++;
		awaited = [...awaited.slice(1 - AWAITED_MAX), { id, message, parts: [], reply }];
		for (const frame of requestFrames(port, appId, id, packRequest(message))) {
			if (radio.send(frame)) continue;
			fail();
			break;
		}
	}

	return {
		send: (message, _limitMs, reply, fail) => {
			const tries = awaited.filter((other) => other.message === message).length;
			// Two tries that got no reply may have gone to a service that came back under another port.
			const isKnown = port !== 0 && tries < TRIES_AT_A_PORT;
			if (!radio.isConnected()) fail();
			else if (isKnown) sendNow(message, reply, fail);
			else enqueue(message, reply, fail);
		},
		isWaking: () => shakes > 1,
		drop: (message) => {
			// No reply: its service may be gone, and the next one is asked for its port.
			if (awaited.some((other) => other.message === message)) port = 0;
			queue = queue.filter((other) => other.message !== message);
			forget(message);
		},
		status: (connected) => {
			if (connected) return;
			port = 0;
			awaited = [];
			endShake(false);
		},
		close: () => {
			// On some phones CLOSE ends the Side Service (`close-ends`), and with it a question that is under way.
			if (port !== 0 && awaited.length + queue.length === 0) {
				radio.send(closeFrame(port, appId));
				memory.keep(0);
			}
			timers.clear(timer);
			radio.close();
		},
	};
}
