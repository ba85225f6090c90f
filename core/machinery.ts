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
const PIPED_STOP = /^(?:return|call|user|im_user|im_assistant|observation|system|inst)$/;
const START =
	/^(?:im_start|start_header_id|start_of_(?:turn|role|turn_token)|bos|begin_of_(?:text|sentence)|chatbot_token)$/;
const PIPED_START = /^(?:start|assistant|turn)$/;
/** What stands before an answer proper and has no meaning in it. */
const EMPTY = /^(?:pad|unk|begin_of_solution|start_response)$/;
const ROLE = /^\s{0,4}(?:assistant|model|final|chatbot)?(?:<\|end_header_id\|>)?\s{0,4}/i;

type Kind = "thought" | "thought-end" | "tool" | "tool-end" | "stop" | "start" | "empty";
type Mark = { at: number; end: number; kind: Kind; name: string };

/** The answer without what stands around it; '' where there is nothing but machinery. */
export function stripMachinery(raw: string): string {
	const text = stripMarks(unescapeText(stripChannels(stripTerminal(raw))));
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

function readMarks(text: string): Mark[] {
	const marks: Mark[] = [];
	const kinds = new Map<string, Kind | null>();
	let struck = 0;
	for (const found of text.matchAll(MARK)) {
		const [whole, dsmlSlash, dsml, fullSlash, full, halfSlash, half, slash, element, ...others] = found;
		const [bracketSlash, bracket, triangleSlash, triangle] = others;
		const closes = [dsmlSlash, fullSlash, halfSlash, slash, bracketSlash, triangleSlash].includes("/");
		const said = dsml ?? full ?? half ?? element ?? bracket ?? triangle ?? "";
		if (said === "s") struck += closes ? -1 : found.index < 40 ? 0 : 1;
		if (said === "s" && closes && struck >= 0) continue;
		const name = said
			.replace(/ .*/, "")
			.replace(/[▁|｜]/g, "_")
			.toLowerCase();
		const dress = element === undefined ? (bracket === undefined ? "pipe" : "bracket") : "element";
		if (dress === "bracket" && said !== said.toUpperCase()) continue;
		const isHalf = whole.startsWith("<") && /[|｜]>$/.test(whole) !== /^<[|｜]/.test(whole);
		const known = kinds.get(whole);
		const kind = known === undefined ? kindOf(name, dress, closes || half !== undefined, isHalf, whole) : known;
		kinds.set(whole, kind);
		if (kind === null || isQuoted(text, found.index, found.index + whole.length, kind)) continue;
		marks.push({
			at: found.index,
			end: found.index + whole.length,
			kind,
			name: name.replace(/(?:begin|end|start)_?/, ""),
		});
	}
	return marks;
}

function kindOf(
	name: string,
	dress: "pipe" | "bracket" | "element",
	closes: boolean,
	isHalf: boolean,
	whole: string,
): Kind | null {
	if (name === "channel" && isHalf) return closes ? "thought-end" : "thought";
	if (name === "s") return dress !== "element" ? null : closes ? "stop" : "start";
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
