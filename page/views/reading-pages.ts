/** How a text is cut into pages and lines for this screen, and how large it stands on it. */

import { rowAt } from "../../core/screen.ts";
import { cutsWord, firstPage, measuredOnce, paginate } from "../../core/text/paging.ts";
import { lineHeight, readingLine, readingLines } from "../kit/layout.ts";
import { line } from "../kit/pieces.ts";
import { SHORT_SIZES } from "../kit/theme.ts";
import type { Shown, Tools } from "./view.ts";

/** UTF-16 units: a number, a time, a short phrase. */
const SHORT_LIMIT = 28;
const SHORT_LINES = 3;

/** A text of so few lines is set in lines of about one length. */
const BALANCED_LINES = 6;
const BALANCE_STEP = 0.07;
const NARROWEST = 0.5;

/** `size` in px of the screen. */
export function pagesOf(text: string, size: number, { layout: { canvas }, measure }: Tools): string[][] {
	const widthOf = measuredOnce((part) => measure(part, size));
	const within = (share: number) =>
		paginate(text, {
			lines: readingLines(canvas, size),
			width: (line, count) => readingLine(canvas, size, line, count).w * share,
			measure: widthOf,
		});
	return balanced(text, within);
}

/** `within` cuts the text into pages, of lines that have `share` of their width. */
function balanced(text: string, within: (share: number) => string[][]): string[][] {
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

/** A last line that has less of its width is hardly more than a word. */
const ALONE = 0.4;

/** Room for so many lines of the first of `sizes`, from `top` on; lengths at a width of 480. */
export type Block = { top: number; lines: number; sizes: readonly number[]; color: number };

/**
 * A text in the middle of its room: as large as lets all of it be there in whole words, no word alone on the last line,
 * else cut.
 */
export function block(text: string, { top, lines: room, sizes, color }: Block, tools: Tools): Shown[] {
	const { canvas, px } = tools.layout;
	const area = room * lineHeight(px(sizes[0] ?? 0));
	let shown: Shown[] = [];
	let isWhole = false;
	for (const size of sizes.map(px)) {
		const pitch = lineHeight(size);
		const box = (row: number, count: number) => {
			const y = tools.layout.down(top) + Math.round((area - count * pitch) / 2) + row * pitch;
			return rowAt(canvas, y, pitch, px(14), canvas.width);
		};
		const widthOf = measuredOnce((part) => tools.measure(part, size));
		const within = (share: number) => {
			const { lines, more } = firstPage(text, {
				lines: Math.floor(area / pitch),
				width: (row, count) => box(row, count).w * share,
				measure: widthOf,
			});
			return more ? [lines, []] : [lines];
		};
		const [lines = [], ...others] = balanced(text, within);
		const isCut = others.length > 0;
		const last = lines.length - 1;
		const isAlone = last > 0 && tools.measure(lines[last] ?? "", size) < ALONE * box(last, lines.length).w;
		const flaws = isCut ? 3 : cutsWord(text, lines) ? 2 : isAlone ? 1 : 0;
		if (flaws > 0 && isWhole) continue;
		isWhole = flaws < 2;
		shown = lines.map((part, row) =>
			line(box(row, lines.length), isCut && row === last ? `${part}\u2026` : part, size, color, tools),
		);
		if (flaws === 0) break;
	}
	return shown;
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
