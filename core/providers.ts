/** The providers that a person can choose, and what each is set to at first. Owns their ids; never what was chosen. */

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

export const OFFLINE: Preset = { id: "offline", name: "Offline", baseUrl: "", model: "", needsKey: false };

export const PRESETS: readonly Preset[] = [
	OFFLINE,
	{ id: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1", model: "gpt-5.4-mini", needsKey: true },
	{
		id: "openai-responses",
		name: "OpenAI Responses",
		baseUrl: "https://api.openai.com/v1",
		model: "gpt-5.4-mini",
		needsKey: true,
	},
	{
		id: "anthropic",
		name: "Anthropic",
		baseUrl: "https://api.anthropic.com/v1",
		model: "claude-haiku-4-5",
		needsKey: true,
	},
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
	{
		id: "groq",
		name: "Groq",
		baseUrl: "https://api.groq.com/openai/v1",
		model: "llama-3.3-70b-versatile",
		needsKey: true,
	},
	{
		id: "openrouter",
		name: "OpenRouter",
		baseUrl: "https://openrouter.ai/api/v1",
		model: "openai/gpt-5.4-mini",
		needsKey: true,
	},
	{
		id: "mistral",
		name: "Mistral",
		baseUrl: "https://api.mistral.ai/v1",
		model: "mistral-small-latest",
		needsKey: true,
	},
	{ id: "ollama", name: "Ollama", baseUrl: "http://192.168.1.5:11434/v1", model: "llama3.2", needsKey: false },
	{ id: "lmstudio", name: "LM Studio", baseUrl: "http://192.168.1.5:1234/v1", model: "", needsKey: false },
	{ id: "custom", name: "Custom", baseUrl: "", model: "", needsKey: false },
];

export function findPreset(id: unknown): Preset | undefined {
	return PRESETS.find((preset) => preset.id === id);
}
