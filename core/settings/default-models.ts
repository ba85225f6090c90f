/**
 * Every model that AskFace names by itself, once: the presets and the listeners take theirs from here. Owns when each was last
 * looked up and the end that its provider has announced. Rule: a row is changed only after its source was read again.
 */
import type { ProviderId } from "./provider-id.ts";

/** `answers` a question, `listens` to a recording and answers it, or `writes` down what was said. */
export type Role = "answers" | "listens" | "writes";

/** `checked` and `ends` are days, YYYY-MM-DD; `ends` is null as long as no end is announced. `source` is where to read again. */
export type DefaultModel = {
	providers: readonly ProviderId[];
	model: string;
	roles: readonly Role[];
	checked: string;
	ends: string | null;
	source: string;
};

export const DEFAULT_MODELS: readonly DefaultModel[] = [
	{
		...{ providers: ["openai", "openai-responses"], model: "gpt-5.4-mini", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "developers.openai.com/api/docs/deprecations" },
	},
	{
		...{ providers: ["openai", "openai-responses"], model: "gpt-transcribe", roles: ["writes"] },
		...{ checked: "2026-11-27", ends: null, source: "developers.openai.com/api/docs/deprecations" },
	},
	{
		...{ providers: ["anthropic"], model: "claude-haiku-4-5", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "platform.claude.com/docs/en/about-claude/model-deprecations" },
	},
	{
		...{ providers: ["gemini"], model: "gemini-3.5-flash-lite", roles: ["answers", "listens"] },
		...{ checked: "2026-11-27", ends: null, source: "ai.google.dev/gemini-api/docs/deprecations" },
	},
	{
		...{ providers: ["deepseek"], model: "deepseek-flash", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "api-docs.deepseek.com" },
	},
	{
		...{ providers: ["qwen"], model: "qwen-flash", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "alibabacloud.com/help/en/model-studio/model-depreciation" },
	},
	{
		...{ providers: ["groq"], model: "openai/gpt-oss-120b", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "console.groq.com/docs/deprecations" },
	},
	{
		...{ providers: ["groq"], model: "whisper-large-v3-turbo", roles: ["writes"] },
		...{ checked: "2026-11-27", ends: null, source: "console.groq.com/docs/deprecations" },
	},
	{
		...{ providers: ["openrouter"], model: "openai/gpt-5.4-mini", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "openrouter.ai/openai/gpt-5.4-mini" },
	},
	{
		// Weights that are open, run by several hosts; `openai/whisper-1` goes with OpenAI's own on 2027-02-26.
		...{ providers: ["openrouter"], model: "openai/whisper-large-v3-turbo", roles: ["writes"] },
		...{ checked: "2026-11-27", ends: null, source: "openrouter.ai/openai/whisper-large-v3-turbo" },
	},
	{
		...{ providers: ["mistral"], model: "mistral-small-latest", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "docs.mistral.ai/models" },
	},
	{
		...{ providers: ["mistral"], model: "voxtral-small-latest", roles: ["listens", "writes"] },
		...{ checked: "2026-11-27", ends: null, source: "docs.mistral.ai/models/voxtral-small-25-07" },
	},
	{
		...{ providers: ["ollama"], model: "llama3.2", roles: ["answers"] },
		...{ checked: "2026-11-27", ends: null, source: "ollama.com/library/llama3.2" },
	},
	{
		// The name under which servers at home offer whichever Whisper they have loaded.
		...{ providers: ["custom"], model: "whisper-1", roles: ["writes"] },
		...{ checked: "2026-11-27", ends: null, source: "localai.io/features/audio-to-text" },
	},
];

/** How long before its announced end a default has to be replaced: releases take time to reach a phone. */
const NOTICE_MS = 30 * 86_400_000;

/** Empty where AskFace names none, as for a server of one's own. */
export function defaultModel(provider: ProviderId, role: Role): string {
	return (
		DEFAULT_MODELS.find(({ providers, roles }) => providers.includes(provider) && roles.includes(role))?.model ?? ""
	);
}

/** The rows that end within 30 days of `nowMs`, or have ended. */
export function dyingDefaults(table: readonly DefaultModel[], nowMs: number): DefaultModel[] {
	return table.filter(({ ends }) => ends !== null && Date.parse(ends) - nowMs <= NOTICE_MS);
}
