/**
 * Keys and addresses as people were seen to paste them, each with where that was seen and what is right. Rule: letters of
 * keys are made up; what stands around and inside them is as reported. docs/field-cases.md lists them.
 */
import type { ProviderId } from "./providers.ts";

/** What becomes of a key: kept for a provider, asked about among some, or told in words to be none. */
export type KeyWant =
	| { keep: string; for: ProviderId }
	| { ask: readonly ProviderId[]; owner: string }
	| { told: "unusable" | "shortened" | "address" };

export type KeyCase = { pasted: string; chosen: ProviderId; at?: string; want: KeyWant; source: string };

export type AddressCase = { pasted: string; want: string | "credentials" | "none"; source: string };

const GIVEN = "given";
const OWN = "own";
const KEY = "sk-proj-abcdefghijklmnop";
const KEPT = { keep: KEY, for: "openai" } as const;

export const KEY_CASES: readonly KeyCase[] = [
	{
		pasted: "x-api-key: sk-ant-abcdefghijklmnop",
		chosen: "openai",
		want: { ask: ["anthropic", "custom"], owner: "Anthropic" },
		source: GIVEN,
	},
	{
		pasted: "ghp_abcdefghijklmnopqrstuvwxyz",
		chosen: "openai",
		want: { ask: ["custom"], owner: "GitHub" },
		source: GIVEN,
	},
	{ pasted: `-H "Authorization: Bearer ${KEY}"`, chosen: "openai", want: KEPT, source: GIVEN },
	{ pasted: `set OPENAI_API_KEY=${KEY}`, chosen: "openai", want: KEPT, source: GIVEN },
	{ pasted: `${KEY},`, chosen: "openai", want: KEPT, source: GIVEN },
	{ pasted: "sk\u2011proj\u2011abcdefghijklmnop", chosen: "openai", want: KEPT, source: GIVEN },
	{ pasted: "sk-proj-abcd...mnop", chosen: "openai", want: { told: "shortened" }, source: GIVEN },
	{ pasted: "https://platform.openai.com/api-keys", chosen: "openai", want: { told: "address" }, source: GIVEN },
	{ pasted: "sk\u2014proj\u2014abcdefghijklmnop", chosen: "openai", want: KEPT, source: "openai/openai-python#2409" },
	{
		pasted: "sk-proj-abcdefg\u028bhijklmnop",
		chosen: "openai",
		want: { told: "unusable" },
		source: "NousResearch/hermes-agent#9946",
	},
	{
		pasted: "\ufeff\u00a0\u201csk-or-v1-abcdefghijklmnop\u201d\u00a0",
		chosen: "openrouter",
		want: { keep: "sk-or-v1-abcdefghijklmnop", for: "openrouter" },
		source: "btseytlin/hr-breaker#33",
	},
	{
		pasted: "sk-or-v1-ab\u0430defghijklmnop",
		chosen: "openrouter",
		want: { told: "unusable" },
		source: "btseytlin/hr-breaker#33",
	},
	{
		pasted: "gsk_abcdefghijklmnop\u200b",
		chosen: "groq",
		want: { keep: "gsk_abcdefghijklmnop", for: "groq" },
		source: "groq/groq-python#16",
	},
	{ pasted: `${KEY}\n`, chosen: "openai", want: KEPT, source: "logicalclocks/hopsworks-api#185" },
	{ pasted: ` Bearer ${KEY}`, chosen: "openai", want: KEPT, source: "nf1973/Spotify-2-AppleMusic#7" },
	{ pasted: `b'Bearer ${KEY}\\n'`, chosen: "openai", want: KEPT, source: "CNoetzel/HelloFresh-RecipeDownloader#1" },
	{
		pasted: "sk-or-v1-abcdefghijklmnop",
		chosen: "openai",
		want: { ask: ["openrouter", "custom"], owner: "OpenRouter" },
		source: "openonion/connectonion#1341",
	},
	{
		pasted: KEY,
		chosen: "openrouter",
		want: { ask: ["openai", "custom"], owner: "OpenAI" },
		source: "Davidvandijcke/coarse#106",
	},
	{
		pasted: "sk-svcacct-abcdefghijklmnop",
		chosen: "openai-responses",
		want: { keep: "sk-svcacct-abcdefghijklmnop", for: "openai-responses" },
		source: "langflow-ai/langflow#12122",
	},
	{
		pasted: "AQ.Ab8RN6abcdefghijklmnop",
		chosen: "gemini",
		want: { keep: "AQ.Ab8RN6abcdefghijklmnop", for: "gemini" },
		source: "vicajilau/quizdy#368, gethouston/houston#1333",
	},
	{
		pasted: "AQ.Ab8RN6abcdefghijklmnop",
		chosen: "ollama",
		at: "https://llm.example.com/v1",
		want: { ask: ["gemini", "ollama"], owner: "Google Gemini" },
		source: "SudoKrondor/EliteIntel#67",
	},
	{
		pasted: "ya29.abcdefghijklmnop",
		chosen: "gemini",
		want: { ask: ["custom"], owner: "Google" },
		source: "gethouston/houston#1333",
	},
	{ pasted: `set  OPENAI_API_KEY="${KEY}"`, chosen: "openai", want: KEPT, source: "Aider-AI/aider#1731" },
	{ pasted: `\${${KEY}}`, chosen: "openai", want: KEPT, source: "yihong0618/bilingual_book_maker#195" },
	{
		pasted: "XAI_API_KEY='xai-abcdefghijklmnop'",
		chosen: "groq",
		want: { ask: ["custom"], owner: "xAI" },
		source: "joemccann/radon#184",
	},
	{
		pasted: 'LLM_API_KEY="sk-proj*******************************pUA"',
		chosen: "openai",
		want: { told: "shortened" },
		source: "topoteretes/cognee#1721",
	},
	{
		pasted: "sk-CmlKF***************************************jP2n",
		chosen: "openai",
		want: { told: "shortened" },
		source: "Santosl2/wpp-chatgpt#3",
	},
	{
		pasted: "sess-abcdefghijklmnop",
		chosen: "groq",
		want: { ask: ["openai", "custom"], owner: "OpenAI" },
		source: "Chanzhaoyu/chatgpt-web#1970",
	},
	{ pasted: "sk-123", chosen: "openai", want: { told: "unusable" }, source: "aliasrobotics/cai#27" },
	{
		pasted: "export OPENAI_API_KEY=sk-lettersbunchofnumbers2",
		chosen: "openai",
		want: { keep: "sk-lettersbunchofnumbers2", for: "openai" },
		source: "rgbkrk/genai#10",
	},
	{
		pasted:
			'curl "https://generativelanguage.googleapis.com/v1beta/models/gemini-flash-latest:generateContent" \\\n  -H "Content-Type: application/json" \\\n  -H "X-goog-api-key: AQ.abcdefghijklmnop" \\\n  -X POST',
		chosen: "gemini",
		want: { keep: "AQ.abcdefghijklmnop", for: "gemini" },
		source: "SudoHopeX/KaliGPT#18",
	},
	{
		pasted: "QBITTORRENT_API_KEY='<your_api_key>'",
		chosen: "openai",
		want: { told: "unusable" },
		source: "martabal/qbittorrent-exporter#259",
	},
	{
		pasted: "Authorization: Bearer $OPENAI_API_KEY",
		chosen: "openai",
		want: { told: "unusable" },
		source: "OpenAI docs, quickstart",
	},
	{
		pasted: '{"apiKey": "pplx-abcdefghijklmnop", "model": "sonar"}',
		chosen: "openai",
		want: { ask: ["custom"], owner: "Perplexity" },
		source: OWN,
	},
	{
		pasted: "MISTRAL_API_KEY=abcdefghijklmnopqrstuvwxyz012345",
		chosen: "openai",
		want: { ask: ["mistral", "custom"], owner: "Mistral" },
		source: OWN,
	},
	{
		pasted: "abcdefghijklmnopqrstuvwxyz012345",
		chosen: "mistral",
		want: { keep: "abcdefghijklmnopqrstuvwxyz012345", for: "mistral" },
		source: OWN,
	},
	{
		pasted: "sk-0123456789abcdef0123456789abcdef",
		chosen: "openai",
		want: { ask: ["deepseek", "qwen", "custom"], owner: "DeepSeek / Qwen" },
		source: OWN,
	},
	{
		pasted: "MOONSHOT_API_KEY=sk-abcdefghijklmnop",
		chosen: "openai",
		want: { ask: ["custom"], owner: "Moonshot" },
		source: "MoonshotAI/Kimi-K2#5",
	},
	{
		pasted: "sk-proj-abcd\n  efghijkl1\nmnop5",
		chosen: "openai",
		want: { keep: "sk-proj-abcdefghijkl1mnop5", for: "openai" },
		source: "conductor-oss/conductor#1437",
	},
	{ pasted: "sk\uff0dproj\u2212abcdefghijklmnop", chosen: "openai", want: KEPT, source: OWN },
	{
		pasted: "sk-proj-\u2022\u2022\u2022\u2022\u2022\u2022mnop",
		chosen: "openai",
		want: { told: "shortened" },
		source: OWN,
	},
	{ pasted: "sk-proj-abcd\u2026", chosen: "openai", want: { told: "shortened" }, source: OWN },
	{ pasted: "console.anthropic.com/settings/keys", chosen: "anthropic", want: { told: "address" }, source: OWN },
	{
		pasted: "sk-ant-abcdefghijklmnop sk-proj-abcdefghijklmnop",
		chosen: "openai",
		want: { told: "unusable" },
		source: OWN,
	},
	{
		pasted: "hf_abcdefghijklmnopqrst",
		chosen: "mistral",
		want: { ask: ["custom"], owner: "Hugging Face" },
		source: OWN,
	},
	{ pasted: "nvapi-abcdefghijklmnop", chosen: "offline", want: { ask: ["custom"], owner: "NVIDIA" }, source: OWN },
	{
		pasted: "AKIAIOSFODNN7EXAMPLE",
		chosen: "deepseek",
		want: { ask: ["custom"], owner: "AWS" },
		source: "AWS docs, example key",
	},
	{
		pasted: "ghp_abcdefghijklmnopqrstuvwxyz",
		chosen: "custom",
		at: "https://api.deepinfra.com/v1/openai",
		want: { ask: ["custom"], owner: "GitHub" },
		source: OWN,
	},
	{
		pasted: "ghp_abcdefghijklmnopqrstuvwxyz",
		chosen: "custom",
		at: "https://models.github.ai/inference",
		want: { keep: "ghp_abcdefghijklmnopqrstuvwxyz", for: "custom" },
		source: OWN,
	},
	{
		pasted: "sk-ant-abcdefghijklmnop",
		chosen: "offline",
		want: { keep: "sk-ant-abcdefghijklmnop", for: "anthropic" },
		source: OWN,
	},
];

