/**
 * What providers, proxies and servers of one's own were seen to answer, with the report of each. Owns the replies as reported
 * and what is right; app-side/field-cases.test.ts asks each, docs/field-cases.md lists them.
 */
import type { FaultCode } from "../../core/faults.ts";
import type { ProviderId } from "../../core/settings/settings.ts";
import { type Canned, chat } from "../../test/side-service/endpoint.ts";

/** `asked` is held against the body of the last request. `base`: the path of the base URL, `/v1` where it is absent. */
export type FieldCase = {
	kind: "refused parameter" | "wrong cause" | "good answer";
	what: string;
	source: string;
	provider?: ProviderId;
	model?: string;
	base?: string;
	replies: Canned[];
	right: FaultCode | { text: string };
	requests?: number;
	asked?: (body: Record<string, unknown>, path: string) => boolean;
};

const PARIS = "Paris is the capital.";
const ANSWER = chat(PARIS);
const RIGHT = { text: PARIS };

const json = (body: unknown, status = 200): Canned => ({ status, body: JSON.stringify(body) });
const text = (status: number, body: string, type = "text/plain"): Canned => ({
	status,
	headers: { "Content-Type": type },
	body,
});
const error = (status: number, message: string, more: object = {}): Canned =>
	json({ error: { message, ...more } }, status);
const events = (...parts: unknown[]): Canned => ({
	headers: { "Content-Type": "text/event-stream" },
	body: parts.map((part) => `data: ${typeof part === "string" ? part : JSON.stringify(part)}\n\n`).join(""),
});
const piece = (delta: object, finish_reason: string | null = null) => ({
	choices: [{ index: 0, delta, finish_reason }],
});
const choice = (message: object, finish_reason: string | null = "stop"): Canned =>
	json({ choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason }] });

