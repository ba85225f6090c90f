/**
 * The money of one question: whether the person's caps allow each request, and what it cost. Owns the
 * spending by day in the settings storage; only a change of the currency, on the settings page, takes its
 * money away. Rule: what a request may cost at most is on the books before it leaves, so that no crash, no
 * second question at the same time and no lost answer passes a cap; it is put right once the provider has
 * said what it cost.
 */

import type { Fault } from "../core/faults.ts";
import {
	addTo,
	affordableTokens,
	type Budget,
	costOf,
	type Day,
	decodeSpending,
	encodeSpending,
	hasCap,
	isSpendingWhole,
	leftOn,
	type Price,
	pricedAs,
	priceOf,
	readBudget,
} from "../core/money/budget.ts";
import { showMoney } from "../core/money/money.ts";
import { costOfLookUp, isLookUpPriced, type LookUp } from "../core/settings/look-ups.ts";
import { dateOf } from "../core/settings/privacy.ts";
import { SETTING } from "../core/settings/settings.ts";
import { put, readAside, readSafely, setAside } from "./keeping.ts";
import type { Ports } from "./ports.ts";
import type { OnlineId } from "./providers/index.ts";
import { type HttpRequest, isDone, type Tokens, type Used } from "./providers/provider.ts";

/** What a question cost; nothing if a price is not known. Millionths of `currency`. */
export type Expense = { costMicros?: number; currency?: string };

type Settle = (status: number, used: Used) => void;

/**
 * `settle` is called with the provider's response; without one the request stays on the books as it was
 * estimated.
 */
export type Admission =
	| { kind: "admitted"; request: HttpRequest; maxTokens: number; settle: Settle }
	| { kind: "refused"; fault: Fault };

/**
 * A request before it has its token cap. `room` is what the adapter adds to the cap for thinking, in tokens.
 */
export type Draft = {
	provider: OnlineId;
	model: string;
	room: number;
	maxTokens: number;
	/** A cap as low as this was tried in vain. */
	moreThan?: number;
	/** What the provider will read, at most. */
	promptTokens: number;
	/** Of a recording that goes along. */
	seconds?: number;
	/** Searches that the provider may make for it; what it then reads is in `promptTokens`. */
	lookUp?: LookUp;
	build: (maxTokens: number) => HttpRequest;
};

export type RequestBudget = {
	/**
	 * Puts a request on the books, with a lower token cap if only that fits. The fault is `over-budget` if
	 * nothing fits, or if a cap is set and nobody knows what the model costs.
	 */
	admit(draft: Draft): Admission;
	/** What all requests so far cost, the estimate for those that are not settled. */
	expense(): Expense;
};

type BookPorts = Pick<Ports, "storage" | "now">;

