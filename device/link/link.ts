/**
 * The watch's end of the link to the Side Service. Owns the watchdog, the resending and what a broken link is called;
 * never what is said over it. Rule: every request ends exactly once, in a reply or a fault, within its limit, whatever
 * the transport under it does.
 *
 * It answers by callback, not by promise: the transport lives with the app, its users with a page, and zml itself takes
 * a detour through messages before it settles a promise of a page (SRC zml-page.js `request`).
 */
import type { Fault } from "../../core/faults.ts";
import { decodeReply, type Reply, type Request } from "../../core/wire/protocol.ts";

export type Done = (outcome: Reply | Fault) => void;

export type Link = {
	/**
	 * A request is idempotent by its id, so it is sent again when a frame of it may have been lost. A `cancel` ends what else is
	 * under way for its id, which would else go again after it.
	 */
	request(request: Request, limitMs: number, done: Done): void;
	/** Whether the phone has not answered a handshake for some seconds: it sleeps (`slow-shake`). */
	isWaking(): boolean;
	/** One listener. False when the phone goes out of reach, true when it is back. */
	onStatus(listener: ((connected: boolean) => void) | null): void;
};

/** A transport's one try: `fail` is told when there is no telling. */
export type Transport = {
	send(message: Request, limitMs: number, reply: (message: unknown) => void, fail: () => void): void;
	isWaking?(): boolean;
	/** Nobody waits for this message any more. */
	drop(message: Request): void;
};

export type Timers = { set(run: () => void, ms: number): number; clear(timer: number): void };

/**
 * A reply takes a few seconds; past this it is more likely that a frame was lost than that it is still coming. Saying it
 * once too often costs some hundred bytes and no money.
 */
const RESEND_MS = 10_000;
/** After a try that failed at once. */
const PAUSE_MS = 1_000;
/** Tries that fail in a row, each some 5 s long on a phone that does not answer, before the phone counts as away. */
const FAILURES = 2;

type Waiting = { id: string; end(why: Fault): void };

const PHONE_AWAY: Fault = { code: "phone-away" };

export function createLink(transport: Transport, timers: Timers): Link & { status(connected: boolean): void } {
	let listener: ((connected: boolean) => void) | null = null;
	let waiting: Waiting[] = [];
	return {
		request: (request, limitMs, done) => {
			if (request.method === "cancel") {
				for (const { id, end } of waiting) if (id === request.id) end({ code: "cancelled" });
			}
			const end = start(transport, timers, request, limitMs, (outcome) => {
				waiting = waiting.filter((other) => other.end !== end);
				done(outcome);
			});
			waiting.push({ id: request.method === "hello" ? "" : request.id, end });
		},
		isWaking: () => transport.isWaking?.() === true,
		onStatus: (wanted) => {
			listener = wanted;
		},
		/** zml leaves its requests waiting when the radio drops (SRC zml-app.js `bleStatusChanged`): they end here. */
		status: (connected) => {
			const cut = connected ? [] : waiting;
			for (const { end } of cut) end(PHONE_AWAY);
			listener?.(connected);
		},
	};
}

/** Returns what ends it. */
function start(
	transport: Transport,
	timers: Timers,
	request: Request,
	limitMs: number,
	done: Done,
): (why: Fault) => void {
	let over = false;
	let failures = 0;
	let resend = 0;
	const finish = (outcome: Reply | Fault) => {
		if (over) return;
		over = true;
		timers.clear(limit);
		transport.drop(request);
		if (resend !== 0) timers.clear(resend);
		done(outcome);
	};
	const again = (ms: number) => {
		if (resend !== 0) timers.clear(resend);
		resend = timers.set(attempt, ms);
	};
	const attempt = () => {
		resend = 0;
		if (over) return;
		again(RESEND_MS);
		transport.send(
			request,
			limitMs,
			(message) => {
				const reply = decodeReply(message);
				if (!reply.ok) finish({ code: "bad-answer" });
				// One that strayed here from another question ends nothing: ours is still to come.
				else if (isOf(request, reply.value)) finish(reply.value);
			},
			() => {
				if (over) return;
				failures++;
				if (failures >= FAILURES) finish(PHONE_AWAY);
				else again(PAUSE_MS);
			},
		);
	};
	const limit = timers.set(() => finish(PHONE_AWAY), limitMs);
	attempt();
	return finish;
}

function isOf(request: Request, reply: Reply): boolean {
	if (request.method === "hello") return reply.kind === "hello";
	return reply.kind !== "hello" && reply.id === request.id;
}
