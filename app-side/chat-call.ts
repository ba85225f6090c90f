/** A prompt to a provider of answers, as a call of exchange.ts. Owns how many tokens a recording is taken for. */
import type { Call } from "./exchange.ts";
import type { Endpoint, Prompt, Provider } from "./providers/provider.ts";
import { textTokens } from "./spending.ts";

/** Gemini counts 32 (DOC, docs/evidence.md); nobody is known to count more than this. */
export const TOKENS_A_SECOND = 50;

export function callOf(provider: Provider, endpoint: Endpoint, prompt: Prompt): Call {
	const { maxTokens, speech } = prompt;
	const call: Call = {
		model: endpoint.model,
		room: provider.room?.(endpoint.model) ?? 0,
		maxTokens,
		build: (most) => provider.buildRequest(endpoint, { ...prompt, maxTokens: most }),
		read: (response, nowMs) => provider.readResponse(response, endpoint, nowMs),
	};
	if (speech === undefined) return call;
	const mute = provider.buildRequest(endpoint, { ...prompt, speech: { ...speech, base64: "" } });
	return { ...call, promptTokens: textTokens(mute) + speech.seconds * TOKENS_A_SECOND };
}
