/** The few kinds of things that our screens are made of, each from one box. Owns their looks. */
import { cutToWidth } from "../../core/text/paging.ts";
import type { Box } from "./layout.ts";
import type { Shown, Tap, Tools } from "./model.ts";
import { DIM, FILL, inkOn, PRESSED, pressed, SIZE, WHITE } from "./theme.ts";

/** Room between a key's text and its ends, for a text of one px; a key's ends are half circles. */
const KEY_PADDING = 0.9;

/** One line in the middle of its box, cut to it. */
export function line(box: Box, text: string, size: number, color: number, { measure }: Tools): Shown {
	return { kind: "text", ...box, text: cutToWidth(text, box.w, (part) => measure(part, size)), size, color };
}

/** Letters, ground, and ground while it is pressed. */
type KeyLook = { color: number; fill: number; pressed: number };

const GREY: KeyLook = { color: WHITE, fill: FILL, pressed: PRESSED };
/** Letters alone, for what is beside the point. */
const BARE: KeyLook = { color: DIM, fill: 0, pressed: PRESSED };

/** A key to press: dark, or in the accent colour where it is the one that matters most. */
export function key(box: Box, text: string, tap: Tap, tools: Tools, accent?: number): Shown {
	const look = accent === undefined ? GREY : { color: inkOn(accent), fill: accent, pressed: pressed(accent) };
	return keyOf(box, text, KEY_PADDING, look, tap, tools);
}

/** Without a ground of its own; `color` that of its letters. */
export function bareKey(box: Box, text: string, tap: Tap, tools: Tools, color = DIM): Shown {
	return keyOf(box, text, 0, { ...BARE, color }, tap, tools);
}

/** Each text is measured once where it fits. */
function keyOf(box: Box, text: string, padding: number, look: KeyLook, tap: Tap, { layout, measure }: Tools): Shown {
	const usual = layout.px(SIZE.label);
	const room = box.w - 2 * Math.floor(usual * padding);
	const fits = measure(text, usual) <= room;
	const size = fits ? usual : layout.px(SIZE.mark);
	const shown = fits ? text : cutToWidth(text, room, (part) => measure(part, size));
	return { kind: "button", ...box, text: shown, size, ...look, tap };
}

/** The width that a key needs to show all of its text. */
export function keyWidth(text: string, { layout, measure }: Tools): number {
	const size = layout.px(SIZE.label);
	return measure(text, size) + 2 * Math.floor(size * KEY_PADDING) + 1;
}

/** `box` cut into two beside each other, the first one taking `share` of it: on the left, or where it is read from the right. */
export function halves(box: Box, gap: number, { isRightToLeft }: Tools, share = 0.5): [Box, Box] {
	const first = Math.floor((box.w - gap) * share);
	const second = box.w - gap - first;
	const [left, right] = [box.x, box.x + box.w];
	return [
		{ ...box, x: isRightToLeft ? right - first : left, w: first },
		{ ...box, x: isRightToLeft ? left : right - second, w: second },
	];
}
