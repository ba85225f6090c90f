/**
 * Money: what a model costs, what was spent on each day, and how much a question may still cost. Owns the shapes in the
 * settings storage and the sums; never when anything is sent. Rule: money is whole millionths of one currency, rounded
 * up, and a model without a price costs nothing that is known, so that no cap can hold for it.
 */
import { isFields, parseJson } from "./json.ts";
import { type Getter, readCurrency, SETTING } from "./settings.ts";

/** Money for a million tokens, in and out. A million times a millionth: tokens times price are millionths. */
export type Price = { in: number; out: number };

/** `null`: the person set no cap. Millionths of `currency`. */
export type Budget = {
	prices: ReadonlyMap<string, Price>;
	currency: string;
	capDay: number | null;
	capMonth: number | null;
};

/** What one day cost. `micros` holds the estimate of a request until its cost is known, and for good if it never is. */
export type Day = { micros: number; tokens: number; asks: number };

/** By local date, YYYY-MM-DD, the oldest first. */
export type Spending = ReadonlyMap<string, Day>;

export const MICROS = 1_000_000;

/** Days of other months than today's that are kept: two months of them. */
export const DAYS_KEPT = 62;

/** A shorter answer is not worth its money. */
export const LEAST_ANSWER_TOKENS = 64;

const PRICES_MAX = 40;
const MODEL_LIMIT = 120;
const PRICE_MAX = 1_000_000;

/** No known tokenizer makes more tokens of usual text than a token every three bytes of UTF-8. */
const BYTES_A_TOKEN = 3;
/** What providers add around the messages, in tokens. */
const OVERHEAD_TOKENS = 16;

/** `1,000` may be a thousand or one: whoever means one writes `1` or `1.000`, and a limit must not be guessed. */
const AMOUNT = /^(?![1-9]\d{0,2},\d{3}$)\d{1,9}(?:[.,]\d{1,6})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function readBudget(get: Getter): Budget {
	return {
		prices: decodePrices(get(SETTING.prices)),
		currency: readCurrency(get),
		capDay: readAmount(get(SETTING.capDay)),
		capMonth: readAmount(get(SETTING.capMonth)),
	};
}

/** A decimal as people write it, with a point or a comma, in millionths; null where it is none. */
export function readAmount(text: unknown): number | null {
	const tidy = typeof text === "string" ? text.trim() : "";
	return AMOUNT.test(tidy) ? Math.round(Number(tidy.replace(",", ".")) * MICROS) : null;
}

/** `0.25 / 2` as people write it: two amounts with anything but digits, points and commas between them. */
export function readPrice(text: string): Price | null {
	const [input, output, ...more] = text.trim().split(/[^\d.,]+/);
	const into = readAmount(input);
	const out = readAmount(output);
	if (into === null || out === null || more.length > 0) return null;
	return { in: into / MICROS, out: out / MICROS };
}

export function showPrice(price: Price): string {
	return `${price.in} / ${price.out}`;
}

/** JSON `{"model": [in, out]}`; what cannot be read has no price. */
export function decodePrices(stored: unknown): Map<string, Price> {
	const prices = new Map<string, Price>();
	const value = parseJson(stored);
	for (const [model, pair] of isFields(value) ? Object.entries(value) : []) {
		if (prices.size === PRICES_MAX || model === "" || model.length > MODEL_LIMIT || !Array.isArray(pair)) continue;
		const [into, out] = pair;
		if (isPrice(into) && isPrice(out)) prices.set(model, { in: into, out });
	}
	return prices;
}

export function encodePrices(prices: ReadonlyMap<string, Price>): string {
	return JSON.stringify(Object.fromEntries([...prices].map(([model, price]) => [model, [price.in, price.out]])));
}

/** In millionths, rounded up. */
export function costOf(price: Price, promptTokens: number, completionTokens: number): number {
	return Math.ceil(promptTokens * price.in + completionTokens * price.out);
}

/** At least as many tokens as a provider will count in `text`, for usual text; more for a body of JSON. */
export function estimateTokens(text: string): number {
	return Math.ceil(utf8Bytes(text) / BYTES_A_TOKEN) + OVERHEAD_TOKENS;
}

