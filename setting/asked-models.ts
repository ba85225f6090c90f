/**
 * The models that questions go to as things are set, whoever answers and whoever listens, and what is known
 * of their prices. Rule: none is left out that the phone could send something to, since each may cost money,
 * and none is named that it could not.
 */
import { type Budget, pricedAs, priceOf } from "../core/money/budget.ts";
import { DEFAULT_PRICES_CURRENCY, type DefaultPrice, defaultPrice } from "../core/money/default-prices.ts";
import { type ProviderId, rowOf, type Settings } from "../core/settings/settings.ts";
import { chooseRoute } from "../core/settings/voice.ts";

export type AskedModel = {
	/** Under what its price is kept. */
	name: string;
	hasPrice: boolean;
	/** The price that came with AskFace, whatever the currency. */
	usual: DefaultPrice | undefined;
	/** It may cost nothing: only the person knows. */
	isOwnServer: boolean;
};

type Named = { provider: ProviderId; model: string };

/** The first provider's, the transcriber's, then those of the second provider if it is set up, then the speaker's. */
export function readAskedModels(settings: Settings, budget: Budget): AskedModel[] {
	const { second } = settings;
	const models = modelsOf(settings);
	// The built-in assistant never fails: only a transcriber before it hands a question on.
	const isHandedOn = second?.ready === true && models.length > 0;
	const answering = isHandedOn ? [...models, ...modelsOf({ ...settings, ...second })] : models;
	const all = settings.speaker === null ? answering : [...answering, settings.speaker];
	const asked = all.map((named) => askedOf(named, budget));
	return asked.filter(({ name }, at) => asked.findIndex((other) => other.name === name) === at);
}

function modelsOf(settings: Settings): Named[] {
	const { provider, model } = settings;
	const answering = rowOf(provider).usesNetwork ? [{ provider, model }] : [];
	const route = chooseRoute(settings);
	if (route === null) return answering;
	return [...answering, { provider: route.kind === "transcriber" ? route.transcriber : provider, model: route.model }];
}

function askedOf({ provider, model }: Named, budget: Budget): AskedModel {
	return {
		name: pricedAs(provider, model),
		hasPrice: priceOf(budget, provider, model) !== undefined,
		usual: defaultPrice(provider, model),
		isOwnServer: rowOf(provider).key !== "needed",
	};
}

/** There is a price, but in another currency than the person's. */
export function isForeign({ usual, hasPrice }: AskedModel, { currency }: Budget): boolean {
	return usual !== undefined && !hasPrice && currency !== DEFAULT_PRICES_CURRENCY;
}
