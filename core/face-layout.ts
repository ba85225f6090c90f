/**
 * Where everything is on the face. It stands in core because two use it: the face, which draws there, and the companion,
 * which measures for it what it writes in the glance file, so that the face itself measures nothing. Owns all of the
 * face's coordinates; lengths in px of the screen.
 */
import { type Box, type Canvas, rowAt } from "./screen.ts";

export type FaceLayout = {
	status: Box;
	/** Top left of the time, which is as large as its images. */
	time: { x: number; y: number };
	/** Battery, steps and heart: where each begins, and how far from its sign its digits are. */
	vitals: { y: number; x: readonly [number, number, number]; after: number };
	/** Left of the time, where the sign for "no phone" is. */
	sign: { x: number; y: number };
	message: Box;
	note: Box;
	chips: Box;
	gap: number;
	ask: Box;
	/** Under the time while the screen rests. */
	mark: { x: number; y: number };
	statusSize: number;
	messageSize: number;
	noteSize: number;
	chipSize: number;
	keySize: number;
};

/** How many lines the message has. */
export const MESSAGE_LINES = 3;

/** Widths of the images at a screen of 480; the packager scales them with the width of the screen (PKG, RESIZE). */
const DIGIT = 70;
const COLON = 30;
const DIGITS_HEIGHT = 96;
const SIGN = 32;
const MARK = 40;
/** Signs of the vitals, and what each takes with the digits that it may have. */
const VITAL_SIGN = 30;
const BATTERY = 122;
const STEPS = 130;
const HEART = 82;

type Rows = {
	status: number;
	time: number;
	vitals: number;
	message: number;
	note: number;
	chips: number;
	ask: number;
	scale: number;
};

export function faceLayoutOf(canvas: Canvas): FaceLayout {
	const image = canvas.width / 480;
	const rows: Rows = canvas.round
		? { status: 21, time: 52, vitals: 150, message: 181, note: 290, chips: 322, ask: 394, scale: image }
		: { status: 13, time: 44, vitals: 128, message: 156, note: 264, chips: 298, ask: 370, scale: canvas.width / 400 };
	const px = (length: number) => Math.round(length * rows.scale);
	const row = (y: number, h: number, most: number) => rowAt(canvas, px(y), px(h), px(12), px(most));
	const time = { x: Math.round((canvas.width - (4 * DIGIT + COLON) * image) / 2), y: px(rows.time) };
	const first = (canvas.width - (BATTERY + STEPS + HEART) * image) / 2;
	const middle = time.y + (DIGITS_HEIGHT * image) / 2;
	return {
		status: row(rows.status, 30, 300),
		time,
		vitals: {
			y: px(rows.vitals),
			x: [Math.round(first), Math.round(first + BATTERY * image), Math.round(first + (BATTERY + STEPS) * image)],
			after: Math.round(VITAL_SIGN * image),
		},
		sign: { x: Math.round(time.x - (SIGN + 4) * image), y: Math.round(middle - (SIGN * image) / 2) },
		message: row(rows.message, 108, 430),
		note: row(rows.note, 30, 430),
		chips: row(rows.chips, 64, 420),
		gap: px(10),
		ask: row(rows.ask, 64, 176),
		mark: { x: Math.round((canvas.width - MARK * image) / 2), y: Math.round(time.y + (DIGITS_HEIGHT + 24) * image) },
		statusSize: px(24),
		messageSize: px(26),
		noteSize: px(22),
		chipSize: px(22),
		keySize: px(26),
	};
}

/** The boxes of one or two quick replies; `split` is the share of the first of two, in percent. */
export function faceChips({ chips, gap }: FaceLayout, count: number, split: number): Box[] {
	if (count < 2) return [chips];
	const w = Math.floor(((chips.w - gap) * split) / 100);
	return [
		{ x: chips.x, y: chips.y, w, h: chips.h },
		{ x: chips.x + w + gap, y: chips.y, w: chips.w - gap - w, h: chips.h },
	];
}
