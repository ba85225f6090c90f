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

/** As zml waits (SRC zml-app.js `fork`). */
const SHAKE_LIMIT_MS = 5_000;
/** Tries whose replies are still taken; the page asks one thing at a time and resends it now and then. */
const AWAITED_MAX = 6;

type Awaited = { id: number; parts: Part[]; reply: (message: unknown) => void };
type Queued = { run: () => void; fail: () => void };

export type RadioTransport = Transport & {
	/** The radio went or came: without it no handshake holds. */
	status(connected: boolean): void;
	close(): void;
};

export function createRadioTransport(radio: Radio, appId: number, timers: Timers): RadioTransport {
	let port = 0;
	let nextId = 1;
	let awaited: Awaited[] = [];
	let queue: Queued[] = [];
	let shaking = 0;
	/** The phone's service may have come back under another port: after a try without a reply it is asked anew. */
	let isDoubtful = false;

	radio.listen((bytes) => {
		const frame = readFrame(bytes);
		if (frame !== null) take(frame);
	});

	function take(frame: Frame): void {
		switch (frame.kind) {
			case "shaken":
				port = frame.port;
				isDoubtful = false;
				endShake((queued) => queued.run());
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
		awaited = awaited.filter((other) => other !== found);
		isDoubtful = false;
		found.reply(unpackReply(message));
	}

	function endShake(settle: (queued: Queued) => void): void {
		if (shaking !== 0) timers.clear(shaking);
		shaking = 0;
		const waiting = queue;
		queue = [];
		for (const queued of waiting) settle(queued);
	}

	function failShake(): void {
		shaking = 0;
		endShake((queued) => queued.fail());
	}

	function shakeFor(queued: Queued): void {
		queue.push(queued);
		if (shaking !== 0) return;
		shaking = timers.set(failShake, SHAKE_LIMIT_MS);
		if (!radio.send(shakeFrame(appId))) failShake();
	}

	function sendNow(message: Request, reply: (message: unknown) => void, fail: () => void): void {
		const id = nextId++;
		awaited = [...awaited.slice(1 - AWAITED_MAX), { id, parts: [], reply }];
		isDoubtful = true;
		for (const frame of requestFrames(port, appId, id, packRequest(message))) {
			if (radio.send(frame)) continue;
			fail();
			break;
		}
	}

	return {
		send: (message, _limitMs, reply, fail) => {
			const run = () => sendNow(message, reply, fail);
			if (!radio.isConnected()) fail();
			else if (port !== 0 && !isDoubtful) run();
			else shakeFor({ run, fail });
		},
		status: (connected) => {
			if (connected) return;
			port = 0;
			awaited = [];
			if (shaking !== 0) failShake();
		},
		close: () => {
			if (port !== 0) radio.send(closeFrame(port, appId));
			radio.close();
		},
	};
}
