/**
 * Lays text out as the watch does: what `getTextLayout` answers, and the same breaking for TEXT. Owns breaking and
 * cutting; never draws. Rule: no line is wider than the width it was given, but a lone character that is.
 */
import { charactersOf, piecesOf } from "./line-breaks.ts";
import { lineHeightOf, widthOf } from "./text-width.ts";

export type TextOptions = {
	/** In pixels, as all lengths here. */
	textSize: number;
	/** Of a line; 0 is unbounded. */
	width: number;
	/** False keeps everything on one line. */
	wrapped: boolean;
	/** 0 or absent: no limit. */
	rowsMax?: number;
	charSpace?: number;
	lineSpace?: number;
	/** Break between any two characters, as `text_style.CHAR_WRAP`. */
	byCharacter?: boolean;
};

export type TextLayout = {
	/** Of the widest line, rounded up. */
	width: number;
	height: number;
	rows: number;
	lines: string[];
	/** Characters were cut and "..." put in their place. */
	truncated: boolean;
	/** The text itself, or what is left of it with "..." where it was cut. */
	text: string;
};

const ELLIPSIS = "...";

/**
 * Breaks a text into lines and measures them. Lines come without the spaces they were broken at; an empty text is one
 * empty line. Past `rowsMax` the last line ends in "...".
 */
export function layoutText(text: string, options: TextOptions): TextLayout {
	const all = options.wrapped ? wrap(text, options) : [singleLine(text)];
	const limit = options.rowsMax ?? 0;
	const truncated = limit > 0 && all.length > limit;
	const lines = truncated ? cutRows(all, limit, options) : all;
	const widest = Math.max(...lines.map((line) => widthOf(line, options.textSize, options.charSpace)));
	const rowHeight = lineHeightOf(options.textSize) + (options.lineSpace ?? 0);
	const height = rowHeight * lines.length - (options.lineSpace ?? 0);
	const shown = truncated ? cutText(text, lines) : text;
	return { width: Math.ceil(widest), height, rows: lines.length, lines, truncated, text: shown };
}

function cutText(text: string, lines: readonly string[]): string {
	let end = 0;
	for (const [row, line] of lines.entries()) {
		const kept = row === lines.length - 1 ? line.slice(0, -ELLIPSIS.length) : line;
		end = text.indexOf(kept, end) + kept.length;
	}
	return text.slice(0, end) + ELLIPSIS;
}

/** One line that ends in "..." where it would pass `width`. */
export function ellipsize(text: string, textSize: number, width: number, charSpace = 0): string {
	const line = singleLine(text);
	if (width <= 0 || widthOf(line, textSize, charSpace) <= width) return line;
	return shorten(line, textSize, width, charSpace);
}

function singleLine(text: string): string {
	return text.replace(/\r\n|[\r\n]/g, " ");
}

function wrap(text: string, options: TextOptions): string[] {
	return text.split(/\r\n|[\r\n]/).flatMap((paragraph) => wrapParagraph(paragraph, options));
}

function wrapParagraph(paragraph: string, options: TextOptions): string[] {
	const pieces = options.byCharacter ? charactersOf(paragraph) : piecesOf(paragraph);
	const lines: string[] = [];
	let line = "";
	for (const piece of pieces.flatMap((whole) => splitWide(whole, options))) {
		if (line !== "" && !fits(line + piece, options)) {
			lines.push(line.trimEnd());
			line = "";
		}
		line += piece;
	}
	lines.push(line.trimEnd());
	return lines;
}

/** A word that is wider than a line is broken between its characters. */
function splitWide(piece: string, options: TextOptions): string[] {
	if (fits(piece, options)) return [piece];
	const parts: string[] = [];
	let part = "";
	for (const character of charactersOf(piece)) {
		if (part !== "" && !fits(part + character, options)) {
			parts.push(part);
			part = "";
		}
		part += character;
	}
	return [...parts, part];
}

function fits(line: string, options: TextOptions): boolean {
	return options.width <= 0 || widthOf(line.trimEnd(), options.textSize, options.charSpace) <= options.width;
}

function cutRows(lines: string[], limit: number, options: TextOptions): string[] {
	const kept = lines.slice(0, limit);
	const last = kept.pop() ?? "";
	const whole = last + ELLIPSIS;
	return [...kept, fits(whole, options) ? whole : shorten(last, options.textSize, options.width, options.charSpace)];
}

function shorten(line: string, textSize: number, width: number, charSpace = 0): string {
	const characters = charactersOf(line);
	while (characters.length > 0) {
		const candidate = characters.join("").trimEnd() + ELLIPSIS;
		if (widthOf(candidate, textSize, charSpace) <= width) return candidate;
		characters.pop();
	}
	return ELLIPSIS;
}
