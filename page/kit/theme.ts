/** The looks of every screen: colours on black, sizes of text. Owns the numbers; `layout.ts` has the places. */
import type { Look } from "../../core/wire/protocol.ts";

export { inkOn } from "../../core/ink.ts";

export const WHITE = 0xffffff;
/** Contrast on black 8.6:1. */
export const DIM = 0xa6a6ad;
export const WARNING = 0xffb340;
export const FILL = 0x26262a;
export const PRESSED = 0x3d3d43;
export const TRACK = 0x26262a;

/** Px at a width of 480. */
export const SIZE = { title: 32, body: 28, label: 26, small: 24, mark: 22, seconds: 44 } as const;

export const READING_SIZE: Readonly<Record<Look["size"], number>> = { small: 26, medium: 31, large: 38 };

/** For an answer that is a number, a time or a short phrase: the largest that fits. */
export const SHORT_SIZES = [128, 108, 90, 74, 60, 50] as const;

/** A line of Noto Sans with room between it and the next; its own box is 1.36 of its size. */
export const LINE_HEIGHT = 1.3;

/** A key that is pressed is 28.6 % darker (DOC designs/visual/color.md). */
export function pressed(color: number): number {
	const dim = (shift: number) => Math.round(((color >> shift) & 0xff) * 0.714) << shift;
	return dim(16) | dim(8) | dim(0);
}
