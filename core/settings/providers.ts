/** The providers that a person can choose, and what each is set to at first. Owns their addresses; never what was chosen. */
import { defaultModel } from "./default-models.ts";
import type { ProviderId } from "./provider-id.ts";

export type { ProviderId };

/** `baseUrl` is all that stands before the provider's own path; `model` is only a start, the person may type any. */
export type Preset = { id: ProviderId; name: string; baseUrl: string; model: string; needsKey: boolean };

export const OFFLINE: Preset = { id: "offline", name: "Offline", baseUrl: "", model: "", needsKey: false };

const ONLINE: readonly Omit<Preset, "model">[] = [
	{ id: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1", needsKey: true },
	{
		id: "openai-responses",
		name: "OpenAI Responses",
		baseUrl: "https://api.openai.com/v1",
		needsKey: true,
	},
	{
		id: "anthropic",
		name: "Anthropic",
		baseUrl: "https://api.anthropic.com/v1",
		needsKey: true,
	},
	{
		id: "gemini",
		name: "Google Gemini",
		baseUrl: "https://generativelanguage.googleapis.com/v1beta",
		needsKey: true,
	},
	{ id: "deepseek", name: "DeepSeek", baseUrl: "https://api.deepseek.com", needsKey: true },
	{
		id: "qwen",
		name: "Qwen",
		baseUrl: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
		needsKey: true,
	},
	{
		id: "groq",
		name: "Groq",
		baseUrl: "https://api.groq.com/openai/v1",
		needsKey: true,
	},
	{
		id: "openrouter",
		name: "OpenRouter",
		baseUrl: "https://openrouter.ai/api/v1",
		needsKey: true,
	},
	{
		id: "mistral",
		name: "Mistral",
		baseUrl: "https://api.mistral.ai/v1",
		needsKey: true,
	},
	{ id: "ollama", name: "Ollama", baseUrl: "http://192.168.1.5:11434/v1", needsKey: false },
	{ id: "lmstudio", name: "LM Studio", baseUrl: "http://192.168.1.5:1234/v1", needsKey: false },
	{ id: "custom", name: "Custom", baseUrl: "", needsKey: false },
];

export const PRESETS: readonly Preset[] = [
	OFFLINE,
	...ONLINE.map((place) => ({ ...place, model: defaultModel(place.id, "answers") })),
];

export function findPreset(id: unknown): Preset | undefined {
	return PRESETS.find((preset) => preset.id === id);
}
