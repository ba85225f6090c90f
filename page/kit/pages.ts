/** How a text is cut into pages and lines for this screen, and how large it stands on it. */
import { askedOnce, measuredOnce, paginate } from "../../core/text/paging.ts";
import { balanced } from "./block.ts";
import { readingLine, readingLines } from "./layout.ts";
import type { Tools } from "./model.ts";
import { SHORT_SIZES } from "./theme.ts";

/** UTF-16 units: a number, a time, a short phrase. */
const SHORT_LIMIT = 28;
const SHORT_LINES = 3;

/** `size` in px of the screen. */
export function pagesOf(text: string, size: number, { layout: { canvas }, measure }: Tools): string[][] {
	const widthOf = measuredOnce((part) => measure(part, size));
	const roomOf = askedOnce((line, count) => readingLine(canvas, size, line, count).w);
	const within = (share: number) =>
		paginate(text, {
			lines: readingLines(canvas, size),
			width: (line, count) => roomOf(line, count) * share,
			measure: widthOf,
		});
	return balanced(text, within);
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
