/**
 * What a person can do with the simulated watch: see a text and tap it, turn pages, wait. Knows screens only by what they
 * show. Rule: every touch goes through hit testing at the middle of what was seen, as a finger's would.
 */
import { drawScene } from "./screen/draw.ts";
import type { DrawnText } from "./screen/scene.ts";
import type { Watch } from "./watch/watch.ts";

/** The screen does not show what it should. `seen` is what it shows instead. */
export class NotOnScreen extends Error {
	override name = "NotOnScreen" as const;
	constructor(
		wanted: string,
		readonly seen: readonly string[],
	) {
		super(`the screen does not show ${JSON.stringify(wanted)}; it shows ${JSON.stringify(seen)}`);
	}
}

export function textsOf(watch: Watch): DrawnText[] {
	return drawScene(watch.scene()).texts;
}

export function sees(watch: Watch, text: string): boolean {
	return textsOf(watch).some((drawn) => drawn.text === text);
}

/** The middle of the text. Throws NotOnScreen where there is none. */
export function placeOf(watch: Watch, text: string): { x: number; y: number } {
	const texts = textsOf(watch);
	const found = texts.find((drawn) => drawn.text === text);
	if (!found) {
		throw new NotOnScreen(
			text,
			texts.map((drawn) => drawn.text),
		);
	}
	return { x: found.box.x + found.box.w / 2, y: found.box.y + found.box.h / 2 };
}

/** Taps the middle of the text. Throws NotOnScreen where there is none. */
export function tapText(watch: Watch, text: string): void {
	const { x, y } = placeOf(watch, text);
	watch.tap(x, y);
}

export type Area = { y: number; h: number };

/** The texts that lie within `area`, from top to bottom: the lines of one page. */
export function linesIn(watch: Watch, area: Area): string[] {
	return textsOf(watch)
		.filter(({ box }) => box.y + box.h / 2 > area.y && box.y + box.h / 2 < area.y + area.h)
		.sort((a, b) => a.box.y - b.box.y)
		.map((drawn) => drawn.text);
}
