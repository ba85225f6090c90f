/**
 * Cuts a text into pages of lines for a screen. Pure: it is told how wide a text is and how wide a line may be, so that
 * the same code fills a round screen, where each line has a width of its own. Rule: no line is wider than its place,
 * and the pages in order say the whole text, white space aside.
 */
import { isBoundary, isSpace, nextBreak } from "./characters.ts";

export type Paper = {
	/** Most lines a page. */
	lines: number;
	/** Width in px of line `line` of a page that has `count` of them: on a round screen a short page sits in the middle. */
	width(line: number, count: number): number;
	/** Width in px of a text on one line. */
	measure(text: string): number;
};

type Cut = { lines: string[]; end: number };

export function paginate(text: string, paper: Paper): string[][] {
	const pages: string[][] = [];
	let at = skipSpaces(text, 0);
	while (at < text.length) {
		const { lines, end } = lastPage(text, at, paper) ?? fill(text, at, paper, paper.lines);
		pages.push(lines);
		at = end;
	}
	return pages;
}

/** No line of a watch has room for more of the narrowest letters. */
export const LINE_UNITS = 100;

/** The first page of a text, and whether there is more: no more of a long text is measured than could stand on it. */
export function firstPage(text: string, paper: Paper): { lines: string[]; more: boolean } {
	const part = text.slice(0, paper.lines * LINE_UNITS);
	const [lines = [], ...others] = paginate(part, paper);
	return { lines, more: others.length > 0 || part.length < text.length };
}

/**
 * The rest of the text as one page of as few lines as will hold it; null where it needs more than a page. A full page
 * is tried first, which tells about how many that will be: its outer lines are the narrow ones on a round screen.
 */
function lastPage(text: string, from: number, paper: Paper): Cut | null {
	const full = fill(text, from, paper, paper.lines);
	if (full.end < text.length) return null;
	for (let count = Math.max(1, full.lines.length - 2); count < paper.lines; count++) {
		const cut = fill(text, from, paper, count);
		if (cut.end >= text.length) return { ...cut, lines: pad(cut.lines, count) };
	}
	return { ...full, lines: pad(full.lines, paper.lines) };
}

/** A page has as many lines as it was measured for, so that each is drawn where it was measured. */
function pad(lines: string[], count: number): string[] {
	while (lines.length < count) lines.push("");
	return lines;
}

/**
 * At most `count` lines from `from` on. A word that fits only where the screen is wider waits for such a line, so that
 * the narrow ends of a round screen cut no word that could stay whole; of two lines none is in the very middle, and a
 * word may have to wait for a page of more.
 */
function fill(text: string, from: number, paper: Paper, count: number): Cut {
	const lines: string[] = [];
	let at = from;
	let guess = 0;
	while (lines.length < count && at < text.length) {
		const width = paper.width(lines.length, count);
		let end = lineEnd(text, at, width, paper, guess);
		if (end === at && wordWidth(text, at, paper) <= Math.max(widest(paper, count), widest(paper, paper.lines))) {
			lines.push("");
			continue;
		}
		if (end === at) end = splitWord(text, at, width, paper);
		guess = end - at;
		lines.push(text.slice(at, end).trim());
		at = skipSpaces(text, end);
	}
	return { lines, end: at };
}

function widest(paper: Paper, count: number): number {
	let most = 0;
	for (let line = 0; line < count; line++) most = Math.max(most, paper.width(line, count));
	return most;
}

function wordWidth(text: string, from: number, paper: Paper): number {
	return paper.measure(text.slice(from, nextBreak(text, from)).trim());
}

/**
 * Where the line that starts at `from` ends. Measuring is the dear part on a watch, so it starts from `guess`, the
 * length of the line before, and goes on or back from there a break at a time. `from` itself where not even a word fits.
 */
function lineEnd(text: string, from: number, width: number, paper: Paper, guess: number): number {
	const stop = lineFeed(text, from);
	const fits = (end: number) => paper.measure(text.slice(from, end).trim()) <= width;
	const breaks = [Math.min(nextBreak(text, from), stop)];
	let end = breaks[0] ?? stop;
	while (end < stop && end - from < guess) {
		end = Math.min(nextBreak(text, end), stop);
		breaks.push(end);
	}
	if (fits(end)) {
		while (end < stop) {
			const further = Math.min(nextBreak(text, end), stop);
			if (!fits(further)) break;
			end = further;
		}
		return end;
	}
	for (let index = breaks.length - 2; index >= 0; index--) {
		const shorter = breaks[index] ?? from;
		if (fits(shorter)) return shorter;
	}
	return from;
}

/** A word wider than every line is cut between characters; one character at least goes on it, whatever its width. */
function splitWord(text: string, from: number, width: number, paper: Paper): number {
	const stop = nextBreak(text, from);
	let end = characterEnd(text, from);
	while (end < stop) {
		const further = characterEnd(text, end);
		if (paper.measure(text.slice(from, further)) > width) break;
		end = further;
	}
	return end;
}

function characterEnd(text: string, from: number): number {
	let at = from + 1;
	while (!isBoundary(text, at)) at++;
	return at;
}

function lineFeed(text: string, from: number): number {
	const at = text.indexOf("\n", from);
	return at < 0 ? text.length : at;
}

function skipSpaces(text: string, from: number): number {
	let at = from;
	while (at < text.length && isSpace(text.charCodeAt(at))) at++;
	return at;
}

/** How far back a word's begin is looked for: a longer one is cut. */
const WORD_UNITS = 24;

/** `text` on one line no wider than `width`: whole words and an ellipsis, and no number without what it counts. */
export function cutToWidth(text: string, width: number, measure: (text: string) => number): string {
	const line = text.replace(/\s+/g, " ").trim();
	if (measure(line) <= width) return line;
	let end = Math.min(line.length, Math.floor((line.length * width) / measure(line)) + 1);
	while (end > 0 && (!isBoundary(line, end) || measure(`${line.slice(0, end).trim()}\u2026`) > width)) end--;
	const space = line.lastIndexOf(" ", end);
	if (nextBreak(line, end - 1) > end && space > Math.max(0, end - WORD_UNITS)) end = space;
	const shown = line.slice(0, end).trim();
	return `${shown.replace(/ [\d.,:]+$/, "")}\u2026`;
}
