/**
 * A line of Markdown as a line of text. Owns code spans, escapes, links, elements, entities, formulas, marks of citation in
 * square brackets, and emphasis. Pure; one pass from left to right, so that time grows as the length. Rule: what only looks
 * like a mark stays (2*3*4, snake_case, C#, 5 < 6).
 */
import { citationEnd, isSiteLink, isSourceLink, stripRaised } from "./citations.ts";
import { entityAt } from "./entities.ts";
import { bareFormula, formulaText, isCommand } from "./latex-text.ts";

/** Elements that models write; any other `<word>` is taken for text, such as `List<String>`. */
const TAG =
	/<(\/?)(a|abbr|answer|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|final_answer|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|response|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)(?:\s[^<>]{0,1000})?\/?>/iy;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/y;
const ENDS_LINE = /^(?:br|hr|\/(?:p|li|tr|div|h[1-6]|dd|summary))$/i;

const SPECIAL = /[`\\!()[\]<&*_~=$^]/g;
/** A longer address is no link's. */
const URL_LIMIT = 2000;

/** Names of Python between two underscores each. */
const DUNDER =
	/^(?:init|name|main|call|str|repr|len|eq|dict|doc|file|enter|exit|iter|next|new|del|all|version|slots|class)$/;

/** A run of one mark of emphasis: its place among the parts, and how many of it are still unmatched. */
type Run = { part: number; mark: string; left: number; opens: boolean; closes: boolean; at: number };

export function plainInline(line: string): string {
	return new Line(stripRaised(line)).text();
}

/** Reads one line from left to right; each method reads what is at `at` and returns where to go on. */
class Line {
	private at = 0;
	private readonly parts: string[] = [];
	private readonly runs: Run[] = [];
	/** Index of the bracket that closes the one at an index. */
	private readonly pairs: ReadonlyMap<number, number>;
	/** Where to go on from behind the words of a link, by the index of their closing bracket. */
	private readonly behind = new Map<number, number>();
	private ticks: ReadonlyMap<number, number> | undefined;
	private readonly missing = new Set<string>();
	private readonly line: string;

	constructor(line: string) {
		this.line = line;
		this.pairs = bracketPairs(line);
	}

	text(): string {
		const { line } = this;
		while (this.at < line.length) {
			SPECIAL.lastIndex = this.at;
			const next = SPECIAL.exec(line)?.index ?? line.length;
			if (next > this.at) this.parts.push(line.slice(this.at, next));
			this.at = next;
			if (next < line.length) this.at = this.special(line.charAt(next));
		}
		resolve(this.runs, this.parts, line);
		return this.parts.join("");
	}

	private special(mark: string): number {
		if (mark === "`") return this.code();
		if (mark === "\\") return this.backslash();
		if (mark === "!" || mark === "[") return this.bracket(mark);
		if (mark === "(") return this.siteLinks();
		if (mark === "]") return this.behind.get(this.at) ?? this.put(mark, 1);
		if (mark === "<") return this.element();
		if (mark === "&") return this.entity();
		if (mark === "$") return this.dollars();
		if (mark === "^") return this.raised();
		return "*_~=".includes(mark) ? this.emphasis(mark) : this.put(mark, 1);
	}

	/** `text` stands for the next `length` units. */
	private put(text: string, length: number): number {
		if (text !== "") this.parts.push(text);
		return this.at + length;
	}

	/** As indexOf; a text that is not there is looked for once. */
	private find(text: string, from: number): number {
		const found = this.missing.has(text) ? -1 : this.line.indexOf(text, from);
		if (found < 0) this.missing.add(text);
		return found;
	}

	private code(): number {
		this.ticks ??= tickPairs(this.line);
		const length = runLength(this.line, this.at);
		const close = this.ticks.get(this.at);
		const inside = this.at + length;
		if (close === undefined) return inside;
		return this.put(this.line.slice(inside, close).trim(), close + length - this.at);
	}

	private backslash(): number {
		const { line, at } = this;
		const next = line.charAt(at + 1);
		const isTwice = next === "\\" && (/[([]/.test(line.charAt(at + 2)) || isCommand(line, at + 1));
		const from = isTwice && !isPath(line, at) ? at + 1 : at;
		const opener = line.charAt(from + 1);
		if (opener === "(" || opener === "[") return this.delimited(from, opener === "(" ? "\\)" : "\\]", isTwice);
		if (/[a-zA-Z]/.test(opener)) {
			const formula = isPath(line, from) ? null : bareFormula(line, from);
			return formula === null
				? this.put("\\", 1)
				: this.put(spaced(formula.text, line, at, formula.end), formula.end - at);
		}
		if (next === "\\" && /\w/.test(line.charAt(at + 2))) return this.put("\\\\", 2);
		if (/[,;]/.test(next) && /\d/.test(line.charAt(at - 1)) && /[a-zA-Z^\\]/.test(line.charAt(at + 2)))
			return this.put(" ", 2);
		return /[!-/:-@[-`{-~]/.test(next) ? this.put(next, 2) : this.put("\\", 1);
	}

	private delimited(from: number, close: string, isTwice: boolean): number {
		const end = this.find(close, from + 2);
		const inside =
			end < 0
				? ""
				: isTwice
					? this.line.slice(from + 2, end - 1).replace(/\\\\(?=[a-zA-Z])/g, "\\")
					: this.line.slice(from + 2, end);
		if (end < 0) return this.put(this.line.charAt(from + 1), from + 2 - this.at);
		return this.put(spaced(formulaText(inside), this.line, this.at, end + 2), end + 2 - this.at);
	}

	/** Two prices are no formula: a pair counts only where what is between can be nothing else. */
	private dollars(): number {
		const { line, at } = this;
		if (line.charAt(at + 1) === "$") {
			const end = this.find("$$", at + 2);
			if (end < 0) return this.put("$$", 2);
			const formula = formulaText(line.slice(at + 2, end));
			return this.put(spaced(formula, line, at, end + 2), end + 2 - at);
		}
		const end = this.find("$", at + 1);
		const inside = end < 0 ? "" : line.slice(at + 1, end);
		const isTight = /^\S/.test(inside) && /[^\s\\]$/.test(inside) && !/[\w$]/.test(line.charAt(at - 1));
		if (!isTight || /[\d$]/.test(line.charAt(end + 1)) || !isFormula(inside)) return this.put("$", 1);
		return this.put(formulaText(inside), end + 1 - at);
	}

	/** `x^{n+1}` without its dollars; `^[1]` and `^1^` are marks of citation. */
	private raised(): number {
		const { line, at } = this;
		const mark = /^\^(?:\[\d{1,3}\]\^?|\d{1,3}\^)/.exec(line.slice(at, at + 8))?.[0];
		if (mark !== undefined) return this.put("", mark.length);
		return this.script() ?? this.put("^", 1);
	}

	private script(): number | null {
		const { line, at } = this;
		const isDegree = line.startsWith("^\\circ", at) || line.startsWith("^{\\circ}", at);
		const isScript = line.charAt(at + 1) === "{" && /[\w)\]}|°]/.test(line.charAt(at - 1)) && this.find("}", at) > 0;
		const formula = isDegree || isScript ? bareFormula(line, at) : null;
		return formula === null ? null : this.put(formula.text, formula.end - this.at);
	}

	private entity(): number {
		const found = entityAt(this.line, this.at);
		return found === null ? this.put("&", 1) : this.put(found.text, found.end - this.at);
	}

	private element(): number {
		AUTOLINK.lastIndex = this.at;
		const link = AUTOLINK.exec(this.line);
		if (link !== null) return this.put(link[1] ?? "", link[0].length);
		TAG.lastIndex = this.at;
		const [tag, slash = "", name = ""] = TAG.exec(this.line) ?? [];
		if (tag === undefined) return this.put("<", 1);
		const isSup = name.toLowerCase() === "sup" && slash === "";
		const isCell = slash !== "" && /^(?:t[dh]|dt)$/i.test(name);
		return this.put(ENDS_LINE.test(slash + name) ? "\n" : isCell ? " " : isSup ? "^" : "", tag.length);
	}

	/** A link, an image, a mark of citation, or a bracket and nothing else. */
	private bracket(mark: string): number {
		const { line, at } = this;
		const isImage = mark === "!" && line.charAt(at + 1) === "[";
		if (mark === "!" && !isImage) return this.put("!", 1);
		const open = isImage ? at + 1 : at;
		const cited = isImage ? open : citationEnd(line, open);
		if (cited > open) return this.drop(cited);
		const link = this.linkAt(open);
		if (link === null) return this.put(line.slice(at, open + 1), open + 1 - at);
		if (!isImage && isSourceLink(link.words, link.url)) return this.drop(link.end);
		const before = this.before();
		const isIndex = /\w$/.test(before) && !/[/.:#]/.test(link.url);
		if (!isImage && (isIndex || (link.isReference && /[\w\])]$/.test(before)))) return this.put("[", 1);
		// Words of a link must not run into a number before them.
		if (
			!isImage &&
			/[\p{L}\p{N}]$/u.test(before) &&
			/^[\p{L}\p{N}]/u.test(link.words) &&
			!/[\u3040-\u9fff]$/.test(before)
		) {
			this.parts.push(" ");
		}
		this.behind.set(link.close, link.end);
		return open + 1;
	}

	/** `[words](address "title")` or `[words][name]` whose first bracket is at `open`. */
	private linkAt(
		open: number,
	): { words: string; url: string; close: number; end: number; isReference: boolean } | null {
		const { line } = this;
		const close = this.pairs.get(open);
		const next = close === undefined ? "" : line.charAt(close + 1);
		const end = close === undefined || !/[([]/.test(next) ? undefined : this.pairs.get(close + 1);
		if (close === undefined || end === undefined || end - close > URL_LIMIT || close === open + 1) return null;
		const words = line.slice(open + 1, Math.min(close, open + 200));
		const inside = line.slice(close + 2, end).trim();
		const isReference = next === "[";
		const isAddress = isReference
			? !/[[(]/.test(words)
			: /^(?:https?:\/\/|www\.)|^(?:<[^<>]*>|\S*)(?:\s+(?:"[^"]*"|'[^']*'))?$/.test(inside);
		return isAddress ? { words, url: inside, close, end: end + 1, isReference } : null;
	}

	/** `([site.org](https://site.org/?utm_source=...))`, as OpenAI's search writes its sources. */
	private siteLinks(): number {
		const { line, at } = this;
		const close = this.pairs.get(at);
		let inside = at + 1;
		while (close !== undefined && line.charAt(inside) === "[") {
			const link = this.linkAt(inside);
			if (link === null || !(isSiteLink(link.words, link.url) || isSourceLink(link.words, link.url))) break;
			inside = link.end;
			while (/[,; ]/.test(line.charAt(inside))) inside++;
			if (inside === close) return this.drop(close + 1);
		}
		return this.put("(", 1);
	}

	/** Leaves out all up to `end`, and sets one space or none where that leaves two words or a space before a stop. */
	private drop(end: number): number {
		const next = this.line.charAt(end);
		const last = this.parts.length - 1;
		if ((next === "" || /[.,;:!?)。，]/.test(next)) && last >= 0)
			this.parts[last] = (this.parts[last] ?? "").replace(/ {1,4}$/, "");
		if (/[\p{L}\p{N}]/u.test(next) && /[\w.,;:!?)%°]$/.test(this.before())) this.parts.push(" ");
		return end;
	}

	/** The end of what was read. */
	private before(): string {
		for (let part = this.parts.length - 1; part >= 0; part--)
			if (this.parts[part] !== "") return this.parts[part]?.slice(-4) ?? "";
		return "";
	}

	private emphasis(mark: string): number {
		const { line, at } = this;
		const script = mark === "_" ? this.script() : null;
		if (script !== null) return script;
		const length = runLength(line, at);
		const before = line.charAt(at - 1);
		const after = line.charAt(at + length);
		this.runs.push({ part: this.parts.length, mark, left: length, at, ...sides(mark, length, before, after) });
		return this.put(mark.repeat(length), length);
	}
}

/** What a run of marks may do, by what is before and after it; '' is an end of the line. */
function sides(mark: string, length: number, before: string, after: string): { opens: boolean; closes: boolean } {
	const isOpen = after !== "" && !/\s/.test(after);
	const isClose = before !== "" && !/\s/.test(before);
	if (mark === "*") {
		// Between ASCII letters or digits a star is arithmetic.
		const isPower = length > 1 ? /\d/.test(before) && /\d/.test(after) : /\w/.test(after);
		const opens = isOpen && !/\w/.test(before) && !(before === ")" && (length === 1 || /\w/.test(after)));
		return { opens: length <= 3 && opens, closes: length <= 3 && isClose && !isPower };
	}
	if (mark === "_") {
		const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
		const opens = length <= 3 && isOpen && !isWord(before) && !(length === 2 && before === ".");
		return { opens, closes: length <= 3 && isClose && !isWord(after) && !(length === 2 && after === "(") };
	}
	if (length !== 2) return { opens: false, closes: false };
	if (mark === "~") return { opens: isOpen, closes: isClose };
	return { opens: isOpen && (before === "" || /\s/.test(before)), closes: isClose };
}

/** Takes out the marks of each pair, then those that a cut answer left without a partner. */
function resolve(runs: readonly Run[], parts: string[], line: string): void {
	const open: Record<string, Run[]> = { "*": [], _: [], "~": [], "=": [] };
	for (const run of runs) {
		const stack = open[run.mark] ?? [];
		while (run.closes && run.left > 0) {
			const opener = stack[stack.length - 1];
			if (opener === undefined || (run.mark !== "*" && opener.left !== run.left)) break;
			// `2 *3* 4` is more likely a product than a stressed 3.
			const inside =
				run.at - opener.at < 12 && run.mark === "*" && run.left === 1 ? line.slice(opener.at + 1, run.at) : "";
			if (/^[\d.]+$/.test(inside)) break;
			if (
				run.mark === "_" &&
				run.left === 2 &&
				DUNDER.test(line.slice(opener.at + 2, Math.min(run.at, opener.at + 12)))
			)
				break;
			const used = Math.min(opener.left, run.left);
			opener.left -= used;
			run.left -= used;
			if (opener.left === 0) stack.pop();
		}
		if (run.opens && run.left > 0) stack.push(run);
	}
	for (const run of runs) {
		if (run.mark === "*" && run.left > 0 && isLone(run, line)) run.left = 0;
		parts[run.part] = run.mark.repeat(run.left);
	}
}

/** A star that opens or closes a word and has no partner. */
function isLone({ at, left, opens, closes }: Run, line: string): boolean {
	const before = line.charAt(at - 1);
	let end = at;
	while (line.charAt(end) === "*") end++;
	const after = line.charAt(end);
	if (opens && (before === "" || /[\s("'“]/.test(before))) return /[\p{L}"'“(]/u.test(after) && left <= 3;
	return closes && left > 1 && left <= 3 && /[^\s*\d(]/.test(before) && (after === "" || /[\s.,:;!?)"'”]/.test(after));
}

function runLength(line: string, at: number): number {
	const mark = line.charAt(at);
	let end = at + 1;
	while (line.charAt(end) === mark) end++;
	return end - at;
}

/** By the index of each run of backticks, that of the next run of the same length. */
function tickPairs(line: string): Map<number, number> {
	const next = new Map<number, number>();
	const seen = new Map<number, number>();
	const runs = [...line.matchAll(/`+/g)];
	for (let at = runs.length - 1; at >= 0; at--) {
		const run = runs[at];
		if (run === undefined) continue;
		const follower = seen.get(run[0].length);
		if (follower !== undefined) next.set(run.index, follower);
		seen.set(run[0].length, run.index);
	}
	return next;
}

function bracketPairs(line: string): Map<number, number> {
	const pairs = new Map<number, number>();
	const open: number[] = [];
	for (const { index } of line.matchAll(/[()[\]]/g)) {
		const mark = line.charAt(index);
		if (line.charAt(index - 1) === "\\") continue;
		if (mark === "[" || mark === "(") {
			open.push(index);
			continue;
		}
		const last = open[open.length - 1];
		if (last !== undefined && line.charAt(last) === (mark === "]" ? "[" : "(")) {
			open.pop();
			pairs.set(last, index);
		}
	}
	return pairs;
}

/** Whether the backslash at `at` parts the names of a path: behind a drive's colon, another backslash or a part of a path. */
function isPath(line: string, at: number): boolean {
	const word =
		line
			.slice(Math.max(0, at - 60), at)
			.split(/\s/)
			.pop() ?? "";
	return /[a-zA-Z]:(?:\\|$)|^\\\\|^[.~]{1,2}$|^[.~]{0,2}\\[A-Z]\w*/.test(word);
}

/** A formula must not run into the words around it. */
function spaced(formula: string, line: string, from: number, to: number): string {
	const before = /[\p{L}\p{N}]/u.test(line.charAt(from - 1)) && /^(?:\p{L}{2}|\p{N})/u.test(formula) ? " " : "";
	const after = /[\p{L}\p{N}]/u.test(line.charAt(to)) && /(?:\p{L}{2}|\p{N})$/u.test(formula) ? " " : "";
	return before + formula + after;
}

/** Longer ones between dollars are formulas only by a command. */
const FORMULA_LIMIT = 300;

/** A lone variable, or anything with a command, power, index or equation in it, but no words of a sentence. */
function isFormula(inside: string): boolean {
	if (/\\[a-zA-Z%]/.test(inside)) return true;
	if (inside.length > FORMULA_LIMIT || /[a-zA-Z]{3}[^(]*\s|\s[a-zA-Z]{3,}(?!\()/.test(inside)) return false;
	if (/^-?[a-zA-Z]$|[\^_={}<>]/.test(inside)) return true;
	return /^[\d\s.,+\-*/()a-z]+$/.test(inside) && /[+\-*/]/.test(inside);
}
