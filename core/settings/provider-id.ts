/** The ids of the providers that a person can choose; they are stored and never change. */
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
