/**
 * What keys look like, and whose they then are. Owns the table; never a key. Rule: a pattern is only what its
 * service writes down or secret scanners agree on, the more particular before the more general, since the
 * first that fits counts.
 */
import type { ProviderId } from "./providers.ts";

export type KeyPattern = {
	/** As people call the service. */
	owner: string;
	/** The providers here that may be meant; the person's own server if it is none of them. */
	may: readonly ProviderId[];
	/** The domains of the service that take such a key; none if any may. */
	homes: readonly string[];
};

type Row = KeyPattern & { starts: RegExp };

const CUSTOM = ["custom"] as const;

function row(starts: RegExp, owner: string, may: readonly ProviderId[], ...homes: string[]): Row {
	return { starts, owner, may, homes };
}

/**
 * From the services' own pages, gitleaks' rules (github.com/gitleaks/gitleaks config/gitleaks.toml), GitHub's
 * table of supported secrets (docs.github.com secret-scanning), and public reports if a row says so;
 * docs/field-cases.md.
 */
const ROWS: readonly Row[] = [
	row(/^sk-ant-/, "Anthropic", ["anthropic"], "anthropic.com"),
	row(/^sk-or-/, "OpenRouter", ["openrouter"], "openrouter.ai"),
	row(
		/^sk-(?:proj|svcacct|admin|None)-|^sk-\w{20}T3BlbkFJ|^sess-/,
		"OpenAI",
		["openai"],
		"openai.com",
		"openai.azure.com",
	),
	row(/^gsk_/, "Groq", ["groq"], "groq.com"),
	row(/^AIza|^[AI]Q\./, "Google Gemini", ["gemini"], "googleapis.com"),
	row(/^xai-/, "xAI", CUSTOM, "x.ai"),
	row(/^pplx-/, "Perplexity", CUSTOM, "perplexity.ai"),
	row(/^hf_/, "Hugging Face", CUSTOM, "huggingface.co", "huggingface.cloud"),
	row(/^nvapi-/, "NVIDIA", CUSTOM, "nvidia.com"),
	row(/^csk-/, "Cerebras", CUSTOM, "cerebras.ai"),
	row(/^fw_/, "Fireworks", CUSTOM, "fireworks.ai"),
	row(/^tgp_v1_/, "Together", CUSTOM, "together.ai", "together.xyz"),
	row(/^r8_/, "Replicate", CUSTOM, "replicate.com"),
	row(/^(?:gh[pousr]_|github_pat_)/, "GitHub", CUSTOM, "github.ai", "github.com", "githubcopilot.com", "azure.com"),
	row(/^glpat-/, "GitLab", CUSTOM, "gitlab.com"),
	row(/^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}/, "AWS", CUSTOM, "amazonaws.com"),
	row(/^(?:ABSK|bedrock-api-key-)/, "AWS Bedrock", CUSTOM, "amazonaws.com"),
	row(/^ya29\./, "Google", CUSTOM, "googleapis.com"),
	row(/^LTAI[A-Za-z0-9]{12}/, "Alibaba Cloud", CUSTOM, "aliyuncs.com"),
	row(/^sk-lf-|^pk-lf-/, "Langfuse", CUSTOM, "langfuse.com"),
	row(/^lsv2_/, "LangSmith", CUSTOM, "langchain.com"),
	row(/^(?:sk|rk|pk)_(?:live|test)_/, "Stripe", CUSTOM, "stripe.com"),
	row(/^sk_[0-9a-f]{40}/, "ElevenLabs", CUSTOM, "elevenlabs.io"),
	row(/^xox[abeoprs]-|^xapp-/, "Slack", CUSTOM, "slack.com"),
	row(/^SG\./, "SendGrid", CUSTOM, "sendgrid.com"),
	row(/^npm_/, "npm", CUSTOM),
	row(/^pypi-/, "PyPI", CUSTOM),
	row(/^tvly-/, "Tavily", CUSTOM, "tavily.com"),
	row(/^jina_/, "Jina", CUSTOM, "jina.ai"),
	row(/^pa-[\w-]{40}/, "Voyage", CUSTOM, "voyageai.com"),
	row(/^dop_v1_/, "DigitalOcean", CUSTOM, "digitalocean.com", "do-ai.run"),
	row(/^ntn_|^secret_[A-Za-z0-9]{40}/, "Notion", CUSTOM, "notion.com"),
	row(/^sk-sp-/, "Qwen", ["qwen"], "aliyuncs.com"),
	row(/^sk-[0-9a-f]{32}$/, "DeepSeek / Qwen", ["deepseek", "qwen"]),
	row(/^sk-/, "", ["openai", "deepseek", "qwen", "custom"]),
];

/** What a setting or a header is called, for keys whose own pattern says nothing. */
const NAMES: readonly Row[] = [
	row(/anthropic|claude/i, "Anthropic", ["anthropic"], "anthropic.com"),
	row(/openrouter/i, "OpenRouter", ["openrouter"], "openrouter.ai"),
	row(/azure/i, "Azure", CUSTOM, "azure.com"),
	row(/openai/i, "OpenAI", ["openai"], "openai.com"),
	row(/groq/i, "Groq", ["groq"], "groq.com"),
	row(/gemini|goog/i, "Google Gemini", ["gemini"], "googleapis.com"),
	row(/mistral/i, "Mistral", ["mistral"], "mistral.ai"),
	row(/deepseek/i, "DeepSeek", ["deepseek"], "deepseek.com"),
	row(/dashscope|qwen|bailian/i, "Qwen", ["qwen"], "aliyuncs.com"),
	row(/cohere|^co_api/i, "Cohere", CUSTOM, "cohere.com", "cohere.ai"),
	row(/xai_|grok/i, "xAI", CUSTOM, "x.ai"),
	row(/perplexity|pplx/i, "Perplexity", CUSTOM, "perplexity.ai"),
	row(/hugging|^hf_/i, "Hugging Face", CUSTOM, "huggingface.co"),
	row(/github|^gh_/i, "GitHub", CUSTOM, "github.ai"),
	row(/^aws_|bedrock/i, "AWS", CUSTOM, "amazonaws.com"),
	row(/together/i, "Together", CUSTOM, "together.ai", "together.xyz"),
	row(/zhipu|bigmodel|zai_/i, "Zhipu", CUSTOM, "bigmodel.cn", "z.ai"),
	row(/moonshot|kimi/i, "Moonshot", CUSTOM, "moonshot.cn", "moonshot.ai"),
	row(/minimax/i, "MiniMax", CUSTOM, "minimax.io", "minimaxi.com"),
	row(/ollama/i, "Ollama", ["ollama"]),
	// Anthropic's header; others took it over, so that it alone is no proof.
	row(/^x-api-key$/i, "Anthropic", ["anthropic", "custom"]),
	row(/^api-key$/i, "Azure", CUSTOM),
];

/** Undefined if nothing is known of it. `owner` is "" if several services share the pattern. */
export function findKeyPattern(key: string): KeyPattern | undefined {
	return ROWS.find(({ starts }) => starts.test(key));
}

export function patternNamed(name: string): KeyPattern | undefined {
	return NAMES.find(({ starts }) => starts.test(name));
}
