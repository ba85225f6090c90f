/**
 * Where everything is on the page, for every canvas. Owns all coordinates of the page. Rule: each box is on lit pixels
 * of a round screen and clear of a square one's corners; a place to tap is at least 64 px high at a width of 480.
 */
import { type Box, type Canvas, rowAt, widthAt } from "../../core/screen.ts";
import { LINE_HEIGHT } from "./theme.ts";

export type { Box, Canvas } from "../../core/screen.ts";

export type Layout = {
	canvas: Canvas;
	/** Px of the screen for a length at a width of 480; a square screen shows as much on less width. */
	px(length: number): number;
	/** Where `y` is on the screen; on a square one everything stands below the system's bar. */
	down(y: number): number;
	/** A box in the middle from `y` on, as wide as fits there, at most `most`. Lengths at a width of 480. */
	row(y: number, h: number, most: number): Box;
};

/** Square screens are as sharp as round ones; 390 px of theirs show what 424 of a round one do, below the bar. */
const SQUARE_WIDTH = 424;
const ROUND_WIDTH = 480;

/**
 * On a square watch the system's bar lies over the top of a page (DOC best-practice/multi-screen-adaption), on some even
 * where it was hidden (COM, `status-bar`): nothing is to be read or tapped there. px of the screen.
 */
const BAR_PX = 64;
/** What the tables below leave free above their first row. */
const FIRST_ROW = 28;

const MARGIN = 14;

export function layoutOf(canvas: Canvas): Layout {
	const scale = canvas.width / (canvas.round ? ROUND_WIDTH : SQUARE_WIDTH);
	const px = (length: number) => Math.round(length * scale);
	const down = (y: number) => (canvas.round ? 0 : BAR_PX - px(FIRST_ROW)) + px(y);
	return { canvas, px, down, row: (y, h, most) => rowAt(canvas, down(y), px(h), px(MARGIN), px(most)) };
}

/** Tops of the rows of the first screen. The two shapes differ in height. */
export type Rows = {
	/** Two lines above all else. */
	head: number;
	/** The mark, which is the key to ask, and how large it is. */
	mark: number;
	markSide: number;
	/** Quick replies. */
	chips: number;
	foot: number;
};

export function homeRows({ round }: Canvas): Rows {
	return round
		? { head: 44, mark: 120, markSide: 176, chips: 306, foot: 382 }
		: { head: 32, mark: 112, markSide: 150, chips: 276, foot: 354 };
}

export function keylessRows({ round }: Canvas): { title: number; help: number; ways: number; chips: number } {
	return round ? { title: 56, help: 102, ways: 252, chips: 342 } : { title: 32, help: 80, ways: 228, chips: 322 };
}

export function listRows({ round }: Canvas): { head: number; rows: readonly number[]; foot: number } {
	return round ? { head: 46, rows: [98, 190, 282], foot: 384 } : { head: 34, rows: [84, 174, 264], foot: 364 };
}

export const LIST_ROW_HEIGHT = 84;

export function ringsRows({ round }: Canvas): { head: number; rows: readonly [number, number]; foot: number } {
	return round ? { head: 46, rows: [92, 232], foot: 384 } : { head: 34, rows: [76, 216], foot: 364 };
}

export function ringRows({ round }: Canvas): {
	time: number;
	name: number;
	kind: number;
	stop: number;
	snooze: number;
} {
	return round
		? { time: 56, name: 122, kind: 244, stop: 250, snooze: 362 }
		: { time: 34, name: 100, kind: 222, stop: 228, snooze: 338 };
}

/** Of a card: a name and `lines` of words for each deed, the answer's words, keys. By how many deeds there are. */
export type CardRows = { deeds: number; pitch: number; lines: number; foot: number };

export function cardRows({ round }: Canvas, deeds: number): CardRows {
	const foot = round ? 350 : 316;
	const up = round ? 0 : 16;
	if (deeds > 2) return { deeds: 44 - up, pitch: 72, lines: 1, foot };
	return { deeds: (deeds > 1 ? 52 : 66) - up, pitch: 106, lines: 2, foot };
}

