/**
 * Text that a model wrote as text that a watch can show. Owns what is taken out: Markdown, HTML, LaTeX marks, emoji, control
 * characters, a model's thinking. Pure. Rule: what only looks like a mark stays (2*3*4, snake_case, C#, 5 < 6); where a mark
 * and a word cannot be told apart, CommonMark decides.
 *
 * No look-behind in any pattern: iOS before 16.4 cannot parse one, and the whole bundle would not load there.
 */
import { latexToText } from "./latex-text.ts";
import { stripEmoji, stripInvisible } from "./printable.ts";

/** Private-use characters mark what must not be touched again; `stripInvisible` has removed all others before. */
const HELD_OPEN = "\ue001";
const HELD_CLOSE = "\ue002";

const FENCE = /^\s{0,3}(```+|~~~+)/;
const RULE = /^\s{0,3}([-*_=])\s*(\1\s*){2,}$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$/;
const REFERENCE = /^\s{0,3}\[[^\]^]+\]:\s+\S+(\s+["'(].*["')])?\s*$/;

/** `f[0](x)` has the form of a link: right after a word, only what looks like an address counts. */
const LINK =
	/(\w?)\[((?:[^[\]]|\[[^\]]{0,200}\]){1,300})\]\(<?((?:[^()\s]|\([^()]{0,200}\))*)(?:\s+["'][^"']*["'])?\s*\)/g;

/** Elements that models write; any other `<word>` is taken for text, such as `List<String>`. */
const TAG =
	/<\/?(?:a|abbr|b|big|blockquote|center|cite|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|summary|table|tbody|td|th|thead|tr|tt|u|ul|var)(?:\s[^<>]*)?\/?>/gi;

/** Plain text of one or more lines, one line a paragraph or list item; '' where nothing is left. */
export function toPlainText(markdown: string): string {
	const held: string[] = [];
	const hold = (text: string) => HELD_OPEN + (held.push(text) - 1) + HELD_CLOSE;
	const prepared = stripInvisible(stripThinking(markdown)).replace(/<!--[\s\S]*?(-->|$)/g, "");
	const blocks = plainBlocks(latexToText(prepared, hold), hold);
	const inline = blocks.map((line) => plainInline(line, hold)).join("\n");
	return tidySpace(stripEmoji(restore(decodeEntities(inline), held)));
}

/** What is held may hold again, such as a formula in a code block; always something that was held before it. */
function restore(text: string, held: readonly string[]): string {
	return text.replace(/\ue001(\d+)\ue002/g, (_, index: string) => restore(held[Number(index)] ?? "", held));
}

/** Without the thinking that some models put before the answer, even if it never ends or only its end is there. */
export function stripThinking(text: string): string {
	const final = text.replace(/^[\s\S]*<\|channel\|>final<\|message\|>/, "").replace(/<\|[a-z_]+\|>/g, "");
	const rest = final.replace(/^(\s*<(think|thinking|thought|reasoning)>[\s\S]*?(<\/\2>|$))+/i, "");
	const end = /<\/(think|thinking|thought|reasoning)>/i.exec(rest);
	return end === null ? rest : rest.slice(end.index + end[0].length);
}

type Hold = (text: string) => string;

function plainBlocks(text: string, hold: Hold): string[] {
	const lines = text.split("\n");
	const kept: string[] = [];
	let fence = "";
	let inTable = false;
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const mark = FENCE.exec(line)?.[1] ?? "";
		if (mark !== "" && (fence === "" || mark.startsWith(fence))) {
			fence = fence === "" ? mark : "";
			continue;
		}
		if (fence !== "") {
			kept.push(hold(line.trim()));
			continue;
		}
		inTable = line.includes("|") && (inTable || TABLE_RULE.test(line) || TABLE_RULE.test(lines[at + 1] ?? ""));
		if (TABLE_RULE.test(line) || RULE.test(line) || REFERENCE.test(line)) continue;
		kept.push(inTable || /^\s*\|.*\|\s*$/.test(line) ? tableRow(line) : plainBlock(line));
	}
	return kept;
}

/** `| Berlin | 3.7 | 891 |` as `Berlin: 3.7, 891`. */
function tableRow(line: string): string {
	const cells = line
		.trim()
		.replace(/^\||\|$/g, "")
		.split("|")
		.map((cell) => cell.trim())
		.filter((cell) => cell !== "");
	const [first = "", ...rest] = cells;
	return rest.length === 0 ? first : `${first}: ${rest.join(", ")}`;
}

function plainBlock(line: string): string {
	return line
		.replace(/^\s*(?!>>>)(?:>\s?)+/, "")
		.replace(/^\s*#{1,6}\s+(.*?)\s*#*\s*$/, "$1")
		.replace(/^\s*#{1,6}\s*$/, "")
		.replace(/^\s*(?:[-*+•‣◦⁃▪●○■–]\s+)+/, "")
		.replace(/^\s*\[[ xX]\]\s+/, "")
		.replace(/^\s*\[\^[^\]]+\]:\s*/, "");
}

function plainInline(line: string, hold: Hold): string {
	const text = line
		.replace(/(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g, (_, _ticks: string, code: string) => hold(code.trim()))
		.replace(/\\([!-/:-@[-`{-~])/g, (_, escaped: string) => hold(escaped))
		.replace(
			/!\[([^\]]{0,300})\](?:\((?:[^()\s]|\([^()]{0,200}\))*(?:\s+["'][^"']*["'])?\s*\)|\[[^\]]{0,200}\])/g,
			"$1",
		)
		.replace(LINK, (all, before: string, words: string, url: string) =>
			before !== "" && !/[/.:#]/.test(url) ? all : before + words,
		)
		.replace(/(^|[^\w\])])\[([^[\]]+)\]\[[^\]]*\]/g, "$1$2")
		.replace(/\[\^[^\]]+\]|【[^】]*】/g, "")
		.replace(/<((?:https?:\/\/|mailto:)[^<>\s]+)>/g, "$1")
		.replace(/<br\s*\/?>|<\/(?:p|li|tr|div|h[1-6])>/gi, "\n")
		.replace(/<sup>/gi, "^")
		.replace(/<\/sup>/gi, "")
		.replace(TAG, "");
	return stripEmphasis(text).replace(/`+/g, "");
}

/**
 * Pairs first, then the marks that a cut answer left without their partner. A star between two ASCII letters or digits is
 * arithmetic, an underscore inside a word is part of a name.
 */
function stripEmphasis(text: string): string {
	return text
		.replace(/(^|[^\w)*])(\*{2,3})(?=\S)([^*]*(?:\*(?!\*)[^*]*)*?\S)\2/g, "$1$3")
		.replace(/(^|[^\p{L}\p{N}_.])__(?=[^\s_])([^_]*(?:_(?!_)[^_]*)*?\S)__(?![\p{L}\p{N}_(])/gu, "$1$2")
		.replace(/(^|[^\w)*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])/g, keepDigits)
		.replace(
			/(^|[^\p{L}\p{N}_])_(?=[^\s_])([^_\n]*(?:[\p{L}\p{N}]_[\p{L}\p{N}][^_\n]*)*[^\s_])_(?![\p{L}\p{N}_])/gu,
			"$1$2",
		)
		.replace(/~~(?=\S)([^~]*\S)~~/g, "$1")
		.replace(/(^|\s)==(?=\S)([^=]*\S)==(?!=)/g, "$1$2")
		.replace(/(^|[\s("'“])\*{1,3}(?=[\p{L}"'“(])/gu, "$1")
		.replace(/([^\s*\d(])\*{2,3}(?=[\s.,:;!?)"'”]|$)/g, "$1");
}

/** `2 *3* 4` is more likely a product than a stressed 3. */
function keepDigits(all: string, before: string, stressed: string): string {
	return /^[\d.]+$/.test(stressed) ? all : before + stressed;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
	return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, (all, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? all;
		const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
		return code >= 32 && code <= 0x10ffff ? stripInvisible(String.fromCodePoint(code)) : "";
	});
}

function tidySpace(text: string): string {
	return text
		.split("\n")
		.map((line) => line.replace(/[ \t]+/g, " ").trim())
		.filter((line) => line !== "")
		.join("\n");
}
