/**
 * Why a request failed: the one table for all services, told by status, code, type and words. Owns what each
 * of them means; never a provider's words. Rules: what a service says counts for more than its status; a
 * request counts as not answered only where the provider itself says so, in its own form, and all else is
 * silence, since whoever stands between may say anything after the provider took the request and charged for
 * it (matthiasn/lotti#4338, tidyverse/ellmer#948).
 */
import type { FaultCode } from "../../core/faults.ts";
import { field } from "./provider.ts";
import { type Form, readSignals, type Signals } from "./signals.ts";

/**
 * `isTold`: the provider says that it did not answer, so that nothing is charged. `isAddress`: nobody serves
 * this path, so that the base URL is wrong; a 404 without a word may be that. `isStarved`: thinking took all
 * of the token cap.
 */
export type Cause = { code: FaultCode; isTold: boolean; isAddress?: true; isStarved?: true };

type Meaning = FaultCode | "address" | "starved";

/**
 * A row is met by one of its codes, or by its words. `on`: the statuses that it is for, 0 being an error
 * inside a 200.
 */
type Row = { means: Meaning; codes?: readonly string[]; words?: RegExp; on?: (status: number) => boolean };

/** 400 to 428 and 0: a word on a request as such, which a busy server's page does not hold. */
const refusal = (status: number) => status === 0 || (status >= 400 && status < 429) || status === 498;
const notFound = (status: number) =>
	status === 0 || status === 400 || status === 404 || status === 405 || status === 422;
const busy = (status: number) => status === 0 || status === 429 || status === 498 || status >= 500;

/**
 * The first row that is met counts. Where each is known from stands behind it; test cases:
 * __fixtures__/reported-*.json.
 */
