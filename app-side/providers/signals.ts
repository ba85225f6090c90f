/**
 * What a body says of a failure, whichever service wrote it: its codes, its words, and whose form it is in.
 * Owns the places where they stand; never what they mean (causes.ts). Rule: what comes out is bounded and in
 * lower case, and serves for telling alone, since some services repeat the key in it.
 */
import { isFields } from "../../core/json.ts";
import { field, items, textOf } from "./provider.ts";

/**
 * Whose errors count as the provider's own. `openai`, `anthropic`, `gemini`: as each documents them. `any`:
 * also the forms of Ollama, Mistral, DashScope, MiniMax, NVIDIA and of servers of one's own, since any of
 * them may stand behind an address that the person typed.
 */
export type Form = "openai" | "anthropic" | "gemini" | "any";

/** `page`: HTML or XML, which no provider sends. `none`: no body. */
export type Signals = {
	kind: "json" | "page" | "text" | "none";
	/**
	 * Codes, types and reasons as texts; those of MiniMax and Cloudflare, which are small numbers, with their
	 * names before.
	 */
	codes: ReadonlySet<string>;
	words: string;
	/** The error is in the form that the provider documents. */
	isOwn: boolean;
};

const WORDS_MAX = 2_000;
const CODE_MAX = 80;

/** What servers and gateways say of themselves when they know nothing, in whatever form. */
const EMPTY_WORDS =
	/^(internal server error|bad gateway|service (temporarily )?unavailable|gateway time-?out|error)?\.?$/i;

export function readSignals(body: unknown, form: Form): Signals {
	if (typeof body === "string") return readText(body);
	const outer = Array.isArray(body) ? body[0] : body;
	if (!isFields(outer)) return { kind: "none", codes: new Set(), words: "", isOwn: false };
	const error = errorOf(outer);
	return { kind: "json", codes: codesOf(outer, error), words: wordsOf(outer, error), isOwn: isOwn(outer, error, form) };
}

function readText(body: string): Signals {
	const words = body.slice(0, WORDS_MAX).trim();
	const kind = words === "" ? "none" : words.startsWith("<") ? "page" : "text";
	// A page is of whoever stands in the way; its words are not the provider's.
	return { kind, codes: new Set(), words: kind === "page" ? "" : words.toLowerCase(), isOwn: false };
}

/** Whether a body of status 200 is an error. */
export function isError(body: unknown): boolean {
	const outer = Array.isArray(body) ? body[0] : body;
	if (!isFields(outer)) return false;
	if (errorOf(outer) !== undefined || failedCode(outer) !== undefined) return true;
	const isEmpty = ["choices", "candidates", "output", "content", "message", "response"].every(
		(name) => !isFull(outer[name]),
	);
	return isEmpty && (textOf(outer.detail) !== "" || outer.success === false);
}

function isFull(value: unknown): boolean {
	return isFields(value) || Array.isArray(value);
}

/** The error part of a body, or undefined. Ollama's and xAI's is a text, others are the body itself. */
function errorOf(outer: Record<string, unknown>): unknown {
	const { error } = outer;
	if (typeof error === "string") return error.trim() === "" ? undefined : error;
	if (isFields(error)) return error;
	if (outer.object === "error" || outer.type === "error") return outer;
	const isCoded = typeof outer.code === "string" || (typeof outer.code === "number" && outer.code >= 300);
	const isFailed = typeof outer.status === "string" && /^(error|fail)/.test(outer.status);
	return (isCoded || isFailed) && (textOf(outer.message) || textOf(outer.msg)) !== "" ? outer : undefined;
}

/** MiniMax answers with 200 and a number of its own that is not 0 (nearai/ironclaw#1742); Baidu likewise. */
function failedCode(outer: Record<string, unknown>): number | undefined {
	const code = field(outer.base_resp, "status_code") ?? outer.error_code;
	return typeof code === "number" && code !== 0 ? code : undefined;
}

function codesOf(outer: Record<string, unknown>, error: unknown): ReadonlySet<string> {
	const details = items(field(error, "details")).map((detail) => field(detail, "reason"));
	const inner = field(field(error, "innererror"), "code");
	const named = [field(error, "code"), field(error, "type"), field(error, "status"), inner, outer.code, ...details];
	const codes = named.filter((code) => typeof code === "string" || typeof code === "number").map(String);
	const base = field(outer.base_resp, "status_code");
	const flare = field(items(outer.errors)[0], "code");
	if (typeof base === "number") codes.push(`minimax ${base}`);
	if (typeof flare === "number") codes.push(`cloudflare ${flare}`);
	return new Set(codes.map((code) => code.slice(0, CODE_MAX).toLowerCase()));
}

function wordsOf(outer: Record<string, unknown>, error: unknown): string {
	const said = [
		error,
		field(error, "message"),
		field(field(error, "metadata"), "raw"),
		error === outer ? "" : outer.message,
		outer.msg,
		outer.error_msg,
		outer.detail,
		field(outer.base_resp, "status_msg"),
		field(items(outer.errors)[0], "message"),
	];
	return said.map(spell).join(" ").trim().slice(0, WORDS_MAX).toLowerCase();
}

/** Mistral and FastAPI put a list into the place of a text. */
function spell(value: unknown, at: number): string {
	if (typeof value === "string") return value;
	return at > 0 && isFull(value) ? JSON.stringify(value).slice(0, WORDS_MAX) : "";
}

function isOwn(outer: Record<string, unknown>, error: unknown, form: Form): boolean {
	const isTyped =
		isFields(error) && error !== outer && (hasCode(error) || !EMPTY_WORDS.test(textOf(error.message).trim()));
	switch (form) {
		case "anthropic":
			return isTyped && outer.type === "error";
		case "gemini":
		case "openai":
			return isTyped;
		case "any":
			return isTyped || isLooselyOwn(outer, error);
	}
}

function hasCode(error: Record<string, unknown>): boolean {
	return [error.code, error.type, error.status].some((code) => typeof code === "string" || typeof code === "number");
}

/** Spring's own page for a failure has a path, AWS's gateway a message alone: neither is a provider's. */
function isLooselyOwn(outer: Record<string, unknown>, error: unknown): boolean {
	if (failedCode(outer) !== undefined) return true;
	if (typeof error === "string") return outer.path === undefined && !EMPTY_WORDS.test(error.trim());
	if (!isFields(error)) return false;
	const message = textOf(error.message).trim();
	return message !== "" && !EMPTY_WORDS.test(message);
}

/** The parts of an error that name a parameter: `param` of OpenAI, `loc` of FastAPI's list. */
export function namedParameter(body: unknown): string {
	const outer = Array.isArray(body) ? body[0] : body;
	const param = textOf(field(field(outer, "error"), "param")) || textOf(field(outer, "param"));
	if (param !== "") return param.slice(0, CODE_MAX);
	const lists = [field(outer, "detail"), field(field(outer, "message"), "detail"), field(outer, "message")];
	const first = items(lists.find(Array.isArray))[0];
	const loc = items(field(first, "loc")).filter((part) => typeof part === "string" && part !== "body");
	return loc.join(".").slice(0, CODE_MAX);
}