export const ADDRESS_CASES: readonly AddressCase[] = [
	{ pasted: '"https://api.openai.com/v1"', want: "https://api.openai.com/v1", source: GIVEN },
	{ pasted: "[fd00::5]:11434/v1", want: "http://[fd00::5]:11434/v1", source: GIVEN },
	{ pasted: "nas.internal:8080/v1", want: "http://nas.internal:8080/v1", source: GIVEN },
	{ pasted: "http://192.168.1.5:11434/api/chat", want: "http://192.168.1.5:11434/v1", source: GIVEN },
	{ pasted: "http://localhost:11434/api/chat", want: "http://localhost:11434/v1", source: "KouriChat/KouriChat#181" },
	{ pasted: "http://127.0.0.1:11434/api", want: "http://127.0.0.1:11434/v1", source: "CyniaAI/BukkitGPT-v3#19" },
	{ pasted: "http://ollama:11434/api/generate", want: "http://ollama:11434/v1", source: "BerriAI/litellm#22910" },
	{
		pasted: "https://host.example/api/chat/completions",
		want: "https://host.example/api",
		source: "Open WebUI docs, API endpoints",
	},
	{
		pasted: "\u200bhttps://\u200bapi.example.com/v1",
		want: "https://api.example.com/v1",
		source: "hyperobject/crossorigin.me#18",
	},
	{
		pasted: "https://api.example.com/\ufeffv1",
		want: "https://api.example.com/v1",
		source: "internetarchive/wayback-machine-webextension#279",
	},
	{ pasted: "::1", want: "http://[::1]", source: "dyad-sh/dyad#598" },
	{ pasted: "http://[::1]:11434/api/generate", want: "http://[::1]:11434/v1", source: "ollama/ollama#560" },
	{
		pasted: "host.docker.internal:11434/v1",
		want: "http://host.docker.internal:11434/v1",
		source: "odysseus-dev/odysseus#4234",
	},
	{
		pasted: "https://openrouter.ai/api/v1//chat/completions",
		want: "https://openrouter.ai/api/v1",
		source: "BerriAI/litellm#8350",
	},
	{
		pasted: "https://api.example.test/v1/chat/completions",
		want: "https://api.example.test/v1",
		source: "lidge-jun/opencodex#1582",
	},
	{
		pasted: "OPENROUTER_API_BASE=https://openrouter.ai/api/v1/",
		want: "https://openrouter.ai/api/v1",
		source: "BerriAI/litellm#8350",
	},
	{
		pasted: 'QBITTORRENT_BASE_URL: "http://192.168.1.10:8080"',
		want: "http://192.168.1.10:8080",
		source: "martabal/qbittorrent-exporter#259",
	},
	{
		pasted: "https://name.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21",
		want: "https://name.openai.azure.com/openai/deployments/gpt?api-version=2024-10-21",
		source: "clusterzx/paperless-ai#246, BerriAI/litellm#8572",
	},
	{
		pasted: "https://generativelanguage.googleapis.com/v1beta/models/gemini-flash-latest:generateContent",
		want: "https://generativelanguage.googleapis.com/v1beta",
		source: "SudoHopeX/KaliGPT#18",
	},
	{ pasted: "nas.home.arpa:8080", want: "http://nas.home.arpa:8080", source: "RFC 8375" },
	{ pasted: "synology:5000/v1", want: "http://synology:5000/v1", source: OWN },
	{ pasted: "<https://api.example.com/v1>", want: "https://api.example.com/v1", source: OWN },
	{ pasted: "https:\\\\api.example.com\\v1", want: "https://api.example.com/v1", source: OWN },
	{ pasted: "user:pw@example.com", want: "credentials", source: "given" },
	{ pasted: "https://sk-proj-abc@api.openai.com/v1", want: "credentials", source: OWN },
	{
		pasted: "http://api.openai.com\\@evil.example/v1",
		want: "http://api.openai.com/@evil.example/v1",
		source: "WHATWG URL, 4.4",
	},
	{ pasted: "2130706433:11434/v1", want: "http://127.0.0.1:11434/v1", source: "given; WHATWG URL, 3.5" },
	{ pasted: "http://1.2.3.4.5/v1", want: "none", source: "WHATWG URL, 3.5" },
	{ pasted: "my server at home", want: "none", source: OWN },
	{ pasted: "ftp://host/v1", want: "none", source: OWN },
];
