/**
 * The raw link to the probe's own Side Service: frames of 16 bytes and a payload, without zml, since how the Zepp app treats
 * such frames is what is asked. Owns the frame and who waits for which; what is said is JSON in ASCII. Layout: SRC zml-app.js.
 */
import { connectStatus, createConnect, disConnect, send } from "@zos/ble";
import { toBytes, toText } from "./disk.ts";

export const KIND = { shake: 1, close: 2, data: 4 } as const;

type Frame = { kind: number; port: number; text: string; isForeign: boolean };
type Reply = Readonly<Record<string, unknown>>;

/** The same for who reads (SRC zml-app.js). */
const DATA_TOO = 5;

type Waiter = { wants: (frame: Frame) => boolean; take: (frame: Frame | null) => void };

const HEADER_BYTES = 16;
const WATCH_PORT = 20;
const TRIES = 8;
const TRY_AGAIN_MS = 300;
/** `slow-shake`: a phone that sleeps takes up to 24 s. */
const SHAKE_MS = 40_000;

export const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

export type Link = {
	/** What `send` of `@zos/ble` gave. Throws where it does. */
	send(kind: number, port: number, text: string): unknown;
	/** The same, again while the radio refuses; what it gave at last. */
	sendSurely(kind: number, port: number, text: string): Promise<unknown>;
	/** The next frame of this kind that comes, or null after `ms`. */
	next(wants: (frame: Frame) => boolean, ms: number): Promise<Frame | null>;
	/** SHAKE and the answer to it: the port of the Side Service, or null. */
	shake(): Promise<Frame | null>;
	/** A request to the Side Service and its reply, or null after `ms`. Shakes hands before the first, and again after CLOSE. */
	call(verb: string, args: object, ms: number): Promise<Reply | null>;
	/** Hears every frame until the returned function is called. */
	hear(listener: (frame: Frame) => void): () => void;
	port(): number;
	isConnected(): boolean;
	/** Takes a frame that another listener of the radio was given. */
	take(data: unknown): void;
	close(): void;
};

export function openLink(appId: number): Link {
	let port = 0;
	/** The last SHAKE had no answer: until one has, nothing else is tried. */
	let isDead = false;
	let nextId = 1;
	let waiters: Waiter[] = [];
	let listeners: ((frame: Frame) => void)[] = [];

	function take(data: unknown): void {
		const frame = readFrame(data);
		if (frame === null) return;
		if (frame.kind === KIND.shake) port = frame.port;
		if (frame.kind === KIND.close) port = 0;
		for (const listener of listeners) listener(frame);
		const found = waiters.filter(({ wants }) => wants(frame));
		waiters = waiters.filter((waiter) => !found.includes(waiter));
		for (const waiter of found) waiter.take(frame);
	}

	const sendRaw = (kind: number, to: number, text: string): unknown => {
		const frame = buildFrame(kind, to, appId, text);
		return send(frame, frame.byteLength);
	};

	async function sendSurely(kind: number, to: number, text: string): Promise<unknown> {
		for (let tries = 0; tries < TRIES; tries++) {
			const result = sendRaw(kind, to, text);
			if (result !== false) return result;
			await pause(TRY_AGAIN_MS);
		}
		return false;
	}

	const next: Link["next"] = (wants, ms) =>
		new Promise((resolve) => {
			const waiter: Waiter = { wants, take: resolve };
			waiters.push(waiter);
			setTimeout(() => {
				waiters = waiters.filter((other) => other !== waiter);
				resolve(null);
			}, ms);
		});

	async function shake(): Promise<Frame | null> {
		const answer = next(({ kind }) => kind === KIND.shake, SHAKE_MS);
		await sendSurely(KIND.shake, 0, String.fromCharCode(appId & 0x7f));
		const frame = await answer;
		isDead = frame === null;
		return frame;
	}

	async function call(verb: string, args: object, ms: number): Promise<Reply | null> {
		for (let tries = 0; tries < 2; tries++) {
			if (port === 0 && !isDead) await shake();
			if (isDead) return null;
			const id = nextId++;
			const answer = next(({ kind, text }) => kind === KIND.close || Object(parse(text)).id === id, ms);
			await sendSurely(KIND.data, port, JSON.stringify({ ...args, id, verb }));
			const frame = await answer;
			if (frame?.kind !== KIND.close) return frame === null ? null : Object(parse(frame.text));
		}
		return null;
	}

	createConnect((_index, data) => take(data));
	return {
		send: sendRaw,
		sendSurely,
		next,
		shake,
		call,
		hear: (listener) => {
			listeners.push(listener);
			return () => {
				listeners = listeners.filter((other) => other !== listener);
			};
		},
		port: () => port,
		isConnected: () => connectStatus(),
		take,
		close: () => disConnect(),
	};
}

export function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (_) {
		return null;
	}
}

function buildFrame(kind: number, port: number, appId: number, text: string): ArrayBuffer {
	const bytes = new Uint8Array(HEADER_BYTES + text.length);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, 1);
	view.setUint8(1, 1);
	view.setUint16(2, kind, true);
	view.setUint16(4, WATCH_PORT, true);
	view.setUint16(6, port, true);
	view.setUint32(8, appId, true);
	bytes.set(new Uint8Array(toBytes(text)), HEADER_BYTES);
	return bytes.buffer;
}

function readFrame(data: unknown): Frame | null {
	if (!isBuffer(data) || data.byteLength < HEADER_BYTES) return null;
	const view = new DataView(data);
	const kind = view.getUint16(2, true);
	return {
		kind: kind === DATA_TOO ? KIND.data : kind,
		port: view.getUint16(6, true),
		text: toText(new Uint8Array(data, HEADER_BYTES)),
		isForeign: !(data instanceof ArrayBuffer),
	};
}

function isBuffer(data: unknown): data is ArrayBuffer {
	return typeof data === "object" && data !== null && "byteLength" in data;
}
