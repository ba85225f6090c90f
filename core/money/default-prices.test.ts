import { describe, expect, it } from "vitest";
import { DEFAULT_MODELS } from "../settings/default-models.ts";
import { PRICE_SOURCES } from "../settings/model-sources.ts";
import { findProvider } from "../settings/providers.ts";
import { priceOf } from "./budget.ts";
import { DEFAULT_PRICES, defaultPrice } from "./default-prices.ts";

const DAY_MS = 86_400_000;
const NO_PRICES = { prices: new Map(), capDay: null, capMonth: null };

/** Every model that AskFace names by itself, but those of a server at home. */
const NAMED = DEFAULT_MODELS.flatMap(({ providers, model, tasks }) =>
	providers.flatMap((provider) => (findProvider(provider)?.key === "needed" ? [{ provider, model, tasks }] : [])),
);

describe("the table of prices", () => {
	it.each(NAMED)("has one of $model of $provider", ({ provider, model }) => {
		expect(priceOf({ ...NO_PRICES, currency: "USD" }, provider, model)).toBeDefined();
		expect(priceOf({ ...NO_PRICES, currency: "EUR" }, provider, model)).toBeUndefined();
	});

	it("has one that is not nothing, with a day that has been and a place to read it again", () => {
		for (const { model, price } of DEFAULT_PRICES) {
			expect(price.in + price.out + (price.sound ?? 0)).toBeGreaterThan(0);
			expect(Date.parse(PRICE_SOURCES[model]?.checked ?? "")).toBeLessThan(Date.now() + DAY_MS);
			expect(PRICE_SOURCES[model]?.page).toMatch(/^[a-z0-9.-]+\.[a-z]+\//);
		}
	});

	it("has none of a model that AskFace does not name, so that none grows old unseen", () => {
		for (const { providers, model } of DEFAULT_PRICES)
			for (const provider of providers) expect(NAMED).toContainEqual(expect.objectContaining({ provider, model }));
	});

	it("knows a model as its provider's alone: another may ask another price for the same", () => {
		expect(defaultPrice("groq", "openai/gpt-oss-120b")).toBeDefined();
		expect(defaultPrice("openrouter", "openai/gpt-oss-120b")).toBeUndefined();
	});
});
