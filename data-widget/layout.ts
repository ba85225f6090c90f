/** Where the workout extension has its live values, its three questions and its words. Lengths in px of the screen. */
import { type Box, type Canvas, rowAt } from "../core/screen.ts";

export type WorkoutLayout = {
	/** Heart, pace, distance. */
	values: readonly Box[];
	valueSize: number;
	labelSize: number;
	/** On pace? How far to go? Keep me going: beside each other. */
	buttons: Box;
	buttonGap: number;
	/** What the labels of the buttons may have, the largest first. */
	buttonSizes: readonly number[];
	message: Box;
	/** The largest first. At the smallest capitals are 6 px high on a picture 120 px wide. */
	messageSizes: readonly number[];
};

const GAP = 8;
/** Of the height of a button: what a label keeps clear of its round ends, both together. */
const LABEL_INSET = 0.45;

/** The words have the middle, which on a round screen is its widest part; the live values stand about them. */
export function workoutLayoutOf(canvas: Canvas): WorkoutLayout {
	const scale = canvas.width / (canvas.round ? 480 : 400);
	const px = (length: number) => Math.round(length * scale);
	const row = (y: number, h: number) => rowAt(canvas, px(y), px(h), px(14), px(440));
	const rows = canvas.round
		? { upper: 38, message: 122, buttons: 308, lower: 380, high: 180 }
		: { upper: 14, message: 98, buttons: 302, lower: 370, high: 198 };
	return {
		values: [...split(row(rows.upper, 82), [0, 0], 0), row(rows.lower, 82)],
		buttons: row(rows.buttons, 64),
		buttonGap: px(GAP),
		message: row(rows.message, rows.high),
		valueSize: px(42),
		labelSize: px(22),
		buttonSizes: [32, 28, 25, 22].map(px),
		messageSizes: [56, 48, 41, 36, 34].map((size) => Math.ceil(size * scale)),
	};
}

/**
 * The largest size in which all labels go beside each other, and a box for each: as wide as its label, and an equal share of what
 * is left, so that a long label takes room that a short one does not need. `measure` gives the width of a text in a size.
 */
export function placeButtons(
	{ buttons, buttonGap, buttonSizes }: WorkoutLayout,
	labels: readonly string[],
	measure: (text: string, size: number) => number,
): { size: number; boxes: readonly Box[] } {
	let size = 0;
	let boxes: readonly Box[] = [];
	for (size of buttonSizes) {
		const widths = labels.map((label) => measure(label, size));
		boxes = split(buttons, widths, buttonGap);
		if (boxes.every(({ w }, index) => w - (widths[index] ?? 0) >= buttons.h * LABEL_INSET)) break;
	}
	return { size, boxes };
}

/** `widths`: what each part needs. */
function split({ x, w, y, h }: Box, widths: readonly number[], gap: number): Box[] {
	const free = widths.reduce((rest, width) => rest - width - gap, w + gap);
	let at = x;
	return widths.map((width) => {
		const box = { x: at, y, w: Math.floor(width + free / widths.length), h };
		at += box.w + gap;
		return box;
	});
}