export function waitingRows({ round }: Canvas): { question: number; ring: number; label: number; cancel: number } {
	return round
		? { question: 58, ring: 140, label: 274, cancel: 336 }
		: { question: 34, ring: 118, label: 252, cancel: 330 };
}

export function receiptRows({ round }: Canvas): {
	title: number;
	by: number;
	facts: number;
	pitch: number;
	foot: number;
} {
	return round
		? { title: 46, by: 102, facts: 190, pitch: 54, foot: 376 }
		: { title: 30, by: 84, facts: 168, pitch: 54, foot: 352 };
}

export function faultRows({ round }: Canvas): { title: number; help: number; question: number; keys: number } {
	return round ? { title: 56, help: 102, question: 240, keys: 288 } : { title: 32, help: 80, question: 220, keys: 274 };
}

/** What comes after the last page of an answer, by how many follow-up questions there are. */
export type NextRows = { by: number; chips: readonly number[]; ways: number; foot: number };

/** `says`: a key stands where else it says who answered. */
export function nextRows({ round }: Canvas, chips: number, says = false): NextRows {
	if (says && chips > 0)
		return round
			? { by: 40, chips: [114, 192], ways: 276, foot: 378 }
			: { by: 28, chips: [100, 174], ways: 252, foot: 352 };
	if (chips === 0)
		return round ? { by: 98, chips: [], ways: 176, foot: 282 } : { by: 86, chips: [], ways: 164, foot: 268 };
	if (chips < 3)
		return round
			? { by: 58, chips: [114, 192], ways: 276, foot: 378 }
			: { by: 40, chips: [92, 170], ways: 252, foot: 352 };
	return round
		? { by: 28, chips: [70, 146, 222], ways: 300, foot: 394 }
		: { by: 16, chips: [54, 128, 202], ways: 280, foot: 376 };
}

/** The part of the screen that answers are read in; each line of an answer is one TEXT inside it, in order. */
export function readingBox(canvas: Canvas): Box {
	const { px } = layoutOf(canvas);
	const top = canvas.round ? px(50) : BAR_PX;
	const bottom = canvas.height - px(canvas.round ? 62 : 56);
	return { x: 0, y: top, w: canvas.width, h: bottom - top };
}

/** How many lines of `size` px fit in the reading box. */
export function readingLines(canvas: Canvas, size: number): number {
	return Math.floor(readingBox(canvas).h / lineHeight(size));
}

/** The box of line `line` of `count`, which sit in the middle of the reading box. */
export function readingLine(canvas: Canvas, size: number, line: number, count: number): Box {
	const area = readingBox(canvas);
	const pitch = lineHeight(size);
	const y = area.y + Math.round((area.h - count * pitch) / 2) + line * pitch;
	const w = canvas.round ? widthAt(canvas, y, y + pitch, layoutOf(canvas).px(MARGIN)) : columnWidth(canvas, area);
	return { x: Math.round((canvas.width - w) / 2), y, w, h: pitch };
}

/** On a square screen lines start under each other: all are as wide as the corners leave the outermost. */
function columnWidth(canvas: Canvas, { y, h }: Box): number {
	const { px } = layoutOf(canvas);
	return Math.min(widthAt(canvas, y, y + h, px(4)), canvas.width - 2 * px(MARGIN + 4));
}

export function lineHeight(size: number): number {
	return Math.ceil(size * LINE_HEIGHT);
}

/** Below the reading box: which page this is. */
export function markBox(canvas: Canvas): Box {
	const { px } = layoutOf(canvas);
	const h = px(32);
	return rowAt(canvas, canvas.height - px(canvas.round ? 56 : 50), h, px(MARGIN), canvas.width);
}

/** At the lower edge: the sign that there is more to turn to. */
export function gripBox(canvas: Canvas): Box {
	const { px } = layoutOf(canvas);
	const w = px(40);
	return { x: Math.round((canvas.width - w) / 2), y: canvas.height - px(18), w, h: px(6) };
}
