/**
 * How wide a line of text is. Owns the one canvas that measures and the cache over it. Rule: what is measured here is
 * drawn with the same font, so that a line that fits does fit.
 */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { fontFor } from "./fonts.ts";

/** Of Noto Sans, in its units a size: what the watch's line is made of is not documented (INF). */
export const ASCENT_EM = 1.069;
const LINE_EM = 1.362;

const CACHE_ENTRIES = 20_000;
const SHAPED = /[\u0590-\u0dff\ufb1d-\ufefc]/;

/** The first letter decides, as the marks at a line's ends follow it. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufefc]/u;

const pen = createCanvas(1, 1).getContext("2d");
const widths = new Map<string, number>();

export type Ink = { left: number; right: number; ascent: number; descent: number };

/** Height of one line in pixels. */
export function lineHeightOf(size: number): number {
	return Math.ceil(size * LINE_EM);
}

/** Advance width in pixels. */
export function widthOf(text: string, size: number, charSpace = 0): number {
	if (text === "") return 0;
	const key = `${size} ${charSpace} ${text}`;
	const known = widths.get(key);
	if (known !== undefined) return known;
	if (widths.size >= CACHE_ENTRIES) widths.clear();
	setFont(pen, text, size, charSpace);
	const width = pen.measureText(text).width;
	widths.set(key, width);
	return width;
}

/** The bounds of the ink from the line's start and baseline, in pixels, all positive outwards. */
export function inkOf(text: string, size: number, charSpace = 0): Ink {
	setFont(pen, text, size, charSpace);
	const measured = pen.measureText(text);
	return {
		left: measured.actualBoundingBoxLeft,
		right: measured.actualBoundingBoxRight,
		ascent: measured.actualBoundingBoxAscent,
		descent: measured.actualBoundingBoxDescent,
	};
}

/** Prepares a context to draw exactly what was measured. Scripts whose letters join ignore the space between characters. */
export function setFont(context: SKRSContext2D, text: string, size: number, charSpace: number): void {
	context.font = fontFor(text, size);
	context.letterSpacing = SHAPED.test(text) ? "0px" : `${charSpace}px`;
	context.direction = RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
	context.textBaseline = "alphabetic";
	context.textAlign = "left";
}
