/**
 * Money: what a model costs, what was spent on each day, and how much a question may still cost. Owns the
 * shapes in the settings storage and the sums; never when anything is sent. Rule: money is whole millionths
 * of one currency, rounded up, and a model without a price costs nobody knows what, so that it is not asked
 * while a cap is set.
 */

import { isFields, parseJson } from "../json.ts";
import { isKept, RECORD_VERSION } from "../settings/keeping.ts";
import { findProvider, type Getter, type ProviderId, readCurrency, SETTING } from "../settings/settings.ts";
import { DEFAULT_PRICES_CURRENCY, defaultPrice, type Price } from "./default-prices.ts";
import { MICROS } from "./money.ts";

export type { Price };

/** `prices` are the person's own. A cap is in millionths of `currency`; `null`: the person set none. */
export type Budget = {
	prices: ReadonlyMap<string, Price>;
	currency: string;
	capDay: number | null;
	capMonth: number | null;
};

/**
 * What one day cost. `micros` holds the estimate of a request until its cost is known, and for good if it
 * never is.
 */
export type Day = { micros: number; tokens: number; asks: number };

/** By local date, YYYY-MM-DD, the oldest first. */
export type Spending = ReadonlyMap<string, Day>;

/** Days of other months than today's that are kept: two months of them. */
export const DAYS_KEPT = 62;

/**
 * Seconds that are charged at least for a recording if the person's own price of sound is used: the most that
 * is known (Groq).
 */
const LEAST_SECONDS = 10;

/** A shorter answer is not worth its money. */
export const LEAST_ANSWER_TOKENS = 64;

const PRICES_MAX = 40;
const MODEL_LIMIT = 120;
const PRICE_MAX = 1_000_000;

/**
 * `1,000` may be a thousand or one: whoever means one writes `1` or `1.000`, and a limit must not be guessed.
 */
const AMOUNT = /^(?![1-9]\d{0,2},\d{3}$)\d{1,9}(?:[.,]\d{1,6})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function readBudget(get: Getter): Budget {
	return {
		prices: decodePrices(get(SETTING.prices)),
		currency: readCurrency(get),
		capDay: readCap(get(SETTING.capDay)),
		capMonth: readCap(get(SETTING.capMonth)),
	};
}

/** A cap that cannot be read was meant as one: nothing is spent until the person has mended it. */
function readCap(stored: unknown): number | null {
	return (stored ?? "") === "" ? null : (readAmount(stored) ?? 0);
}

export function hasCap({ capDay, capMonth }: Budget): boolean {
	return capDay !== null || capMonth !== null;
}

/**
 * The name under which a model's price is kept and shown. A local server whose model has no name takes the
 * model that it has loaded; then it is the provider's name.
 */
export function pricedAs(provider: ProviderId, model: string): string {
	return model || (findProvider(provider)?.name ?? provider);
}

/** The person's own price of a model, else the one that comes with AskFace; undefined if neither is known. */
export function priceOf({ prices, currency }: Budget, provider: ProviderId, model: string): Price | undefined {
	const usual = currency === DEFAULT_PRICES_CURRENCY ? defaultPrice(provider, model)?.price : undefined;
	const own = prices.get(pricedAs(provider, model));
	return own === undefined ? usual : { ...own, leastSeconds: usual?.leastSeconds ?? LEAST_SECONDS };
}

/** A decimal as people write it, with a point or a comma, in millionths; null if it is none. */
export function readAmount(text: unknown): number | null {
	const tidy = typeof text === "string" ? text.trim() : "";
	return AMOUNT.test(tidy) ? Math.round(Number(tidy.replace(",", ".")) * MICROS) : null;
}

/**
 * A price as people write it: `0.25 / 2`, or with a minute of sound `0.25 / 2 / 0.006`. Anything but digits,
 * points and commas may stand between the amounts.
 */
export function readPrice(text: string): Price | null {
	const amounts = text
		.trim()
		.split(/[^\d.,]+/)
		.map(readAmount);
	const [into = null, out = null, sound] = amounts;
	if (into === null || out === null || sound === null || amounts.length > 3) return null;
	const price = { in: into / MICROS, out: out / MICROS };
	return sound === undefined ? price : { ...price, sound: sound / MICROS };
}

