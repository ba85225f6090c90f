/**
 * Where everything is on the face. It stands in core because two use it: the face, which draws there, and the companion,
 * which measures for it what it writes in the glance file, so that the face itself measures nothing. Owns all of the
 * face's coordinates; lengths in px of the screen.
 */
import { type Box, type Canvas, rowAt } from "../screen.ts";

/** What the watch draws by itself, and is made once. */
export type FaceNatives = {
	/** Top left of the time, which is as large as its images. */
	time: { x: number; y: number };
	/** Battery, steps and heart: where each begins, and how far from its sign its digits are. */
	vitals: { y: number; x: readonly [number, number, number]; after: number };
	/** Left of the time, where the sign for "no phone" is. */
	sign: { x: number; y: number };
	/** Under the time while the screen rests. */
	mark: { x: number; y: number };
};

export type FaceTexts = {
	status: Box;
	/** The message at its highest; `placeTexts` says where it and its note are. */
	message: Box;
	note: Box;
	chips: Box;
	gap: number;
	ask: Box;
	statusSize: number;
	messageSize: number;
	noteSize: number;
	chipSize: number;
	keySize: number;
};

/** How many lines the message has. */
export const MESSAGE_LINES = 3;

/** Widths of the images at a screen of 480; the packager scales them with the width of the screen (PKG, RESIZE). */
const DIGIT = 62;
const COLON = 26;
const DIGITS_HEIGHT = 84;
const SIGN = 32;
const MARK = 40;
/** Signs of the vitals, and what each takes with the digits that it may have. */
const VITAL_SIGN = 30;
const BATTERY = 122;
const STEPS = 130;
const HEART = 82;

type Size = { w: number; h: number };

type Rows = {
	status: number;
	time: number;
	vitals: number;
	message: number;
	chips: number;
	ask: number;
	scale: number;
};

export function faceLayoutOf(canvas: Canvas): { natives: FaceNatives; texts: FaceTexts } {
	const image = canvas.width / 480;
	const rows: Rows = canvas.round
		? { status: 20, time: 52, vitals: 145, message: 178, chips: 322, ask: 394, scale: image }
		: { status: 13, time: 46, vitals: 128, message: 160, chips: 304, ask: 376, scale: canvas.width / 400 };
	const px = (length: number) => Math.round(length * rows.scale);
	const row = (y: number, h: number, most: number) => rowAt(canvas, px(y), px(h), px(12), px(most));
	const time = { x: Math.round((canvas.width - (4 * DIGIT + COLON) * image) / 2), y: px(rows.time) };
	const first = (canvas.width - (BATTERY + STEPS + HEART) * image) / 2;
	const middle = time.y + (DIGITS_HEIGHT * image) / 2;
	return {
		natives: {
			time,
			vitals: {
				y: px(rows.vitals),
				x: [Math.round(first), Math.round(first + BATTERY * image), Math.round(first + (BATTERY + STEPS) * image)],
				after: Math.round(VITAL_SIGN * image),
			},
			sign: { x: Math.round(time.x - (SIGN + 4) * image), y: Math.round(middle - (SIGN * image) / 2) },
			mark: { x: Math.round((canvas.width - MARK * image) / 2), y: Math.round(time.y + (DIGITS_HEIGHT + 24) * image) },
		},
		texts: {
			status: row(rows.status, 30, 300),
			message: row(rows.message, 108, 424),
			note: row(rows.message + 108, 30, 424),
			chips: row(rows.chips, 64, 420),
			gap: px(8),
			ask: row(rows.ask, 64, 176),
			statusSize: px(24),
			messageSize: px(26),
			noteSize: px(22),
			chipSize: px(22),
			keySize: px(26),
		},
	};
}

/**
 * A message of a size and its note, which belong together: in the middle of the room down to the buttons, of
 * which quick replies are the upper row. Their boxes are higher than their lines, for the dots below Arabic letters.
 */
export function placeTexts(places: FaceTexts, { w, h }: Size, hasNote: boolean, hasChips: boolean): [Box, Box] {
	const { message, note, chips, ask, gap } = places;
	const room = (hasChips ? chips : ask).y - message.y - gap - h - (hasNote ? note.h : 0);
	const y = message.y + (room > 0 ? room >> 1 : 0);
	return [
		{ x: message.x + ((message.w - w) >> 1), y: y - gap, w, h: h + 2 * gap },
		{ x: note.x, y: y + h - (gap >> 1), w: note.w, h: note.h + gap },
	];
}

/** The boxes of up to two quick replies; `split` is the share of the first of two, in percent. */
export function faceChips({ chips, gap }: FaceTexts, count: number, split: number): Box[] {
	if (count < 2) return count === 0 ? [] : [chips];
	const w = Math.floor(((chips.w - gap) * split) / 100);
	return [
		{ x: chips.x, y: chips.y, w, h: chips.h },
		{ x: chips.x + w + gap, y: chips.y, w: chips.w - gap - w, h: chips.h },
	];
}
