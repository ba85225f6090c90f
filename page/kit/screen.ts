/** What is on the screen of a page. Owns the widgets, and keeps what was drawn last: a watch may empty the screen. */
import { brush } from "./desk.ts";
import { createDrawing, type Drawing } from "./draw.ts";
import type { Shown, Tap } from "./model.ts";

let drawing: Drawing;
let shown: readonly Shown[] = [];

/** Once a page: `tapped` hears of touches from now on. */
export function openScreen(tapped: (tap: Tap) => void): void {
	drawing = createDrawing(brush, tapped);
}

export function show(pieces: readonly Shown[]): void {
	shown = pieces;
	drawing.draw(pieces);
}

/** On a screen that the watch has emptied. A page that only handed on has shown nothing. */
export function drawAgain(): void {
	if (shown.length === 0) return;
	drawing.lose();
	drawing.draw(shown);
}
