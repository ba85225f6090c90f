/**
 * Calls of tools that a model writes in its text where a line was asked for: `{"name": "set_timer", "arguments": {"seconds": 600}}`,
 * `set_timer(seconds=600)`. Owns making a line of them, which action-lines.ts reads. Rule: what is no call of an action is left
 * as it is.
 */
import { type Fields, isFields, parseJson } from "../core/json.ts";
import { verbOf } from "./action-words.ts";

/** UTF-16 units of a call; a longer one is none of ours. */
const CALL_UNITS = 600;
const CALL_START =
	/\{\s{0,8}["'](?:name|function|tool|tool_name|action|type|do|command|tool_calls|actions?|timer|alarm|reminder)["']\s{0,4}:/;
/** What servers and models put around one. */
const BEFORE = /(?:<\|?tool_calls?\|?>|\[TOOL_CALLS\]|```(?:json|tool_code|tool_call)?|!!|！！|\[)\s{0,8}$/;
const BEHIND = /^\s{0,8}(?:<\/tool_calls?>|<\|\/?tool_call\|>|```|\])/;
const FUNCTION =
	/^\s{0,8}(?:`{1,3})?(?:!!\s{0,4})?((?:set|create|start|add|schedule)_(?:timer|alarm|reminder))\(([^()\n]{0,200})\)`{0,3}\s{0,8}$/gm;

/** `!! timer {"seconds": 600}` */
const BARE = /(?:!!|！！)\s{0,4}(\p{L}{2,20})\s{0,4}:?\s{0,4}(\{[^{}\n]{2,300}\})/gu;

/** The text with a line in the place of each call. */
export function callsAsLines(raw: string): string {
	const bare = raw.replace(BARE, (all, verb: string, inside: string) => {
		const value = parseJson(inside);
		return isFields(value) && verbOf(verb) !== null ? `!! ${verb} ${argumentsOf(value)}` : all;
	});
	const text = bare.replace(
		FUNCTION,
		(_, name: string, inside: string) => `!! ${name} ${inside.replace(/[,"']/g, " ")}`,
	);
	let rest = text;
	let out = "";
	for (;;) {
		const start = rest.search(CALL_START);
		const end = start < 0 ? -1 : endOfObject(rest, start);
		if (end < 0) return out + rest;
		const lines = linesOf(parseJson(rest.slice(start, end)));
		const before = rest.slice(0, start);
		if (lines.length === 0) out += rest.slice(0, end);
		else out += `${before.replace(BEFORE, "").replace(BEFORE, "").trimEnd()}\n${lines.join("\n")}\n`;
		rest = lines.length === 0 ? rest.slice(end) : rest.slice(end).replace(BEHIND, "").replace(BEHIND, "");
	}
}

/** Behind the bracket that closes the object; -1 where it does not end. */
function endOfObject(text: string, start: number): number {
	let depth = 0;
	let isText = false;
	for (let at = start; at < Math.min(text.length, start + CALL_UNITS); at++) {
		const sign = text[at];
		if (sign === "\\") at++;
		else if (sign === '"') isText = !isText;
		else if (!isText && sign === "{") depth++;
		else if (!isText && sign === "}" && --depth === 0) return at + 1;
	}
	return -1;
}

function linesOf(value: unknown): string[] {
	if (!isFields(value)) return [];
	const inner = value.tool_calls ?? value.actions;
	if (Array.isArray(inner)) return inner.flatMap(linesOf);
	if (isFields(value.function)) return linesOf(value.function);
	const name = ["name", "tool", "tool_name", "function", "do", "action", "command", "type"].map((key) => value[key]);
	const verb = name.find((one): one is string => typeof one === "string" && verbOf(one) !== null);
	if (verb !== undefined) return [`!! ${verb} ${argumentsOf(value)}`];
	const [key, only] = Object.entries(value)[0] ?? [];
	return key !== undefined && isFields(only) && verbOf(key) !== null ? [`!! ${key} ${argumentsOf(only)}`] : [];
}

/** By what they are called; times first, as in a line. */
function argumentsOf(call: Fields): string {
	const given = ["arguments", "parameters", "args", "input", "params"]
		.map((key) => call[key])
		.find((one) => one !== undefined);
	const found = typeof given === "string" ? parseJson(given) : given;
	const fields = isFields(found) ? found : call;
	const say = (unit: string, ...keys: string[]) => {
		const value = keys.map((key) => fields[key]).find((one) => one !== undefined && one !== null && one !== "");
		if (Array.isArray(value)) return value.join(",");
		return typeof value === "number" || typeof value === "string" ? `${value}${unit}` : "";
	};
	const days = say("", "days", "repeat", "days_of_week", "recurrence");
	return [
		say("h", "hours"),
		say("min", "minutes", "duration_minutes"),
		say("s", "seconds", "duration_seconds", "delay_seconds", "in_seconds"),
		say("", "duration", "delay", "in"),
		say("", "day", "date", "offset"),
		say("", "time", "at", "datetime", "when", "alarm_time"),
		days === "" ? "" : `[${days}]`,
		say("", "label", "title", "text", "message", "app", "note", "content", "reminder", "task"),
	]
		.filter((part) => part !== "")
		.join(" ");
}