/** Millionths that may still be spent on `date`: the least that a cap leaves, never below 0; null without a cap. */
export function leftOn(date: string, budget: Budget, spending: Spending): number | null {
	const left: number[] = [];
	if (budget.capDay !== null) left.push(budget.capDay - spentOn(date, spending));
	if (budget.capMonth !== null) left.push(budget.capMonth - spentOn(monthOf(date), spending));
	return left.length === 0 ? null : Math.max(0, Math.min(...left));
}

/** Millionths of a day, or of a month given as YYYY-MM. */
export function spentOn(period: string, spending: Spending): number {
	let sum = 0;
	for (const [date, { micros }] of spending) if (date.startsWith(period)) sum += micros;
	return sum;
}

export function monthOf(date: string): string {
	return date.slice(0, 7);
}

/**
 * The token cap that `left` millionths allow a request of `promptTokens`: `wanted` if it can be, less where that still
 * leaves an answer; null where it does not. `room` are tokens that thinking takes of a cap before any answer.
 */
export function affordableTokens(
	price: Price,
	left: number,
	promptTokens: number,
	wanted: number,
	room: number,
): number | null {
	if (costOf(price, promptTokens, wanted + room) <= left) return wanted;
	if (price.out === 0) return null;
	let tokens = Math.min(wanted, Math.floor((left - promptTokens * price.in) / price.out) - room);
	// A product of decimals may come out a hair above its sum.
	while (tokens > 0 && costOf(price, promptTokens, tokens + room) > left) tokens--;
	return tokens >= Math.min(wanted, LEAST_ANSWER_TOKENS) ? tokens : null;
}

/**
 * With `more` on `date`, which is today for the clock; nothing falls below 0. Days of today's month are all kept, because
 * its cap counts them; of the others the newest. A clock that was wrong for a while, behind or ahead, hides no day by that.
 */
export function addTo(spending: Spending, date: string, more: Partial<Day>): Map<string, Day> {
	const { micros, tokens, asks } = spending.get(date) ?? { micros: 0, tokens: 0, asks: 0 };
	const day: Day = {
		micros: Math.max(0, micros + (more.micros ?? 0)),
		tokens: tokens + (more.tokens ?? 0),
		asks: asks + (more.asks ?? 0),
	};
	const days = [...new Map([...spending, [date, day]])].sort(([a], [b]) => (a < b ? -1 : 1));
	const others = days.filter(([one]) => monthOf(one) !== monthOf(date));
	const dropped = new Set(others.slice(0, -DAYS_KEPT).map(([one]) => one));
	return new Map(days.filter(([one]) => !dropped.has(one)));
}

/** JSON `{"2026-11-22": {"micros": 1200, "tokens": 310, "asks": 2}}`; days that cannot be read are left out. */
export function decodeSpending(stored: unknown): Map<string, Day> {
	const spending: [string, Day][] = [];
	const value = parseJson(stored);
	for (const [date, day] of isFields(value) ? Object.entries(value) : []) {
		if (!DATE.test(date) || !isFields(day)) continue;
		const { micros, tokens, asks } = day;
		if (isCount(micros) && isCount(tokens) && isCount(asks)) spending.push([date, { micros, tokens, asks }]);
	}
	return new Map(spending.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function encodeSpending(spending: Spending): string {
	return JSON.stringify(Object.fromEntries(spending));
}

/** `0.12 USD`. Cents where they say it, up to millionths where the amount is less; never rounded up. */
export function showMoney(micros: number, currency: string): string {
	const digits = micros >= MICROS / 100 || micros === 0 ? 2 : micros >= 100 ? 4 : 6;
	const step = MICROS / 10 ** digits;
	return `${((Math.floor(micros / step) * step) / MICROS).toFixed(digits)} ${currency}`;
}

function utf8Bytes(text: string): number {
	let bytes = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		// Each half of a surrogate pair stands for two of its four bytes.
		bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
	}
	return bytes;
}

function isPrice(value: unknown): value is number {
	return typeof value === "number" && value >= 0 && value <= PRICE_MAX;
}

function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
