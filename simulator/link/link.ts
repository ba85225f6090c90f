/**
 * The modelled Bluetooth between one watch and one phone. Owns when and whether bytes arrive; never what they mean.
 * Rule: what becomes of the n-th frame depends only on the seed and n, so that a run repeats exactly.
 */
import type { Clock } from "../clock.ts";
import { createRandom } from "../random.ts";
import type { Bluetooth } from "./bluetooth.ts";
import { readFrame } from "./frame.ts";
import { GOOD_LINK, type LinkModel } from "./model.ts";

export { type LinkModel, parseLink } from "./model.ts";

/** `up` is from the watch to the phone. */
type Direction = "up" | "down";

/** What became of a frame when it was handed to the radio. */
type Fate = "sent" | "lost" | "doubled" | "late";

export type Traffic = { at: number; direction: Direction; appId: number; bytes: Uint8Array; fate: Fate };

/** Everything handed to the radio, lost or not, headers included. A handshake's answer counts as a handshake too. */
export type LinkCounters = {
	bytesUp: number;
	bytesDown: number;
	framesUp: number;
	framesDown: number;
	handshakesUp: number;
	handshakesDown: number;
	dataFramesUp: number;
	dataFramesDown: number;
	lost: number;
	disconnections: number;
};

/** The phone's end. */
export interface PhoneRadio {
	/** False only when there is no connection. */
	send(appId: number, bytes: Uint8Array): boolean;
	onData(listener: (appId: number, bytes: Uint8Array) => void): void;
}

export interface Link {
	readonly watch: Bluetooth;
	readonly phone: PhoneRadio;
	connected(): boolean;
	/** Frames under way are lost. */
	disconnect(): void;
	reconnect(): void;
	onStatus(listener: (connected: boolean) => void): () => void;
	counters(): LinkCounters;
	/** Hears every frame as it is handed to the radio; the returned function stops it. */
	onTraffic(listener: (traffic: Traffic) => void): () => void;
}

/** A frame that is overtaken comes at least this much later, and up to twice that. */
const REORDER_MS = 250;

/** How long after a frame the radio drops, when chance says so: short enough that the answer is still under way. */
const DROP_AFTER_MS = 100;

export function createLink(options: { clock: Clock; model?: LinkModel }): Link {
	const { clock } = options;
	const model = options.model ?? GOOD_LINK;
	const random = createRandom(model.seed);
	const counters = emptyCounters();
	const apps = new Map<number, (bytes: Uint8Array) => void>();
	const taps = new Set<(traffic: Traffic) => void>();
	const statusListeners = new Set<(connected: boolean) => void>();
	/** When each direction's radio has sent all that it was given. */
	const freeAt: Record<Direction, number> = { up: 0, down: 0 };
	let phoneListener: ((appId: number, bytes: Uint8Array) => void) | null = null;
	let connected = true;
	/** Counts disconnections, so that a frame of an earlier connection never arrives in a later one. */
	let connection = 0;

	function setConnected(value: boolean): void {
		if (connected === value) return;
		connected = value;
		if (!value) {
			connection += 1;
			counters.disconnections += 1;
			freeAt.up = 0;
			freeAt.down = 0;
		}
		for (const listener of [...statusListeners]) listener(value);
	}

	function deliver(direction: Direction, appId: number, bytes: Uint8Array, delayMs: number): void {
		const sentIn = connection;
		clock.after(delayMs, () => {
			if (!connected || sentIn !== connection) return;
			if (direction === "up") phoneListener?.(appId, bytes);
			else apps.get(appId)?.(bytes);
		});
	}

	/** Draws the same number of chances for every frame, so that one frame's fate never shifts the next one's. */
	function drawFate(): { fate: Fate; lateMs: number; drops: boolean } {
		const lost = random.next() < model.loss;
		const doubled = random.next() < model.dup;
		const late = random.next() < model.reorder;
		const lateMs = REORDER_MS * (1 + random.next());
		const drops = random.next() < model.drop;
		const fate = lost ? "lost" : late ? "late" : doubled ? "doubled" : "sent";
		return { fate, lateMs, drops };
	}

	function send(direction: Direction, appId: number, given: Uint8Array): boolean {
		if (!connected) return false;
		const bytes = given.slice();
		const { fate, lateMs, drops } = drawFate();
		count(counters, direction, bytes, fate);
		for (const tap of [...taps]) tap({ at: clock.now(), direction, appId, bytes, fate });
		const started = Math.max(clock.now(), freeAt[direction]);
		freeAt[direction] = started + (bytes.byteLength / model.rate) * 1000;
		const delayMs = freeAt[direction] - clock.now() + model.latencyMs;
		if (fate !== "lost") deliver(direction, appId, bytes, delayMs + (fate === "late" ? lateMs : 0));
		if (fate === "doubled") deliver(direction, appId, bytes, delayMs + model.latencyMs);
		if (drops) dropAndReturn();
		return true;
	}

	function dropAndReturn(): void {
		clock.after(DROP_AFTER_MS, () => {
			setConnected(false);
			clock.after(model.awayMs, () => setConnected(true));
		});
	}

	function onStatus(listener: (connected: boolean) => void): () => void {
		statusListeners.add(listener);
		return () => statusListeners.delete(listener);
	}

	return {
		watch: {
			connected: () => connected,
			open: (appId, onData) => void apps.set(appId, onData),
			close: (appId) => void apps.delete(appId),
			send: (appId, bytes) => send("up", appId, bytes),
			onStatus,
		},
		phone: {
			send: (appId, bytes) => send("down", appId, bytes),
			onData(listener) {
				phoneListener = listener;
			},
		},
		connected: () => connected,
		disconnect: () => setConnected(false),
		reconnect: () => setConnected(true),
		onStatus,
		counters: () => ({ ...counters }),
		onTraffic(listener) {
			taps.add(listener);
			return () => taps.delete(listener);
		},
	};
}

function emptyCounters(): LinkCounters {
	return {
		bytesUp: 0,
		bytesDown: 0,
		framesUp: 0,
		framesDown: 0,
		handshakesUp: 0,
		handshakesDown: 0,
		dataFramesUp: 0,
		dataFramesDown: 0,
		lost: 0,
		disconnections: 0,
	};
}

function count(counters: LinkCounters, direction: Direction, bytes: Uint8Array, fate: Fate): void {
	const side = direction === "up" ? "Up" : "Down";
	counters[`bytes${side}`] += bytes.byteLength;
	counters[`frames${side}`] += 1;
	if (fate === "lost") counters.lost += 1;
	const kind = readFrame(bytes)?.kind;
	if (kind === "handshake") counters[`handshakes${side}`] += 1;
	if (kind === "data" || kind === "dataWithReply") counters[`dataFrames${side}`] += 1;
}
