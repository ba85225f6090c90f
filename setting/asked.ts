/**
 * The models that questions go to as things are set, whoever answers and whoever listens, and what is known of their prices.
 * Rule: none is left out that the phone could send something to, since each may cost money, and none is named that it could not.
 */
import { type Budget, pricedAs, priceOf } from "../core/money/budget.ts";
import { DEFAULT_PRICES_CURRENCY, type DefaultPrice, defaultPrice } from "../core/money/default-prices.ts";
import {
	findPreset,
	type Getter,
	isReady,
	keyOf,
	type ProviderId,
	readSettings,
	type Settings,
	settingsFor,
} from "../core/settings/settings.ts";
import { chooseRoute } from "../core/settings/voice-settings.ts";

export type Asked = {
	/** Under what its price is kept. */
	name: string;
	hasPrice: boolean;
	/** The price that came with AskFace, whatever the currency. */
	usual: DefaultPrice | undefined;
	/** It runs where it costs nothing, or where only the person knows what it costs. */
	isOwnServer: boolean;
};

type Named = { provider: ProviderId; model: string };

/** The first provider's, the listener's, then those of the second provider if it is set up. */
export function readAsked(get: Getter, budget: Budget): Asked[] {
	const first = readSettings(get);
	const models = modelsOf(get, first);
	const second = first.second === null ? null : settingsFor(get, first.second);
	// The built-in assistant never fails: only a listener before it hands a question on.
	const isHandedOn = second !== null && models.length > 0 && isReady(second, keyOf(get, second.provider));
	const all = (isHandedOn ? [...models, ...modelsOf(get, second)] : models).map((named) => askedOf(named, budget));
	return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}

function modelsOf(get: Getter, { provider, model }: Settings): Named[] {
	const answering = provider === "offline" ? [] : [{ provider, model }];
	const route = chooseRoute(get, provider);
	if (route === null) return answering;
	return [...answering, { provider: route.kind === "two" ? route.ears : provider, model: route.model }];
}

function askedOf({ provider, model }: Named, budget: Budget): Asked {
	return {
		name: pricedAs(provider, model),
		hasPrice: priceOf(budget, provider, model) !== undefined,
		usual: defaultPrice(provider, model),
		isOwnServer: findPreset(provider)?.needsKey === false,
	};
}

/** There is a price, but in another currency than the person's. */
export function isForeign({ usual, hasPrice }: Asked, { currency }: Budget): boolean {
	return usual !== undefined && !hasPrice && currency !== DEFAULT_PRICES_CURRENCY;
}
