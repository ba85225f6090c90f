/** What was understood of a spoken question: nothing is asked before the person says so. */
import { block } from "../kit/block.ts";
import { GAP } from "../kit/keys.ts";
import { lineHeight, waitingRows } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { halves, key, line } from "../kit/pieces.ts";
import { DIM, SIZE, WHITE } from "../kit/theme.ts";

const HEADING = 44;
const HEARD = { lines: 5, sizes: [SIZE.title, SIZE.body, SIZE.small], color: WHITE };

export function heardView(text: string, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = waitingRows(layout.canvas);
	const [left, right] = halves(layout.row(rows.cancel, 72, 360), layout.px(GAP));
	const top = (rows.question + HEADING + rows.cancel - HEARD.lines * lineHeight(SIZE.title)) / 2;
	return [
		line(layout.row(rows.question, HEADING, 360), say("page.heard"), layout.px(SIZE.small), DIM, tools),
		...block(text, { ...HEARD, top }, tools),
		key(left, say("page.again"), { kind: "retry" }, tools),
		key(right, say("page.ask"), { kind: "confirm" }, tools, accent),
	];
}
