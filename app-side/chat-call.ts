/** A prompt to a provider of answers, as a call of exchange.ts. Owns how many tokens a recording is taken for. */
import { mostTokensOf } from "../core/tokens.ts";
import type { Call } from "./exchange.ts";
import { type OnlineId, PROVIDERS } from "./providers/index.ts";
import type { Endpoint, Prompt } from "./providers/provider.ts";

/** Gemini counts 32; Mistral counts each begun half minute as a whole one (DOC, docs/evidence.md). Nobody is known to count more. */
const TOKENS_A_SECOND = 50;
const TOKENS_A_HALF_MINUTE = 375;

/** At least as many tokens as a provider will count in a recording. */
export function soundTokens(seconds: number): number {
	return Math.max(seconds * TOKENS_A_SECOND, Math.ceil(seconds / 30) * TOKENS_A_HALF_MINUTE);
}

export function callOf(id: OnlineId, endpoint: Endpoint, prompt: Prompt): Call {
	const { system, turns, question, own = "", maxTokens, speech } = prompt;
	const texts = [system, ...turns.flatMap((turn) => [turn.question, turn.answer]), question];
	const seconds = speech?.seconds ?? 0;
	const provider = PROVIDERS[id];
	return {
		provider: id,
		model: endpoint.model,
		room: provider.room?.(endpoint.model) ?? 0,
		maxTokens,
		promptTokens: mostTokensOf(texts, own) + soundTokens(seconds),
		seconds,
		build: (most) => provider.buildRequest(endpoint, { ...prompt, maxTokens: most }),
		read: (response, nowMs) => provider.readResponse(response, endpoint, nowMs),
	};
}
