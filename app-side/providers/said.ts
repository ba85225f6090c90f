/**
 * What a reply says, whichever service's form it is in: a proxy may answer in the form of the service behind
 * it. Owns the forms, and what each finish reason means; never statuses and errors. Rule: thoughts are never
 * read as an answer, unless the model came to its end and put nothing else anywhere
 * (sgl-project/sglang#37645, vllm-project/vllm#48645).
 */
import { isFields } from "../../core/json.ts";
import { field, items, type Reading, readText, type Tokens, textOf } from "./provider.ts";

/** `reason` in lower case, "" if none is given. */
export type Said = { text: string; thoughts: string; reason: string; isRefused: boolean };

const CUT: readonly string[] = [
	"length",
	"max_tokens",
	"max_output_tokens",
	"max_length",
	"model_length",
	"model_context_window_exceeded",
	"token_limit",
	"incomplete",
];

/**
 * What is read of a stream that broke off (stream.ts). If no text came, nobody knows whether there was one,
 * and it is not asked for again.
 */
const BROKEN = "broken";

/**
 * OpenAI's content_filter, Anthropic's refusal, Gemini's SAFETY, RECITATION, LANGUAGE, BLOCKLIST,
 * PROHIBITED_CONTENT, SPII, Zhipu's sensitive (promptfoo#9905), Bedrock's guardrail_intervened, Cohere's
 * ERROR_TOXIC, and their kin behind proxies.
 */
const WITHHELD =
	/filter|safety|recitation|^language$|block|prohibited|^spii$|refus|sensitive|guardrail|toxic|moderat|flagged|violation/;

/** The service failed on its way: Zhipu, DeepSeek, OpenRouter, Gemini. What text there is was cut. */
const FAILED: readonly string[] = [
	"error",
	"network_error",
	"insufficient_system_resource",
	"abort",
	"aborted",
	"cancelled",
	"other",
	"malformed_function_call",
];

const STOPPED: readonly string[] = ["stop", "end_turn", "stop_sequence", "eos", "eos_token", "complete", "completed"];

export function readReply(said: Said, tokens: Tokens): Reading {
	const { reason, text, thoughts } = said;
	if (said.isRefused || WITHHELD.test(reason)) return { kind: "fault", fault: { code: "blocked" }, tokens };
	const isCut = CUT.includes(reason);
	const reading = readText(text, isCut || reason === BROKEN || FAILED.includes(reason), tokens);
	if (reading.kind === "answer" || isCut) return reading;
	if (reason === BROKEN) return { kind: "fault", fault: { code: "unknown-outcome" }, tokens };
	if (STOPPED.includes(reason)) return readText(text.trim() === "" ? thoughts : text, false, tokens);
	const code = reason === "insufficient_system_resource" ? "overloaded" : "empty-answer";
	return { kind: "fault", fault: { code }, tokens };
}

/** Undefined if the body is in no form that is known. */
export function readSaid(body: unknown): Said | undefined {
	return readOne(body) ?? readWrapped(body);
}

function readOne(body: unknown): Said | undefined {
	const outer = Array.isArray(body) ? body[0] : body;
	if (!isFields(outer)) return undefined;
	for (const read of [readChoice, readCandidate, readBlocks, readOutput, readOwnMessage, readPlain]) {
		const said = read(outer);
		if (said !== undefined) return said;
	}
	return undefined;
}

/** Cloudflare and DashScope put the reply into `result` or `output`, some gateways into `data`. */
function readWrapped(body: unknown): Said | undefined {
	for (const name of ["result", "output", "data", "response"]) {
		const inner = field(body, name);
		const said = isFields(inner) ? readOne(inner) : undefined;
		if (said !== undefined) return said;
	}
	return undefined;
}

type Fields = Record<string, unknown>;

/** OpenAI's chat and all that follow it; its older completions have `text`. */
function readChoice(outer: Fields): Said | undefined {
	const choice = items(outer.choices)[0];
	if (!isFields(choice)) return undefined;
	const reason = reasonOf(choice.finish_reason ?? choice.stop_reason);
	const message = choice.message ?? choice.delta;
	if (!isFields(message)) {
		return typeof choice.text === "string" ? { text: choice.text, thoughts: "", reason, isRefused: false } : undefined;
	}
	const parts = partsOf(message.content);
	if (parts === undefined) return undefined;
	const thoughts = parts.thoughts || thoughtsOf(message);
	return { text: parts.text, thoughts, reason, isRefused: textOf(message.refusal).trim() !== "" };
}

/** Gemini's. */
function readCandidate(outer: Fields): Said | undefined {
	const candidate = items(outer.candidates)[0];
	const isBlocked = field(outer.promptFeedback, "blockReason") !== undefined;
	if (isBlocked) return { text: "", thoughts: "", reason: "", isRefused: true };
	if (!isFields(candidate)) return undefined;
	const parts = items(field(candidate.content, "parts"));
	const join = (isThought: boolean) =>
		parts
			.filter((part) => (field(part, "thought") === true) === isThought)
			.map((part) => textOf(field(part, "text")))
			.join("");
	return { text: join(false), thoughts: join(true), reason: reasonOf(candidate.finishReason), isRefused: false };
}

