/**
 * What is to ring by its name. Owns how words become a label: plain, without quotes and brackets, short. Pure.
 */
import { ACTION_LABEL_LIMIT } from "../core/actions/action.ts";
import { toPlainText } from "../core/cleaning/plain-text.ts";
import { clip } from "../core/wire/protocol.ts";

/** What parts the words of a line, and what they are called. */
export const GAP = /^(?:[\s:=,|()[\]{}"'*_`·–—-]|(?:label|text|title|name|for|seconds|duration|time|at)\s?[:=])+/i;

const FOR = /^(?:for|für|pour|para|per|na|для)\s(?:(?:the|den|die|das|le|la|el)\s)?(?=\p{L})/iu;

const PLACEHOLDER = /^(?:label|text|none|null|undefined|n\/a|no label|untitled|timer|alarm|reminder|title|name)$/i;

/** Without marks, quotes and brackets around it, and what is no label. */
export function labelOf(rest: string): { label?: string } {
	// `(1.5 h) Roast`, `for tea`.
	const all = tidy(rest.replace(/^\s?\([^()]{0,24}\d[^()]{0,24}\)\s?(?=\S)/, "")).replace(FOR, "");
	const isLong = all.length > ACTION_LABEL_LIMIT;
	const short = isLong ? (/^(.{2,}?)\s?(?:[(–—;]|[-.!] )/.exec(all)?.[1] ?? all) : all;
	const label = cutAtWord(short.replace(/[\s!.,;:|_~}]+$/, "").replace(/^([^«]*)»$/, "$1"));
	return label === "" || PLACEHOLDER.test(label) ? {} : { label };
}

/** As plain text, without what parts words of a line. */
export function tidy(rest: string): string {
	const bare = rest.replace(GAP, "").replace(/^(?:label|text|title|name)\s?[:=]\s?/i, "");
	const plain = toPlainText(bare.replace(/\s+/g, " ")).replace(/\s+/g, " ").trim();
	const [, inner] = /^["'«„“”‘([{<](.*?)["'»“”’)\]}>][.!]?$/.exec(plain) ?? [];
	return (inner ?? plain)
		.replace(/^["'([<]+|["')\]>]+$/g, (edge) => (/^[)\]>]/.test(edge) && /[([<]/.test(inner ?? plain) ? edge : ""))
		.trim();
}

/** At most a label's length, at a word where it can be. */
function cutAtWord(text: string): string {
	const cut = clip(text, ACTION_LABEL_LIMIT);
	if (cut.length === text.length) return cut.trim();
	const space = cut.lastIndexOf(" ");
	return (space > ACTION_LABEL_LIMIT / 2 ? cut.slice(0, space) : cut).trim();
}
