/**
 * Texts that were escaped once too often, or stand in an envelope of JSON. Owns their opening. Pure; time grows as the length.
 * Rule: what may be the answer itself, such as a string in code or JSON that was asked for, is left as it is.
 */
import { type Fields, isFields, parseJson } from "../json.ts";

/** Letters of a LaTeX command that were read as an escape of JSON, as in `\frac`, `\times`, `\beta`, `\right`. */
const EATEN: readonly (readonly [RegExp, string])[] = [
	[/\f(?=rac\b|orall\b)/g, "\\f"],
	[/[\b](?=eta\b|egin\{|ar\{|oxed\{|inom\{)/g, "\\b"],
	[/\t(?=imes\b|ext\{|heta\b|frac\b)/g, "\\t"],
	[/\r(?=ight\b|ho\b)/g, "\\r"],
];

/** `\n` as two letters, but no command such as `\nu`. */
const SPELLED_END = /\\r\\n|\\n(?!(?:u|e|eq|ot|otin|abla|eg|mid|i|atural|ewline|onumber)(?![a-z]))/g;
/** A spelled line end that stands where a line would end. */
const CLEAR_END = /(?:[.!?:;…。！？]["”’)]?|\\n)\\n|\\n(?:\\n|[-*•#>@]|\d{1,2}\.)/;

/** Also of a tokenizer's own pieces, `ĠHelloĊ`, in which G with a dot is the space. */
export function unescapeText(raw: string): string {
	const text = EATEN.reduce((rest, [eaten, letters]) => rest.replace(eaten, letters), raw);
	if (text.includes("Ġ") && !text.includes(" ")) return text.replace(/Ġ/g, " ").replace(/Ċ/g, "\n");
	return isSpelled(text) ? spelledOut(text) : fromBytes(text);
}

/** Whether line ends are spelled: in a text without any, outside quotes and code. */
function isSpelled(text: string): boolean {
	if (!text.includes("\\n") || text.trim().includes("\n") || text.includes("`")) return false;
	const found = CLEAR_END.exec(text);
	if (found === null) return false;
	const before = text.slice(0, found.index).replace(/\\"/g, "");
	return (before.split('"').length - 1) % 2 === 0;
}

function spelledOut(text: string): string {
	return text
		.replace(SPELLED_END, "\n")
		.replace(/\\t(?![a-z])/g, " ")
		.replace(/\\"/g, '"');
}

/** `<0x0A>`: bytes that a tokenizer had no piece for. */
function fromBytes(text: string): string {
	return text.replace(/<0x([0-9A-F]{2})>/g, (_, hex: string) => (hex === "0A" ? "\n" : ""));
}

/** Longer ones are no answer for a watch. */
const JSON_LIMIT = 20_000;
const ANSWER_KEYS = ["answer", "response", "reply", "text", "content", "message", "output", "final_answer", "result"];
const CALL = /\n[ \t]{0,8}\{\s{0,8}"(?:name|function|tool|tool_name|action|type)"\s{0,8}:/;

/** A text that is a call of a tool is '', one that is `{"answer": "..."}` is that answer; any other is itself. */
export function unwrapJson(text: string): string {
	const trimmed = text.trim();
	const inner = /^```(?:json)?\n([\s\S]*)\n```$/.exec(trimmed)?.[1]?.trim() ?? trimmed;
	if (/^[{[]/.test(inner) && inner.length <= JSON_LIMIT) {
		const value = parseJson(inner);
		if (isCall(value)) return "";
		const said = answerIn(value);
		if (said !== null) return said;
	}
	const at = text.search(CALL);
	return at >= 0 && isCall(parseJson(text.slice(at, at + JSON_LIMIT).trim())) ? text.slice(0, at) : text;
}

function isCall(value: unknown): boolean {
	const calls = Array.isArray(value) ? value : [value];
	return calls.length > 0 && calls.every((one) => isFields(one) && (isNamed(one) || Object.values(one).some(isInner)));
}

/** `{"tool_calls": [...]}`, `{"type": "function", "function": {...}}`. */
function isInner(value: unknown): boolean {
	const inner = Array.isArray(value) ? value : [value];
	return inner.length > 0 && inner.every((one) => isFields(one) && (isNamed(one) || isFields(one.function)));
}

function isNamed(value: Fields): boolean {
	const name = ["name", "tool", "tool_name", "function", "action"].find((key) => typeof value[key] === "string");
	return (
		name !== undefined &&
		["arguments", "parameters", "args", "input", "action_input", "tool_input"].some((key) => key in value)
	);
}

function answerIn(value: unknown): string | null {
	if (!isFields(value)) return null;
	const keys = Object.keys(value);
	const key = ANSWER_KEYS.find((one) => typeof value[one] === "string");
	return key !== undefined && keys.length <= 2 ? String(value[key]) : null;
}
