import { hasCap, readAmount, showPrice } from "../../core/money/budget.ts";
import { DEFAULT_PRICES_CURRENCY } from "../../core/money/default-prices.ts";
import { PRICE_SOURCES } from "../../core/settings/model-sources.ts";
import { type AskedModel, isForeign } from "../asked-models.ts";
import { showDate, showDecimal } from "../local.ts";
import type { Screen } from "../screen.ts";
import type { CapPeriod } from "../stage.ts";
import { button, card, choice, field, quiet, warning } from "../style.ts";
import { folded } from "./folded.ts";
import { drawSpending, todayOf } from "./spending.ts";

const PRICE_EXAMPLE = "0.25 / 2";
const CAP_EXAMPLE = "0.50";
const FREE = "0 / 0";

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

function drawCap({ snapshot, dialog, words, act }: Screen, period: CapPeriod): SettingsElement[] {
	const kept = snapshot.caps[period];
	const isVoid = kept !== "" && readAmount(kept) === null;
	const isBad = isVoid || (dialog.kind === "bad-cap" && dialog.period === period);
	return [
		field(words(`setting.cap.${period}`), kept, CAP_EXAMPLE, (typed) => act.setCap(period, typed)),
		...(isBad ? [warning(words("setting.cap.bad", { example: showDecimal(CAP_EXAMPLE, words) }))] : []),
	];
}

/**
 * At the top of the page, never folded away: every model that is not asked because a limit is set and its
 * price is not known, with the field for its price. One tap says that a model costs nothing.
 */
export function drawUnpriced(screen: Screen): SettingsElement[] {
	const { snapshot, words, act } = screen;
	const { asked, budget } = snapshot;
	const held = hasCap(budget) ? asked.filter(({ hasPrice }) => !hasPrice) : [];
	if (held.length === 0) return [];
	return [
		card(
			held.flatMap(({ name, isOwnServer }) => [
				warning(words("setting.unpriced", { model: name })),
				...drawPrice(screen, name),
				...(isOwnServer ? [button(words("setting.price.free"), "plain", () => act.setPrice(name, FREE))] : []),
			]),
		),
	];
}

/** The prices of the models that are asked first, then of all others that have one of the person's own. */
function drawPrices(screen: Screen): SettingsElement[] {
	const { snapshot, words } = screen;
	const { asked, budget } = snapshot;
	const names = asked.map(({ name }) => name);
	const others = [...budget.prices.keys()].filter((model) => !names.includes(model));
	const isForeignPrice = asked.some((one) => isForeign(one, budget));
	return [
		...asked.flatMap((one) => [...drawPrice(screen, one.name), ...drawKnown(screen, one)]),
		...others.flatMap((model) => drawPrice(screen, model)),
		quiet(words("setting.price.about", { example: showDecimal(PRICE_EXAMPLE, words) })),
		...(isForeignPrice ? [quiet(words("setting.price.usd", { currency: DEFAULT_PRICES_CURRENCY }))] : []),
	];
}

function drawPrice({ snapshot, dialog, words, act }: Screen, model: string): SettingsElement[] {
	const price = snapshot.budget.prices.get(model);
	const shown = price === undefined ? "" : showPrice(price);
	const isBad = dialog.kind === "bad-price" && dialog.model === model;
	return [
		field(words("setting.price", { model }), shown, showDecimal(PRICE_EXAMPLE, words), (typed) =>
			act.setPrice(model, typed),
		),
		...(isBad ? [warning(words("setting.price.bad", { example: showDecimal(PRICE_EXAMPLE, words) }))] : []),
	];
}

/** What stands in for a price that the person did not give. */
function drawKnown({ snapshot: { budget }, words }: Screen, { name, hasPrice, usual }: AskedModel): SettingsElement[] {
	if (budget.prices.has(name)) return [];
	if (!hasPrice) return [(hasCap(budget) ? warning : quiet)(words("setting.price.missing"))];
	const source = PRICE_SOURCES[name];
	if (usual === undefined || source === undefined) return [];
	const known = `${showDecimal(showPrice(usual.price), words)}\u00a0${DEFAULT_PRICES_CURRENCY}`;
	const key = source.sure ? "setting.price.known" : "setting.price.unsure";
	return [quiet(words(key, { date: showDate(source.checked, words), price: known }))];
}
