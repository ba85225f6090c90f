/**
 * zml's own watch end, brought to the link's contract: what zml 0.0.43 does wrong on a watch is contained, and what it never says
 * again is said again. The product has an end of its own (device/link/phone.ts); this one shows that the promises hold over the
 * vendor's too. Rule: nothing that zml throws leaves it.
 */
import type { Fault } from "../../core/faults.ts";
import { toBase64 } from "../../core/wire/base64.ts";
import { checkReply } from "../../core/wire/bounds.ts";
import type { Reply, Request } from "../../core/wire/protocol.ts";
import { attempt } from "../../device/guard.ts";
import type { Done, Link } from "../../device/link/link.ts";
import { timers } from "../../device/timers.ts";

/** What is used of the `messaging` that zml's BaseApp puts in the app's globalData (SRC zml-app.js). */
export type Messaging = {
	request(message: unknown, options: { timeout: number }): Promise<unknown>;
	disConnect(): unknown;
	onBleChanged(listener: (connected: boolean) => void): unknown;
	transport: { onFragmentData(data: ArrayBuffer): void };
};

const RESEND_MS = 10_000;
const PAUSE_MS = 1_000;
const FAILURES_MAX = 2;
const PHONE_AWAY: Fault = { code: "phone-away" };

export function createZmlLink(messaging: Messaging): Link {
	contain(messaging);
	let listener: ((connected: boolean) => void) | null = null;
	let waiting: ((why: Fault) => void)[] = [];
	messaging.onBleChanged((connected) => {
		// zml leaves its requests waiting when the radio drops (SRC zml-app.js `bleStatusChanged`): they end here.
		for (const end of connected ? [] : waiting) end(PHONE_AWAY);
		listener?.(connected);
	});
	return {
		request: (request, limitMs, done) => {
			const end = ask(messaging, request, limitMs, (outcome) => {
				waiting = waiting.filter((other) => other !== end);
				done(outcome);
			});
			waiting.push(end);
		},
		isWaking: () => false,
		onStatus: (wanted) => {
			listener = wanted;
		},
	};
}

/** Returns what ends it. */
function ask(messaging: Messaging, request: Request, limitMs: number, done: Done): (why: Fault) => void {
	let isOver = false;
	let failures = 0;
	let resend = 0;
	const end = (outcome: Reply | Fault) => {
		if (isOver) return;
		isOver = true;
		timers.clear(limit);
		timers.clear(resend);
		done(outcome);
	};
	const fail = () => {
		if (isOver) return;
		failures++;
		if (failures >= FAILURES_MAX) end(PHONE_AWAY);
		else sayAgain(PAUSE_MS);
	};
	const take = (message: unknown) => {
		const reply = checkReply(message);
		end(reply.ok ? reply.value : { code: "bad-answer" });
	};
	const sayAgain = (ms: number) => {
		timers.clear(resend);
		resend = timers.set(say, ms);
	};
	const say = () => {
		if (isOver) return;
		sayAgain(RESEND_MS);
		const sent = attempt(() => messaging.request(asJson(request), { timeout: limitMs }));
		if (sent === null) fail();
		else sent.then(take, fail);
	};
	const limit = timers.set(() => end(PHONE_AWAY), limitMs);
	say();
	return end;
}

/** zml says it in JSON, in which bytes are base64. */
function asJson(request: Request): object {
	return request.method === "voice" ? { ...request, bytes: toBase64(request.bytes) } : request;
}

/**
 * A reply that is late, doubled or broken throws inside the Bluetooth callback (SRC zml-app.js `onResponse`), and a goodbye over
 * a radio that is gone out of the app's `onDestroy` (`sendClose`).
 */
function contain(messaging: Messaging): void {
	const { transport } = messaging;
	const take = transport.onFragmentData;
	transport.onFragmentData = (data) => {
		attempt(() => take.call(transport, data));
	};
	const disconnect = messaging.disConnect;
	messaging.disConnect = () => attempt(() => disconnect.call(messaging));
}