const ROWS: readonly Row[] = [
	// OpenAI and Azure say by a 400 what others say by a finish reason (decolua/9router#972).
	{ means: "starved", words: /max_tokens or model output limit was reached/, on: (status) => status === 400 },
	// A country that is not served: OpenAI 403, Gemini 400, Anthropic 403 (home-assistant/core#120072,
	// OpenManus#803).
	{
		means: "request-refused",
		codes: ["unsupported_country_region_territory"],
		words:
			/country, region, or territory not supported|user location is not supported|not (available|supported) in your (country|region)|^request not allowed|check your network settings/,
	},
	// Filters. Azure: innererror; DashScope; DeepSeek (DeepSeek-V2#30); Zhipu 1301; MiniMax 1026, 1027;
	// Volcengine; xAI; Cohere 498 (cohere-developer-experience#189).
	{
		means: "blocked",
		codes: [
			"content_filter",
			"content_policy_violation",
			"responsibleaipolicyviolation",
			"data_inspection_failed",
			"datainspectionfailed",
			"sensitivecontentdetected",
			"content_blocked",
			"moderation_blocked",
			"1301",
			"invalid_prompt",
			"minimax 1026",
			"minimax 1027",
		],
		words:
			/content exists risk|content management policy|violat(es?|ing|ion of) (our |the )?(usage|content|safety) (guidelines|polic)|safety system|inappropriate content|content_policy|blocked (by|due to) .{0,40}(safety|content|polic)|敏感内容|不安全或敏感|内容.{0,6}违规/,
	},
	// Money. By code: OpenAI, Anthropic, Moonshot (Kimi-K2#5), MiniMax 1008, Zhipu 1113 (continue#11823),
	// one-api and its forks
	// (one-api#1270), LiteLLM (litellm#14144), SiliconFlow 30001, Groq, DashScope, Volcengine, Venice,
	// sub2api#890.
	{
		means: "no-credit",
		codes: [
			"insufficient_quota",
			"insufficient_user_quota",
			"insufficient_balance",
			"insufficient_balance_error",
			"insufficient_credits",
			"not_enough_balance",
			"exceeded_current_quota_error",
			"billing_error",
			"billing_not_active",
			"billing_hard_limit_reached",
			"payment_required",
			"budget_exceeded",
			"pre_consume_token_quota_failed",
			"arrearage",
			"accountoverdueerror",
			"blocked_api_access",
			"1113",
			"30001",
			"minimax 1008",
			"cloudflare 4006",
		],
	},
	// Money in words alone: Anthropic's 400, xAI's 403 and 429 (continue#10373, #12670), Fireworks' 412
	// (pollinations#12136),
	// MiniMax' 500 (MiniMax-M2#62), Hugging Face's 402 (agents-course#386), OpenRouter, Chinese services.
	{
		means: "no-credit",
		words:
			/credit balance is too low|(insufficient|not enough) .{0,12}(balance|credit|fund|quota)|quota .{0,24}is not enough|(spend(ing)?|budget|credit)[\s_-]*(limit|cap)\b|(hard|billing) limit|specified.{0,12}usage limits|budget has been exceeded|(used|exceeded|run out of|ran out of|out of|no|any) .{0,24}credits\b|credits (are|is|have been) (depleted|exhausted)|purchase (more )?credits|can only afford|failure to pay|billing (account|is not|not active|hard|to be enabled)|enable billing|unpaid|overdue|daily free allocation|key limit exceeded|余额不足|额度不足|额度已用|预扣费|配额不足|欠费|无可用资源包|请(先)?充值/,
	},
	// Keys. Gemini's 400; xAI's 400 with an error that is a text (claude-council#6); MiniMax' 200
	// (ironclaw#1742); Hugging Face's
	// 403; NVIDIA's 403 (Vibe-Trading#528); Azure's 401; Zhipu 1000 to 1004; SiliconFlow and one-api in
	// Chinese.
	{
		means: "key-refused",
		codes: [
			"api_key_invalid",
			"invalid_api_key",
			"invalidapikey",
			"invalid_authentication_error",
			"authentication_error",
			"incorrect_api_key_error",
			"unauthenticated",
			"minimax 1004",
			"minimax 2049",
			"cloudflare 10000",
			"cloudflare 9109",
		],
	},
	{
		means: "key-refused",
		words:
			/(incorrect|invalid|wrong|missing|expired|no|unknown).{0,12}\bapi[\s_-]?key|api[\s_-]?key.{0,60}(not valid|invalid|incorrect|expired|missing|not found|revoked|disabled|required)|invalid (subscription key|(api |access |auth )?token|authentication|credential)|(access|auth|api|bearer)[\s_-]?token.{0,30}(invalid|expired|missing|not valid)|authentication (fail|error)|login fail|no (auth credentials|cookie auth)|sufficient permissions to call|authorization failed|无效的令牌|令牌(已过期|不可用|无效)|(身份|鉴权).{0,4}(失败|错误)/,
		on: refusal,
	},
	// Models. OpenAI, Groq, Azure's deployments, Volcengine (eino#107), Mistral 1500, Zhipu 1211, SiliconFlow
	// 20012, one-api's 503
	// without a channel, MiniMax 2013.
	{
		means: "no-such-model",
		codes: [
			"model_not_found",
			"model_not_exist",
			"modelnotfound",
			"model_decommissioned",
			"invalid_model",
			"deploymentnotfound",
			"invalidendpointormodel.notfound",
			"modelnotopen",
			"model_not_available",
			"key_model_access_denied",
			"1211",
			"20012",
			"cloudflare 5007",
			"cloudflare 7000",
		],
	},
	// Models in words: LiteLLM, Together (truefoundry/models#919), Fireworks, NVIDIA's 404
	// (free-claude-code#1021), OpenRouter's 404.
	{
		means: "no-such-model",
		words:
			/\bmodels?\b.{0,80}\b(not (exist|found|supported|available|deployed)|does not exist|unknown|decommissioned|deprecated)\b|invalid model\b|not a valid model|no such model|no models? (is |are )?loaded|could not find model|\bmodel\b.{0,60}(no longer|retired|shut ?down|sunset)|unknown model|unsupported model|non-serverless model|not found for account|no (endpoints|allowed providers)|(?:模型.{0,40}(不存在|无可用渠道|未找到)|(未找到|不支持).{0,10}模型)/,
		on: notFound,
	},
	{
		means: "no-such-model",
		words: /(access to|not allowed to access) (the )?model/,
		on: (status) => status === 401 || status === 403,
	},
	// Addresses: Ollama's router, OpenAI and one-api, LM Studio's 200 (lmstudio-bug-tracker#618), Azure,
	// FastAPI, Express.
	{
		means: "address",
		words:
			/404 page not found|invalid url \(|unknown request url|unexpected endpoint or method|^resource not found|no static resource|no route|cannot post \/|endpoint (that does not exist|not found)|^not found\.?$|method not allowed/,
		on: notFound,
	},
	// Limits of rate. Zhipu 1302 to 1305; MiniMax 1002, 1039; DashScope's Throttling; Mistral 1300.
	{
		means: "rate-limited",
		codes: [
			"rate_limit_exceeded",
			"rate_limit_error",
			"rate_limited",
			"rate_limit_reached_error",
			"resource_exhausted",
			"too_many_requests",
			"throttling",
			"throttling.ratequota",
			"throttling.allocationquota",
			"1302",
			"1303",
			"1305",
			"minimax 1002",
			"minimax 1039",
		],
		on: (status) => status !== 400 && status !== 413,
	},
	// OpenAI's words for an empty account, which Gemini has for a limit of rate, with a code of its own
	// (above).
	{ means: "no-credit", words: /exceeded (your |the )?current quota|check your plan and billing/ },
	{
		means: "rate-limited",
		words: /rate[\s_-]?limit|too many requests|请求过于频繁|速率限制|请求数限制/,
		on: (status) => status === 0,
	},
	// What names itself overloaded. A 400 is a 400 whatever its type says (Ollama's is api_error).
	{
		means: "overloaded",
		codes: [
			"overloaded_error",
			"engine_overloaded_error",
			"capacity_exceeded",
			"server_error",
			"api_error",
			"internal_error",
			"unavailable",
			"minimax 1000",
			"minimax 1013",
			"50603",
		],
		words: /overloaded|system is too busy|server is busy|服务.{0,4}繁忙|系统繁忙/,
		on: busy,
	},
];

/** Whoever says one of these does not know what became of the request: a gateway, or Cloudflare's 52x. */
function isSilence(status: number): boolean {
	return status === 408 || status === 499 || status === 502 || status === 504 || (status >= 520 && status <= 527);
}

/**
 * What proxies put into a form like the provider's when the provider did not reply to them (one-api,
 * LiteLLM).
 */
const NO_REPLY_CODES: readonly string[] = [
	"do_request_failed",
	"bad_response_status_code",
	"bad_response",
	"upstream_error",
];
const NO_REPLY =
	/tim(ed?|e-) ?out|bad gateway|connection (error|reset|closed|aborted|refused)|upstream|econnreset|deadline exceeded/;

/** Refusals that go by their status if nothing else is said. */
const STATUSES: Readonly<Record<number, FaultCode>> = {
	401: "key-refused",
	402: "no-credit",
	403: "key-refused",
	404: "no-such-model",
	429: "rate-limited",
	498: "overloaded",
};

/** The cause of a reply that is no success. */
export function causeOf(status: number, body: unknown, form: Form): Cause {
	if (isSilence(status)) return SILENCE;
	const signals = readSignals(body, form);
	if (status >= 500) return causeOfServer(status, signals);
	if (status < 400) return { code: "bad-answer", isTold: false };
	const meaning = status === 403 && isModeration(body) ? "blocked" : meaningOf(status, signals);
	if (meaning !== undefined) return toCause(meaning, true);
	const cause = toCause(byStatus(status, signals), true);
	return status === 404 && signals.kind === "none" ? { ...cause, isAddress: true } : cause;
}

/** The cause of an error inside a 200. OpenRouter's has the status as its number. */
export function causeInside(body: unknown, form: Form): Cause {
	const number = field(field(body, "error"), "code") ?? field(body, "code");
	const status = typeof number === "number" && number >= 300 && number < 600 ? number : 0;
	if (status === 408 || status === 499 || status === 504 || status === 524) return SILENCE;
	const signals = readSignals(body, form);
	const meaning =
		(status === 403 && isModeration(body) ? "blocked" : meaningOf(status, signals)) ?? meaningOf(0, signals);
	if (meaning !== undefined) return toCause(meaning, BEFORE_WORK.includes(meaning));
	if (status >= 500) return { code: "overloaded", isTold: false };
	return toCause(status === 0 ? "bad-answer" : byStatus(status, signals), false);
}

/** Refusals that come before any work; what else is said inside a 200 may have been charged. */
const BEFORE_WORK: readonly Meaning[] = ["key-refused", "no-credit", "no-such-model", "rate-limited", "address"];

const SILENCE: Cause = { code: "unknown-outcome", isTold: false };

/**
 * A 500, 503 or 529 in the provider's own form says that it did not answer. A 503 without a word says the
 * same and may be asked again (RFC 9110, 15.6.4), but it is not known to be free of charge.
 */
function causeOfServer(status: number, signals: Signals): Cause {
	const isBusy = status === 503 || status === 529;
	if (isBusy && signals.kind === "none") return { code: "overloaded", isTold: false };
	if (!signals.isOwn || (status !== 500 && !isBusy)) return SILENCE;
	const meaning = meaningOf(status, signals);
	if (meaning !== undefined && meaning !== "overloaded") return toCause(meaning, true);
	const isPassedOn = NO_REPLY_CODES.some((code) => signals.codes.has(code)) || NO_REPLY.test(signals.words);
	return isPassedOn ? SILENCE : { code: "overloaded", isTold: true };
}

function meaningOf(status: number, { codes, words }: Signals): Meaning | undefined {
	const row = ROWS.find(({ codes: known = [], words: pattern, on }) => {
		if (on !== undefined && !on(status)) return false;
		return known.some((code) => codes.has(code)) || (pattern !== undefined && words !== "" && pattern.test(words));
	});
	return row?.means;
}

function toCause(meaning: Meaning, isTold: boolean): Cause {
	if (meaning === "starved") return { code: "empty-answer", isTold: false, isStarved: true };
	return meaning === "address" ? { code: "bad-answer", isTold, isAddress: true } : { code: meaning, isTold };
}

/**
 * A page is of a firewall, a portal or a web server, but for a 401's and a 429's
 * (perplexityai/api-discussion#281).
 */
function byStatus(status: number, { kind }: Signals): Meaning {
	const isForeign = kind === "page" || kind === "text";
	if (status === 404 || status === 405) return isForeign || status === 405 ? "address" : "no-such-model";
	if (kind === "page" && (status === 400 || status === 403)) return "bad-answer";
	if (status === 403 && kind === "text") return "bad-answer";
	if (status === 407) return "bad-answer";
	return STATUSES[status] ?? "request-refused";
}

/** OpenRouter's 403 for a moderated question names the reasons; a refused key has none. */
function isModeration(body: unknown): boolean {
	const metadata = field(field(body, "error"), "metadata");
	return field(metadata, "reasons") !== undefined || field(metadata, "flagged_input") !== undefined;
}
