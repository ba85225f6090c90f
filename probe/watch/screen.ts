/**
 * The probe's own screen on a page: a text, room for what a step shows, and two buttons. Owns all of its widgets. Rule: a
 * screen is made anew for each question and the old one deleted after the callback of its button, which works on every watch.
 */
import { getDeviceInfo } from "@zos/device";
import * as ui from "@zos/ui";
import { type Box, buttonLook, part, textLook } from "./look.ts";

export type Handle = ReturnType<typeof ui.createWidget>;

const { createWidget, deleteWidget, widget } = ui;
const BLUE = 0x2277dd;

let shown: Handle[] = [];

const at = (x: number, y: number, w: number, h: number) => part(getDeviceInfo(), x, y, w, h);

/** Where a step shows what is asked about. */
export const stage = (): Box => at(0.2, 0.5, 0.6, 0.12);

export function isRound(): boolean {
	const { screenShape } = getDeviceInfo();
	return screenShape === 1;
}

/** A widget of the step's own, which goes with the question. */
function keep(handle: Handle): Handle {
	shown.push(handle);
	return handle;
}

export const text = (place: Box, words: string, more: object = {}) =>
	keep(createWidget(widget.TEXT, { ...textLook(getDeviceInfo()), ...place, text: words, ...more }));

export const button = (place: Box, label: string, tapped: () => void) =>
	keep(createWidget(widget.BUTTON, { ...buttonLook(getDeviceInfo()), ...place, text: label, click_func: tapped }));

export const blueBox = (place: Box, alpha = 255) =>
	keep(createWidget(widget.FILL_RECT, { ...place, color: BLUE, alpha }));

export function refresh(): void {
	ui.redraw?.();
}

export function remove(handle: Handle): void {
	shown = shown.filter((other) => other !== handle);
	deleteWidget(handle);
}

/** Takes the last screen away and shows this text, without a button. */
export function say(words: string, size = 1): void {
	for (const handle of shown) deleteWidget(handle);
	shown = [];
	const { text_size } = textLook(getDeviceInfo());
	text(at(0.14, 0.17, 0.72, 0.33), words, { text_size: Math.round(text_size * size) });
	refresh();
}

type Question = {
	/** Shows what is asked about. */
	make?: () => void;
	/** The buttons' labels; without one there is no such button. Default YES and NO. */
	yes?: string;
	no?: string;
	/** Of the words, against the usual. */
	size?: number;
};

/** True where the button on the left was tapped, false on the right. */
export function ask(words: string, { make, yes = "YES", no = "NO", size }: Question = {}): Promise<boolean> {
	return new Promise((resolve) => {
		const answer = (is: boolean) => () => void setTimeout(() => resolve(is), 10);
		say(words, size);
		if (make !== undefined) make();
		if (yes !== "") button(at(0.16, 0.66, 0.32, 0.15), yes, answer(true));
		if (no !== "") button(at(0.52, 0.66, 0.32, 0.15), no, answer(false));
	});
}

/** True where the person's tap came through; `make` shows what to tap on and calls `hit`. */
export function askForTap(words: string, make: (hit: () => void) => void): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const hit = () => void setTimeout(() => resolve(true), 10);
		ask(words, { make: () => make(hit), yes: "" }).then(() => resolve(false), reject);
	});
}
