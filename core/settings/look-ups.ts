/**
 * Who can look things up: which providers have a search of their own that one flag of a question turns on, with which of their
 * models, and what that adds to its price. Owns no request (app-side/providers). Rule: the figures are the most that is known, since a
 * limit must not be passed by one that was too low; where they were read: docs/evidence.md.
 */
import { DEFAULT_PRICES_CURRENCY } from "../money/default-prices.ts";
import { MICROS } from "../money/money.ts";
import type { ProviderId } from "./provider-id.ts";

/**
 * `each`: the surcharge of one search, in millionths. `most`: the searches that are put on the books before the question leaves.
 * `tokens`: what the model reads of what was found, at most. `once`: a question costs one search, however many it makes.
 */
export type LookUp = { each: number; most: number; tokens: number; once?: true };

type Row = { provider: ProviderId; model?: RegExp; dollars: number; most: number; tokens: number; once?: true };

/** What one search was seen to bring (14,000 tokens a search, 20,000 with pages opened), and half as much again. */
const TOKENS_A_SEARCH = 30_000;

/** The first row that fits. */
const ROWS: readonly Row[] = [
	{ provider: "openai-responses", model: /^(?!.*nano)/, dollars: 0.01, most: 1, tokens: TOKENS_A_SEARCH },
	{ provider: "anthropic", dollars: 0.01, most: 1, tokens: TOKENS_A_SEARCH },
	// A question is one search up to 2.5, and as many as it makes from 3 on. Of what Google finds few tokens are counted.
	{ provider: "gemini", model: /gemini-2/, dollars: 0.035, most: 1, tokens: 8_000, once: true },
	{ provider: "gemini", model: /gemini/, dollars: 0.014, most: 3, tokens: 8_000 },
	// Three results of 4,000 characters at 0.004 each.
	{ provider: "openrouter", dollars: 0.012, most: 1, tokens: 12_000 },
	// It may go on searching and opening pages; each is taken for a search.
	{ provider: "groq", model: /gpt-oss/, dollars: 0.005, most: 4, tokens: 2 * TOKENS_A_SEARCH },
	{ provider: "groq", model: /compound/, dollars: 0.008, most: 2, tokens: TOKENS_A_SEARCH },
];

/** Undefined if this provider, or this model of it, has no search of its own. */
export function lookUpOf(provider: ProviderId, model: string): LookUp | undefined {
	const row = ROWS.find((one) => one.provider === provider && (one.model?.test(model) ?? true));
	if (row === undefined) return undefined;
	const { dollars, most, tokens, once } = row;
	return { each: Math.ceil(dollars * MICROS), most, tokens, ...(once === undefined ? {} : { once }) };
}

/** Searches are priced in one currency: a limit in another cannot be held with them. */
export function isLookUpPriced(currency: string): boolean {
	return currency === DEFAULT_PRICES_CURRENCY;
}

/** In millionths: of so many searches that were made, or, not known, of the most. */
export function costOfLookUp({ each, most, once }: LookUp, searches = most): number {
	return each * (once === undefined ? searches : Math.min(1, searches));
}
