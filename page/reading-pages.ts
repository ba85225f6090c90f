/** How a text is cut into pages for this screen, and how large an answer stands on it. */
import { isSpace, nextBreak } from "../core/characters.ts";
import { paginate } from "../core/paging.ts";
import { readingLine, readingLines } from "./layout.ts";
import { SHORT_SIZES } from "./theme.ts";
import type { Tools } from "./view.ts";

/** UTF-16 units: a number, a time, a short phrase. */
const SHORT_LIMIT = 28;
const SHORT_LINES = 3;

/** A text of so few lines is set in lines of about one length. */
const BALANCED_LINES = 6;
const BALANCE_STEP = 0.07;
const NARROWEST = 0.5;

/** `size` in px of the screen. */
export function pagesOf(text: string, size: number, { layout: { canvas }, measure }: Tools): string[][] {
	const within = (share: number) =>
		paginate(text, {
			lines: readingLines(canvas, size),
			width: (line, count) => readingLine(canvas, size, line, count).w * share,
			measure: (part) => measure(part, size),
		});
	let pages = within(1);
	const count = pages[0]?.length ?? 0;
	if (pages.length > 1 || count < 2 || count > BALANCED_LINES) return pages;
	for (let share = 1 - BALANCE_STEP; share >= NARROWEST; share -= BALANCE_STEP) {
		const narrower = within(share);
		if (narrower.length > 1 || narrower[0]?.length !== count || cutsWord(text, narrower[0])) break;
		pages = narrower;
	}
	return pages;
}

export function cutsWord(text: string, lines: readonly string[]): boolean {
	let at = 0;
	return lines.some((line) => {
		at = text.indexOf(line, at) + line.length;
		return at < text.length && !isSpace(text.charCodeAt(at)) && nextBreak(text, at - 1) > at;
	});
}

/** The largest type in which a short answer is one page of whole words, else `usual`; in px of the screen. */
export function answerSize(text: string, usual: number, tools: Tools): number {
	if (text.length > SHORT_LIMIT) return usual;
	const whole = text.trim().replace(/\s+/g, " ");
	for (const length of SHORT_SIZES) {
		const size = tools.layout.px(length);
		if (size <= usual) break;
		const [lines = [], ...more] = pagesOf(text, size, tools);
		const shown = lines.filter((line) => line !== "");
		if (more.length === 0 && shown.length <= SHORT_LINES && shown.join(" ") === whole) return size;
	}
	return usual;
}
