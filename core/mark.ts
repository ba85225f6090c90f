/**
 * The assistant's mark: a dial that is open where its point stands, which is the letter Q of a question and somebody beside a
 * watch. Owns its shape; everything that shows it draws it from here: the build as an image, a page as an arc and a disc. Rule:
 * it is nothing but those two, so that a watch draws it in any colour.
 */
import type { Box } from "./screen.ts";

/** `from` and `to` in degrees, clockwise from three o'clock, as a watch's ARC has them (DOC ui/widget/ARC.mdx); its ends are round. */
export type Mark = { ring: Box & { width: number; from: number; to: number }; point: Box };

/** Shares of its side: a stroke for what is small, and the room around it. */
const STROKE = 0.145;
const EDGE = 0.05;
/** Of the stroke: how wide the point is, and what is free between it and the ring's ends. */
const POINT = 1.66;
const FREE = 0.4;
const POINT_DEGREES = 45;

/** As large as `box`, a square, holds. `stroke`: the ring's width, a share of its side. */
export function markIn({ x, y, w }: Box, stroke = STROKE): Mark {
	const width = w * stroke;
	const inset = w * EDGE;
	const side = width * POINT;
	const radius = w / 2 - inset - width / 2;
	const at = w / 2 + radius * Math.SQRT1_2 - side / 2;
	const apart = (side + width) / 2 + width * FREE;
	const open = (2 * Math.asin(apart / (2 * radius)) * 180) / Math.PI;
	return {
		ring: {
			x: x + inset,
			y: y + inset,
			w: w - 2 * inset,
			h: w - 2 * inset,
			width,
			from: POINT_DEGREES + open - 360,
			to: POINT_DEGREES - open,
		},
		point: { x: x + at, y: y + at, w: side, h: side },
	};
}
