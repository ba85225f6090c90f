/**
 * An API key as people paste it: found in what stands around it, mended, and told apart from what is none.
 * Owns what a key looks like and whose it may be; stores and sends nothing. Rule: a part of a key is never
 * taken for one, and a sign that cannot be mended is never dropped, since what is left would be another key.
 */
import { parseAddress } from "./address.ts";
import { findKeyPattern, type KeyPattern, patternNamed } from "./key-patterns.ts";
import { mendPasted } from "./pasted.ts";

type PastedKey =
	/** `look` is of the key itself, else of the name that stood before it. */
	| { kind: "key"; key: string; pattern?: KeyPattern }
	/** Dots or stars stand for a part of it, as services show a key once it was made. */
	| { kind: "shortened" }
	| { kind: "address" }
	| { kind: "unusable" };

/**
 * The shortest text that is taken for a key; below it, its last four characters would give too much of it
 * away.
 */
const SHORTEST_KEY = 8;
/** Longer than any provider's key, shorter than a document pasted by mistake. */
const LONGEST_KEY = 500;
/** A command with its headers, or a file of settings. */
const LONGEST_PASTE = 8000;

/**
 * A word of what was pasted, and the name that it was given there, as in `NAME=word`, `name: word`, `Bearer
 * word`.
 */
type Word = { text: string; name: string };

export function readPastedKey(pasted: string): PastedKey {
	if (pasted.length > LONGEST_PASTE) return { kind: "unusable" };
	const words = wordsOf(joinLines(mendPasted(pasted)));
	const found = choose(words);
	if (found === undefined) return { kind: "unusable" };
	if (isShortened(found, words)) return { kind: "shortened" };
	if (isAddress(found.text)) return { kind: "address" };
	if (!isWhole(found.text)) return { kind: "unusable" };
	const pattern = patternOf(found);
	return { kind: "key", key: found.text, ...(pattern === undefined ? {} : { pattern }) };
}

/**
 * The signs of a key that is already stored, or that a command line gave; "" without one. If `readPastedKey`
 * would not take it, only signs that no header carries are dropped: the person may have a server with keys
 * like that.
 */
