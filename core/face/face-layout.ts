/**
 * Where everything is on the face. It stands in core because two use it: the face, which draws there, and the companion,
 * which measures for it what it writes in the glance file, so that the face itself measures nothing. Owns all of the
 * face's coordinates. Rule: everything stands in the middle of its row, and a screen of another width has the same rows,
 * smaller or larger.
 */
import type { Box } from "../screen.ts";

/** Tall enough for a finger. */
const KEY_HIGH = 64;

export type FaceBoxes = {
	date: Box;
	/** At its highest: three lines. A note is below it, down to the chips. */
	message: Box;
	/** The face's own line, with room for two lines of any script. */
	ownLine: Box;
	chips: Box;
	ask: Box;
};

/** Of a screen `width` px wide. */
export function faceBoxes(width: number, isRound: boolean): FaceBoxes {
	const scale = faceScale(width, isRound);
	const row = (top: number, wide: number, high: number): Box => {
		const w = (wide * scale + 0.5) | 0;
		return { x: (width - w) >> 1, y: (top * scale + 0.5) | 0, w, h: (high * scale + 0.5) | 0 };
	};
	const [dateTop, dateWide, messageTop, messageWide, chipsTop, chipsWide, askTop, askWide] = isRound
		? ([20, 166, 178, 424, 322, 354, 394, 174] as const)
		: ([13, 276, 160, 374, 304, 374, 376, 176] as const);
	return {
		date: row(dateTop, dateWide, 30),
		message: row(messageTop, messageWide, 108),
		ownLine: row(messageTop + 7, messageWide, 96),
		chips: row(chipsTop, chipsWide, KEY_HIGH),
		ask: row(askTop, askWide, KEY_HIGH),
	};
}

/** What lengths are multiplied by on a screen so wide: they are px of one that is 480 (round) or 400 (square) wide. */
export function faceScale(width: number, isRound: boolean): number {
	return width / (isRound ? 480 : 400);
}

/** Top of the time, and of battery, steps and heart, which are as large as their images. */
export function nativeTops(isRound: boolean): readonly [time: number, vitals: number] {
	return isRound ? [52, 145] : [46, 128];
}

/** Boxes are higher than their lines, for the dots below Arabic letters. */
export const GAP = 8;
/** The note, and how far it reaches into the box of the message above it. */
export const NOTE_HIGH = 38;
export const NOTE_OVERLAP = 12;

/** How far the message goes down where there are no quick replies. */
export const NO_CHIPS_DOWN = 36;

export const DATE_SIZE = 24;
export const MESSAGE_SIZE = 26;
export const NOTE_SIZE = 22;
export const CHIP_SIZE = 22;
export const KEY_SIZE = 26;

/** Lengths of images on a screen 480 wide, round or square; the packager scales them with the width (PKG, RESIZE). */
export const TIME_LEFT = 103;
export const SIGN_LEFT = 67;
/** Below the top of the time. */
export const SIGN_DOWN = 26;
export const MARK_LEFT = 220;
export const MARK_DOWN = 108;
/** Left of the signs of battery, steps and heart, and of their digits. */
export const BATTERY_LEFT = 73;
export const STEPS_LEFT = 195;
export const HEART_LEFT = 325;
export const VITAL_DIGITS = 30;
