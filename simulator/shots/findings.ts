/**
 * What is wrong with a picture, measured and not by eye: a text that its box cuts, ink beyond the screen's edge, an image
 * that is not there. Judges no looks.
 */
import type { Drawn } from "../screen/draw.ts";
import { clippedTexts, inkOutside, type ScreenShape } from "../screen/measure.ts";

/** In words, each about one text or image. */
export function findingsIn(drawn: Drawn, screen: ScreenShape): string[] {
	return [
		...clippedTexts(drawn).map(({ text }) => `${JSON.stringify(text)} is cut off`),
		...inkOutside(drawn, screen).map(({ text }) => `${JSON.stringify(text)} passes the screen's edge`),
		...drawn.missing.map((path) => `no image ${path}`),
	];
}
