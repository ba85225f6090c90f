/**
 * Where the ends and the prices of the models that AskFace names were read, and when. For whoever looks them
 * up again, for docs/providers.md, and for the settings page; the Side Service carries none of it. Rule: each
 * model of core/settings/default-models.ts has a row among the ends, and each of core/money/default-prices.ts
 * one among the prices.
 */

/** A page without its scheme, and the day on which it was read, YYYY-MM-DD. */
type ModelSource = { page: string; checked: string };

/** `sure`: the provider's own page and a second source agree. */
type PriceSource = ModelSource & { sure: boolean };

export const END_SOURCES: Readonly<Record<string, ModelSource>> = {
	"gpt-5.4-mini": { page: "developers.openai.com/api/docs/deprecations", checked: "2026-11-27" },
	"gpt-transcribe": { page: "developers.openai.com/api/docs/deprecations", checked: "2026-11-27" },
	"claude-haiku-4-5": { page: "platform.claude.com/docs/en/about-claude/model-deprecations", checked: "2026-11-27" },
	"gemini-3.5-flash-lite": { page: "ai.google.dev/gemini-api/docs/deprecations", checked: "2026-11-27" },
	"deepseek-flash": { page: "api-docs.deepseek.com", checked: "2026-11-27" },
	"qwen-flash": { page: "alibabacloud.com/help/en/model-studio/model-depreciation", checked: "2026-11-27" },
	"openai/gpt-oss-120b": { page: "console.groq.com/docs/deprecations", checked: "2026-11-27" },
	"whisper-large-v3-turbo": { page: "console.groq.com/docs/deprecations", checked: "2026-11-27" },
	"openai/gpt-5.4-mini": { page: "openrouter.ai/openai/gpt-5.4-mini", checked: "2026-11-27" },
	"openai/whisper-large-v3-turbo": { page: "openrouter.ai/openai/whisper-large-v3-turbo", checked: "2026-11-27" },
	"mistral-small-latest": { page: "docs.mistral.ai/models", checked: "2026-11-27" },
	"voxtral-small-latest": { page: "docs.mistral.ai/models/voxtral-small-25-07", checked: "2026-11-27" },
	"llama3.2": { page: "ollama.com/library/llama3.2", checked: "2026-11-27" },
	"whisper-1": { page: "localai.io/features/audio-to-text", checked: "2026-11-27" },
	"gemini-3.8-flash-tts": { page: "ai.google.dev/gemini-api/docs/speech-generation", checked: "2026-11-28" },
	"gpt-4o-mini-tts": { page: "developers.openai.com/api/docs/guides/text-to-speech", checked: "2026-11-28" },
	"openai/gpt-4o-mini-tts-2025-12-15": {
		page: "openrouter.ai/docs/guides/overview/multimodal/tts",
		checked: "2026-11-28",
	},
	"tts-1": { page: "localai.io/features/text-to-audio", checked: "2026-11-28" },
};

export const PRICE_SOURCES: Readonly<Record<string, PriceSource>> = {
	"gpt-5.4-mini": { page: "developers.openai.com/api/docs/pricing", checked: "2026-11-27", sure: true },
	"gpt-transcribe": {
		page: "developers.openai.com/api/docs/models/gpt-transcribe",
		checked: "2026-11-27",
		sure: false,
	},
	"claude-haiku-4-5": { page: "platform.claude.com/docs/en/about-claude/pricing", checked: "2026-11-27", sure: true },
	"gemini-3.5-flash-lite": { page: "ai.google.dev/gemini-api/docs/pricing", checked: "2026-11-27", sure: true },
	"gemini-3.8-flash-tts": {
		page: "runware.ai/docs/models/google-gemini-3-8-flash-tts",
		checked: "2026-11-28",
		sure: false,
	},
	"gpt-4o-mini-tts": { page: "developers.openai.com/api/docs/pricing", checked: "2026-11-28", sure: false },
	"openai/gpt-4o-mini-tts-2025-12-15": {
		page: "openrouter.ai/openai/gpt-4o-mini-tts-2025-12-15",
		checked: "2026-11-28",
		sure: false,
	},
	"deepseek-flash": { page: "api-docs.deepseek.com/quick_start/pricing", checked: "2026-11-27", sure: true },
	"qwen-flash": { page: "alibabacloud.com/help/en/model-studio/model-pricing", checked: "2026-11-27", sure: false },
	"openai/gpt-oss-120b": { page: "console.groq.com/docs/models", checked: "2026-11-27", sure: true },
	"whisper-large-v3-turbo": { page: "console.groq.com/docs/speech-to-text", checked: "2026-11-27", sure: true },
	"openai/gpt-5.4-mini": { page: "openrouter.ai/openai/gpt-5.4-mini", checked: "2026-11-27", sure: true },
	"openai/whisper-large-v3-turbo": {
		page: "openrouter.ai/openai/whisper-large-v3-turbo",
		checked: "2026-11-27",
		sure: true,
	},
	"mistral-small-latest": { page: "docs.mistral.ai/models", checked: "2026-11-27", sure: false },
	"voxtral-small-latest": { page: "docs.mistral.ai/models", checked: "2026-11-27", sure: false },
};
