/**
 * Text that a model wrote as text that a watch can show. Owns the lines: fences, tables, lists, quotations, headings, rules;
 * a line's own marks are inline-text.ts's, signs printable.ts's, what a server left machinery.ts's. Pure; time grows as the
 * length. Rule: what carries meaning stays, as itself or as a word; where a mark and a word cannot be told apart, CommonMark
 * decides.
 *
 * No look-behind in any pattern: iOS before 16.4 cannot parse one, and the whole bundle would not load there.
 */
import { isReference, stripSources } from "./citations.ts";
import { unescapeCode } from "./entities.ts";
import { plainInline } from "./inline-text.ts";
import { stripMachinery } from "./machinery.ts";
import { plainSigns, stripInvisible } from "./printable.ts";

const FENCE = /^\s{0,12}(`{3,}|~{3,})\s{0,4}([\w+#.-]{0,24})/;
/** A fence of such a language around the whole answer is dress. */
const DRESS = /^(?:markdown|md|mdx)$/i;
const MAYBE_DRESS = /^(?:|text|txt|plaintext|plain|answer|output)$/i;
const CALL_FENCE = /^(?:tool_code|tool_call|tool_outputs?|thinking|thoughts?|reasoning)$/i;

/** UTF-16 units behind machinery: ten times what a watch shows. What lies behind is not worth cleaning. */
const TEXT_LIMIT = 16_000;

/** Plain text of one or more lines, one line a paragraph or list item; '' where nothing is left. `lang` is of the signs' words. */
export function toPlainText(markdown: string, lang = "en-US"): string {
	const text = stripInvisible(stripSources(stripMachinery(markdown).slice(0, TEXT_LIMIT)));
	const lines = joinFormulas(unwrapFence(text.split("\n")));
	return tidySpace(plainSigns(plainBlocks(lines).join("\n"), lang));
}

/** The lines without a fence that stands around all of them. */
function unwrapFence(lines: string[]): string[] {
	const first = lines.findIndex((line) => line.trim() !== "");
	const [, mark = "", language = ""] = FENCE.exec(lines[first] ?? "") ?? [];
	if (mark === "" || !(DRESS.test(language) || MAYBE_DRESS.test(language))) return lines;
	let last = lines.length - 1;
	while (last > first && lines[last]?.trim() === "") last--;
	const isClosed = last > first && lines[last]?.trim() === mark;
	const inside = lines.slice(first + 1, isClosed ? last : lines.length);
	// Blocks within it are fenced by fewer marks or come in pairs; another closing mark ends it before the end.
	const marks = inside.filter((line) => line.trim().startsWith(mark));
	if (marks.some((line, at) => at % 2 === 0 && line.trim() === mark)) return lines;
	const isProse = isClosed && inside.some((line) => /(?:^|\s)\*\*\p{L}[^*]{0,200}\*\*/u.test(line.slice(0, 400)));
	return DRESS.test(language) || isProse ? inside : lines;
}

/** A line that is a formula and nothing else. */
const FORMULA_LINE = /^\$[^$]+\$$|^\$\$[^$]+\$\$$|^\\\(.*\\\)$|^\\\[.*\\\]$/;
/** A diff's head: the lines below it that begin with a sign are no list. */
const DIFF = /^(?:@@ -\d+(?:,\d+)? \+\d|diff --git |--- [ab]\/|\+\+\+ [ab]\/)/;
/** A formula's lines are looked for no further. */
const FORMULA_LINES = 40;
const OPENERS = [
	["\\[", "\\]"],
	["\\(", "\\)"],
	["$$", "$$"],
	["\\begin{", "\\end{"],
] as const;

/** Each formula of several lines on one line; one whose delimiters have lost their backslash gets them back. */
function joinFormulas(lines: readonly string[]): string[] {
	const joined: string[] = [];
	let fence = "";
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? "";
		const mark = FENCE.exec(line)?.[1] ?? "";
		if (mark !== "" && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
		const end = fence === "" && mark === "" ? formulaEnd(lines, at) : at;
		const all = lines.slice(at, end + 1);
		const isBare = end > at && /^\s*[[(]\s*$/.test(line);
		joined.push(end === at ? line : isBare ? `\\[${all.slice(1, -1).join(" ")}\\]` : all.join(" "));
		at = end;
	}
	return joined;
}

/** The index of the line on which the formula that line `at` leaves open ends; `at` itself where none is open. */
function formulaEnd(lines: readonly string[], at: number): number {
	const line = lines[at] ?? "";
	const isBare = /^\s*[[(]\s*$/.test(line);
	const [open, close] = isBare ? ["", ""] : (OPENERS.find(([one]) => line.includes(one)) ?? ["", ""]);
	if (!isBare && (open === "" || !isOpen(line, open, close))) return at;
	for (let next = at + 1; next < Math.min(lines.length, at + FORMULA_LINES); next++) {
		const further = lines[next] ?? "";
		if (isBare ? /^\s*[\])]\s*[.,]?\s*$/.test(further) : further.includes(close)) {
			return isBare && !/\\[a-zA-Z]|[\^_=]/.test(lines.slice(at, next).join(" ")) ? at : next;
		}
		if (FENCE.test(further)) break;
	}
	return at;
}

function isOpen(line: string, open: string, close: string): boolean {
	return open === close ? line.split(open).length % 2 === 0 : line.lastIndexOf(open) > line.lastIndexOf(close);
}

function plainBlocks(lines: readonly string[]): string[] {
	const kept: string[] = [];
	let fence = "";
	let language = "";
	let code: string[] = [];
	let table: Table | null = null;
	let comment = false;
	let inDiff = false;
	for (const [at, line] of lines.entries()) {
		const [, mark = "", named = ""] = FENCE.exec(line) ?? [];
		if (mark !== "" && (fence === "" || (mark.startsWith(fence) && named === ""))) {
			if (fence !== "") kept.push(...codeLines(code, language));
			fence = fence === "" ? mark : "";
			language = named;
			code = [];
			continue;
		}
		if (fence !== "") {
			code.push(line);
			continue;
		}
		inDiff = DIFF.test(line) || (inDiff && /^[+\- \\]/.test(line));
		if (inDiff) {
			kept.push(line);
			continue;
		}
		const [prose, isComment] = withoutComments(line, comment);
		comment = isComment;
		const head = readTable(lines[at + 1] ?? "");
		table = prose.includes("|") ? (readTable(prose) ?? head ?? table ?? lineTable(prose)) : null;
		if (isReference(prose) && /^[^\d]{1,24}:$/.test(kept[kept.length - 1] ?? "")) kept.pop();
		if (prose === "" || isTableRule(prose) || isRule(prose) || isReference(prose) || isDefinition(prose)) continue;
		if (table !== null) kept.push(tableRow(prose, table, head !== null));
		else kept.push(plainInline(plainBlock(prose, lines[at - 1] ?? "", lines[at + 1] ?? "")));
	}
	return fence === "" ? kept : [...kept, ...codeLines(code, language)];
}

function codeLines(code: readonly string[], language: string): string[] {
	if (CALL_FENCE.test(language)) return [];
	const lines = unescapeCode(code.map((line) => line.trim()).join("\n")).split("\n");
	const isMath = /^(?:math|katex)?$/i.test(language) && lines.length <= FORMULA_LINES;
	return lines.map((line) => (isMath && FORMULA_LINE.test(line.slice(0, 400)) ? plainInline(line) : line));
}

/** The line without `<!-- -->`, and whether one is still open behind it. */
function withoutComments(line: string, isOpen: boolean): [rest: string, isOpen: boolean] {
	let rest = "";
	let at = 0;
	let open = isOpen;
	while (at < line.length) {
		const next = line.indexOf(open ? "-->" : "<!--", at);
		if (!open) rest += line.slice(at, next < 0 ? line.length : next);
		if (next < 0) break;
		at = next + (open ? 3 : 4);
		open = !open;
	}
	return [rest, open];
}

function isTableRule(line: string): boolean {
	if (!line.includes("-") || !line.includes("|") || /[^\s|:-]/.test(line)) return false;
	return cellsOf(line, true).every((cell) => /^:?-+:?$/.test(cell));
}

function isRule(line: string): boolean {
	return /^\s{0,3}[-*_=]/.test(line) && /^([-*_=])\1{2,}$/.test(line.replace(/\s/g, ""));
}

/** `[name]: https://...`: where a link by reference leads to. */
function isDefinition(line: string): boolean {
	const found = /^\s{0,3}\[[^\]^]{1,200}\]:\s{1,8}(\S{1,2000})(.*)$/.exec(line);
	return found !== null && /^(?:\s+["'(].*["')])?\s*$/.test(found[2] ?? "");
}

/** `isBarred`: the table has bars at its sides, so that those are no edges of cells. */
function cellsOf(line: string, isBarred: boolean): string[] {
	const trimmed = line.trim();
	const bare = isBarred ? trimmed.replace(/^\|/, "").replace(/\|$/, "") : trimmed;
	return bare
		.replace(/\\\|/g, "\ue000")
		.split("|")
		.map((cell) => cell.replace(/\ue000/g, "|").trim());
}

/** In the place of an empty cell, so that those behind it keep their column. */
const EMPTY_CELL = "–";

/** A table's number of columns, and whether it has bars at its sides. */
type Table = { columns: number; isBarred: boolean };

/** What the rule below a table's head says of it; null where the line is no such rule. */
function readTable(line: string): Table | null {
	return isTableRule(line) ? { columns: cellsOf(line, true).length, isBarred: line.trim().startsWith("|") } : null;
}

/** A row with bars at both sides is one without a table's head too. */
function lineTable(line: string): Table | null {
	const text = line.trim();
	return text.length > 1 && text.startsWith("|") && text.endsWith("|") ? { columns: 1, isBarred: true } : null;
}

/** `| Berlin | 3.7 | 891 |` as `Berlin: 3.7, 891`. */
function tableRow(line: string, { columns, isBarred }: Table, isHead: boolean): string {
	const cells = cellsOf(line, isBarred).map((cell) => plainInline(cell).replace(/\n/g, " ").trim());
	while (cells.length < columns) cells.push("");
	while (cells.length > Math.max(1, columns) && cells[cells.length - 1] === "") cells.pop();
	if (cells.every((cell) => cell === "")) return "";
	const [first = "", ...rest] = cells.map((cell) => (cell === "" ? EMPTY_CELL : cell));
	if (rest.length === 0) return first;
	return isHead && cells[0] === "" ? rest.join(", ") : `${first}: ${rest.join(", ")}`;
}

/** What a line begins with, such as a bullet, taken off. `before` and `after` are the lines around it. */
function plainBlock(line: string, before: string, after: string): string {
	const text = unquoted(line.trim(), before, after);
	const heading = /^#{1,6}(?:\s+|$)/.exec(text);
	if (heading !== null) return withoutCloser(text.slice(heading[0].length));
	return text
		.replace(/^(?:[-*+•‣◦⁃▪●○■–]\s+)+/, "")
		.replace(/^\[ \]\s+/, "")
		.replace(/^\[[xX]\]\s+/, "✓ ")
		.replace(/^\[\^[^\]]{1,60}\]:\s*/, "");
}

/** `## Title ##` has a closer, `## C#` has none. */
function withoutCloser(title: string): string {
	let end = title.length;
	while (end > 0 && title.charAt(end - 1) === "#") end--;
	return end === 0 || /\s/.test(title.charAt(end - 1)) ? title.slice(0, end) : title;
}

/** `> 25 kg`: with a unit. */
const MORE_THAN = /^>\s\d[\d.,]{0,12}\s?(?:[%°‰€$£]|(?:[kmcµ]?[gml]|kcal|bpm|mmHg|mmol|Hz|h|min|s)(?![\p{L}\p{N}]))/u;

/** Greater than a number, alone or among its like, is no quotation; `>>>` is a prompt, `>>` alone a shell's. */
function unquoted(text: string, before: string, after: string): string {
	if (!text.startsWith(">") || text.startsWith(">>>")) return text;
	if (/^>>(?!\s?>)/.test(text) && !before.trim().startsWith(">")) return text;
	if (/^>=|^>[\d$€£¥.,+-]/.test(text)) return text;
	if (MORE_THAN.test(text)) return text;
	if (
		/^>\s[\d$€£¥]/.test(text) &&
		[before, after].some((line) => /^\s*(?:[-*]\s)?(?:[<≤≥]|>=|>\s?\d|\d)/.test(line.slice(0, 40)))
	)
		return text;
	return text.replace(/^(?:>\s?)+/, "");
}

function tidySpace(text: string): string {
	return text
		.split("\n")
		.map((line) => line.replace(/[ \t]+/g, " ").trim())
		.filter((line) => line !== "")
		.join("\n");
}
