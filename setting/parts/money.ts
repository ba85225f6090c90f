import { type Budget, showPrice } from "../../core/budget.ts";
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
		drawCap(screen, "day"),
		drawCap(screen, "month"),
		...drawBadCap(screen),
		quiet(words("setting.cap.about")),
		...drawPrices(screen),
		choice(
			words("setting.currency"),
			codes.map((code) => ({ name: code, value: code })),
			currency,
			act.setCurrency,
		),
	]);
}

function drawCap({ snapshot, words, act }: Screen, period: CapPeriod): SettingsElement {
	return field(words(`setting.cap.${period}`), snapshot.caps[period], CAP_EXAMPLE, (typed) =>
		act.setCap(period, typed),
	);
}

function drawBadCap({ moment, words }: Screen): SettingsElement[] {
	return moment.kind === "bad-cap" ? [warning(words("setting.cap.bad", { example: CAP_EXAMPLE }))] : [];
}

/** The price of the model in use first, then of all others that have one. */
function drawPrices({ snapshot, moment, words, act }: Screen): SettingsElement[] {
	const { settings, budget } = snapshot;
	const models = [...new Set([settings.model, ...budget.prices.keys()])].filter((model) => model !== "");
	const fields = models.map((model) => {
		const price = budget.prices.get(model);
		const shown = price === undefined ? "" : showPrice(price);
		return field(words("setting.price", { model }), shown, PRICE_EXAMPLE, (typed) => act.setPrice(model, typed));
	});
	const isMissing = settings.provider !== "offline" && !budget.prices.has(settings.model);
	return [
		...fields,
		...(moment.kind === "bad-price" ? [warning(words("setting.price.bad", { example: PRICE_EXAMPLE }))] : []),
		...(isMissing ? [quietOrWarning(budget, words("setting.price.missing"))] : []),
		quiet(words("setting.price.about", { example: PRICE_EXAMPLE })),
	];
}

/** Only where a limit is set is it a danger that none holds. */
function quietOrWarning({ capDay, capMonth }: Budget, text: string): SettingsElement {
	return capDay === null && capMonth === null ? quiet(text) : warning(text);
}
