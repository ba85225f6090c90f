/** The few kinds of things that our screens are made of, each from one box. Owns their looks. */
import { cutToWidth } from "../../core/text/paging.ts";
import type { Box } from "./layout.ts";
import type { Shown, Tap, Tools } from "./model.ts";
import { FILL, inkOn, PRESSED, pressed, SIZE, WHITE } from "./theme.ts";

/** Room between a key's text and its ends, for a text of one px; a key's ends are half circles. */
const KEY_PADDING = 0.9;

/** One line in the middle of its box, cut to it. */
export function line(box: Box, text: string, size: number, color: number, { measure }: Tools): Shown {
	return { kind: "text", ...box, text: cutToWidth(text, box.w, (part) => measure(part, size)), size, color };
}

/** A key to press: dark, or in the accent colour where it is the one that matters most. */
export function key(box: Box, text: string, tap: Tap, tools: Tools, accent?: number): Shown {
	const size = tools.layout.px(SIZE.label);
	const room = box.w - 2 * Math.floor(size * KEY_PADDING);
	return {
		kind: "button",
		...box,
		text: fitted(text, room, size, tools),
		size: fittedSize(text, room, size, tools),
		color: accent === undefined ? WHITE : inkOn(accent),
		fill: accent ?? FILL,
		pressed: accent === undefined ? PRESSED : pressed(accent),
		tap,
	};
}

function fittedSize(text: string, room: number, size: number, { layout, measure }: Tools): number {
	return measure(text, size) <= room ? size : layout.px(SIZE.mark);
}

function fitted(text: string, room: number, size: number, tools: Tools): string {
	const used = fittedSize(text, room, size, tools);
	return cutToWidth(text, room, (part) => tools.measure(part, used));
}

/** The width that a key needs to show all of its text. */
export function keyWidth(text: string, { layout, measure }: Tools): number {
	const size = layout.px(SIZE.label);
	return measure(text, size) + 2 * Math.floor(size * KEY_PADDING) + 1;
}

/** `box` cut into two beside each other, the left one taking `share` of it. */
export function halves(box: Box, gap: number, share = 0.5): [Box, Box] {
	const left = Math.floor((box.w - gap) * share);
	return [
		{ ...box, w: left },
		{ ...box, x: box.x + left + gap, w: box.w - gap - left },
	];
}
