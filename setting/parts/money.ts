import { readAmount, showPrice } from "../../core/budget.ts";
import type { CapPeriod } from "../money-actions.ts";
import type { Screen } from "../screen.ts";
import { choice, field, quiet, warning } from "../style.ts";
import { folded } from "./folded.ts";
import { drawSpending, todayOf } from "./spending.ts";

const PRICE_EXAMPLE = "0.25 / 2";
const CAP_EXAMPLE = "0.50";

/** To choose from; another that stands in the storage is shown too. */
const CURRENCIES = ["USD", "EUR", "GBP", "CNY", "JPY", "KRW", "INR", "BRL", "PLN", "TRY", "CHF", "CAD", "AUD"];

/** Prices, limits and what was spent. */
export function drawMoney(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { currency } = snapshot.budget;
	const codes = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
	return folded(screen, "money", words("setting.money"), todayOf(screen), () => [
		...drawSpending(screen),
		...drawCap(screen, "day"),
		...drawCap(screen, "month"),
		quiet(words("setting.cap.about")),
		...drawPrices(screen),
		choice(
			words("setting.currency"),
			codes.map((code) => ({ name: code, value: code })),
			currency,
			act.setCurrency,
		),
		quiet(words("setting.currency.about")),
	]);
}

function drawCap({ snapshot, moment, words, act }: Screen, period: CapPeriod): SettingsElement[] {
	const kept = snapshot.caps[period];
	const isVoid = kept !== "" && readAmount(kept) === null;
	const isBad = isVoid || (moment.kind === "bad-cap" && moment.period === period);
	return [
		field(words(`setting.cap.${period}`), kept, CAP_EXAMPLE, (typed) => act.setCap(period, typed)),
		...(isBad ? [warning(words("setting.cap.bad", { example: CAP_EXAMPLE }))] : []),
	];
}

/** The prices of the models that are asked first, then of all others that have one. */
function drawPrices(screen: Screen): SettingsElement[] {
	const { snapshot, words } = screen;
	const { asked, budget } = snapshot;
	const missing = asked.filter((model) => !budget.prices.has(model));
	// Only where a limit is set is it a danger that none holds, and then for each model of its own.
	const isDanger = budget.capDay !== null || budget.capMonth !== null;
	const models = [...new Set([...asked, ...budget.prices.keys()])];
	return [
		...models.flatMap((model) => [
			...drawPrice(screen, model),
			...(isDanger && missing.includes(model) ? [warning(words("setting.price.missing"))] : []),
		]),
		...(!isDanger && missing.length > 0 ? [quiet(words("setting.price.missing"))] : []),
		quiet(words("setting.price.about", { example: PRICE_EXAMPLE })),
	];
}

function drawPrice({ snapshot, moment, words, act }: Screen, model: string): SettingsElement[] {
	const price = snapshot.budget.prices.get(model);
	const shown = price === undefined ? "" : showPrice(price);
	const isBad = moment.kind === "bad-price" && moment.model === model;
	return [
		field(words("setting.price", { model }), shown, PRICE_EXAMPLE, (typed) => act.setPrice(model, typed)),
		...(isBad ? [warning(words("setting.price.bad", { example: PRICE_EXAMPLE }))] : []),
	];
}
