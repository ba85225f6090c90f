/**
 * One request to one provider, until there is an answer or a fault. Owns the loop: the time limit of the whole question,
 * looks at an answer in the making, more room for one that thinking ate, and retries. Never stores anything. Rule: a
 * question is sent again only after a reply that says it was not answered; a look may be repeated, for it asks nothing.
 */
import type { Fault } from "../core/faults.ts";
import type { Ports } from "./ports.ts";
import { type HttpRequest, type HttpResponse, isDone, type Reading } from "./providers/provider.ts";
import type { Admission, Draft, Expense, Purse } from "./spending.ts";

/** Longest that one question may take, below the 60 s after which zml gives up on the watch. */
export const EXCHANGE_LIMIT_MS = 55_000;

/** How much more room the retry has, and the least that is worth trying. */
const MORE_ROOM_TIMES = 4;
const MORE_ROOM_MIN_TOKENS = 2048;

/** Retries after a provider that was busy, and how long each waits where the provider names no time. */
const BUSY_WAITS_MS = [1_000, 3_000] as const;
/** A longer wait the person would rather know of. */
const WAIT_MAX_MS = 10_000;
/** A request that has less time than this is not begun. */
const LEAST_TIME_MS = 5_000;

/** Looks in a row that may be lost before the answer counts as lost. */
const LOST_LOOKS_MAX = 3;
const LOOK_AGAIN_MS = 2_000;

/** Tokens as far as providers counted them. */
type Bill = { requests: number; promptTokens: number; completionTokens: number };

export type Cost = Bill & { ms: number } & Expense;

/** All that is sent for one question: it shares a time limit, a purse and a bill. */
export type Trip = {
	ports: Ports;
	purse: Purse;
	/** Asked before anything more is sent. */
	isStopped: () => boolean;
	startedAt: number;
	bill: Bill;
};

/** How to ask one provider, whatever of it: a request for a token cap, and what a response to it means. */
export type Call = Draft & { read(response: HttpResponse, nowMs: number): Reading };

export type Exchange = { kind: "answer"; text: string; cut: boolean } | { kind: "fault"; fault: Fault };

type Ending = Exclude<Reading, { kind: "poll" }>;
type Round = { kind: "replied"; ending: Ending } | { kind: "unanswered"; fault: Fault };

export function startTrip(ports: Ports, purse: Purse, isStopped: () => boolean): Trip {
	const bill = { requests: 0, promptTokens: 0, completionTokens: 0 };
	return { ports, purse, isStopped, startedAt: ports.now(), bill };
}

export function costOfTrip({ ports, purse, startedAt, bill }: Trip): Cost {
	return { ...bill, ms: ports.now() - startedAt, ...purse.expense() };
}

/** `patient`: a provider that is busy is asked again, where the wait that it names is short enough. */
export async function exchange(trip: Trip, call: Call, patient: boolean): Promise<Exchange> {
	let { maxTokens } = call;
	let retries = 0;
	for (;;) {
		const round = await sendOnce(trip, { ...call, maxTokens });
		if (round.kind === "unanswered") return { kind: "fault", fault: round.fault };
		const { ending } = round;
		if (ending.kind === "answer") return { kind: "answer", text: ending.text, cut: ending.cut ?? false };
		if (ending.starved === true && maxTokens === call.maxTokens) {
			maxTokens = Math.max(maxTokens * MORE_ROOM_TIMES, MORE_ROOM_MIN_TOKENS);
			continue;
		}
		const waitMs = patient ? waitFor(ending.fault, retries) : null;
		if (waitMs === null || leftMs(trip) < waitMs + LEAST_TIME_MS) return { kind: "fault", fault: ending.fault };
		retries++;
		await pause(trip, waitMs);
	}
}

/** Null where trying again does not help, or not soon enough. */
function waitFor({ code, waitSeconds }: Fault, retries: number): number | null {
	const usualMs = BUSY_WAITS_MS[retries];
	if (usualMs === undefined || (code !== "overloaded" && code !== "rate-limited")) return null;
	if (waitSeconds === undefined) return code === "overloaded" ? usualMs : null;
	return waitSeconds * 1000 <= WAIT_MAX_MS ? waitSeconds * 1000 : null;
}

/** The question once, and looks at its answer until it is there. */
async function sendOnce(trip: Trip, call: Call): Promise<Round> {
	const { ports, bill } = trip;
	let admission: Admission | null = null;
	let look: HttpRequest | null = null;
	let lost = 0;
	for (;;) {
		const left = leftMs(trip);
		if (left <= 0) return unanswered({ code: "timeout" });
		if (trip.isStopped()) return unanswered({ code: "cancelled" });
		admission ??= trip.purse.admit(call);
		if (admission.kind === "refused") return unanswered(admission.fault);
		bill.requests++;
		const outcome = await ports.http.send(look ?? admission.request, left);
		const reading = outcome.kind === "response" ? call.read(outcome.response, ports.now()) : null;
		if (reading?.kind === "poll") {
			look = reading.request;
			lost = 0;
			await pause(trip, reading.afterMs);
			continue;
		}
		if (look !== null && (outcome.kind === "fault" || !isDone(outcome.response.status))) {
			lost++;
			// What was accepted goes on, and is paid for, whatever becomes of the looks: it is neither settled nor asked of others.
			if (lost > LOST_LOOKS_MAX || (reading !== null && !isPassing(reading)))
				return unanswered({ code: "unknown-outcome" });
			await pause(trip, LOOK_AGAIN_MS);
			continue;
		}
		if (outcome.kind === "fault" || reading === null) {
			return unanswered({ code: outcome.kind === "fault" ? outcome.code : "bad-answer" });
		}
		admission.settle(outcome.response.status, reading.tokens);
		bill.promptTokens += reading.tokens.promptTokens ?? 0;
		bill.completionTokens += reading.tokens.completionTokens ?? 0;
		return { kind: "replied", ending: reading };
	}
}

function isPassing(reading: Ending): boolean {
	return reading.kind === "fault" && (reading.fault.code === "overloaded" || reading.fault.code === "rate-limited");
}

function unanswered(fault: Fault): Round {
	return { kind: "unanswered", fault };
}

function leftMs({ ports, startedAt }: Trip): number {
	return startedAt + EXCHANGE_LIMIT_MS - ports.now();
}

function pause({ ports }: Trip, delayMs: number): Promise<void> {
	return new Promise((resolve) => {
		ports.after(delayMs, resolve);
	});
}
