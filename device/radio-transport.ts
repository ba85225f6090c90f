/**
 * A transport of our own over the watch's Bluetooth, to the Side Service's zml: a handshake an app start instead of one a
 * request, and a fraction of the memory. Owns the handshake and which replies are awaited; frames are core/frames.ts's.
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
} from "../core/frames.ts";
import type { Request } from "../core/protocol.ts";
import { packRequest, unpackReply } from "../core/wire.ts";
import type { Timers, Transport } from "./link.ts";

/** What is used of `@zos/ble`. `send` and `listen` do not throw. */
export type Radio = {
	isConnected(): boolean;
	/** False where the radio would not take it. */
	send(bytes: Uint8Array): boolean;
	listen(onData: (bytes: Uint8Array) => void): void;
	close(): void;
};

/** A handshake is 17 bytes each way and takes some 200 ms: it is said again soon, and given up as soon as zml does. */
const SHAKE_AGAIN_MS = 1_250;
const SHAKES = 4;
/** Tries whose replies are still taken. */
const AWAITED_MAX = 6;

type Awaited = { id: number; message: Request; parts: Part[]; reply: (message: unknown) => void };
type Queued = { run: () => void; fail: () => void };

export type RadioTransport = Transport & {
	/** The radio went or came: without it no handshake holds. */
	status(connected: boolean): void;
	close(): void;
};

/** `firstId` differs from start to start, so that a reply to the app's last life is nobody's in this one. */
export function createRadioTransport(radio: Radio, appId: number, firstId: number, timers: Timers): RadioTransport {
	let port = 0;
	let nextId = firstId;
	let awaited: Awaited[] = [];
	let queue: Queued[] = [];
	let shakes = 0;
	let timer = 0;

	radio.listen((bytes) => {
		const frame = readFrame(bytes);
		if (frame !== null) take(frame);
	});

	function take(frame: Frame): void {
		switch (frame.kind) {
			case "shaken":
				port = frame.port;
				endShake(true);
				break;
			case "closed":
				port = 0;
				break;
			case "part":
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

	function shake(): void {
		if (shakes === SHAKES || !radio.send(shakeFrame(appId))) {
			endShake(false);
			return;
		}
		shakes++;
		timer = timers.set(shake, SHAKE_AGAIN_MS);
	}

	function endShake(isShaken: boolean): void {
		timers.clear(timer);
		shakes = 0;
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
			const run = () => sendNow(message, reply, fail);
			// A try that got no reply may have gone to a service that came back under another port.
			const isKnown = port !== 0 && !awaited.some((other) => other.message === message);
			if (!radio.isConnected()) fail();
			else if (isKnown) run();
			else {
				queue.push({ run, fail });
				if (shakes === 0) shake();
			}
		},
		drop: (message) => {
			// No reply: its service may be gone, and the next one is asked for its port.
			if (awaited.some((other) => other.message === message)) port = 0;
			forget(message);
		},
		status: (connected) => {
			if (connected) return;
			port = 0;
			awaited = [];
			endShake(false);
		},
		close: () => {
			if (port !== 0) radio.send(closeFrame(port, appId));
			radio.close();
		},
	};
}