/** A parameter that the provider refuses: asked once more without it. */
const REFUSED: FieldCase[] = [
	{
		kind: "refused parameter",
		what: "OpenRouter: a model that must reason refuses effort none",
		source: "Kilo-Org/kilocode#11751, earendil-works/pi#8454",
		provider: "openrouter",
		replies: [error(400, "Reasoning is mandatory for this endpoint and cannot be disabled.", { code: 400 }), ANSWER],
		right: RIGHT,
		asked: (body) => JSON.stringify(body.reasoning) === '{"effort":"low","exclude":true}',
	},
	{
		kind: "refused parameter",
		what: "a GPT-5 behind Azure or a gateway refuses max_tokens",
		source: "nashsu/llm_wiki#610, anomalyco/opencode#22623",
		replies: [
			error(
				400,
				"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
				{
					type: "invalid_request_error",
					param: "max_tokens",
					code: "unsupported_parameter",
				},
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.max_tokens === undefined && Number(body.max_completion_tokens) > 0,
	},
	{
		kind: "refused parameter",
		what: "Mistral refuses max_completion_tokens by FastAPI's list",
		source: "editor-code-assistant/eca#231",
		provider: "openai",
		model: "labs-devstral-small-2512",
		replies: [
			json(
				{
					object: "error",
					message: {
						detail: [
							{
								type: "extra_forbidden",
								loc: ["body", "max_completion_tokens"],
								msg: "Extra inputs are not permitted",
								input: 32000,
							},
						],
					},
					type: "invalid_request_error",
					param: null,
					code: null,
				},
				422,
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.max_completion_tokens === undefined && Number(body.max_tokens) > 0,
	},
	{
		kind: "refused parameter",
		what: "effort none, and the values that are taken instead",
		source: "Kilo-Org/cloud#3807",
		provider: "ollama",
		model: "kimi-code",
		replies: [
			error(
				400,
				"Unsupported value: 'reasoning_effort' does not support 'none' with this model. Supported values are: 'minimal', 'low', 'medium', and 'high'.",
				{ type: "invalid_request_error" },
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.reasoning_effort === "minimal",
	},
	{
		kind: "refused parameter",
		what: "effort as an enumeration: expected one of 'low' | 'medium' | 'high'",
		source: "router-for-me/CLIProxyAPI#1307",
		provider: "ollama",
		model: "kimi-k2.5",
		replies: [
			error(
				400,
				"Validation error for `reasoning_effort`: expected one of `'low' | 'medium' | 'high'`, received `'none'`.",
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.reasoning_effort === "low",
	},
	{
		kind: "refused parameter",
		what: 'level "none" not supported, valid levels: low, medium, high',
		source: "nguyenphutrong/quotio#287",
		provider: "ollama",
		model: "m",
		replies: [error(400, 'level "none" not supported, valid levels: low, medium, high, xhigh'), ANSWER],
		right: RIGHT,
		asked: (body) => body.reasoning_effort === "low",
	},
	{
		kind: "refused parameter",
		what: "Ollama: a model that takes no think value, as an api_error",
		source: "ollama/ollama#12561, DevEmperor/DictateKeyboard#186",
		provider: "ollama",
		model: "old-thinker",
		replies: [
			error(400, 'think value "none" is not supported for this model', { type: "api_error", param: null, code: null }),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.reasoning_effort === undefined,
	},
	{
		kind: "refused parameter",
		what: "SiliconFlow: the model does not take enable_thinking",
		source: "EatWorld/UmiOCR-AI-OCR-Plugin#39",
		provider: "qwen",
		model: "Qwen/Qwen2.5-VL-32B-Instruct",
		replies: [
			json(
				{
					code: 20015,
					message: "Value error, current model does not support parameter `enable_thinking`.",
					data: null,
				},
				400,
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.enable_thinking === undefined,
	},
	{
		kind: "refused parameter",
		what: "DashScope: enable_thinking is restricted to True",
		source: "lobehub/lobehub#8613",
		provider: "qwen",
		model: "qwen3-235b-a22b-thinking-2507",
		replies: [
			error(
				400,
				"<400> InternalError.Algo.InvalidParameter: The value of the enable_thinking parameter is restricted to True.",
				{
					code: "invalid_parameter_error",
					type: "invalid_request_error",
				},
			),
			events(piece({ reasoning_content: "hm" }), piece({ content: PARIS }), piece({}, "stop"), "[DONE]"),
		],
		right: RIGHT,
		asked: (body) => body.enable_thinking === true && body.stream === true,
	},
	{
		kind: "refused parameter",
		what: "DashScope: a model that only streams",
		source: "FoundationAgents/OpenManus#330, infiniflow/ragflow#5912",
		provider: "qwen",
		model: "qwq-32b",
		replies: [
			error(400, "This model only support stream mode, please enable the stream parameter to access the model. ", {
				code: "invalid_parameter_error",
				type: "invalid_request_error",
			}),
			events(piece({ content: "Paris is " }), piece({ content: "the capital." }), piece({}, "stop"), "[DONE]"),
		],
		right: RIGHT,
		asked: (body) => body.stream === true,
	},
	{
		kind: "refused parameter",
		what: "DashScope: thinking cannot be when stream is false",
		source: "musistudio/claude-code-router#948",
		provider: "qwen",
		model: "qwen3-235b-a22b-thinking-2507",
		replies: [
			error(400, "enable thinking can not be support when `stream=False`.", { code: "invalid_parameter_error" }),
			events(piece({ content: PARIS }), piece({}, "stop"), "[DONE]"),
		],
		right: RIGHT,
		asked: (body) => body.stream === true,
	},
	{
		kind: "refused parameter",
		what: "Gemma on Gemini takes no instruction of the developer",
		source: "0xPlaygrounds/rig#788, google/adk-python#3900",
		provider: "gemini",
		base: "/v1beta",
		model: "gemma-3-27b-it",
		replies: [
			error(400, "Developer instruction is not enabled for models/gemma-3-27b-it", {
				code: 400,
				status: "INVALID_ARGUMENT",
			}),
			json({ candidates: [{ content: { parts: [{ text: PARIS }] }, finishReason: "STOP" }] }),
		],
		right: RIGHT,
		asked: (body) => body.systemInstruction === undefined && JSON.stringify(body.contents).includes("\\n\\nWhat is"),
	},
	{
		kind: "refused parameter",
		what: "vLLM: a template without a place for the system role",
		source: "vllm-project/vllm#2964, huggingface/chat-ui#1386",
		model: "gemma-2b-it",
		replies: [
			json(
				{ object: "error", message: "System role not supported", type: "BadRequestError", param: null, code: 400 },
				400,
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) =>
			!JSON.stringify(body.messages).includes('"system"') && JSON.stringify(body.messages).includes("\\n\\nWhat is"),
	},
	{
		kind: "refused parameter",
		what: "Gemini: budget 0 is invalid",
		source: "snailyp/gemini-balance#206, docker/docker-agent#2051",
		provider: "gemini",
		base: "/v1beta",
		model: "gemini-2.5-flash-preview",
		replies: [
			error(400, "Budget 0 is invalid. This model only works in thinking mode.", {
				code: 400,
				status: "INVALID_ARGUMENT",
			}),
			json({ candidates: [{ content: { parts: [{ text: PARIS }] }, finishReason: "STOP" }] }),
		],
		right: RIGHT,
		asked: (body) =>
			!JSON.stringify(body).includes("thinkingBudget") && JSON.stringify(body).includes('"maxOutputTokens":1344'),
	},
	{
		kind: "refused parameter",
		what: "Claude: a thinking type that the model does not take, and the one that it does",
		source: "microsoft/vscode#311862, anthropics/claude-code#49219",
		provider: "anthropic",
		replies: [
			json(
				{
					type: "error",
					error: {
						type: "invalid_request_error",
						message:
							'"thinking.type.disabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
					},
				},
				400,
			),
			json({ type: "message", content: [{ type: "text", text: PARIS }], stop_reason: "end_turn" }),
		],
		right: RIGHT,
		asked: (body) => JSON.stringify(body.thinking) === '{"type":"adaptive"}',
	},
	{
		kind: "refused parameter",
		what: "`thinking.type` must be `enabled` or `disabled`: what we send already is, so it goes",
		source: "decolua/9router#2023",
		provider: "deepseek",
		replies: [error(400, "Validation: `thinking.type` must be `enabled`", { type: "Bad Request", code: 400 }), ANSWER],
		right: RIGHT,
		asked: (body) => body.thinking === undefined,
	},
	{
		kind: "refused parameter",
		what: "Gemini: a model that takes no level at all",
		source: "RooCodeInc/Roo-Code#10700",
		provider: "gemini",
		base: "/v1beta",
		model: "gemini-3.5-flash-lite",
		replies: [
			error(400, "Thinking level is not supported for this model.", { code: 400, status: "INVALID_ARGUMENT" }),
			json({ candidates: [{ content: { parts: [{ text: PARIS }] }, finishReason: "STOP" }] }),
		],
		right: RIGHT,
		asked: (body) => !JSON.stringify(body).includes("thinkingConfig"),
	},
	{
		kind: "refused parameter",
		what: "Gemini: a level that the model does not take",
		source: "jenslys/opencode-gemini-auth#14",
		provider: "gemini",
		base: "/v1beta",
		model: "gemini-3.5-flash-lite",
		replies: [
			error(400, "Unable to submit request because thinking_level MINIMAL is not supported by this model.", {
				code: 400,
				status: "INVALID_ARGUMENT",
			}),
			json({ candidates: [{ content: { parts: [{ text: PARIS }] }, finishReason: "STOP" }] }),
		],
		right: RIGHT,
		asked: (body) => JSON.stringify(body).includes('"thinkingLevel":"LOW"'),
	},
	{
		kind: "refused parameter",
		what: "a backend of Codex that only streams, and ends with a hollow reply",
		source: "kryptobaseddev/cleo#1079, lidge-jun/opencodex#293",
		provider: "openai-responses",
		replies: [
			json({ detail: "Stream must be set to true" }, 400),
			events(
				{ type: "response.output_text.delta", delta: PARIS },
				{ type: "response.completed", response: { status: "completed", output: [] } },
			),
		],
		right: RIGHT,
		asked: (body) => body.stream === true && body.background === undefined,
	},
	{
		kind: "refused parameter",
		what: "a cap that is greater than the model's own",
		source: "Zaki-1052/GPTPortal#34",
		replies: [
			error(
				400,
				"max_tokens is too large: 320. This model supports at most 256 completion tokens, whereas you provided 320.",
			),
			ANSWER,
		],
		right: RIGHT,
		asked: (body) => body.max_tokens === 256,
	},
	{
		kind: "refused parameter",
		what: "a refusal that stays is told after one more request",
		source: "own, of the kind of nashsu/llm_wiki#610",
		replies: [
			error(400, "Unsupported parameter: 'max_tokens'", { param: "max_tokens", code: "unsupported_parameter" }),
		],
		right: "request-refused",
		requests: 2,
	},
	{
		kind: "refused parameter",
		what: "a parameter that was never sent is not taken away",
		source: "chathub-dev/chathub#1294",
		replies: [
			error(400, "Unsupported value: 'temperature' does not support 0.7 with this model.", { param: "temperature" }),
		],
		right: "request-refused",
		requests: 1,
	},
];

/** The person is told what is wrong, and the second provider is asked where that helps. */
const CAUSES: FieldCase[] = (
	[
		[
			"xAI: a wrong key as a 400 with an error that is a text",
			"hex/claude-council#6, continuedev/continue#11412",
			json({ code: "invalid-argument", error: "Incorrect API key provided: xa***aa." }, 400),
			"key-refused",
		],
		[
			"xAI: no credit as a 429",
			"continuedev/continue#10373",
			json(
				{
					code: "resource-exhausted",
					error: "Your team x has either used all available credits or reached its monthly spending limit.",
				},
				429,
			),
			"no-credit",
		],
		[
			"xAI: no credit as a 403",
			"continuedev/continue#12670",
			json(
				{ code: "permission-denied", error: "Your newly created team doesn't have any credits or licenses yet." },
				403,
			),
			"no-credit",
		],
		[
			"Kimi: no balance as a 403",
			"MoonshotAI/Kimi-K2#5",
			error(
				403,
				"Your account org-0 is not active, organization exceeded current quota, please check your plan and billing details",
				{ type: "exceeded_current_quota_error" },
			),
			"no-credit",
		],
		[
			"Kimi: no balance as a 429",
			"MoonshotAI/kimi-code#1857",
			error(429, "Your account org-0 is suspended due to insufficient balance, please recharge your account", {
				type: "exceeded_current_quota_error",
			}),
			"no-credit",
		],
		[
			"Zhipu: no balance as code 1113 in Chinese",
			"continuedev/continue#11823",
			error(429, "余额不足或无可用资源包,请充值。", { code: "1113" }),
			"no-credit",
		],
		[
			"MiniMax: a wrong key inside a 200",
			"nearai/ironclaw#1742",
			json({ choices: null, base_resp: { status_code: 1004, status_msg: "login fail" } }),
			"key-refused",
		],
		[
			"MiniMax: no balance inside a 200",
			"adrianlyjak/obsidian-aloud-tts#114",
			json({ choices: null, base_resp: { status_code: 1008, status_msg: "insufficient balance" } }),
			"no-credit",
		],
		[
			"MiniMax: no balance as a 500",
			"MiniMax-AI/MiniMax-M2#62",
			json({ type: "error", error: { type: "api_error", message: "insufficient balance (1008)" } }, 500),
			"no-credit",
		],
		[
			"MiniMax behind ModelScope: no balance as a 429",
			"modelscope/modelscope#1691",
			error(429, "insufficient balance (1008)", { http_code: "429", type: "insufficient_balance_error" }),
			"no-credit",
		],
		[
			"one-api: the user's quota is used up, as a 403",
			"songquanpeng/one-api#1270, popjane/free_chatgpt_api#26",
			error(403, "user quota is not enough (request id: 1)", {
				type: "one_api_error",
				param: "",
				code: "insufficient_user_quota",
			}),
			"no-credit",
		],
		[
			"sub2api: no balance in a form of its own",
			"Wei-Shaw/sub2api#890",
			json({ code: "INSUFFICIENT_BALANCE", message: "Insufficient account balance" }, 403),
			"no-credit",
		],
		[
			"LiteLLM: the proxy's budget is used up, as a 400",
			"BerriAI/litellm#14144",
			error(400, "Budget has been exceeded! Current cost: 10.51, Max budget: 10.0", {
				type: "budget_exceeded",
				code: "400",
			}),
			"no-credit",
		],
		[
			"Fireworks: a suspended account as a 412",
			"amd/gaia#3766, pollinations/pollinations#12136",
			error(
				412,
				"Account x is suspended, possibly due to reaching the monthly spending limit or failure to pay past invoices.",
				{ code: "PRECONDITION_FAILED", type: "error" },
			),
			"no-credit",
		],
		[
			"Hugging Face: the month's credits are used up",
			"huggingface/agents-course#386",
			json({ error: "You have exceeded your monthly included credits for Inference Providers." }, 402),
			"no-credit",
		],
		[
			"OpenRouter: fewer tokens are affordable than asked for",
			"can1357/oh-my-pi#9569",
			error(
				402,
				"This request requires more credits, or fewer max_tokens. You requested up to 320 tokens, but can only afford 0.",
				{ code: 402 },
			),
			"no-credit",
		],
		[
			"OpenRouter: credit ends within a 200",
			"OpenRouter docs, errors",
			json({
				choices: [
					{ finish_reason: "error", error: { code: 402, message: "Insufficient credits" }, message: { content: "" } },
				],
			}),
			"no-credit",
		],
		[
			"OpenAI: a country that is not served",
			"home-assistant/core#120072",
			error(403, "Country, region, or territory not supported", {
				code: "unsupported_country_region_territory",
				type: "request_forbidden",
			}),
			"request-refused",
		],
		[
			"Gemini's OpenAI layer: a country that is not served, in a list",
			"FoundationAgents/OpenManus#803",
			json(
				[
					{
						error: {
							code: 400,
							message: "User location is not supported for the API use.",
							status: "FAILED_PRECONDITION",
						},
					},
				],
				400,
			),
			"request-refused",
		],
		[
			"Gemini's OpenAI layer: a wrong key, in a list",
			"Gemini docs, OpenAI compatibility",
			json(
				[
					{
						error: {
							code: 400,
							message: "API key not valid. Please pass a valid API key.",
							status: "INVALID_ARGUMENT",
						},
					},
				],
				400,
			),
			"key-refused",
		],
		[
			"Hugging Face: a token without the permission",
			"CSOAI-ORG/councilof-ai#1102",
			json(
				{
					error:
						"This authentication method does not have sufficient permissions to call Inference Providers on behalf of user x",
				},
				403,
			),
			"key-refused",
		],
		[
			"NVIDIA: a wrong key",
			"dmMaze/BallonsTranslator#1233",
			json({ status: 403, title: "Forbidden", detail: "Authorization failed" }, 403),
			"key-refused",
		],
		[
			"NVIDIA: a model that the account has not, as a function",
			"Alishahryar1/free-claude-code#1021",
			json({ status: 404, title: "Not Found", detail: "Function '23d4': Not found for account 'Qawm'" }, 404),
			"no-such-model",
		],
		[
			"Perplexity: a wrong key as a web server's page",
			"perplexityai/api-discussion#281",
			text(401, "<html><head><title>401 Authorization Required</title></head></html>", "text/html"),
			"key-refused",
		],
		[
			"a firewall's page before the provider",
			"tashfeenahmed/freellmapi#1298, Kilo-Org/kilocode#162",
			text(403, "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>", "text/html"),
			"bad-answer",
		],
		[
			"Volcengine: a model named wrong",
			"cloudwego/eino#107",
			json(
				{
					code: "InvalidEndpointOrModel.NotFound",
					message: "The model or endpoint doubao does not exist or you do not have access to it.",
					param: "",
					type: "NotFound",
				},
				404,
			),
			"no-such-model",
		],
		[
			"Azure: a deployment that is not there",
			"microsoft/autogen#822",
			error(404, "The API deployment for this resource does not exist.", { code: "DeploymentNotFound" }),
			"no-such-model",
		],
		[
			"Together: a model that is not served, as a 400",
			"truefoundry/models#919",
			error(400, "Unable to access non-serverless model MiniMaxAI/MiniMax-M2.5.", { type: "invalid_request_error" }),
			"no-such-model",
		],
		[
			"LiteLLM: a model named wrong, as a 400",
			"BerriAI/litellm docs, proxy",
			error(
				400,
				"{'error': '/chat/completions: Invalid model name passed in model=gpt-x. Call `/v1/models` to view available models for your key.'}",
				{ type: "None", code: "400" },
			),
			"no-such-model",
		],
		[
			"OpenRouter: no endpoint for the model",
			"vyancharuk/nodejs-api-boilerplate#16",
			error(404, "No endpoints found for nousresearch/hermes-3-llama-3.1-405b:free.", { code: 404 }),
			"no-such-model",
		],
		[
			"DeepSeek: content exists risk",
			"666ghj/BettaFish#108, deepseek-ai/awesome-deepseek-integration#13",
			error(400, "Content Exists Risk", { type: "invalid_request_error", param: null, code: "invalid_request_error" }),
			"blocked",
		],
		[
			"DeepSeek: content exists risk, as a detail",
			"deepseek-ai/DeepSeek-V2#30",
			json({ detail: "Content Exists Risk" }, 400),
			"blocked",
		],
		[
			"new-api: a wrong key in Chinese",
			"QuantumNous/new-api#4712",
			error(401, "无效的令牌 (request id: 1)", { type: "new_api_error" }),
			"key-refused",
		],
		[
			"Groq: a firewall's page",
			"lobehub/lobehub#2147, mckaywrigley/chatbot-ui#1684",
			text(
				403,
				"<!DOCTYPE html>\n\n\n<html><head><title>Attention Required! | Cloudflare</title></head></html>",
				"text/html",
			),
			"bad-answer",
		],
		["Zhipu: the answer was withheld", "promptfoo/promptfoo#9905", choice({ content: "" }, "sensitive"), "blocked"],
		[
			"Gemini's OpenAI layer: its own finish reason",
			"HKUDS/Vibe-Trading#308",
			choice({ content: null }, "PROHIBITED_CONTENT"),
			"blocked",
		],
		[
			"Azure: the filter's code within",
			"GooeyAI/gooey-server#757",
			error(400, "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.", {
				code: "content_filter",
				innererror: { code: "ResponsibleAIPolicyViolation" },
			}),
			"blocked",
		],
		[
			"Cohere: 498 is an unsafe request",
			"cohere-ai/cohere-developer-experience#189",
			json(
				{
					message:
						"the request was blocked due to a violation of our usage guidelines: it violates our usage guidelines",
				},
				498,
			),
			"blocked",
		],
		[
			"a refusal beside no content",
			"OpenAI docs, refusals",
			choice({ content: null, refusal: "I'm sorry, I can't help." }),
			"blocked",
		],
		[
			"the address of a server without its path, served nowhere",
			"nanbingxyz/5ire#195",
			text(404, "404 page not found"),
			"bad-answer",
		],
		["a text as the whole body of a 401", "own", json("Unauthorized", 401), "key-refused"],
	] as const
).map(([what, source, reply, right]) => ({ kind: "wrong cause", what, source, replies: [reply], right, requests: 1 }));

/** An address without its version is tried once with it. */
const ADDRESSES: FieldCase[] = [
	{
		kind: "wrong cause",
		what: "Ollama's address without /v1: asked once with it",
		source: "skye-harris/hass_local_openai_llm#15",
		provider: "ollama",
		base: "",
		replies: [text(404, "404 page not found"), ANSWER],
		right: RIGHT,
		requests: 2,
		asked: (_, path) => path === "/v1/chat/completions",
	},
	{
		kind: "wrong cause",
		what: "LM Studio's address without /v1: a 200 that says so",
		source: "lmstudio-ai/lmstudio-bug-tracker#618, pssah4/vault-operator#73",
		provider: "lmstudio",
		base: "",
		replies: [json({ error: "Unexpected endpoint or method. (POST /chat/completions)" }), ANSWER],
		right: RIGHT,
		requests: 2,
		asked: (_, path) => path === "/v1/chat/completions",
	},
	{
		kind: "wrong cause",
		what: "OpenRouter's host alone behind a proxy",
		source: "own, of the kind of xerrors/Yuxi#111",
		provider: "openrouter",
		base: "",
		replies: [text(404, "<!DOCTYPE html><html></html>", "text/html"), ANSWER],
		right: RIGHT,
		requests: 2,
	},
	{
		kind: "wrong cause",
		what: "an address that serves neither: the address is wrong, not the model",
		source: "skye-harris/hass_local_openai_llm#15",
		base: "",
		replies: [text(404, "404 page not found")],
		right: "bad-answer",
		requests: 2,
	},
	{
		kind: "wrong cause",
		what: "an address that serves neither and says nothing",
		source: "xRyul/pi-nvidia-nim#14",
		base: "",
		replies: [{ status: 404, body: "" }],
		right: "bad-answer",
		requests: 2,
	},
];

/** An answer that is paid for and there. */
const ANSWERS: FieldCase[] = (
	[
		[
			"a stream though none was asked for",
			"unslothai/unsloth#6570, QuantumNous/new-api#5230",
			events(
				piece({ role: "assistant", content: "" }),
				piece({ content: "Paris is " }),
				piece({ content: "the capital." }),
				piece({}, "stop"),
				{ choices: [], usage: { prompt_tokens: 5, completion_tokens: 5 } },
				"[DONE]",
			),
		],
		[
			"a stream whose last line is DONE",
			"googleapis/java-genai#1084",
			events(piece({ content: PARIS }, "stop"), "DONE"),
		],
		[
			"a stream of Anthropic's events behind a chat address",
			"own: Anthropic's documented events",
			{
				headers: { "Content-Type": "text/event-stream" },
				body: `event: message_start\ndata: {"type":"message_start","message":{"usage":{"input_tokens":9}}}\n\nevent: ping\ndata: {"type":"ping"}\n\nevent: content_block_delta\ndata: {"type":"content_block_delta","delta":{"type":"thinking_delta","thinking":"hm"}}\n\nevent: content_block_delta\ndata: {"type":"content_block_delta","delta":{"type":"text_delta","text":"${PARIS}"}}\n\nevent: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":5}}\n\nevent: message_stop\ndata: {"type":"message_stop"}\n\n`,
			},
		],
		[
			"a stream of OpenAI's Responses behind a chat address",
			"own: OpenAI's documented events",
			events(
				{ type: "response.created", response: { status: "in_progress" } },
				{ type: "response.output_text.delta", delta: "Paris" },
				{
					type: "response.completed",
					response: {
						status: "completed",
						output: [{ type: "message", content: [{ type: "output_text", text: PARIS }] }],
					},
				},
			),
		],
		[
			"`data: [DONE]` behind the JSON, on its line",
			"D7EAD/liboai#62",
			text(200, `${JSON.stringify({ choices: [{ message: { content: PARIS }, finish_reason: "stop" }] })}data: [DONE]`),
		],
		[
			"`data: [DONE]` behind the JSON, on the next",
			"D7EAD/liboai#62",
			text(
				200,
				`${JSON.stringify({ choices: [{ message: { content: PARIS }, finish_reason: "stop" }] }, null, 2)}\n\ndata: [DONE]\n\n`,
			),
		],
		[
			"`data:` before a whole reply",
			"own, of the kind of theroyallab/tabbyAPI#10",
			text(200, `data: ${JSON.stringify({ choices: [{ message: { content: PARIS }, finish_reason: "stop" }] })}\n\n`),
		],
		[
			"comments before the JSON",
			"OpenRouter docs, streaming",
			text(
				200,
				`: OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n${JSON.stringify({ choices: [{ message: { content: PARIS }, finish_reason: "stop" }] })}`,
			),
		],
		[
			"blank lines and a byte order mark before the JSON",
			"DeepSeek docs, rate limit",
			text(
				200,
				`\ufeff\n\n   \r\n\n${JSON.stringify({ choices: [{ message: { content: PARIS }, finish_reason: "stop" }] })}\r\n`,
			),
		],
		[
			"lines of JSON from Ollama's own interface",
			"ollama/ollama docs, api",
			text(
				200,
				`{"model":"m","message":{"role":"assistant","content":"Paris is "},"done":false}\n{"model":"m","message":{"role":"assistant","content":"the capital."},"done":false}\n{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"stop","eval_count":5}\n`,
			),
		],
		[
			"SGLang: the whole answer in reasoning_content",
			"sgl-project/sglang#37645",
			choice({ content: "", reasoning_content: PARIS }),
		],
		[
			"vLLM: content null, the answer in reasoning",
			"NousResearch/hermes-agent#109205",
			choice({ content: null, reasoning: PARIS }),
		],
		[
			"vLLM: the whole answer in reasoning_content",
			"vllm-project/vllm#48645",
			choice({ content: "", reasoning_content: PARIS }),
		],
		[
			"LM Studio: an empty content beside reasoning_content",
			"lmstudio-ai/lmstudio-bug-tracker#1602",
			choice({ content: "  ", reasoning_content: PARIS }),
		],
		[
			"Mistral: parts, thoughts among them",
			"Mistral docs, reasoning",
			choice({
				content: [
					{ type: "thinking", thinking: [{ type: "text", text: "hm" }] },
					{ type: "text", text: PARIS },
				],
			}),
		],
		[
			"a text in place of a message",
			"OpenAI docs, completions",
			json({ choices: [{ text: PARIS, finish_reason: "stop" }] }),
		],
		[
			"Anthropic's form behind a chat address",
			"own: Anthropic's documented form",
			json({
				type: "message",
				role: "assistant",
				content: [
					{ type: "thinking", thinking: "hm" },
					{ type: "text", text: PARIS },
				],
				stop_reason: "end_turn",
			}),
		],
		[
			"Gemini's form behind a chat address",
			"own: Gemini's documented form",
			json({
				candidates: [{ content: { parts: [{ text: "hm", thought: true }, { text: PARIS }] }, finishReason: "STOP" }],
			}),
		],
		[
			"Ollama's own form behind a chat address",
			"ollama/ollama docs, api",
			json({
				model: "m",
				message: { role: "assistant", content: PARIS, thinking: "hm" },
				done: true,
				done_reason: "stop",
			}),
		],
		[
			"Cohere's form",
			"Cohere docs, chat",
			json({ message: { role: "assistant", content: [{ type: "text", text: PARIS }] }, finish_reason: "COMPLETE" }),
		],
		[
			"Cloudflare's form",
			"Cloudflare docs, Workers AI",
			json({ result: { response: PARIS, usage: { prompt_tokens: 1 } }, success: true, errors: [] }),
		],
		[
			"DashScope's own form",
			"DashScope docs, text generation",
			json({ output: { text: PARIS, finish_reason: "stop" }, usage: { input_tokens: 1 } }),
		],
		["output_text, which only SDKs have", "OpenAI docs, Responses", json({ output_text: PARIS, status: "completed" })],
		[
			"Gemini's stream as one list",
			"Gemini docs, streamGenerateContent",
			json([
				{ candidates: [{ content: { parts: [{ text: "Paris is " }] } }] },
				{ candidates: [{ content: { parts: [{ text: "the capital." }] }, finishReason: "STOP" }] },
			]),
		],
	] as const
).map(([what, source, reply]) => ({ kind: "good answer", what, source, replies: [reply], right: RIGHT, requests: 1 }));

const CUT_THOUGHTS: FieldCase = {
	kind: "good answer",
	what: "thoughts that were cut are no answer",
	source: "xorbitsai/xagent#626",
	replies: [choice({ content: "", reasoning_content: "Let me think about" }, "length")],
	right: "empty-answer",
	requests: 2,
};

const LIMIT_REACHED: FieldCase = {
	kind: "wrong cause",
	what: "Azure: thinking took the whole cap, as a 400; answered with more room",
	source: "decolua/9router#972",
	replies: [
		error(
			400,
			"Could not finish the message because max_tokens or model output limit was reached. Please try again with higher max_tokens.",
			{
				type: "invalid_request_error",
				param: null,
			},
		),
		ANSWER,
	],
	right: RIGHT,
	requests: 2,
	asked: (body) => body.max_tokens === 2048,
};

export const FIELD_CASES: readonly FieldCase[] = [
	...REFUSED,
	...CAUSES,
	...ADDRESSES,
	...ANSWERS,
	CUT_THOUGHTS,
	LIMIT_REACHED,
];