/** Anthropic's. */
function readBlocks(outer: Fields): Said | undefined {
	if (!Array.isArray(outer.content) || outer.choices !== undefined) return undefined;
	const parts = partsOf(sinceSearch(outer.content, "web_search_tool_result"));
	return parts === undefined ? undefined : { ...parts, reason: reasonOf(outer.stop_reason), isRefused: false };
}

/** What is said before a search only announces it. All of the list if nothing is said after the last one. */
function sinceSearch(list: readonly unknown[], type: string): readonly unknown[] {
	const last = list.reduce((at: number, one, now) => (field(one, "type") === type ? now : at), -1);
	const rest = list.slice(last + 1);
	return rest.some((one) => textIn(one).trim() !== "" || field(one, "type") === "message") ? rest : list;
}

/** OpenAI's Responses. `output_text` is a convenience of the SDK, which some proxies send. */
function readOutput(outer: Fields): Said | undefined {
	const convenience = textOf(outer.output_text);
	if (!Array.isArray(outer.output)) {
		return convenience === "" ? undefined : { text: convenience, thoughts: "", reason: "completed", isRefused: false };
	}
	const messages = sinceSearch(outer.output, "web_search_call").filter((item) => field(item, "type") === "message");
	const parts = messages.flatMap((item) => items(field(item, "content")));
	const text = partsOf(parts)?.text || convenience;
	const why = field(outer.incomplete_details, "reason");
	const reason = reasonOf(outer.status === "incomplete" ? (why ?? "incomplete") : outer.status);
	return { text, thoughts: "", reason, isRefused: parts.some((part) => field(part, "type") === "refusal") };
}

/** Ollama's own and Cohere's: a message that is no choice. */
function readOwnMessage(outer: Fields): Said | undefined {
	const { message } = outer;
	const parts = isFields(message) && message.content !== undefined ? partsOf(message.content) : undefined;
	if (!isFields(message) || parts === undefined) return undefined;
	const reason = reasonOf(outer.done_reason ?? outer.finish_reason ?? (outer.done === true ? "stop" : undefined));
	return { text: parts.text, thoughts: parts.thoughts || thoughtsOf(message), reason, isRefused: false };
}

/** Ollama's generate, Cloudflare, Hugging Face, Cohere's first, DashScope's `output`. */
function readPlain(outer: Fields): Said | undefined {
	const reason = reasonOf(outer.done_reason ?? outer.finish_reason);
	const isKnown = reason !== "" || outer.usage !== undefined || outer.done !== undefined;
	const text = [outer.response, outer.generated_text, isKnown ? outer.text : undefined].find(
		(value) => typeof value === "string",
	);
	return typeof text === "string" ? { text, thoughts: textOf(outer.thinking), reason, isRefused: false } : undefined;
}

/** A text, or the text parts of a list; null is no text. Undefined if it is neither. */
function partsOf(content: unknown): { text: string; thoughts: string } | undefined {
	if (content === null || content === undefined) return { text: "", thoughts: "" };
	if (typeof content === "string") return { text: content, thoughts: "" };
	const list = Array.isArray(content) ? content : isFields(content) ? [content] : undefined;
	if (list === undefined) return undefined;
	const isThought = (part: unknown) => /think|reason/.test(textOf(field(part, "type")));
	const join = (parts: readonly unknown[]) => parts.map(textIn).join("");
	return { text: join(list.filter((part) => !isThought(part))), thoughts: join(list.filter(isThought)) };
}

const TEXT_TYPES: readonly unknown[] = [undefined, "text", "output_text", "thinking", "reasoning"];

/**
 * A part's text may be a text, an object with a value (OpenAI's Assistants), or a list of parts (Mistral's
 * thoughts).
 */
function textIn(part: unknown): string {
	if (typeof part === "string") return part;
	if (!TEXT_TYPES.includes(field(part, "type"))) return "";
	const inner = field(part, "text") ?? field(part, "thinking");
	if (typeof inner === "string") return inner;
	return (
		textOf(field(inner, "value")) ||
		items(inner)
			.map((one) => textOf(field(one, "text")))
			.join("")
	);
}

function thoughtsOf(message: Fields): string {
	const direct = textOf(message.reasoning_content) || textOf(message.reasoning) || textOf(message.thinking);
	return (
		direct ||
		items(message.reasoning_details)
			.map((one) => textOf(field(one, "text")))
			.join("")
	);
}

/** Some libraries write `FinishReason.SAFETY` or `FINISH_REASON_SAFETY`. */
function reasonOf(value: unknown): string {
	return textOf(value)
		.slice(0, 60)
		.toLowerCase()
		.replace(/^finish_?reason[._]/, "");
}
