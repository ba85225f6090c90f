/**
 * The geometry of a watch's screen: how wide it is at a height. Owns the circle and the rounded corners; knows no
 * screen of ours. Lengths are in px of the screen.
 */
export type Canvas = { width: number; height: number; round: boolean };

export type Box = { x: number; y: number; w: number; h: number };

/** No known square screen has corners rounder than this share of its width (106 of 432). */
const CORNER_SHARE = 0.246;

/** Width that is lit over the whole of the rows `top` to `bottom`, less `margin` on either side; 0 where there is none. */
export function widthAt(canvas: Canvas, top: number, bottom: number, margin: number): number {
	const lit = Math.min(litAt(canvas, top), litAt(canvas, bottom));
	return Math.max(0, Math.floor(lit - 2 * margin));
}

function litAt({ width, height, round }: Canvas, y: number): number {
	const radius = round ? width / 2 : width * CORNER_SHARE;
	const depth = Math.min(y, height - y);
	if (depth < 0) return 0;
	if (depth >= radius) return width;
	return width - 2 * (radius - Math.sqrt(radius * radius - (radius - depth) * (radius - depth)));
}

/** The widest box in the middle of the rows from `y` on, no wider than `most`. */
export function rowAt(canvas: Canvas, y: number, h: number, margin: number, most: number): Box {
	const w = Math.min(widthAt(canvas, y, y + h, margin), Math.floor(most));
	return { x: Math.round((canvas.width - w) / 2), y, w, h };
}

/** Whether all of `box` is on lit pixels. */
export function isWithin(canvas: Canvas, { x, y, w, h }: Box): boolean {
	const lit = Math.min(litAt(canvas, y), litAt(canvas, y + h));
	return x >= (canvas.width - lit) / 2 - 1 && x + w <= (canvas.width + lit) / 2 + 1;
}
