/**
 * One request to one provider, until there is an answer or a fault. Owns the loop: the time limit of the
 * whole question, polls for an answer in the making, more room for one that thinking ate, a request that was
 * refused for one parameter, and retries. Never stores anything. Rule: a question is sent again only after a
 * reply in which the provider says that it was not answered; whatever else comes is of unknown outcome, and
 * stays on the books. A poll may be repeated, for it asks nothing.
 */
import type { Fault } from "../core/faults.ts";
import type { HttpOutcome, Ports } from "./ports.ts";
import { type HttpRequest, type HttpResponse, isDone, type Reading } from "./providers/provider.ts";
import type { Admission, Draft, Expense, RequestBudget } from "./spending.ts";

/** Longest that one question may take, below the 60 s after which zml gives up on the watch. */
export const EXCHANGE_LIMIT_MS = 55_000;

/** How much more room the retry has, and the least that is worth trying. */
const MORE_ROOM_TIMES = 4;
const MORE_ROOM_MIN_TOKENS = 2048;

/** Retries after a provider that was busy, and how long each waits if the provider names no time. */
const BUSY_WAITS_MS = [1_000, 3_000] as const;
/** A longer wait the person would rather know of. */
const WAIT_MAX_MS = 10_000;
/** A request that has less time than this is not begun. */
const LEAST_TIME_MS = 5_000;

/** Polls in a row that may be lost before the answer counts as lost. */
const LOST_POLLS_MAX = 3;
const POLL_AGAIN_MS = 2_000;

/** Tokens as far as providers counted them. */
type Bill = { requests: number; promptTokens: number; completionTokens: number };

/** `changes`: what was left out or put differently, since the model does not take it. */

export type Cost = Bill & { ms: number; changes?: string[] } & Expense;

/** All that is sent for one question: it shares a time limit, a budget and a bill. */
export type Requests = {
	ports: Ports;
	budget: RequestBudget;
	/** Asked before anything more is sent. */
	isStopped: () => boolean;
	/** ms that the question has taken, summed up: the phone's clock may be set while it runs. */
	spentMs: number;
	bill: Bill;
	changes: Set<string>;
};

/** How to ask one provider, whatever of it: a request for a token cap, and what a response to it means. */
export type Call = Draft & {
	/** The call as it is asked if the limit has no room for its look-up. */
	without?(): Call;
	read(response: HttpResponse, nowMs: number): Reading;
	/** How it differs from what this provider is usually asked, for the receipt. */
	changes?: readonly string[];
	better?(replied: Replied): Better | undefined;
};

/** A refusal with all that tells what to do about it. */
export type Replied = { request: HttpRequest; response: HttpResponse; ending: Extract<Ending, { kind: "fault" }> };

/** The call that the refusal asks for. `keep` has it asked so from now on. */
export type Better = { of: "parameter" | "address"; call: Call; keep(): void };

export type Exchange =
	| { kind: "answer"; text: string; cut: boolean; sites: readonly string[] }
	| { kind: "fault"; fault: Fault };

type Ending = Exclude<Reading, { kind: "poll" }>;
type Round =
	| { kind: "replied"; ending: Ending; request: HttpRequest; response: HttpResponse; maxTokens: number }
	| { kind: "unanswered"; fault: Fault };

export function startRequests(ports: Ports, budget: RequestBudget, isStopped: () => boolean): Requests {
	const bill = { requests: 0, promptTokens: 0, completionTokens: 0 };
	return { ports, budget, isStopped, spentMs: 0, bill, changes: new Set() };
}

export function costOfRequests({ budget, spentMs, bill, changes }: Requests): Cost {
	const changed = changes.size === 0 ? {} : { changes: [...changes] };
	return { ...bill, ms: spentMs, ...changed, ...budget.expense() };
}

/** `patient`: a provider that is busy is asked again if the wait that it names is short enough. */
export async function exchange(requests: Requests, first: Call, patient: boolean): Promise<Exchange> {
	let call = first;
	let retries = 0;
	const tried: Better[] = [];
	for (;;) {
		const round = await sendOnce(requests, call);
		if (round.kind === "unanswered") {
			const less = round.fault.code === "over-budget" && call.moreThan === undefined ? call.without?.() : undefined;
			if (less === undefined) return { kind: "fault", fault: round.fault };
			call = less;
			continue;
		}
		const { ending } = round;
		const address = tried.find(({ of }) => of === "address");
		// Only an address that is served is worth keeping.
		if (ending.kind === "answer" || ending.isAddress !== true) address?.keep();
		if (ending.kind === "answer") {
			return { kind: "answer", text: ending.text, cut: ending.cut ?? false, sites: ending.sites ?? [] };
		}
		const better = isAmendable(ending) ? call.better?.({ ...round, ending }) : undefined;
		if (better !== undefined && !tried.some(({ of }) => of === better.of)) {
			tried.push(better);
			if (better.of === "parameter") better.keep();
			call = better.call;
			continue;
		}
		if (ending.starved === true && call.moreThan === undefined) {
			const maxTokens = Math.max(call.maxTokens * MORE_ROOM_TIMES, MORE_ROOM_MIN_TOKENS);
			call = { ...call, maxTokens, moreThan: round.maxTokens };
			continue;
		}
		const fault: Fault = address !== undefined && ending.isAddress === true ? { code: "bad-answer" } : ending.fault;
		const waitMs = patient ? waitFor(fault, retries) : null;
		if (waitMs === null || leftMs(requests) < waitMs + LEAST_TIME_MS) return { kind: "fault", fault };
		retries++;
		await pause(requests, waitMs);
	}
}

