/**
 * A phone for tests of the Side Service: storage in memory, time by hand, and a fetch in the vendor's shape over real HTTP.
 * Owns nothing of the product.
 */
import { createHttp, type VendorFetch } from "../../app-side/http.ts";
import { type LedgerRow, readLedger } from "../../app-side/ledger.ts";
import type { Ports } from "../../app-side/ports.ts";
import { createService, type Service } from "../../app-side/service.ts";
import { type ProviderId, SETTING } from "../../core/settings/settings.ts";
import { toBase64 } from "../../core/wire/base64.ts";
import { checkReply } from "../../core/wire/bounds.ts";
import { type Reply, VOICE_PIECE_BYTES } from "../../core/wire/protocol.ts";
import { type Canned, type Endpoint, endpointWith } from "./endpoint.ts";

export type TestPhone = {
	ports: Ports;
	stored: Map<string, string>;
	logged: string[];
	/** Every request that left, headers and body included. */
	sent: Parameters<VendorFetch>[0][];
	service: Service;
	/** The service's process dies and starts again: only what is stored survives. */
	restart(): void;
	choose(provider: ProviderId, set: { key?: string; baseUrl?: string; model?: string }): void;
	/** Through the router as zml hands it over, and decoded as the watch does. */
	ask(id: string, text: string, more?: Record<string, unknown>): Promise<Reply>;
	/** A recorder's file in pieces, and then the question that it is, as the watch sends both. */
	speak(id: string, file: Uint8Array, more?: Record<string, unknown>): Promise<Reply>;
	pass(ms: number): void;
	/** Passes time as long as nothing but a timer is awaited, until `work` is done. */
	finish<T>(work: Promise<T>): Promise<T>;
	/** The ms until each timer that is set. */
	timers(): number[];
};

export const TEST_KEY = "sk-test-ZXCVBNM-987654321";

export const NOW_MS = Date.UTC(2026, 10, 22, 10, 9);

export function createTestPhone(fetch: VendorFetch = vendorFetch): TestPhone {
	const stored = new Map<string, string>();
	const logged: string[] = [];
	const sent: Parameters<VendorFetch>[0][] = [];
	const timing = createHandTiming();
	let underWay = 0;
	const ports: Ports = {
		...timing,
		storage: { get: (key) => stored.get(key), set: (key, value) => void stored.set(key, value) },
		http: createHttp((options) => {
			sent.push(options);
			underWay++;
			return fetch(options).finally(() => {
				underWay--;
			});
		}, timing),
		log: (line) => void logged.push(line),
	};
	const phone: TestPhone = {
		ports,
		stored,
		logged,
		sent,
		service: createService(ports),
		restart() {
			phone.service = createService(ports);
		},
		choose(provider, { key, baseUrl, model }) {
			stored.set(SETTING.provider, provider);
			stored.set(SETTING.consent, JSON.stringify({ [provider]: "2026-11-22" }));
			if (key !== undefined) stored.set(SETTING.key(provider), key);
			if (baseUrl !== undefined) stored.set(SETTING.baseUrl(provider), baseUrl);
			if (model !== undefined) stored.set(SETTING.model(provider), model);
		},
		async ask(id, text, more = {}) {
			const request = { method: "ask", id, text, talk: "t1", lang: "en-US", rev: 0, ...more };
			return received(await phone.service.route(JSON.parse(JSON.stringify({ jsonrpc: "hmrpcv1", ...request }))));
		},
		async speak(id, file, more = {}) {
			for (let at = 0; at < file.length; at += VOICE_PIECE_BYTES) {
				const bytes = toBase64(file.subarray(at, at + VOICE_PIECE_BYTES));
				await phone.service.route({ method: "voice", id, at, total: file.length, bytes });
			}
			return phone.ask(id, "", { text: undefined, voice: true, ...more });
		},
		pass: timing.pass,
		async finish(work) {
			let isDone = false;
			const end = () => {
				isDone = true;
			};
			work.then(end, end);
			while (!isDone) {
				await new Promise(setImmediate);
				const delays = timing.delays();
				if (!isDone && underWay === 0 && delays.length > 0) timing.pass(Math.min(...delays));
			}
			return work;
		},
		timers: timing.delays,
	};
	return phone;
}

/** A phone that asks an endpoint with these answers as if it were OpenAI. */
export async function phoneTo(...answers: Canned[]): Promise<{ phone: TestPhone; endpoint: Endpoint }> {
	const endpoint = await endpointWith(...answers);
	const phone = createTestPhone();
	phone.choose("openai", { key: TEST_KEY, baseUrl: endpoint.url });
	return { phone, endpoint };
}

export function ledgerRows(phone: TestPhone): LedgerRow[] {
	return readLedger((key) => phone.stored.get(key));
}

/** The answer's text, or the reply that is none. */
export function textOf(reply: Reply): unknown {
	return reply.kind === "answer" ? reply.answer.text : reply;
}

/** Until what was started has reached the server or come back: one turn of the event loop at a time, no clock. */
export async function until(done: () => boolean): Promise<void> {
	while (!done()) await new Promise(setImmediate);
}

/** A reply as it is after the link. */
export function received(reply: Reply): Reply {
	const decoded = checkReply(JSON.parse(JSON.stringify(reply)));
	if (!decoded.ok) throw new Error(`the watch cannot read it: ${decoded.why}`);
	return decoded.value;
}

/** The vendor's fetch over Node's: one object in, a string body out. */
export const vendorFetch: VendorFetch = async ({ url, method, headers, body }) => {
	const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: await response.text(),
	};
};

/** The same on a phone that gives out the bytes of a reply. */
export const binaryFetch: VendorFetch = async ({ url, method, headers, body }) => {
	const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
	const bytes = await response.arrayBuffer();
	return {
		status: response.status,
		headers: Object.fromEntries(response.headers),
		body: new TextDecoder().decode(bytes),
		arrayBuffer: () => Promise.resolve(bytes),
	};
};

function createHandTiming() {
	let nowMs = NOW_MS;
	let timers: { at: number; run: () => void }[] = [];
	return {
		now: () => nowMs,
		delays: () => timers.map(({ at }) => at - nowMs),
		after(delayMs: number, run: () => void) {
			const timer = { at: nowMs + delayMs, run };
			timers.push(timer);
			return () => {
				timers = timers.filter((other) => other !== timer);
			};
		},
		pass(ms: number) {
			nowMs += ms;
			const due = timers.filter((timer) => timer.at <= nowMs);
			timers = timers.filter((timer) => timer.at > nowMs);
			for (const timer of due) timer.run();
		},
	};
}
