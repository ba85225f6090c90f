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
		? { status: 32, time: 66, message: 170, note: 276, chips: 314, ask: 388, scale: image }
		: { status: 20, time: 56, message: 146, note: 254, chips: 292, ask: 366, scale: canvas.width / 400 };
	const px = (length: number) => Math.round(length * rows.scale);
	const row = (y: number, h: number, most: number) => rowAt(canvas, px(y), px(h), px(12), px(most));
	const time = { x: Math.round((canvas.width - (4 * DIGIT + COLON) * image) / 2), y: px(rows.time) };
	const middle = time.y + (DIGITS_HEIGHT * image) / 2;
	return {
		status: row(rows.status, 32, 300),
		time,
		sign: { x: Math.round(time.x - (SIGN + 4) * image), y: Math.round(middle - (SIGN * image) / 2) },
		message: row(rows.message, 106, 430),
		note: row(rows.note, 32, 430),
		chips: row(rows.chips, 66, 420),
		gap: px(10),
		ask: row(rows.ask, 66, 190),
		mark: { x: Math.round((canvas.width - MARK * image) / 2), y: Math.round(time.y + (DIGITS_HEIGHT + 24) * image) },
		statusSize: px(24),
		messageSize: px(26),
		noteSize: px(22),
		keySize: px(24),
	};
}

/** The boxes of `count` quick replies beside each other. */
export function faceChips({ chips, gap }: FaceLayout, count: number): Box[] {
	const w = Math.floor((chips.w - gap * (count - 1)) / count);
	return Array.from({ length: count }, (_, index) => ({ ...chips, x: chips.x + index * (w + gap), w }));
}

/** Width for the text of a key, whose ends are half circles. */
export function keyRoom(box: Box): number {
	return box.w - Math.floor(box.h * 0.6);
}
