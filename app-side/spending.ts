/**
 * The money of one question: whether the person's caps allow each request, and what it cost. Owns the spending by day in the
 * settings storage. Rule: what a request may cost at most is on the books before it leaves, so that no crash, no second
 * question at the same time and no lost answer passes a cap; it is put right once the provider has said what it cost.
 */
import {
	addTo,
	affordableTokens,
	costOf,
	decodeSpending,
	encodeSpending,
	estimateTokens,
	leftOn,
	type Price,
	readBudget,
	showMoney,
} from "../core/budget.ts";
import type { Fault } from "../core/faults.ts";
import { dateOf } from "../core/privacy.ts";
import { SETTING } from "../core/settings.ts";
import type { Ports } from "./ports.ts";
import type { HttpRequest, Tokens } from "./providers/provider.ts";

/** What a question cost; nothing where a price is not known. Millionths of `currency`. */
export type Expense = { costMicros?: number; currency?: string };

/** `settle` is called with the provider's response; without one the request stays on the books as it was estimated. */
export type Admission =
	| { kind: "admitted"; request: HttpRequest; settle: (status: number, tokens: Tokens) => void }
	| { kind: "refused"; fault: Fault };

/** A request before it has its token cap. `room` is what the adapter adds to the cap for thinking, in tokens. */
export type Draft = {
	model: string;
	room: number;
	maxTokens: number;
	/** What the provider will read, where the length of the request does not tell it: a recording's. */
	promptTokens?: number;
	build: (maxTokens: number) => HttpRequest;
};

export type Purse = {
	/** Puts a request on the books, with a lower token cap where only that fits; `over-budget` where nothing does. */
	admit(draft: Draft): Admission;
	/** What all requests so far cost, the estimate for those that are not settled. */
	expense(): Expense;
};

export function createPurse(ports: Pick<Ports, "storage" | "now">): Purse {
	const { storage } = ports;
	let micros = 0;
	let isPriced = true;
	let isCounted = false;

	function book(date: string, more: { micros?: number; tokens?: number; asks?: number }): void {
		const spending = addTo(decodeSpending(storage.get(SETTING.spending)), date, more);
		storage.set(SETTING.spending, encodeSpending(spending));
		micros += more.micros ?? 0;
	}

	function admitFree(date: string, { maxTokens, build }: Draft): Admission {
		isPriced = false;
		countAsk(date);
		const settle = (_: number, tokens: Tokens) => book(date, { tokens: sum(tokens) });
		return { kind: "admitted", request: build(maxTokens), settle };
	}

	function admitPriced(date: string, price: Price, draft: Draft): Admission {
		const { maxTokens, room, build } = draft;
		const budget = readBudget((key) => storage.get(key));
		const left = leftOn(date, budget, decodeSpending(storage.get(SETTING.spending)));
		const promptTokens = draft.promptTokens ?? textTokens(build(maxTokens));
		const tokens = left === null ? maxTokens : affordableTokens(price, left, promptTokens, maxTokens, room);
		if (tokens === null) {
			return { kind: "refused", fault: { code: "over-budget", left: showMoney(left ?? 0, budget.currency) } };
		}
		const estimate = costOf(price, promptTokens, tokens + room);
		countAsk(date);
		book(date, { micros: estimate });
		const settle = (status: number, used: Tokens) => {
			const cost = actualCost(price, estimate, status, used);
			book(date, { micros: cost - estimate, tokens: sum(used) });
		};
		return { kind: "admitted", request: build(tokens), settle };
	}

	function countAsk(date: string): void {
		if (!isCounted) book(date, { asks: 1 });
		isCounted = true;
	}

	return {
		admit(draft) {
			const date = dateOf(ports.now());
			const { prices } = readBudget((key) => storage.get(key));
			const price = prices.get(draft.model);
			return price === undefined ? admitFree(date, draft) : admitPriced(date, price, draft);
		},
		expense() {
			const { currency } = readBudget((key) => storage.get(key));
			return isPriced && isCounted ? { costMicros: micros, currency } : {};
		},
	};
}

/** At least as many tokens as a provider will count in a request, whose body is a text. */
export function textTokens({ body = "" }: HttpRequest): number {
	return estimateTokens(typeof body === "string" ? body : "");
}

/** Providers do not charge for errors. An answer without a count of its tokens keeps its estimate. */
function actualCost(price: Price, estimate: number, status: number, used: Tokens): number {
	if (sum(used) > 0) return costOf(price, used.promptTokens, used.completionTokens);
	return status >= 200 && status <= 299 ? estimate : 0;
}

function sum({ promptTokens, completionTokens }: Tokens): number {
	return promptTokens + completionTokens;
}
