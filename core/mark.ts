/**
 * The assistant's mark: a dial that is open where its point stands, which is the letter Q of a question and somebody beside a
 * watch. Owns its shape; everything that shows it draws it from here: the build as an image, a page as an arc and a disc. Rule:
 * it is nothing but those two, so that a watch draws it in any colour.
 */
import type { Box } from "./screen.ts";

/** `from` and `to` in degrees, clockwise from three o'clock, as a watch's ARC has them (DOC ui/widget/ARC.mdx); its ends are round. */
export type Mark = { ring: Box & { width: number; from: number; to: number }; point: Box };

/** Shares of its side. */
const STROKE = 0.145;
const EDGE = 0.05;
const POINT = 0.24;
/** Where the point stands, and how far the middle of the ring's ends is from it. */
const POINT_DEGREES = 45;
const OPEN_DEGREES = 38;

/** As large as `box`, a square, holds. */
export function markIn({ x, y, w }: Box): Mark {
	const width = w * STROKE;
	const inset = w * EDGE;
	const reach = ((w / 2 - inset - width / 2) * Math.SQRT2) / 2;
	const side = w * POINT;
	const at = w / 2 + reach - side / 2;
	return {
		ring: {
			x: x + inset,
			y: y + inset,
			w: w - 2 * inset,
			h: w - 2 * inset,
			width,
			from: POINT_DEGREES + OPEN_DEGREES - 360,
			to: POINT_DEGREES - OPEN_DEGREES,
		},
		point: { x: x + at, y: y + at, w: side, h: side },
	};
}