export function createRequestBudget(ports: BookPorts): RequestBudget {
	const get = (key: string) => ports.storage.get(key);
	let micros = 0;
	let currency: string | undefined;
	let isPriced = true;
	let isCounted = false;

	function admitUnpriced(date: string, budget: Budget, { provider, model, maxTokens, build }: Draft): Admission {
		if (hasCap(budget)) return refused({ code: "over-budget", model: pricedAs(provider, model) });
		isPriced = false;
		countAsk(date);
		const settle = inBooks(ports, (_: number, tokens: Tokens) => book(ports, date, { tokens: sum(tokens) }));
		return { kind: "admitted", request: build(maxTokens), maxTokens, settle };
	}

	function admitPriced(date: string, budget: Budget, price: Price, draft: Draft): Admission {
		const { promptTokens, maxTokens, moreThan, room, seconds, lookUp, build } = draft;
		const left = leftNow(ports, date, budget);
		const searched = searchCost(lookUp);
		const tokens =
			left === null ? maxTokens : affordableTokens(price, left - searched, promptTokens, maxTokens, room, seconds);
		if (tokens === null || (moreThan !== undefined && tokens <= moreThan))
			return refused({ code: "over-budget", left: showMoney(left ?? 0, budget.currency) });
		const most = { promptTokens, completionTokens: tokens + room };
		const estimate = costOf(price, most.promptTokens, most.completionTokens, seconds) + searched;
		countAsk(date);
		if (!book(ports, date, { micros: estimate }) && left !== null)
			return refused({ code: "request-refused", unstored: true });
		micros += estimate;
		currency = budget.currency;
		const settle = inBooks(ports, (status: number, used: Used) => {
			const paid = isFree(status, used)
				? 0
				: actualCost(price, most, used, seconds) + searchCost(lookUp, used.searches);
			const more = paid - estimate;
			micros += more;
			// The settings page empties the books when it changes their currency, so that there is nothing to put
			// right.
			const isSame = readBudget(get).currency === budget.currency;
			book(ports, date, { micros: isSame ? more : 0, tokens: sum(used) });
		});
		return { kind: "admitted", request: build(tokens), maxTokens: tokens, settle };
	}

	function countAsk(date: string): void {
		if (!isCounted) book(ports, date, { asks: 1 });
		isCounted = true;
	}

	return {
		admit(draft) {
			const date = dateOf(ports.now());
			const budget = readBudget(get);
			const isKnown = draft.lookUp === undefined || isLookUpPriced(budget.currency);
			const price = isKnown ? priceOf(budget, draft.provider, draft.model) : undefined;
			return price === undefined ? admitUnpriced(date, budget, draft) : admitPriced(date, budget, price, draft);
		},
		expense() {
			return isPriced && currency !== undefined ? { costMicros: micros, currency } : {};
		},
	};
}

/** "Forget everything" takes the books away, and the next request begins others. */
function openBooks({ storage, now }: BookPorts): unknown {
	if ((storage.get(SETTING.books) ?? "") === "") put(storage, SETTING.books, String(now()));
	return storage.get(SETTING.books);
}

/** Whether the storage took it. Of books that cannot be read, what can be is gone on with. */
function book(ports: BookPorts, date: string, more: Partial<Day>): boolean {
	const { storage } = ports;
	const raw = readSafely(storage, SETTING.spending);
	if (!isSpendingWhole(raw) && !setAside(ports, "spending", raw)) return false;
	return put(storage, SETTING.spending, encodeSpending(addTo(decodeSpending(raw), date, more)));
}

/** What is put right in books that are gone would be the first entry of the new ones. */
function inBooks(ports: BookPorts, settle: Settle): Settle {
	const books = openBooks(ports);
	return (...used) => {
		if (ports.storage.get(SETTING.books) === books) settle(...used);
	};
}

/** Nothing as long as it is not known what was spent, and the person has not said to go on. */
function leftNow({ storage }: BookPorts, date: string, budget: Budget): number | null {
	const raw = readSafely(storage, SETTING.spending);
	const isKnown = isSpendingWhole(raw) && readAside(storage, "spending") === undefined;
	if (!isKnown && hasCap(budget)) return 0;
	return leftOn(date, budget, decodeSpending(raw));
}

function refused(fault: Fault): Admission {
	return { kind: "refused", fault };
}

/** Providers do not charge for a request that they refuse. */
function isFree(status: number, used: Used): boolean {
	return !isDone(status) && sum(used) === 0;
}

/** Of the most that is expected, as long as the provider has not said how many there were. */
function searchCost(lookUp: LookUp | undefined, searches?: number): number {
	return lookUp === undefined ? 0 : costOfLookUp(lookUp, searches);
}

/** If a provider does not count its answer, the estimate stays. */
function actualCost(price: Price, most: Required<Tokens>, used: Tokens, seconds?: number): number {
	const { promptTokens, completionTokens } = { ...most, ...used };
	return costOf(price, promptTokens, completionTokens, seconds);
}

function sum({ promptTokens = 0, completionTokens = 0 }: Tokens): number {
	return promptTokens + completionTokens;
}