export function tidyKey(stored: string): string {
	const read = readPastedKey(stored);
	return read.kind === "key"
		? read.key
		: mendPasted(stored)
				.replace(/^\s*bearer\s+/i, "")
				.replace(/[^\x21-\x7e]|["'`]/g, "");
}

/** The name that stands before a key tells whose it is if the key's own pattern leaves that open. */
function patternOf({ text, name }: Word): KeyPattern | undefined {
	const own = findKeyPattern(text);
	const named = patternNamed(name);
	if (own === undefined || named === undefined) return own ?? named;
	return own.may.length > 1 && named.may.some((id) => own.may.includes(id)) ? named : own;
}

/**
 * Joins the two lines of a key that was copied from a narrow window. A line that begins something of its own
 * is not joined.
 */
function joinLines(text: string): string {
	let joined = "";
	let last = "";
	for (const raw of text.split(/\r\n?|\n/)) {
		const line = raw.trim();
		const isRest = /^[\w+/=.~-]+["',;]*$/.test(line) && (line.length >= SHORTEST_KEY || /\d/.test(line));
		const isCut = (last.length >= LONG_WORD || findKeyPattern(last) !== undefined) && /[\w+/.~-]$/.test(last);
		const isJoined = isRest && isCut && findKeyPattern(line) === undefined && !isAddress(line);
		joined += isJoined ? line : `\n${line}`;
		last = isJoined ? last + line : (line.split(/[\s"']+/).pop() ?? "");
	}
	return joined;
}

/** Longer than words are. */
const LONG_WORD = 16;

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let name = "";
	for (const raw of text.split(/[\s"'`]+/)) {
		const split = splitName(trimSigns(raw));
		if (split.name !== "") name = split.name;
		if (split.text === "" || /^[\\:=]+>?$/.test(split.text)) continue;
		if (/^(?:bearer|basic|token)$/i.test(split.text)) {
			name = name === "" ? split.text : name;
			continue;
		}
		words.push({ text: split.text, name });
		// A name stands for the word right after it; a word that may itself be a name is one for the next.
		name = isKeyName(split.text) ? split.text : "";
	}
	return words;
}

/** Without the brackets and commas of JSON, a full stop, and a line's end that was written as `\n`. */
function trimSigns(word: string): string {
	if (word.length > 2 * LONGEST_KEY) return word;
	const inside = word.replace(/^(?:\$\{|[,;{}()[\]<>|])+/, "");
	const bare = inside.replace(inside === word ? /(?:[,;}\]>\\]|\\[nrt])+$/ : /(?:[,;{}()[\]<>|\\]|\\[nrt])+$/, "");
	return /[^.]\.$/.test(bare) ? bare.slice(0, -1) : bare;
}

/** `NAME=word`, `key:word`, `--api-key=word`, `$env:NAME=word`, and `name:` before a word. */
function splitName(word: string): Word {
	const whole = { name: "", text: word };
	if (findKeyPattern(word) !== undefined) return whole;
	const [, name = "", sign = "", text = ""] =
		/^(?:\$env:|\$|-{1,2})?([a-z_][\w.-]{0,60})([:=]+)(.*)$/i.exec(word) ?? [];
	if (name === "" || text.startsWith("//")) return whole;
	const isName = isKeyName(name) || (sign === "=" ? /^[A-Z][A-Z0-9_]*$/.test(name) && text !== "" : text === "");
	return isName ? { name, text } : whole;
}

/** What people and programs call a key. Three digits make it a key rather than its name. */
function isKeyName(word: string): boolean {
	if (word.length > 64 || findKeyPattern(word) !== undefined || /\d\D*\d\D*\d/.test(word)) return false;
	return /key|token|secret|auth|bearer|api/i.test(word);
}

/**
 * One with a known pattern, else the one that is called a key, else the only word; none if two have an equal
 * claim.
 */
function choose(words: readonly Word[]): Word | undefined {
	const asked = words.map(({ text, name }) => {
		const inQuery = /[?&](?:api[_-]?key|key|(?:access[_-]?)?token)=([^&#]+)/i.exec(text)?.[1];
		return { text: inQuery ?? text, name };
	});
	const looking = asked.filter(({ text }) => findKeyPattern(text) !== undefined);
	if (looking.length > 0) return only(looking);
	return (
		only(asked.filter(({ text, name }) => isKeyName(name) && !isKeyName(text) && text.length >= SHORTEST_KEY)) ??
		only(asked.filter(({ text }) => text.length > 2 || asked.length === 1)) ??
		asked.find(({ text }) => isAddress(text))
	);
}

function only(words: readonly Word[]): Word | undefined {
	const [first, ...others] = words;
	return others.every(({ text }) => text === first?.text) ? first : undefined;
}

/** Dots, an ellipsis, stars or bullets. */
const GAP = /\.{2}|\u2026|\*{2}|[\u00b7\u2022\u2219\u22c5\u25cf\u30fb]{2}/;
const GAP_ALONE = /^[.\u2026*\u00b7\u2022\u2219\u22c5\u25cf\u30fb]+$/;

function isShortened({ text }: Word, words: readonly Word[]): boolean {
	if (GAP.test(text)) return true;
	const at = words.findIndex((word) => word.text === text);
	return [words[at - 1], words[at + 1]].some((beside) => beside !== undefined && GAP_ALONE.test(beside.text));
}

/** Ends by which a name without a scheme is known for an address; a key may have a dot too. */
const TOP_DOMAIN = /\.(?:com|ai|io|dev|net|org|cn|app|cloud|co|eu|de|local|lan|internal)(?:[:/?#].*)?$/i;

function isAddress(text: string): boolean {
	if (/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(text)) return true;
	return TOP_DOMAIN.test(text) && !text.includes("@") && parseAddress(`//${text}`) !== null;
}

/** Made of what a header carries, and long enough. */
function isWhole(text: string): boolean {
	const isCarried = text.length >= SHORTEST_KEY && text.length <= LONGEST_KEY && !/[^\x21-\x7e]/.test(text);
	return isCarried && !isPlaceholder(text);
}

/**
 * The name or the picture of a key, as instructions have it: `$OPENAI_API_KEY`, `sk-xxxxxxxx`,
 * `your-api-key`.
 */
function isPlaceholder(text: string): boolean {
	if (/^[$%]|^\{\{|^(?:insert|enter|paste|replace)[_-]/i.test(text)) return true;
	return /x{6}|(?:your|my)[_-]?(?:own[_-]?)?(?:api|key|token|secret)/i.test(text) || /^[A-Z]+(?:_[A-Z]+)+$/.test(text);
}
