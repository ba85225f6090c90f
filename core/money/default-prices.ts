/**
 * What the models of core/settings/default-models.ts cost, so that a limit holds from the first minute. Owns
 * each price; the person's own price stands before it. Rule: if sources differ, or a price changes by the
 * hour, the highest is here, since a limit must not be passed by a price that was too low.
 */
import type { ProviderId } from "../settings/provider-id.ts";

/**
 * Money for a million tokens, in and out, so that tokens times price are millionths. `sound` is the price of
 * a minute of a recording, beside its tokens; a recording that is shorter than `leastSeconds` costs as much
 * as one of that length.
 */
export type Price = { in: number; out: number; sound?: number; leastSeconds?: number };

/** In `DEFAULT_PRICES_CURRENCY`. When and where it was looked up: core/settings/model-sources.ts. */
export type DefaultPrice = {
	providers: readonly ProviderId[];
	model: string;
	price: Price;
};

export const DEFAULT_PRICES_CURRENCY = "USD";

export const DEFAULT_PRICES: readonly DefaultPrice[] = [
	{
		providers: ["openai", "openai-responses"],
		model: "gpt-5.4-mini",
		price: { in: 0.75, out: 4.5 },
	},
	{
		// 0.27 an hour in one catalogue, 0.0001 a second in another.
		providers: ["openai", "openai-responses"],
		model: "gpt-transcribe",
		price: { in: 0, out: 0, sound: 0.006, leastSeconds: 1 },
	},
	{
		providers: ["anthropic"],
		model: "claude-haiku-4-5",
		price: { in: 1, out: 5 },
	},
	{
		// Sound costs what words do.
		providers: ["gemini"],
		model: "gemini-3.5-flash-lite",
		price: { in: 0.3, out: 2.5 },
	},
	{
		// Of the hours that are dear; half of it in the others.
		providers: ["deepseek"],
		model: "deepseek-flash",
		price: { in: 0.3, out: 1.2 },
	},
	{
		// The source was not at hand; from what was last known of it.
		providers: ["qwen"],
		model: "qwen-flash",
		price: { in: 0.05, out: 0.4 },
	},
	{
		providers: ["groq"],
		model: "openai/gpt-oss-120b",
		price: { in: 0.15, out: 0.6 },
	},
	{
		// 0.04 an hour.
		providers: ["groq"],
		model: "whisper-large-v3-turbo",
		price: { in: 0, out: 0, sound: 0.000667, leastSeconds: 10 },
	},
	{
		providers: ["openrouter"],
		model: "openai/gpt-5.4-mini",
		price: { in: 0.75, out: 4.5 },
	},
	{
		// 0.04 an hour.
		providers: ["openrouter"],
		model: "openai/whisper-large-v3-turbo",
		price: { in: 0, out: 0, sound: 0.000667, leastSeconds: 10 },
	},
	{
		// Of a reseller's page; sound is what comes out.
		providers: ["gemini"],
		model: "gemini-3.8-flash-tts",
		price: { in: 1, out: 18 },
	},
	{
		// From what was last known of it; some 0.015 a minute.
		providers: ["openai", "openai-responses"],
		model: "gpt-4o-mini-tts",
		price: { in: 0.6, out: 12 },
	},
	{
		// As OpenAI's own.
		providers: ["openrouter"],
		model: "openai/gpt-4o-mini-tts-2025-12-15",
		price: { in: 0.6, out: 12 },
	},
	{
		// 0.1 and 0.3 in one catalogue, which may mean the version before.
		providers: ["mistral"],
		model: "mistral-small-latest",
		price: { in: 0.15, out: 0.6 },
	},
	{
		// The price of sound was not at hand; from what was last known of it.
		providers: ["mistral"],
		model: "voxtral-small-latest",
		price: { in: 0.1, out: 0.4, sound: 0.004, leastSeconds: 30 },
	},
];

/** Undefined if AskFace knows none, as for a server of one's own. */
export function defaultPrice(provider: ProviderId, model: string): DefaultPrice | undefined {
	return DEFAULT_PRICES.find((row) => row.model === model && row.providers.includes(provider));
}
