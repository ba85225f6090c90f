/** Where the workout extension has its live values, its three questions and its words. Lengths in px of the screen. */
import { type Box, type Canvas, rowAt } from "../core/screen.ts";

export type WorkoutLayout = {
	/** Heart, pace, distance. */
	values: readonly Box[];
	valueSize: number;
	labelSize: number;
	/** On pace? How far to go? Keep me going. */
	buttons: readonly Box[];
	/** What the labels of the buttons may have, the largest first. */
	buttonSizes: readonly number[];
	message: Box;
	/** The largest first. At the smallest capitals are 6 px high on a picture 120 px wide. */
	messageSizes: readonly number[];
};

const GAP = 8;

/** The words have the middle, which on a round screen is its widest part; the live values stand about them. */
export function workoutLayoutOf(canvas: Canvas): WorkoutLayout {
	const scale = canvas.width / (canvas.round ? 480 : 400);
	const px = (length: number) => Math.round(length * scale);
	const row = (y: number, h: number) => rowAt(canvas, px(y), px(h), px(14), px(440));
	const rows = canvas.round
		? { upper: 38, message: 122, buttons: 308, lower: 380, high: 180 }
		: { upper: 14, message: 98, buttons: 302, lower: 370, high: 198 };
	return {
		values: [...split(row(rows.upper, 82), 2, 0), row(rows.lower, 82)],
		buttons: split(row(rows.buttons, 64), 3, px(GAP)),
		message: row(rows.message, rows.high),
		valueSize: px(42),
		labelSize: px(22),
		buttonSizes: [32, 28, 25, 22].map(px),
		messageSizes: [56, 48, 41, 36, 34].map((size) => Math.ceil(size * scale)),
	};
}

function split({ x, w, y, h }: Box, count: number, gap: number): Box[] {
	const each = Math.floor((w - (count - 1) * gap) / count);
	return Array.from({ length: count }, (_, index) => ({ x: x + index * (each + gap), y, w: each, h }));
}
