/** Where the workout extension has its live values, its three questions and its words. Lengths in px of the screen. */
import { type Box, type Canvas, rowAt } from "../core/screen.ts";

export type WorkoutLayout = {
	/** Heart, pace, distance. */
	values: [Box, Box, Box];
	valueSize: number;
	labelSize: number;
	/** On pace? How far to go? Keep me going. */
	buttons: [Box, Box, Box];
	/** What a button's label may have, the largest first. */
	buttonSizes: readonly number[];
	message: Box;
	/** The largest first. At the smallest capitals are 6 px high on a picture 120 px wide. */
	messageSizes: readonly number[];
};

const GAP = 8;

/** On a round screen the words have the widest part, and two values stand above, one below. */
export function workoutLayoutOf(canvas: Canvas): WorkoutLayout {
	const scale = canvas.width / (canvas.round ? 480 : 400);
	const px = (length: number) => Math.round(length * scale);
	const row = (y: number, h: number) => rowAt(canvas, px(y), px(h), px(14), px(440));
	const sizes = (list: readonly number[]) => list.map(px);
	const same = {
		valueSize: px(42),
		labelSize: px(22),
		buttonSizes: sizes([32, 28, 25, 22]),
		messageSizes: [56, 48, 41, 36, 34].map((size) => Math.ceil(size * scale)),
	};
	if (!canvas.round) {
		return {
			...same,
			values: split(row(22, 82), 0),
			buttons: split(row(112, 64), px(GAP)),
			message: row(186, 240),
		};
	}
	const { x, w, ...upper } = row(38, 82);
	const half = Math.floor(w / 2);
	return {
		...same,
		values: [{ x, w: half, ...upper }, { x: x + half, w: half, ...upper }, row(384, 78)],
		buttons: split(row(124, 64), px(GAP)),
		message: row(194, 186),
	};
}

function split({ x, w, y, h }: Box, gap: number): [Box, Box, Box] {
	const third = Math.floor((w - 2 * gap) / 3);
	return [
		{ x, y, w: third, h },
		{ x: x + third + gap, y, w: third, h },
		{ x: x + 2 * (third + gap), y, w: third, h },
	];
}
