/**
 * What to change in a request that a provider refused because of one parameter. Owns how the parameter is
 * found in a refusal, what takes its place, and how a change is applied; never whether it is sent again
 * (exchange.ts) or remembered (learnt.ts). Rule: only what we sent ourselves, and what a question can do
 * without, is ever changed.
 */
import { isFields } from "../../core/json.ts";
import { type HttpRequest, type HttpResponse, isDone } from "./provider.ts";
import { namedParameter, readSignals } from "./signals.ts";

/**
 * `path` names fields of the body with points between them. `fold`: the rules go into the question, for a
 * model that has no place for them. `under`: the path that the base URL lacks.
 */
export type Amend =
	| { do: "drop"; path: string }
	| { do: "set"; path: string; to: string | number | boolean }
	| { do: "rename"; path: string; to: string }
	| { do: "fold" }
	| { do: "under"; path: string };

/** As the receipt shows it. */
export function nameOf(amend: Amend): string {
	switch (amend.do) {
		case "drop":
			return `-${amend.path}`;
		case "set":
			return `${amend.path}=${amend.to}`;
		case "rename":
			return `${amend.path}→${amend.to}`;
		case "fold":
			return "-system";
		case "under":
			return `+${amend.path}`;
	}
}

/** The fields by which the adapters ask for a search. */
const LOOK_UP: readonly string[] = ["tools", "compound_custom", "max_tool_calls"];

/** Whether the model is not asked to search once this is changed. */
export function isOfLookUp(amend: Amend): boolean {
	return "path" in amend && LOOK_UP.includes(amend.path.split(".")[0] ?? "");
}

/** Whether the model may think once this is changed, and so needs room for it. */
export function loosens(amend: Amend): boolean {
	return (amend.do === "drop" || amend.do === "set") && /think|reason|effort/i.test(amend.path);
}

export function amended(request: HttpRequest, amends: readonly Amend[]): HttpRequest {
	const changes = amends.filter(({ do: what }) => what !== "fold" && what !== "under");
	const body = changes.length === 0 ? undefined : bodyOf(request);
	if (body === undefined) return request;
	for (const amend of changes) apply(body, amend);
	return { ...request, body: JSON.stringify(body) };
}

type Fields = Record<string, unknown>;

/** A copy, so that it may be changed. */
function bodyOf({ body }: HttpRequest): Fields | undefined {
	if (typeof body !== "string" || !body.startsWith("{")) return undefined;
	const value: unknown = JSON.parse(body);
	return isFields(value) ? value : undefined;
}

function apply(body: Fields, amend: Amend): void {
	if (amend.do === "fold" || amend.do === "under") return;
	const names = amend.path.split(".");
	const last = names.pop() ?? "";
	let place: unknown = body;
	for (const name of names) place = isFields(place) ? place[name] : undefined;
	if (!isFields(place)) return;
	if (amend.do === "set") {
		const now = place[last];
		// A cap only ever falls: what the person can afford may be less.
		place[last] = typeof amend.to === "number" && typeof now === "number" ? Math.min(now, amend.to) : amend.to;
		return;
	}
	const value = place[last];
	delete place[last];
	if (amend.do === "rename" && value !== undefined) place[amend.to] = value;
}

/** Nothing if the refusal is of something else. `response` is the reply to `request`. */
export function amendsFor(request: HttpRequest, response: HttpResponse): Amend[] {
	const { status } = response;
	const body = isDone(status) ? undefined : bodyOf(request);
	const { words, codes } = readSignals(response.body, "any");
	if (body === undefined || words === "") return [];
	// OpenRouter says 404 if no host of a model takes a tool.
	const asked = LOOK_UP.filter((path) => body[path] !== undefined);
	if (asked.length > 0 && status < 500 && NO_SEARCH.test(words)) return asked.map((path) => ({ do: "drop", path }));
	// llama.cpp answers 500 if a model's template has no place for the rules.
	if (status !== 400 && status !== 422 && status !== 500) return [];
	if (hasRules(body) && (NO_RULES.test(words) || /role$/.test(namedParameter(response.body)))) return [{ do: "fold" }];
	if (status === 500) return [];
	return amendsOf({
		body,
		words,
		named: namedParameter(response.body).toLowerCase(),
		isUnknown: UNKNOWN.test(words) || hasOne(codes, UNKNOWN_CODES),
	});
}

/** "Search Grounding is not supported", "Web search is not enabled for this organization", "Hosted tool 'web_search' ...". */
const NO_SEARCH =
	/\btools?\b|tool_calls|(web|google|browser)[ _-]?search|search[ _-]?(grounding|as tool)|compound_custom/;

type Refused = { body: Fields; words: string; named: string; isUnknown: boolean };

/**
 * "System role not supported" (vllm#2964), "Developer instruction is not enabled" (rig#788), "does not
 * support 'system'".
 */