/** The provider says itself that it did not answer, and not because of the account or the question. */
function isAmendable({ fault, isTold, isAddress }: Extract<Ending, { kind: "fault" }>): boolean {
	if (isTold !== true) return false;
	return isAddress === true || ["request-refused", "no-such-model", "overloaded"].includes(fault.code);
}

/** Null if trying again does not help, or not soon enough. */
function waitFor({ code, waitSeconds }: Fault, retries: number): number | null {
	const usualMs = BUSY_WAITS_MS[retries];
	if (usualMs === undefined || (code !== "overloaded" && code !== "rate-limited")) return null;
	if (waitSeconds === undefined) return code === "overloaded" ? usualMs : null;
	return waitSeconds * 1000 <= WAIT_MAX_MS ? waitSeconds * 1000 : null;
}

/** The question once, and polls for its answer until it is there. */
async function sendOnce(requests: Requests, call: Call): Promise<Round> {
	const { ports, bill } = requests;
	let admission: Admission | null = null;
	let poll: HttpRequest | null = null;
	let lost = 0;
	for (;;) {
		if (leftMs(requests) <= 0) return unanswered({ code: "timeout" });
		if (requests.isStopped()) return unanswered({ code: "cancelled" });
		admission ??= requests.budget.admit(call);
		if (admission.kind === "refused") return unanswered(admission.fault);
		const request: HttpRequest = poll ?? admission.request;
		const outcome = await send(requests, call, request);
		const reading = outcome.kind === "response" ? call.read(outcome.response, ports.now()) : null;
		if (reading?.kind === "poll") {
			poll = reading.request;
			lost = 0;
			await pause(requests, reading.afterMs);
			continue;
		}
		if (poll !== null && (outcome.kind === "fault" || !isDone(outcome.response.status))) {
			lost++;
			// What was accepted goes on, and is paid for, whatever becomes of the polls: it is neither settled nor
			// asked of others.
			if (lost > LOST_POLLS_MAX || (reading !== null && !isPassing(reading)))
				return unanswered({ code: "unknown-outcome" });
			await pause(requests, POLL_AGAIN_MS);
			continue;
		}
		if (outcome.kind === "fault" || reading === null) {
			return unanswered({ code: outcome.kind === "fault" ? outcome.code : "bad-answer" });
		}
		settle(admission, outcome.response.status, reading);
		bill.promptTokens += reading.tokens.promptTokens ?? 0;
		bill.completionTokens += reading.tokens.completionTokens ?? 0;
		return { kind: "replied", ending: reading, request, response: outcome.response, maxTokens: admission.maxTokens };
	}
}

async function send(requests: Requests, { changes = [] }: Call, request: HttpRequest): Promise<HttpOutcome> {
	const { ports } = requests;
	const left = leftMs(requests);
	const sentAt = ports.now();
	requests.bill.requests++;
	for (const change of changes) requests.changes.add(change);
	const outcome = await ports.http.send(request, left);
	const tookMs = ports.now() - sentAt;
	// Nothing takes less than no time, or more than it was given: then the clock was set meanwhile.
	if (tookMs > 0 && tookMs <= left) requests.spentMs += tookMs;
	return outcome;
}

/** What is neither done nor refused by the provider itself may cost what it was estimated at. */
function settle(admission: Extract<Admission, { kind: "admitted" }>, status: number, reading: Ending): void {
	const isRefused = reading.kind === "fault" && reading.isTold === true;
	const isSilent = reading.kind === "fault" && reading.fault.code === "unknown-outcome";
	if (isRefused) admission.settle(isDone(status) ? REFUSED : status, reading.tokens);
	else if (isDone(status) && !isSilent) admission.settle(status, reading.tokens);
}

/** The status of a refusal that came as a 200. */
const REFUSED = 400;

function isPassing(reading: Ending): boolean {
	const passing = ["overloaded", "rate-limited", "unknown-outcome"];
	return reading.kind === "fault" && passing.includes(reading.fault.code);
}

function unanswered(fault: Fault): Round {
	return { kind: "unanswered", fault };
}

function leftMs({ spentMs }: Requests): number {
	return EXCHANGE_LIMIT_MS - spentMs;
}

function pause(requests: Requests, delayMs: number): Promise<void> {
	requests.spentMs += delayMs;
	return new Promise((resolve) => {
		requests.ports.after(delayMs, resolve);
	});
}
