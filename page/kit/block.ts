/** A text in the middle of its room, in lines of about one length. */
import { rowAt } from "../../core/screen.ts";
import { askedOnce, cutsWord, firstPage, measuredOnce } from "../../core/text/paging.ts";
import { lineHeight } from "./layout.ts";
import type { Shown, Tools } from "./model.ts";
import { line } from "./pieces.ts";
import { DIM, SIZE } from "./theme.ts";

/** A text of so few lines is set in lines of about one length. */
const BALANCED_LINES = 6;
const BALANCE_STEP = 0.07;
const NARROWEST = 0.5;

/** `within` cuts the text into pages, of lines that have `share` of their width. */
export function balanced(text: string, within: (share: number) => string[][]): string[][] {
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
		const roomOf = askedOnce((row, count) => box(row, count).w);
		const within = (share: number) => {
			const { lines, more } = firstPage(text, {
				lines: Math.floor(area / pitch),
				width: (row, count) => roomOf(row, count) * share,
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

/** A question, or a name, in at most two lines. */
export function questionLines(question: string, top: number, tools: Tools): Shown[] {
	return block(question, { top, lines: 2, sizes: [SIZE.small], color: DIM }, tools);
}
