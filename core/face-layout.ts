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

type Rows = { status: number; time: number; message: number; note: number; chips: number; ask: number; scale: number };

export function faceLayoutOf(canvas: Canvas): FaceLayout {
	const image = canvas.width / 480;
	const rows: Rows = canvas.round
		? { status: 33, time: 64, message: 170, note: 283, chips: 320, ask: 394, scale: image }
		: { status: 18, time: 50, message: 140, note: 254, chips: 290, ask: 364, scale: canvas.width / 400 };
	const px = (length: number) => Math.round(length * rows.scale);
	const row = (y: number, h: number, most: number) => rowAt(canvas, px(y), px(h), px(12), px(most));
	const time = { x: Math.round((canvas.width - (4 * DIGIT + COLON) * image) / 2), y: px(rows.time) };
	const middle = time.y + (DIGITS_HEIGHT * image) / 2;
	return {
		status: row(rows.status, 32, 300),
		time,
		sign: { x: Math.round(time.x - (SIGN + 4) * image), y: Math.round(middle - (SIGN * image) / 2) },
		message: row(rows.message, 112, 430),
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
		{ ...chips, w },
		{ ...chips, x: chips.x + w + gap, w: chips.w - gap - w },
	];
}
