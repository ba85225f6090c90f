/** The screen of a page, and what fingers do on it. Owns the widgets, and keeps what was drawn last: a watch may empty the screen. */
import { listenToGestures, type Swipe } from "../../device/gestures.ts";
import { brush } from "./desk.ts";
import { createDrawing, type Drawing } from "./draw.ts";
import type { Shown, Tap } from "./model.ts";

let drawing: Drawing;
let shown: readonly Shown[] = [];

/**
 * Once a page: `tapped` hears of touches from now on, `swiped` and `turned` of gestures (`device/gestures.ts`). A page that has no
 * use for swipes leaves the one to the right to the system, as its way out.
 */
export function openScreen(
	tapped: (tap: Tap) => void,
	swiped: (swipe: Swipe) => boolean = (swipe) => swipe !== "right",
	turned: (by: 1 | -1) => void = () => undefined,
): void {
	drawing = createDrawing(brush, tapped);
	listenToGestures(swiped, turned);
}

export function draw(pieces: readonly Shown[]): void {
	shown = pieces;
	drawing.draw(pieces);
}

/** On a screen that the watch has emptied. A page that only handed on has shown nothing. */
export function drawAgain(): void {
	if (shown.length === 0) return;
	drawing.lose();
	drawing.draw(shown);
}
