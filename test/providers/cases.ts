/**
 * Every way in which a provider answers or fails, and how each is shown for each provider. Owns what is expected and where
 * a reply comes from; never how it is read. Rule: a case is left out only where the provider has no such thing, with the
 * reason.
 */
import type { ChaosConfig, FixtureFileResponse } from "@copilotkit/aimock";
import type { OnlineId } from "../../app-side/providers/index.ts";

/** `aimock`: a server that nobody here wrote. `fixture`: a reply of app-side/providers/__fixtures__, by its name there. */
export type Show =
	| { by: "aimock"; response: FixtureFileResponse; chaos?: ChaosConfig }
	| { by: "fixture"; file: string; reply: string }
	| { by: "nobody"; why: string };

export type CaseId = keyof typeof CASES;

/** `outcome` is what must come of it. */
export const CASES = {
	plain: { title: "plain answer", outcome: /^answer$/ },
	cut: { title: "cut", outcome: /^answer, cut$/ },
	blocked: { title: "blocked", outcome: /^blocked$/ },
	empty: { title: "empty", outcome: /^empty-answer$/ },
	key: { title: "refused key", outcome: /^key-refused$/ },
	credit: { title: "no credit", outcome: /^no-credit$/ },
	rate: { title: "rate limit with a wait", outcome: /^rate-limited, \d+ s$/ },
	overload: { title: "overload", outcome: /^overloaded$/ },
	model: { title: "unknown model", outcome: /^no-such-model$/ },
	broken: { title: "broken JSON", outcome: /^bad-answer$/ },
	disconnect: { title: "disconnect", outcome: /^no-network$/ },
	slow: { title: "slow past the limit", outcome: /^timeout$/ },
	search: { title: "looked up", outcome: /^answer, from \S/ },
} as const;

type Shows = Readonly<Record<CaseId, Show>>;

/** Real ms for which aimock is silent: longer than a test takes to let the phone's time pass. */
const SILENT_MS = 1_500;

const fixture = (file: string, reply: string): Show => ({ by: "fixture", file, reply });
const compatible = (reply: string) => fixture("synthetic-compatible.json", reply);
const nobody = (why: string): Show => ({ by: "nobody", why });
const says = (content: string, finishReason: string): Show => ({ by: "aimock", response: { content, finishReason } });

function refuses(status: number, code: string, more: { type?: string; retryAfter?: number } = {}): Show {
	const { type = "invalid_request_error", retryAfter } = more;
	const response = { error: { message: "Refused.", type, code }, status };
	return { by: "aimock", response: retryAfter === undefined ? response : { ...response, retryAfter } };
}

/** As OpenAI does it, and whoever follows OpenAI. */
const OPENAI: Shows = {
	plain: says("It is **four**.", "stop"),
	cut: says("It is four. Because tw", "length"),
	blocked: says("", "content_filter"),
	empty: says("", "stop"),
	key: refuses(401, "invalid_api_key"),
	credit: refuses(429, "insufficient_quota"),
	rate: refuses(429, "rate_limit_exceeded", { retryAfter: 30 }),
	overload: refuses(503, "server_error"),
	model: refuses(404, "model_not_found"),
	broken: { by: "aimock", response: { content: "x" }, chaos: { malformedRate: 1 } },
	disconnect: { by: "aimock", response: { content: "x" }, chaos: { disconnectRate: 1 } },
	slow: { by: "aimock", response: { content: "x" }, chaos: { latencyMs: SILENT_MS } },
	search: nobody("It has no search of its own that one flag of a question turns on."),
};

const OWN_COMPUTER: Partial<Shows> = {
	blocked: nobody("It has no filter: a refusal is the model's own words."),
	key: nobody("It asks for no key."),
	credit: nobody("It runs on one's own computer."),
	rate: nobody("It queues questions; a full queue is an overload."),
};

const LOOKED_UP = "an answer that was looked up";
const NO_FILTER = "Its chat completions document no finish reason or error for a filter.";

const SHOWS: Readonly<Record<OnlineId, Partial<Shows>>> = {
	openai: {},
	"openai-responses": {
		blocked: fixture("synthetic-openai-responses.json", "a content filter"),
		slow: fixture("synthetic-openai-responses.json", "one that goes on"),
		search: fixture("synthetic-openai-responses.json", LOOKED_UP),
	},
	anthropic: {
		blocked: says("", "refusal"),
		credit: fixture("synthetic-anthropic.json", "no credit, as a bad request"),
		rate: refuses(429, "", { type: "rate_limit_error", retryAfter: 30 }),
		overload: refuses(529, "", { type: "overloaded_error" }),
		model: refuses(404, "", { type: "not_found_error" }),
		search: fixture("synthetic-anthropic.json", LOOKED_UP),
	},
	gemini: {
		key: fixture("synthetic-gemini.json", "a refused key"),
		credit: fixture("synthetic-gemini.json", "no credit"),
		rate: fixture("synthetic-gemini.json", "too many questions"),
		model: fixture("synthetic-gemini.json", "an unknown model"),
		search: fixture("synthetic-gemini.json", LOOKED_UP),
	},
	deepseek: {
		blocked: compatible("DeepSeek withholds its answer"),
		credit: compatible("DeepSeek without balance"),
		model: compatible("DeepSeek does not know the model"),
	},
	qwen: { blocked: compatible("Qwen inspected the question"), credit: compatible("Qwen without balance") },
	groq: {
		blocked: nobody(NO_FILTER),
		credit: compatible("Groq's spend limit"),
		overload: compatible("Groq has no free capacity"),
		search: compatible("Groq looked the answer up"),
	},
	openrouter: {
		blocked: compatible("OpenRouter moderated the question"),
		credit: compatible("OpenRouter without credits"),
		overload: compatible("OpenRouter fails inside a 200"),
		model: compatible("OpenRouter does not know the model"),
		search: compatible("OpenRouter looked the answer up"),
	},
	mistral: {
		blocked: nobody(NO_FILTER),
		credit: refuses(402, "payment_required"),
		model: fixture("reported-mistral.json", "an unknown model"),
	},
	ollama: { ...OWN_COMPUTER, model: compatible("Ollama has not pulled the model") },
	lmstudio: OWN_COMPUTER,
	custom: {},
};

export function showOf(provider: OnlineId, id: CaseId): Show {
	return SHOWS[provider][id] ?? OPENAI[id];
}

export const CASE_IDS = Object.keys(CASES).filter((id): id is CaseId => id in CASES);
