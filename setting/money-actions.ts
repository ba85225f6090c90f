/**
 * What a tap or a typed text in the part about money does. Rule: what is no amount is refused and the old one
 * kept.
 */
import {
	decodePrices,
	decodeSpending,
	encodePrices,
	encodeSpending,
	isSpendingWhole,
	readAmount,
	readPrice,
	type Spending,
} from "../core/money/budget.ts";
import { readCurrency, SETTING } from "../core/settings/settings.ts";
import type { CapPeriod, Stage } from "./stage.ts";

export type MoneyActions = {
	/** Amounts in another currency would be other amounts: all that are kept go. */
	setCurrency(code: string): void;
	/** Empty takes the price away. */
	setPrice(model: string, typed: string): void;
	setCap(period: CapPeriod, typed: string): void;
};

const CAP_SETTING = { day: SETTING.capDay, month: SETTING.capMonth } as const;

export function createMoneyActions({ storage, set, enter }: Stage): MoneyActions {
	const calm = () => enter({ kind: "calm" });
	return {
		setCurrency: (code) => {
			if (code === readCurrency(storage.read)) return;
			for (const key of [SETTING.prices, SETTING.capDay, SETTING.capMonth]) set(key, "");
			const kept = storage.read(SETTING.spending);
			const spending = decodeSpending(kept);
			if (spending.size > 0 && isSpendingWhole(kept)) set(SETTING.spending, encodeSpending(withoutMoney(spending)));
			set(SETTING.currency, code);
			calm();
		},
		setPrice: (model, typed) => {
			const prices = decodePrices(storage.read(SETTING.prices));
			const price = readPrice(typed);
			if (price === null && typed.trim() !== "") return enter({ kind: "bad-price", model });
			if (price === null) prices.delete(model);
			else prices.set(model, price);
			set(SETTING.prices, encodePrices(prices));
			calm();
		},
		setCap: (period, typed) => {
			const amount = typed.trim();
			if (amount !== "" && readAmount(amount) === null) return enter({ kind: "bad-cap", period });
			set(CAP_SETTING[period], amount);
			calm();
		},
	};
}

/** Questions and tokens are the same in any currency. */
function withoutMoney(spending: Spending): Spending {
	return new Map([...spending].map(([date, day]) => [date, { ...day, micros: 0 }]));
}
