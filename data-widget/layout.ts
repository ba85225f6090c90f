/** Where the workout extension has its live values and its words. Lengths in px of the screen. */
import { type Box, type Canvas, rowAt } from "../core/screen.ts";

export type WorkoutLayout = {
	/** Pulse, pace, distance. */
	values: [Box, Box, Box];
	valueSize: number;
	labelSize: number;
	message: Box;
	messageSize: number;
};

/** A value and under it its name. */
const VALUE_HEIGHT = 100;

/** The system's own bar lies over the top 68 px of 480 where the extension is not pinned (DOC workout-extension). */
export function workoutLayoutOf(canvas: Canvas): WorkoutLayout {
	const scale = canvas.width / (canvas.round ? 480 : 400);
	const px = (length: number) => Math.round(length * scale);
	const row = (y: number, h: number) => rowAt(canvas, px(y), px(h), px(14), px(420));
	const top = canvas.round ? 74 : 66;
	const upper = row(top, VALUE_HEIGHT);
	const half = Math.floor(upper.w / 2);
	return {
		values: [{ ...upper, w: half }, { ...upper, x: upper.x + half, w: half }, row(top + 264, VALUE_HEIGHT)],
		valueSize: px(52),
		labelSize: px(22),
		message: row(top + 104, 156),
		messageSize: px(28),
	};
}
