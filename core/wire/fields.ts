/**
 * Messages as tables: a line of text for each, which names its fields in the order in which they go and says of what kind each
 * is. Owns how such a line is read: as a type, and from and to what goes over the link. Rule: the line is the only place where
 * a field stands; a value that is not of its kind is left out, or is why there is no message.
 *
 *     f id:id look?:look code:code waitSeconds?:count left?:text24
 *
 * `?` may be missing. A word without a kind is itself, as the letter that a list begins with. Kinds: `count` a whole number from
 * 0, `count9` one up to 9; `text9` a text with more than blanks in it, cut at 9 units, `string9` one that may be empty; `flag`
 * true or missing; `yes` true unless it is said not to be; `a|b` one of these, of which the first stands for what is not known;
 * `kind*9` a list of at most 9; and what a message has of its own: another line, or a function.
 *
 * What goes over the link is a list in the line's order, in which flags are 1; stored values and JSON are objects.
 */
import type { Fields } from "../json.ts";

/** A decoder's result: the value, or why the bytes are not one (for the log; it holds no payload). */
export type Decoded<T> = { ok: true; value: T } | { ok: false; why: string };

/** Kinds of a message's own: a line, or what reads a value and gives undefined where it is none. */
export type Kinds<Own> = { readonly [Kind in keyof Own]: string | ((value: unknown) => Own[Kind] | undefined) };

/** What holds texts and numbers to the bounds that their kinds name; without it they are only texts and numbers. */
export type Bounds = { readonly bounds?: (kind: string, value: unknown) => unknown };

type Options<Kind extends string> = Kind extends `${infer First}|${infer Rest}` ? First | Options<Rest> : Kind;

type ValueOf<Kind extends string, Own> = Kind extends keyof Own
	? Own[Kind]
	: Kind extends `${infer Item}*${number}`
		? ValueOf<Item, Own>[]
		: Kind extends "flag"
			? true
			: Kind extends "yes"
				? boolean
				: Kind extends `count${string}`
					? number
					: Kind extends `text${string}` | `string${string}`
						? string
						: Options<Kind>;

type FieldOf<Field extends string, Own> = Field extends `${infer Name}?:${infer Kind}`
	? { [_ in Name]?: ValueOf<Kind, Own> }
	: Field extends `${infer Name}:${infer Kind}`
		? { [_ in Name]: ValueOf<Kind, Own> }
		: unknown;

type FieldsOf<Line extends string, Own> = Line extends `${infer Field} ${infer Rest}`
	? FieldOf<Field, Own> & FieldsOf<Rest, Own>
	: FieldOf<Line, Own>;

/** The type of the messages of a line. */
export type MessageOf<Line extends string, Own> =
	FieldsOf<Line, Own> extends infer All ? { [Name in keyof All]: All[Name] } : never;

/** A message from a list in its line's order, or from an object with its names. */
export function read<Line extends string, Own>(
	line: Line,
	value: unknown,
	kinds: Partial<Kinds<Own>> & Bounds,
): Decoded<MessageOf<Line, Own>> {
	const message: Fields = {};
	const why = fill(message, line, value, kinds);
	return isRight<MessageOf<Line, Own>>(message, why) ? { ok: true, value: message } : { ok: false, why };
}

/** A message of which nothing is wrong is of its line's type: the one place that says so. */
function isRight<Message>(_message: Fields, why: string): _message is Fields & Message {
	return why === "";
}

/** Gives the name of the field for which there is no message, and nothing where there is one. */
function fill(message: Fields, line: string, value: unknown, kinds: object): string {
	if (typeof value !== "object" || value === null) return "not an object";
	const given: Fields = Object(value);
	let at = -1;
	for (const field of line.split(" ")) {
		at++;
		const [name = "", kind] = field.split(":");
		if (kind === undefined) continue;
		const isNeeded = !name.endsWith("?");
		const bare = isNeeded ? name : name.slice(0, -1);
		const found = readKind(kind, given[Array.isArray(value) ? at : bare], Object(kinds));
		if (found !== undefined) message[bare] = found;
		else if (!isNeeded) continue;
		else if (kind.includes("*")) message[bare] = [];
		else if (kind.includes("|")) message[bare] = kind.slice(0, kind.indexOf("|"));
		else return bare;
	}
	return "";
}

function readKind(kind: string, value: unknown, kinds: Fields): unknown {
	const own = kinds[kind];
	if (typeof own === "function") return own(value);
	if (typeof own === "string") {
		const message: Fields = {};
		return fill(message, own, value, kinds) === "" ? message : undefined;
	}
	const [item = "", most] = kind.split("*");
	if (most !== undefined) {
		if (!Array.isArray(value)) return undefined;
		return value
			.map((one) => readKind(item, one, kinds))
			.filter((one) => one !== undefined)
			.slice(0, Number(most));
	}
	if (kind === "flag") return value === true || value === 1 ? true : undefined;
	if (kind === "yes") return value !== false && value !== 0;
	if (kind.includes("|")) return kind.split("|").find((option) => option === value);
	const { bounds } = kinds;
	if (typeof bounds === "function") return bounds(kind, value);
	return typeof value === (kind.startsWith("count") ? "number" : "string") ? value : undefined;
}

/**
 * A message from its list, as whoever trusts the sender reads it: texts and numbers are what they are said to be, and nothing is
 * missing. What the line leaves open stays right: options that are not known, items that are new.
 */
export function trust(line: string, list: readonly unknown[]): Fields {
	const message: Fields = {};
	line.split(" ").forEach((field, at) => {
		const [name = "", kind = ""] = field.split(/\??:/);
		let value = list[at] ?? undefined;
		if (value === 0 && !kind.startsWith("count")) value = undefined;
		if (kind === "yes") value = list[at] !== 0;
		else if (kind === "flag") value = value === 1 ? true : undefined;
		else if (kind.includes("|") && value !== undefined && !kind.split("|").includes(String(value)))
			value = kind.split("|")[0];
		if (value !== undefined && kind !== "") message[name] = value;
	});
	return message;
}

/** The list that a message is on its way; `kinds` as of `read`, functions giving what stands for a value. */
export function write(line: string, message: object, kinds: Readonly<Record<string, unknown>>): unknown[] {
	const fields: Fields = { ...message };
	const list: unknown[] = [];
	let end = 0;
	for (const field of line.split(" ")) {
		const [name = "", kind] = field.split(/\??:/);
		const value = kind === undefined ? name : fields[name];
		// What is missing is 0 where that is shorter and means nothing else, and nothing at the end.
		const isShort = kind === "flag" || typeof kinds[kind ?? ""] === "string";
		list.push(value === undefined ? (isShort ? 0 : null) : writeKind(kind ?? "", value, kinds));
		if (value !== undefined) end = list.length;
	}
	return list.slice(0, end);
}

function writeKind(kind: string, value: unknown, kinds: Fields): unknown {
	const own = kinds[kind];
	if (typeof own === "function") return own(value);
	if (typeof own === "string" && typeof value === "object" && value !== null) return write(own, value, kinds);
	if (Array.isArray(value)) return value.map((one) => writeKind(kind.split("*")[0] ?? "", one, kinds));
	return typeof value === "boolean" ? Number(value) : value;
}
