/** What a tap or a typed text in the part about money does. Rule: what is no amount is refused and the old one kept. */
import { decodePrices, encodePrices, readAmount, readPrice } from "../core/budget.ts";
import { SETTING } from "../core/settings.ts";
import type { Stage } from "./actions.ts";

export type MoneyActions = {
	setCurrency(code: string): void;
	/** Empty takes the price away. */
	setPrice(model: string, typed: string): void;
	setCap(period: CapPeriod, typed: string): void;
};

export type CapPeriod = "day" | "month";

export const CAP_SETTING = { day: SETTING.capDay, month: SETTING.capMonth } as const;

export function createMoneyActions({ storage, set, enter }: Stage): MoneyActions {
	const calm = () => enter({ kind: "calm" });
	return {
		setCurrency: (code) => set(SETTING.currency, code),
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
