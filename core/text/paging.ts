/**
 * Cuts a text into pages of lines for a screen. Pure: it is told how wide a text is and how wide a line may be, so that
 * the same code fills a round screen, where each line has a width of its own. Rules: no line is wider than its place, the
 * pages in order say the whole text, white space aside, and each word is measured once, since a watch measures slowly.
 */
import { charactersOf, piecesOf } from "./characters.ts";

export type Paper = {
	/** Most lines a page. */
	lines: number;
	/** Width in px of line `line` of a page that has `count` of them: on a round screen a short page sits in the middle. */
	width(line: number, count: number): number;
	/** Width in px of a text on one line. */
	measure(text: string): number;
};

/** Lines of a page, and the pieces of the text that are left for the next. */
type Page = { lines: string[]; rest: readonly string[] };

/** Widths of words add up to that of their line but for so many px a word: a watch tells whole ones. */
const ROUNDING_PX = 1;

/** `measure` that measures no text twice. It remembers all that it was asked, and goes with who holds it. */
export function measuredOnce(measure: (text: string) => number): (text: string) => number {
	const known = new Map<string, number>();
	return (text) => {
		const width = known.get(text) ?? measure(text);
		known.set(text, width);
		return width;
	};
}

/** No page has so many lines. */
const MOST_LINES = 100;

/** `width` that is worked out once for each line. */
export function askedOnce(width: Paper["width"]): Paper["width"] {
	const known: number[] = [];
	return (line, count) => {
		const at = count * MOST_LINES + line;
		const room = known[at] ?? width(line, count);
		known[at] = room;
		return room;
	};
}

/** `paper.measure` is asked often for the same text: it is best one that is `measuredOnce`. */
export function paginate(text: string, paper: Paper): string[][] {
	const pages: string[][] = [];
	let rest: readonly string[] = piecesOf(text.trim());
	while (rest.length > 0) {
		const page = lastPage(rest, paper) ?? fill(rest, paper, paper.lines);
		pages.push(page.lines);
		rest = page.rest;
	}
	return pages;
}

/** Whether one of `lines`, the beginning of `text`, ends inside a word. */
export function cutsWord(text: string, lines: readonly string[]): boolean {
	const ends = endsOf(piecesOf(text));
	return endsOf(lines).some((end) => ends.indexOf(end) < 0);
}

/** How many letters there are up to the end of each part. */
function endsOf(parts: readonly string[]): number[] {
	let at = 0;
	return parts.map((part) => {
		at += part.replace(/\s+/g, "").length;
		return at;
	});
}

/** No line of a watch has room for more of the narrowest letters. */
const LINE_UNITS = 100;

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
function lastPage(rest: readonly string[], paper: Paper): Page | null {
	const full = fill(rest, paper, paper.lines);
	if (full.rest.length > 0) return null;
	let page = full;
	let count = Math.max(1, full.lines.length - 2);
	for (; count < paper.lines; count++) {
		page = fill(rest, paper, count);
		if (page.rest.length === 0) break;
		page = full;
	}
	// A page has as many lines as it was measured for, so that each is drawn where it was measured.
	while (page.lines.length < count) page.lines.push("");
	return page;
}

/**
 * At most `count` lines. A word that fits only where the screen is wider waits for such a line, so that the narrow ends of
 * a round screen cut no word that could stay whole; of two lines none is in the very middle, and a word may have to wait
 * for a page of more.
 */
function fill(pieces: readonly string[], paper: Paper, count: number): Page {
	const { measure, width } = paper;
	const most = Math.max(widest(paper, count), widest(paper, paper.lines));
	const lines: string[] = [];
	const rest = pieces.slice();
	while (lines.length < count && rest.length > 0) {
		const room = width(lines.length, count);
		const [first = ""] = rest;
		let taken = fitting(rest, room, measure);
		if (taken === 0 && measure(first.trim()) <= most) {
			lines.push("");
			continue;
		}
		if (taken === 0) {
			const head = longest(charactersOf(first), (part) => measure(part) <= room);
			rest.splice(0, 1, head, first.slice(head.length));
			taken = 1;
		}
		lines.push(rest.splice(0, taken).join("").trim());
	}
	return { lines, rest };
}

function widest(paper: Paper, count: number): number {
	let most = 0;
	for (let line = 0; line < count; line++) most = Math.max(most, paper.width(line, count));
	return most;
}

/** How many of `pieces` a line of `room` holds: it ends where one of them ends a line. */
function fitting(pieces: readonly string[], room: number, measure: Paper["measure"]): number {
	const space = measure("n n") - 2 * measure("n");
	let sum = 0;
	let end = 0;
	for (const piece of pieces) {
		const word = piece.trim();
		const next = sum + measure(word) - ROUNDING_PX * (end + 1);
		if (next > room) break;
		end++;
		if (piece.indexOf("\n") >= 0) break;
		sum += measure(word) + (word === piece ? 0 : space);
	}
	while (end > 1 && measure(pieces.slice(0, end).join("").trim()) > room) end--;
	return end === 1 && measure((pieces[0] ?? "").trim()) > room ? 0 : end;
}

/** As many of `parts` from the first on as fit together, and one of them at least. */
function longest(parts: readonly string[], fits: (text: string) => boolean): string {
	let low = 1;
	for (let high = parts.length; low < high; ) {
		const middle = (low + high + 1) >> 1;
		if (fits(parts.slice(0, middle).join(""))) low = middle;
		else high = middle - 1;
	}
	return parts.slice(0, low).join("");
}

/** How far back a word's begin is looked for: a longer one is cut. */
const WORD_UNITS = 24;

/** `text` on one line no wider than `width`: whole words and an ellipsis, and no number without what it counts. */
export function cutToWidth(text: string, width: number, measure: (text: string) => number): string {
	const line = text.replace(/[^\S\u00a0]+/g, " ").trim();
	if (measure(line) <= width) return line;
	const fits = (part: string) => measure(`${part.trim()}\u2026`) <= width;
	const head = line.slice(0, LINE_UNITS);
	const most = longest(charactersOf(head), fits);
	const words = longest(piecesOf(head), fits);
	const shown = words.length <= most.length && most.length - words.length < WORD_UNITS ? words : most;
	return `${(fits(most) ? shown : "").trim().replace(/ [\d.,:]+$/, "")}\u2026`;
}
