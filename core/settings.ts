/**
 * What the person chose in the Zepp app, as strings in the phone's settings storage. Owns the keys, the presets and the
 * decoder; the settings page writes them, the Side Service reads them. Rule: a missing or broken value is its default,
 * never a fault, and the API key is read by `keyOf` alone.
 */
import type { QuickReply } from "./protocol.ts";

export type ProviderId =
	| "offline"
	| "openai"
	| "openai-responses"
	| "anthropic"
	| "gemini"
	| "deepseek"
	| "qwen"
	| "groq"
	| "openrouter"
	| "mistral"
	| "ollama"
	| "lmstudio"
	| "custom";

/** `baseUrl` is all that stands before the provider's own path; `model` is only a start, the person may type any. */
export type Preset = { id: ProviderId; name: string; baseUrl: string; model: string; needsKey: boolean };

export const PRESETS: readonly Preset[] = [
	{ id: "offline", name: "Offline", baseUrl: "", model: "", needsKey: false },
	{ id: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1", model: "gpt-5.4-mini", needsKey: true },
	{ id: "openai-responses", name: "OpenAI Responses", baseUrl: "https://api.openai.com/v1", model: "gpt-5.4-mini", needsKey: true },
	{ id: "anthropic", name: "Anthropic", baseUrl: "https://api.anthropic.com/v1", model: "claude-haiku-4-5", needsKey: true },
	{
		id: "gemini",
		name: "Google Gemini",
		baseUrl: "https://generativelanguage.googleapis.com/v1beta",
		model: "gemini-2.5-flash",
		needsKey: true,
	},
	{ id: "deepseek", name: "DeepSeek", baseUrl: "https://api.deepseek.com", model: "deepseek-v4-flash", needsKey: true },
	{
		id: "qwen",
		name: "Qwen",
		baseUrl: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
		model: "qwen-flash",
		needsKey: true,
	},
	{ id: "groq", name: "Groq", baseUrl: "https://api.groq.com/openai/v1", model: "llama-3.3-70b-versatile", needsKey: true },
	{ id: "openrouter", name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1", model: "openai/gpt-5.4-mini", needsKey: true },
	{ id: "mistral", name: "Mistral", baseUrl: "https://api.mistral.ai/v1", model: "mistral-small-latest", needsKey: true },
	{ id: "ollama", name: "Ollama", baseUrl: "http://192.168.1.5:11434/v1", model: "llama3.2", needsKey: false },
	{ id: "lmstudio", name: "LM Studio", baseUrl: "http://192.168.1.5:1234/v1", model: "", needsKey: false },
	{ id: "custom", name: "Custom", baseUrl: "", model: "", needsKey: false },
];

/** Keys of the settings storage. Those of one provider end in its id, so that each keeps its own. */
export const SETTING = {
	provider: "provider",
	key: (provider: ProviderId) => `key.${provider}`,
	baseUrl: (provider: ProviderId) => `baseUrl.${provider}`,
	model: (provider: ProviderId) => `model.${provider}`,
	/** "short" | "medium" | "long" */
	length: "length",
	/** "small" | "medium" | "large" */
	size: "size",
	/** `#rrggbb` */
	accent: "accent",
	/** JSON of QuickReply[] */
	chips: "chips",
	/** Written by the settings page to ask the Side Service for something: JSON `{nonce, do: "test" | "forget"}`. */
	command: "command",
	/** Written by the Side Service: JSON `{nonce, do, ok, fault?, by?}`. */
	outcome: "outcome",
	/** The Side Service's own records. */
	ledger: "ledger",
	memory: "memory",
} as const;

export type AnswerLength = "short" | "medium" | "long";

/** Everything but the key. `chips` empty means the preset's own, in the watch's language. */
export type Settings = {
	provider: ProviderId;
	baseUrl: string;
	model: string;
	length: AnswerLength;
	size: "small" | "medium" | "large";
	accent: number;
	chips: QuickReply[];
};
