/**
 * What a model's server leaves in a text beside the answer: thoughts, channels, tokens that end a turn and what follows them,
 * calls of tools, colours of a terminal, line ends spelled as letters. Owns their taking out. Pure; time grows as the length.
 * Rule: a mark in quotes, backticks or a code block is what the answer speaks of, and stays.
 *
 * The names are those of the models' chat templates; docs/field-cases.md has reports of each kind.
 */
import { unescapeText, unwrapJson } from "./escaped-text.ts";

/** Colours and cursor moves, and titles of a window (ECMA-48). */
const TERMINAL = /\x1b\[[0-9;:?]{0,32}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b]{0,400}(?:\x07|\x1b\\)|\x1b[ -/]?[@-Z\\^_]/g;
/** The same after a service took the control character out. */
const BARE_COLOUR = /\[(?:\d{1,3};){0,5}\d{0,3}m/g;
const SPELLED_ESCAPE = /\\(?:033|e|x1b|u001b)\[|```|`\[/i;

/** Of gpt-oss's channels without their tokens: no word goes on with a capital, as `analysisWe need to` does. */
const BARE_CHANNEL = /^\s{0,40}(?:analysis|commentary)(?=[A-Z"'(]|\s{0,4}to=)/;
const BARE_FINAL = /assistantfinal/g;

/**
 * Whatever has the form of a mark: `<|x|>`, `<|x>`, `<x|>`, `<x y="z">`, `</x>`, `[X]`, `◁x▷` and DeepSeek's `<｜DSML｜x>`.
 * Groups come in pairs: a slash, a name.
 */
const MARK =
	/<(\/?)[|｜](DSML[|｜][^<>\n]{0,300})>|<[|｜](\/?)([\w▁:. -]{1,60}?)[|｜]?>|<(\/?)([a-z][\w:-]{0,40}?)[|｜]>|<(\/?)([a-z][\w:-]{0,40})(?:[=\s][^<>\n]{0,300})?\/?>|\[(\/?)([A-Z_]{3,16})\]|◁(\/?)(\w{1,16})▷/gi;

const THOUGHT =
	/^(?:[a-z]{1,12}[:_])?(?:think|thinking|thoughts?|reasoning|reflection|scratchpad|inner_monologue)$|^(?:begin_of_thought|start_thinking|unused94|antthinking)$/;
const THOUGHT_END = /^(?:end_of_thought|end_thinking|unused95)$/;
const TOOL =
	/^(?:[a-z]{1,12}:)?(?:tools?_calls?|tool_use|tool_code|tool_response|tool_results|tool_calls?_(?:begin|end)|tool_calls_section_(?:begin|end)|function_calls?|invoke|(?:start|end)_function_call|python_tag|available_tools)$|^dsml/;
const STOP =
	/^(?:(?:im_|turn_|)end|endoftext|end_of_(?:text|sentence|turn|turn_token|utterance|role|solution)|eot|eot_id|eom|eom_id|eos|end_response)$/;
/** Ends of a turn in pipes or brackets alone: as elements these may be anybody's. */
const PIPED_STOP = /^(?:return|call|user|im_user|im_assistant|observation|system)$/;
const START =
	/^(?:im_start|start_header_id|start_of_(?:turn|role|turn_token)|bos|begin_of_(?:text|sentence)|chatbot_token)$/;
const PIPED_START = /^(?:start|assistant|turn)$/;
/** What stands before an answer proper and has no meaning in it. */
const EMPTY = /^(?:pad|unk|begin_of_solution|start_response)$/;
const ROLE = /^\s{0,4}(?:assistant|model|final|chatbot)?(?:<\|end_header_id\|>)?\s{0,4}/i;

type Kind = "thought" | "thought-end" | "tool" | "tool-end" | "stop" | "start" | "empty";
type Mark = { at: number; end: number; kind: Kind; name: string };

/** UTF-16 units at each end of a text: thoughts come first, the answer and its last lines at the end. */
const END_UNITS = 20_000;

/**
 * The answer without what stands around it; '' where there is nothing but machinery. Of a text that is longer than any answer
 * both ends are read.
 */
export function stripMachinery(raw: string): string {
	const both = raw.length <= 2 * END_UNITS ? raw : `${raw.slice(0, END_UNITS)}\n${raw.slice(-END_UNITS)}`;
	const text = stripMarks(unescapeText(stripChannels(stripTerminal(both))));
	return unwrapJson(stripNextTurn(text).replace(/^\s{0,40}(?:assistant ?:|assistant\n|### Response:)/i, ""));
}

function stripTerminal(text: string): string {
	const plain = text.includes("\x1b") ? text.replace(TERMINAL, "") : text;
	// Without its escape character a colour is told by its partner, the reset.
	return plain.includes("[0m") && !SPELLED_ESCAPE.test(plain) ? plain.replace(BARE_COLOUR, "") : plain;
}

/** The last `final` channel; '' where there are channels and no such. */
function stripChannels(text: string): string {
	if (text.includes("<|channel|>")) {
		const parts = text.split("<|channel|>");
		const final = parts.filter((part) => /^\s{0,4}(?:final|assistant)\b/.test(part)).pop();
		const last = parts[parts.length - 1] ?? "";
		const chosen = final ?? (/^\s{0,4}(?:analysis|commentary)/.test(last) ? "" : last);
		return chosen.replace(/^[^<\n]{0,80}(?:<\|constrain\|>\w{1,20})?<\|message\|>/, "");
	}
	if (!BARE_CHANNEL.test(text)) return text;
	let end = text.length;
	for (const found of text.matchAll(BARE_FINAL)) end = found.index + found[0].length;
	return text.slice(end);
}

/** In one pass. A closing mark of a thought that never opened drops all that is before it. */
function stripMarks(text: string): string {
	const marks = readMarks(text);
	const lastThought = marks.map(({ kind }) => kind).lastIndexOf("thought-end");
	let out = "";
	let at = 0;
	let isCode = false;
	for (const [index, mark] of marks.entries()) {
		if (mark.at < at) continue;
		const part = text.slice(at, mark.at);
		if (countFences(part) % 2 === 1) isCode = !isCode;
		out += part;
		at = mark.at;
		if (isCode && mark.kind !== "thought-end") continue;
		if (mark.kind === "stop" || (mark.kind === "start" && /\S/.test(out))) {
			if (/\S/.test(out)) return out;
			at = mark.end;
		} else if (mark.kind === "thought-end") {
			out = "";
			isCode = false;
			at = mark.end;
		} else if (mark.kind === "start") {
			at = mark.end + (ROLE.exec(text.slice(mark.end, mark.end + 48))?.[0].length ?? 0);
		} else if (mark.kind === "thought" && index > lastThought) {
			// A thought that never ends is all that follows, unless it is a word in a sentence.
			at = /(?:^|\n)[ \t]{0,8}$/.test(out.slice(-9)) ? text.length : mark.end;
		} else {
			at = mark.kind === "empty" ? mark.end : (closing(marks, index)?.end ?? text.length);
		}
	}
	return out + text.slice(at);
}

/** Where the text goes on after it, so that each mark is looked at once. */
function closing(marks: readonly Mark[], index: number): Mark | undefined {
	const open = marks[index];
	for (let next = index + 1; next < marks.length; next++) {
		const mark = marks[next];
		if (open?.kind === "thought" && mark?.kind === "thought-end") return mark;
		if (open?.kind === "tool" && mark?.kind === "tool-end" && mark.name === open.name) return mark;
	}
	return undefined;
}

type Found = { name: string; dress: "pipe" | "bracket" | "element"; closes: boolean; isHalf: boolean; whole: string };

function readMarks(text: string): Mark[] {
	const marks: Mark[] = [];
	const kinds = new Map<string, Kind | null>();
	const open = { s: 0, inst: 0, details: 0 };
	for (const match of text.matchAll(MARK)) {
		const found = nameOf(match);
		const [at, end] = [match.index, match.index + found.whole.length];
		const known = kinds.get(found.whole);
		const usual = known === undefined ? kindOf(found) : known;
		kinds.set(found.whole, usual);
		const { name } = found;
		const isPair = name === "s" || name === "inst" || name === "details";
		const kind = isPair ? kindInPair(name, found, text, [at, end], open) : usual;
		if (kind === null || isQuoted(text, at, end, kind)) continue;
		marks.push({ at, end, kind, name: name.replace(/(?:begin|end|start)_?/, "") });
	}
	return marks;
}

function nameOf(match: RegExpMatchArray): Found {
	const [whole, dsmlSlash, dsml, fullSlash, full, halfSlash, half, slash, element, ...others] = match;
	const [bracketSlash, bracket, triangleSlash, triangle] = others;
	const said = dsml ?? full ?? half ?? element ?? bracket ?? triangle ?? "";
	return {
		name: said
			.replace(/ .*/, "")
			.replace(/[▁|｜]/g, "_")
			.toLowerCase(),
		dress: element !== undefined ? "element" : bracket !== undefined ? "bracket" : "pipe",
		closes: half !== undefined || [dsmlSlash, fullSlash, halfSlash, slash, bracketSlash, triangleSlash].includes("/"),
		isHalf: whole.startsWith("<") && /[|｜]>$/.test(whole) !== /^<[|｜]/.test(whole),
		whole,
	};
}

/** Names that are a server's only by what stands around them: `<s>` is also struck out, `<details>` also an element. */
function kindInPair(
	name: "s" | "inst" | "details",
	{ closes, dress, whole }: Found,
	text: string,
	[at, end]: readonly [number, number],
	open: Record<"s" | "inst" | "details", number>,
): Kind | null {
	const isFirst = at < 40 && !/\S/.test(text.slice(0, at));
	const isPaired = closes && open[name] > 0;
	if (closes) open[name] = Math.max(0, open[name] - 1);
	if (name === "details") {
		const isThought = whole.includes('type="reasoning"');
		if (isThought) open.details++;
		return isThought ? "thought" : isPaired ? "thought-end" : null;
	}
	if (name === "inst") {
		if (dress === "element") return null;
		if (!closes && isFirst) open.inst++;
		return isPaired ? "thought-end" : "stop";
	}
	if (dress !== "element") return null;
	if (!closes) open.s++;
	if (!closes) return isFirst && !text.slice(end, end + 400).includes("</s> ") ? "start" : null;
	return isPaired && /\S/.test(text.slice(end, end + 40)) ? null : "stop";
}

function kindOf({ name, dress, closes, isHalf, whole }: Found): Kind | null {
	if (dress === "bracket" && whole !== whole.toUpperCase()) return null;
	if (name === "channel" && isHalf) return closes ? "thought-end" : "thought";
	if (THOUGHT_END.test(name)) return "thought-end";
	if (THOUGHT.test(name)) return closes ? "thought-end" : "thought";
	if (TOOL.test(name) || (name === "function" && (whole.includes("=") || closes))) {
		return closes || /_end$|^end_/.test(name) ? "tool-end" : "tool";
	}
	if (STOP.test(name)) return "stop";
	if (START.test(name)) return "start";
	if (EMPTY.test(name)) return "empty";
	if (dress === "element") return null;
	if (PIPED_STOP.test(name)) return "stop";
	if (PIPED_START.test(name)) return "start";
	return dress === "pipe" && !isHalf && /^[a-z0-9_]+$/.test(name) ? "empty" : null;
}

const QUOTES = "`\"'“”‘’«»「」『』";

/** `<|im_end|>` in quotes; `<think>` behind a quote; `</think>` before one. */
function isQuoted(text: string, at: number, end: number, kind: Kind): boolean {
	const before = at > 0 && QUOTES.includes(text.charAt(at - 1));
	const after = end < text.length && QUOTES.includes(text.charAt(end));
	if (kind === "thought" || kind === "tool") return before;
	return kind === "thought-end" || kind === "tool-end" ? after && text.charAt(end) === "`" : before && after;
}

function countFences(text: string): number {
	return text.match(/(?:^|\n)[ \t]{0,3}(?:```|~~~)/g)?.length ?? 0;
}

/** Some models go on with the next question of a person whom they make up. */
function stripNextTurn(text: string): string {
	const at = text.search(/\n[ \t]{0,4}(?:###? ?(?:Instruction|Human|User)|Human) ?:/);
	return at > 0 && /\S/.test(text.slice(0, at)) ? text.slice(0, at) : text;
}
