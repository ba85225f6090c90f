/**
 * One question to one provider, until there is an answer or a fault. Owns the loop: the deadline, polls, and the single
 * retry with more room for an answer that thinking ate. Never stores anything. Rule: no other retry, whatever the fault.
 */
import type { Fault } from "../core/faults.ts";
import type { Ports } from "./ports.ts";
import type { Endpoint, HttpRequest, Prompt, Provider, Tokens } from "./providers/provider.ts";
import type { Admission, Expense, Purse } from "./spending.ts";

/** Longest that one question may take, below the 60 s after which zml gives up on the watch. */
export const EXCHANGE_LIMIT_MS = 55_000;

/** How much more room the retry has, and the least that is worth trying. */
const MORE_ROOM_TIMES = 4;
const MORE_ROOM_MIN_TOKENS = 2048;

export type Cost = Tokens & { requests: number; ms: number } & Expense;
export type Exchange = { cost: Cost } & (
	| { kind: "answer"; text: string; cut: boolean }
	| { kind: "fault"; fault: Fault }
);

/** `isStopped` is asked before anything more is sent, and `purse` for each request that costs anything. */
export async function exchange(
	ports: Ports,
	purse: Purse,
	provider: Provider,
	endpoint: Endpoint,
	prompt: Prompt,
	isStopped: () => boolean,
): Promise<Exchange> {
	const startedAt = ports.now();
	const cost: Cost = { requests: 0, ms: 0, promptTokens: 0, completionTokens: 0 };
	const total = (): Cost => ({ ...cost, ms: ports.now() - startedAt, ...purse.expense() });
	const fail = (fault: Fault): Exchange => ({ kind: "fault", fault, cost: total() });
	const admit = (maxTokens: number): Admission => {
		const build = (most: number) => provider.buildRequest(endpoint, { ...prompt, maxTokens: most });
		return purse.admit({ model: endpoint.model, room: provider.room?.(endpoint.model) ?? 0, maxTokens, build });
	};
	let { maxTokens } = prompt;
	let admission: Admission | null = null;
	let poll: HttpRequest | null = null;
	let hasRetried = false;
	for (;;) {
		const leftMs = startedAt + EXCHANGE_LIMIT_MS - ports.now();
		if (leftMs <= 0) return fail({ code: "timeout" });
		if (isStopped()) return fail({ code: "cancelled" });
		admission ??= admit(maxTokens);
		if (admission.kind === "refused") return fail(admission.fault);
		cost.requests++;
		const outcome = await ports.http.send(poll ?? admission.request, leftMs);
		if (outcome.kind === "fault") return fail({ code: outcome.code });
		const reading = provider.readResponse(outcome.response, endpoint, ports.now());
		if (reading.kind === "poll") {
			await pause(ports, reading.afterMs);
			poll = reading.request;
			continue;
		}
		admission.settle(outcome.response.status, reading.tokens);
		cost.promptTokens += reading.tokens.promptTokens;
		cost.completionTokens += reading.tokens.completionTokens;
		if (reading.kind === "answer") {
			const { text, cut = false } = reading;
			return { kind: "answer", text, cut, cost: total() };
		}
		if (reading.starved !== true || hasRetried) return fail(reading.fault);
		hasRetried = true;
		maxTokens = moreRoom(maxTokens);
		admission = null;
		poll = null;
	}
}

function moreRoom(maxTokens: number): number {
	return Math.max(maxTokens * MORE_ROOM_TIMES, MORE_ROOM_MIN_TOKENS);
}

function pause(ports: Ports, delayMs: number): Promise<void> {
	return new Promise((resolve) => {
		ports.after(delayMs, resolve);
	});
}
