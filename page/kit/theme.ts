/** The looks of every screen: colours of `core/ink.ts`, sizes of text. Owns the sizes; `layout.ts` has the places. */
import type { Look } from "../../core/wire/protocol.ts";

export { AMBER as WARNING, DIM, FILL, FILL as TRACK, inkOn, PRESSED, WHITE } from "../../core/ink.ts";

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