const NO_RULES =
	/(system|developer)['"`]? (role|message|prompt|instruction)s?.{0,40}(not|n't|unsupported)|(not|n't) support.{0,20}(system|developer)['"`]? (role|message|prompt|instruction)|role.{0,12}(system|developer).{0,30}(not|n't|invalid|unsupported)|(unexpected|unknown|invalid|unsupported)( message)? role|\.role' does not support|roles must alternate|only user and assistant roles/;

/** The field itself is not known, so that no other value of it will do. */
const NO_FIELD =
	/unknown (name|field|parameter|argument|key)|unrecognized|cannot find field|extra inputs|not permitted|unexpected|additional properties/;

const UNKNOWN =
	/unsupported|not supported|unknown|unrecognized|not permitted|not allowed|unexpected|extra inputs|no such|does not support|cannot be/;
const UNKNOWN_CODES: readonly string[] = ["unsupported_parameter", "unknown_parameter", "unsupported_value"];

/**
 * "enable thinking can not be support when `stream=False`" (claude-code-router#948), "only support stream
 * mode" (OpenManus#330).
 */
const STREAM_ONLY =
	/only (supports? )?stream|stream['"`]? ?[=:] ?['"`]?(false|true)|non-stream|stream(ing)?['"`]? (mode )?(is|must|has to|required)|requires? stream|must (be )?stream|enable the stream|set stream|'stream'.{0,40}true/;

function hasOne(codes: ReadonlySet<string>, known: readonly string[]): boolean {
	return known.some((code) => codes.has(code));
}

function hasRules({ messages, system, systemInstruction, instructions }: Fields): boolean {
	const first: unknown = Array.isArray(messages) ? messages[0] : undefined;
	const isSystem = isFields(first) && (first.role === "system" || first.role === "developer");
	return isSystem || system !== undefined || systemInstruction !== undefined || instructions !== undefined;
}

function amendsOf(refused: Refused): Amend[] {
	const { body, words, named } = refused;
	if (/enable_?thinking.{0,40}(restricted|only|must|has).{0,20}true/.test(words) && body.enable_thinking === false) {
		// What thinks has to stream there (lobehub#8613).
		return [...setIn(body, "enable_thinking", true), ...setIn(body, "stream", true)];
	}
	if (body.stream !== true && (named === "stream" || STREAM_ONLY.test(words))) {
		// What streams cannot run in the background (cleo#1079).
		return [{ do: "set", path: "stream", to: true }, ...dropIn(body, "background")];
	}
	if (named === "store" || /\bstore\b.{0,40}false|zero data retention/.test(words)) {
		return [...setIn(body, "store", false), ...dropIn(body, "background")];
	}
	const path = pathIn(refused);
	return path === undefined ? [] : amendAt(refused, path);
}

function setIn(body: Fields, path: string, to: boolean): Amend[] {
	return valueAt(body, path) === undefined ? [] : [{ do: "set", path, to }];
}

function dropIn(body: Fields, path: string): Amend[] {
	return valueAt(body, path) === undefined ? [] : [{ do: "drop", path }];
}

/** Never taken away: without them there is no question. */
const ESSENTIAL: readonly string[] = [
	"model",
	"messages",
	"input",
	"contents",
	"system",
	"systemInstruction",
	"instructions",
];
const CAPS: readonly string[] = [
	"max_tokens",
	"max_completion_tokens",
	"max_output_tokens",
	"generationConfig.maxOutputTokens",
];

/** Every path of the body that may be changed, the outer before the inner. */
function pathsOf(body: Fields, before = ""): string[] {
	return Object.keys(body).flatMap((name) => {
		if (before === "" && ESSENTIAL.includes(name)) return [];
		const value = body[name];
		const path = before + name;
		return isFields(value) ? [path, ...pathsOf(value, `${path}.`)] : [path];
	});
}

function valueAt(body: Fields, path: string): unknown {
	let value: unknown = body;
	for (const name of path.split(".")) value = isFields(value) ? value[name] : undefined;
	return value;
}

/**
 * What services call a thing that has another name in the request; looked for if no name of ours is in the
 * words.
 */
const OTHER_NAMES: readonly (readonly [RegExp, readonly string[]])[] = [
	// OpenRouter (kilocode#11751), Ollama (ollama#12561), Gemini (gemini-balance#206).
	[/reasoning is mandatory|reasoning cannot be disabled/, ["reasoning.effort", "reasoning_effort", "reasoning"]],
	[
		/\bthink(ing)?\b|\bbudget\b/,
		["reasoning_effort", "thinking", "enable_thinking", "generationConfig.thinkingConfig", "reasoning.effort"],
	],
	[/\breasoning\b|\beffort\b|\blevel\b/, ["reasoning_effort", "reasoning.effort", "reasoning"]],
];

function pathIn({ body, words, named }: Refused): string | undefined {
	const paths = pathsOf(body).filter((path) => path !== "generationConfig");
	const longest = [...paths].sort((a, b) => leafOf(b).length - leafOf(a).length);
	const exact = longest.find(
		(path) => named !== "" && (path.toLowerCase() === named || named.endsWith(leafOf(path).toLowerCase())),
	);
	if (exact !== undefined) return exact;
	// A parameter that is not ours cannot be taken away.
	if (named !== "" && !named.startsWith("generation")) return undefined;
	const said = longest.find((path) => mentions(words, leafOf(path)));
	if (said !== undefined) return said;
	const others = OTHER_NAMES.filter(([pattern]) => pattern.test(words)).flatMap(([, known]) => known);
	return others.find((path) => paths.includes(path));
}

function leafOf(path: string): string {
	return path.slice(path.lastIndexOf(".") + 1);
}

/** As a word of its own, in its own spelling or as `thinking_level`, `thinking level`. */
function mentions(words: string, name: string): boolean {
	const snake = name.replace(/[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
	return [snake, snake.split("_").join(" "), name.toLowerCase()].some((form) => hasWord(words, form));
}

function hasWord(words: string, word: string): boolean {
	// So short a name ("type") is a word of any sentence.
	if (word.length < 5) return false;
	const isPart = (sign: string | undefined) => sign !== undefined && /[a-z0-9_]/.test(sign);
	for (let at = words.indexOf(word); at !== -1; at = words.indexOf(word, at + 1)) {
		if (!isPart(words[at - 1]) && !isPart(words[at + word.length])) return true;
	}
	return false;
}

function amendAt(refused: Refused, path: string): Amend[] {
	if (CAPS.includes(path)) return amendCap(refused, path);
	const value = valueAt(refused.body, path);
	const inner = isFields(value) ? innerOf(path, value) : { path, value };
	const isHere = typeof inner.value === "string" && !NO_FIELD.test(refused.words);
	const nearest = isHere ? nearestIn(refused.words, String(inner.value)) : undefined;
	if (nearest !== undefined) return [{ do: "set", path: inner.path, to: nearest }];
	return [{ do: "drop", path: wholeOf(path) }];
}

/** The value that tells how much to think, of the object that holds it. */
function innerOf(path: string, value: Fields): { path: string; value: unknown } {
	const name = ["effort", "type", "thinkingLevel"].find((known) => value[known] !== undefined);
	return name === undefined ? { path, value: undefined } : { path: `${path}.${name}`, value: value[name] };
}

/** An object without what it is there for is refused again: `thinking` goes with its `type`. */
function wholeOf(path: string): string {
	return path.replace(/^(thinking|reasoning)\..*$/, "$1").replace(/(thinkingConfig)\..*$/, "$1");
}

function amendCap({ body, words, isUnknown }: Refused, path: string): Amend[] {
	const now = valueAt(body, path);
	const most = mostIn(words);
	if (typeof now === "number" && most !== undefined && most < now) return [{ do: "set", path, to: most }];
	if (path === "max_tokens" && (isUnknown || words.includes("max_completion_tokens"))) {
		return [{ do: "rename", path, to: "max_completion_tokens" }];
	}
	// Mistral and older servers (eca#231).
	return path === "max_completion_tokens" && isUnknown ? [{ do: "rename", path, to: "max_tokens" }] : [];
}

/** The greatest number of tokens that the words allow. */
function mostIn(words: string): number | undefined {
	const found =
		/(?:at most|maximum|no more than|less than or equal to|<=|up to|must be in \[\d{1,9},) ?[^\d]{0,40}?(\d{2,6})\b/.exec(
			words,
		);
	return found === null ? undefined : Number(found[1]);
}

/** How much a model thinks, the least first. */
const SCALE: readonly string[] = [
	"none",
	"disabled",
	"minimal",
	"low",
	"adaptive",
	"auto",
	"medium",
	"default",
	"high",
	"xhigh",
	"max",
];

/**
 * The value of the listed ones that is nearest to what was sent, never the same one. Gemini lists none. It
 * takes LOW if it takes levels; if it takes none, it does not name the value (RooCodeInc/Roo-Code#10700).
 */
function nearestIn(words: string, sent: string): string | undefined {
	const from = SCALE.indexOf(sent.toLowerCase());
	if (from === -1) return undefined;
	const isUpper = sent === sent.toUpperCase();
	const list =
		/((?:^|[^n])supported (?:values|levels)|valid (?:values|levels|options)|(?:must|should) be|expected|one of|allowed|accepts?|only|\buse\b) ?(.{1,160})/.exec(
			words,
		)?.[2] ?? "";
	const listed = SCALE.filter((value, at) => at !== from && hasValue(list, value));
	const [nearest] = [...listed].sort((a, b) => Math.abs(SCALE.indexOf(a) - from) - Math.abs(SCALE.indexOf(b) - from));
	if (nearest !== undefined) return isUpper ? nearest.toUpperCase() : nearest;
	if (/reasoning is mandatory|reasoning cannot be disabled/.test(words)) return "low";
	return sent === "MINIMAL" && words.includes("minimal") ? "LOW" : undefined;
}

function hasValue(list: string, value: string): boolean {
	const at = list.indexOf(value);
	const isPart = (sign: string | undefined) => sign !== undefined && /[a-z0-9]/.test(sign);
	return at !== -1 && !isPart(list[at - 1]) && !isPart(list[at + value.length]);
}
