/**
 * The providers that a person can choose, and what each is set to at first. Owns their addresses; never what
 * was chosen.
 */
import { hostName } from "./address.ts";
import { defaultModel } from "./default-models.ts";
import type { ProviderId } from "./provider-id.ts";

export type { ProviderId };

/**
 * A provider's row in the table. `baseUrl` is all that stands before the provider's own path; `model` is only
 * a start, the person may type any.
 */
export type ProviderRow = {
	id: ProviderId;
	name: string;
	baseUrl: string;
	model: string;
	/** Whether a key is sent along: a server of the person's own works with one and without. */
	key: "needed" | "optional" | "never";
	/**
	 * Whether questions leave the phone for it. If they do not, it costs nothing and the person need not agree
	 * to it.
	 */
	usesNetwork: boolean;
};

type Start = Pick<ProviderRow, "id" | "name" | "baseUrl">;

const SERVICES: readonly Start[] = [
	{ id: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1" },
	{ id: "openai-responses", name: "OpenAI Responses", baseUrl: "https://api.openai.com/v1" },
	{ id: "anthropic", name: "Anthropic", baseUrl: "https://api.anthropic.com/v1" },
	{ id: "gemini", name: "Google Gemini", baseUrl: "https://generativelanguage.googleapis.com/v1beta" },
	{ id: "deepseek", name: "DeepSeek", baseUrl: "https://api.deepseek.com" },
	{ id: "qwen", name: "Qwen", baseUrl: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1" },
	{ id: "groq", name: "Groq", baseUrl: "https://api.groq.com/openai/v1" },
	{ id: "openrouter", name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1" },
	{ id: "mistral", name: "Mistral", baseUrl: "https://api.mistral.ai/v1" },
];

const OWN_SERVERS: readonly Start[] = [
	{ id: "ollama", name: "Ollama", baseUrl: "http://192.168.1.5:11434/v1" },
	{ id: "lmstudio", name: "LM Studio", baseUrl: "http://192.168.1.5:1234/v1" },
	{ id: "custom", name: "Custom", baseUrl: "" },
];

/** The assistant that answers on the phone itself. It is the one that is chosen at first. */
export const BUILT_IN: ProviderRow = {
	...{ id: "offline", name: "Offline", baseUrl: "", model: "" },
	...{ key: "never", usesNetwork: false },
};

function online(starts: readonly Start[], key: ProviderRow["key"]): ProviderRow[] {
	return starts.map((start) => ({ ...start, model: defaultModel(start.id, "answers"), key, usesNetwork: true }));
}

export const PROVIDERS: readonly ProviderRow[] = [
	BUILT_IN,
	...online(SERVICES, "needed"),
	...online(OWN_SERVERS, "optional"),
];

/** The row of a provider that is known. */
export function rowOf(id: ProviderId): ProviderRow {
	return findProvider(id) ?? BUILT_IN;
}

export function findProvider(id: unknown): ProviderRow | undefined {
	return PROVIDERS.find((row) => row.id === id);
}

/** As people know it: a provider, or the host of a server of one's own, and its model. */
export function fullName({
	provider,
	baseUrl,
	model,
}: {
	provider: ProviderId;
	baseUrl: string;
	model: string;
}): string {
	const row = rowOf(provider);
	const host = row.baseUrl === "" ? hostName(baseUrl) : "";
	return `${host || row.name} ${model}`.trim();
}
