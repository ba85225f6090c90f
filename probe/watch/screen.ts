/**
 * The probe's own screen on a page: a text, room for what a step shows, and two buttons. Owns all of its widgets. Rule: a
 * screen is made anew for each question and the old one deleted after the callback of its button, which works on every watch.
 */
import { getDeviceInfo } from "@zos/device";
import * as ui from "@zos/ui";

export type Box = { x: number; y: number; w: number; h: number };
export type Handle = ReturnType<typeof ui.createWidget>;

const { createWidget, deleteWidget, widget } = ui;
const WHITE = 0xffffff;
const BLUE = 0x2277dd;

let shown: Handle[] = [];

function part(x: number, y: number, w: number, h: number): Box {
	const { width, height } = getDeviceInfo();
	const [left, top, wide, high] = [x * width, y * height, w * width, h * height].map(Math.round);
	return { x: left ?? 0, y: top ?? 0, w: wide ?? 0, h: high ?? 0 };
}

/** Where a step shows what is asked about. */
export const stage = (): Box => part(0.2, 0.5, 0.6, 0.12);

export function isRound(): boolean {
	const { screenShape } = getDeviceInfo();
	return screenShape === 1;
}

/** A widget of the step's own, which goes with the question. */
export function keep(handle: Handle): Handle {
	shown.push(handle);
	return handle;
}

export const text = (place: Box, words: string, more: object = {}) =>
	keep(
		createWidget(widget.TEXT, {
			...place,
			text: words,
			text_size: 28,
			color: WHITE,
			align_h: 2,
			align_v: 2,
			text_style: 1,
			...more,
		}),
	);

export const button = (place: Box, label: string, tapped: () => void) =>
	keep(
		createWidget(widget.BUTTON, {
			...place,
			text: label,
			text_size: 28,
			radius: 16,
			normal_color: 0x225588,
			press_color: 0x113355,
			click_func: tapped,
		}),
	);

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
export function say(words: string): void {
	for (const handle of shown) deleteWidget(handle);
	shown = [];
	text(part(0.14, 0.17, 0.72, 0.32), words);
	refresh();
}

/** Two buttons, or one where `no` is "". Resolves with the one that was tapped. */
export function ask(words: string, make: () => void = () => undefined, yes = "YES", no = "NO"): Promise<boolean> {
	return new Promise((resolve) => {
		const answer = (is: boolean) => () => void setTimeout(() => resolve(is), 10);
		say(words);
		make();
		if (yes !== "") button(part(0.16, 0.66, 0.32, 0.15), yes, answer(true));
		if (no !== "") button(part(0.52, 0.66, 0.32, 0.15), no, answer(false));
	});
}

/** True where the person's tap came through; `make` shows what to tap on and calls `hit`. */
export function askForTap(words: string, make: (hit: () => void) => void): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const hit = () => void setTimeout(() => resolve(true), 10);
		ask(words, () => make(hit), "").then(() => resolve(false), reject);
	});
}
