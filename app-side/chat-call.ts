/** A prompt to a provider of answers, as a call of exchange.ts. Owns how many tokens a recording is taken for. */
import type { Call } from "./exchange.ts";
import { type OnlineId, PROVIDERS } from "./providers/index.ts";
import type { Endpoint, Prompt } from "./providers/provider.ts";
import { textTokens } from "./spending.ts";

/** Gemini counts 32; Mistral counts each begun half minute as a whole one (DOC, docs/evidence.md). Nobody is known to count more. */
const TOKENS_A_SECOND = 50;
const TOKENS_A_HALF_MINUTE = 375;

/** At least as many tokens as a provider will count in a recording. */
export function soundTokens(seconds: number): number {
	return Math.max(seconds * TOKENS_A_SECOND, Math.ceil(seconds / 30) * TOKENS_A_HALF_MINUTE);
}

export function callOf(id: OnlineId, endpoint: Endpoint, prompt: Prompt): Call {
	const { maxTokens, speech } = prompt;
	const provider = PROVIDERS[id];
	const call: Call = {
		provider: id,
		model: endpoint.model,
		room: provider.room?.(endpoint.model) ?? 0,
		maxTokens,
		build: (most) => provider.buildRequest(endpoint, { ...prompt, maxTokens: most }),
		read: (response, nowMs) => provider.readResponse(response, endpoint, nowMs),
	};
	if (speech === undefined) return call;
	const mute = provider.buildRequest(endpoint, { ...prompt, speech: { ...speech, base64: "" } });
	return { ...call, promptTokens: textTokens(mute) + soundTokens(speech.seconds), seconds: speech.seconds };
}
