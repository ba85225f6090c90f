/**
 * Finds keys in text that others wrote, and puts a word in their place. Pure. Owns the forms in which a key
 * is still one: as it is, percent-encoded, in base64, and with anything but letters and digits between its
 * own, as escapes, marks and unseen signs leave it. Rule: linear in the text, and a key that anybody could
 * have thought of is masked only as it is.
 */
import { toBase64 } from "../core/wire/base64.ts";

/** In the place of a key. */
export const KEY_SHOWN = "[key]";

/** Below it a key may be a part of words, and a server that takes one asks for none (`ollama`). */
const SHORTEST = 8;
/**
 * Letters and digits in a row that make a part of a key: more than what services begin all of theirs with.
 */
const PART = 12;
/** Letters and digits of a key that is told from words by its length alone, and by its digits. */
const LONG = 16;
const DIGITS = 2;

/** JSON that is deeper is no provider's. */
const DEPTH_MAX = 64;

export type Mask = (text: string) => string;

export function createMask(keys: readonly string[]): Mask {
	const secrets = [...new Set(keys)].filter((key) => key.length >= SHORTEST);
	if (secrets.length === 0) return (text) => text;
	const forms = secrets.flatMap(formsOf);
	const parts = partsOf(secrets);
	return (text) => maskParts(forms.reduce(replaceAll, text), parts);
}

/** Every text in a JSON value, names of fields too. */
export function maskValue(value: unknown, mask: Mask, depth = 0): unknown {
	if (typeof value === "string") return mask(value);
	if (typeof value !== "object" || value === null) return value;
	if (depth === DEPTH_MAX) return null;
	if (Array.isArray(value)) return value.map((item) => maskValue(item, mask, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([name, item]) => [mask(name), maskValue(item, mask, depth + 1)] as const),
	);
}

function replaceAll(text: string, form: string): string {
	return text.includes(form) ? text.split(form).join(KEY_SHOWN) : text;
}

function formsOf(key: string): string[] {
	const bytes = Uint8Array.from(key, (sign) => sign.charCodeAt(0) & 0xff);
	const base64 = [0, 1, 2].map((before) => insideBase64(bytes, before));
	return [...new Set([key, encodeURIComponent(key), ...base64, ...base64.map(urlSafe)])];
}

/** The digits that are the same whatever stands around, if `before` bytes of a group of three come first. */
function insideBase64(bytes: Uint8Array, before: number): string {
	const padded = new Uint8Array(before + bytes.length + 3);
	padded.set(bytes, before);
	const first = Math.ceil((before * 8) / 6);
	const end = Math.floor(((before + bytes.length) * 8) / 6);
	return toBase64(padded).slice(first, end);
}

function urlSafe(base64: string): string {
	return base64.replace(/\+/g, "-").replace(/\//g, "_");
}

/** Runs of letters and digits to look for, by their length. */
type Parts = ReadonlyMap<number, ReadonlySet<string>>;

function partsOf(keys: readonly string[]): Parts {
	const parts = new Map<number, Set<string>>();
	for (const key of keys) {
		const signs = key.replace(/[^A-Za-z0-9]/g, "");
		if (signs.length < LONG) continue;
		const isRandom = signs.replace(/\D/g, "").length >= DIGITS;
		const size = isRandom ? PART : signs.length;
		const known = parts.get(size) ?? new Set();
		for (let at = 0; at + size <= signs.length; at++) known.add(signs.slice(at, at + size));
		parts.set(size, known);
	}
	return parts;
}

function maskParts(text: string, parts: Parts): string {
	if (parts.size === 0 || text.length < PART) return text;
	const { signs, places } = signsOf(text);
	const hidden: [from: number, to: number][] = [];
	for (const [size, known] of parts) {
		for (let at = 0; at + size <= signs.length; at++) {
			if (known.has(signs.slice(at, at + size))) hidden.push([places[at] ?? 0, (places[at + size - 1] ?? 0) + 1]);
		}
	}
	return hidden.length === 0 ? text : without(text, hidden);
}

/** The letters and digits of ASCII, and where each stands. */
function signsOf(text: string): { signs: string; places: number[] } {
	const places: number[] = [];
	const signs = text.replace(/[^A-Za-z0-9]/g, "");
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at) | 0x20;
		const isSign = (code >= 0x61 && code <= 0x7a) || (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39);
		if (isSign && text.charCodeAt(at) < 0x80) places.push(at);
	}
	return { signs, places };
}

function without(text: string, hidden: [from: number, to: number][]): string {
	hidden.sort(([a], [b]) => a - b);
	let shown = "";
	let end = 0;
	for (const [from, to] of hidden) {
		// A letter behind a backslash is its escape's, not the key's: the JSON around it stays whole.
		const start = text[from - 1] === "\\" ? from + 1 : from;
		if (start >= end && (end === 0 || start > end)) shown += text.slice(end, start) + KEY_SHOWN;
		end = Math.max(end, to);
	}
	return shown + text.slice(end);
}
