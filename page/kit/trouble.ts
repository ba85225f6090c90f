/** A screen that says what is wrong and what helps, with two ways on. */
import { block } from "./block.ts";
import { type Box, faultRows } from "./layout.ts";
import type { Shown, Tap, Tools } from "./model.ts";
import { key, line } from "./pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "./theme.ts";

const HELP_LINES = 4;
const TITLE_SIZES: readonly number[] = [SIZE.title, SIZE.body, SIZE.small];

export type Choice = { label: string; tap: Tap };

export function backOf(say: Tools["say"]): Choice {
	return { label: say("page.back"), tap: { kind: "home" } };
}

/** What is wrong, what helps, the question, and two ways on. */
export function troubleView(
	{ title, help, question, ways }: { title: string; help: string; question: string; ways: [Choice, Choice] },
	accent: number,
	tools: Tools,
): Shown[] {
	const { layout } = tools;
	const rows = faultRows(layout.canvas);
	const [first, second] = ways;
	return [
		titleLine(layout.row(rows.title, 44, 400), title, tools),
		...helpLines(help, rows.help, tools),
		line(layout.row(rows.question, 36, 400), question, layout.px(SIZE.small), DIM, tools),
		key(layout.row(rows.keys, 76, 320), first.label, first.tap, tools, accent),
		key(layout.row(rows.keys + 86, 66, 220), second.label, second.tap, tools),
	];
}

/** What is wrong, in the largest of `sizes` in which it is whole; lengths at a width of 480, the smallest last. */
export function titleLine(box: Box, text: string, tools: Tools, sizes = TITLE_SIZES): Shown {
	const { px } = tools.layout;
	const size = sizes.map(px).find((wanted) => tools.measure(text, wanted) <= box.w) ?? px(SIZE.small);
	return line(box, text, size, WARNING, tools);
}

/** Of the same room on every screen that says what helps. */
export function helpLines(help: string, top: number, tools: Tools): Shown[] {
	return block(help, { top, lines: HELP_LINES, sizes: [SIZE.label, SIZE.small, SIZE.mark], color: WHITE }, tools);
}