export function showPrice({ in: into, out, sound }: Price): string {
	return [into, out, ...(sound === undefined ? [] : [sound])].map(showAmount).join(" / ");
}

/** Never as 1e-6, which no one writes. */
function showAmount(amount: number): string {
	return String(amount).includes("e") ? amount.toFixed(6) : String(amount);
}

/** JSON `{"model": [in, out]}`, or `[in, out, sound]`; what cannot be read has no price. */
export function decodePrices(stored: unknown): Map<string, Price> {
	const prices = new Map<string, Price>();
	const value = parseJson(stored);
	for (const [model, pair] of isFields(value) ? Object.entries(value) : []) {
		if (prices.size === PRICES_MAX || model === "" || model.length > MODEL_LIMIT || !Array.isArray(pair)) continue;
		const [into, out, sound] = pair;
		if (isPrice(into) && isPrice(out)) prices.set(model, { in: into, out, ...(isPrice(sound) ? { sound } : {}) });
	}
	return prices;
}

export function encodePrices(prices: ReadonlyMap<string, Price>): string {
	const amounts = ({ in: into, out, sound }: Price) => [into, out, ...(sound === undefined ? [] : [sound])];
	return JSON.stringify(Object.fromEntries([...prices].map(([model, price]) => [model, amounts(price)])));
}

/** In millionths, rounded up. `seconds` are of a recording that goes along; 0 means that none does. */
export function costOf(price: Price, promptTokens: number, completionTokens: number, seconds = 0): number {
	const { sound = 0, leastSeconds = 0 } = price;
	const minutes = seconds === 0 ? 0 : Math.max(seconds, leastSeconds) / 60;
	return Math.ceil(promptTokens * price.in + completionTokens * price.out + sound * MICROS * minutes);
}

/**
 * Millionths that may still be spent on `date`: the least that a cap leaves, never below 0; null without a
 * cap.
 */
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
 * The token cap that `left` millionths allow a request of `promptTokens`. It is `wanted` if that fits, less
 * if that still leaves an answer, else null. `room` are tokens that thinking takes of a cap before any
 * answer.
 */
export function affordableTokens(
	price: Price,
	left: number,
	promptTokens: number,
	wanted: number,
	room: number,
	seconds = 0,
): number | null {
	if (costOf(price, promptTokens, wanted + room, seconds) <= left) return wanted;
	if (price.out === 0) return null;
	const forWords = left - costOf(price, promptTokens, 0, seconds);
	let tokens = Math.min(wanted, Math.floor((forWords + 1) / price.out) - room);
	// A product of decimals may come out a hair above its sum.
	while (tokens > 0 && costOf(price, promptTokens, tokens + room, seconds) > left) tokens--;
	return tokens >= Math.min(wanted, LEAST_ANSWER_TOKENS) ? tokens : null;
}

/**
 * The spending with `more` on `date`, which is today by the clock. Nothing falls below 0. All days of today's
 * month are kept, because its cap counts them; of the other days the newest are kept. So a clock that was
 * wrong for a while hides no day.
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

/**
 * JSON `{"2026-11-22": {"micros": 1200, "tokens": 310, "asks": 2}}`; days that cannot be read are left out.
 */
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

/**
 * Whether all that is stored can be read: nothing, or days of this version, or of before there were versions.
 */
export function isSpendingWhole(stored: unknown): boolean {
	if (!isKept(stored)) return true;
	const value = parseJson(stored);
	if (!isFields(value) || (value.v !== undefined && value.v !== RECORD_VERSION)) return false;
	return decodeSpending(stored).size === Object.keys(value).filter((name) => name !== "v").length;
}

export function encodeSpending(spending: Spending): string {
	return JSON.stringify({ v: RECORD_VERSION, ...Object.fromEntries(spending) });
}

function isPrice(value: unknown): value is number {
	return typeof value === "number" && value >= 0 && value <= PRICE_MAX;
}

function isCount(value: unknown): value is number {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
