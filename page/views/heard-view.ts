/** What was understood of a spoken question: nothing is asked before the person says so. */
import { block } from "../kit/block.ts";
import { GAP } from "../kit/keys.ts";
import { lineHeight, waitingRows } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { halves, key, keyWidth, line } from "../kit/pieces.ts";
import { DIM, SIZE, WHITE } from "../kit/theme.ts";

const HEADING = 44;
const HEARD = { lines: 5, sizes: [SIZE.title, SIZE.body, SIZE.small], color: WHITE };

export function heardView(text: string, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = waitingRows(layout.canvas);
	const [again, ask] = [say("page.again"), say("page.ask")];
	const box = layout.row(rows.cancel, 72, 360);
	const gap = layout.px(GAP);
	/** As much beyond what its words want as the other key has. */
	const share = 0.5 + (keyWidth(again, tools) - keyWidth(ask, tools)) / (2 * (box.w - gap));
	const [left, right] = halves(box, gap, tools, share);
	const top = (rows.question + HEADING + rows.cancel - HEARD.lines * lineHeight(SIZE.title)) / 2;
	return [
		line(layout.row(rows.question, HEADING, 360), say("page.heard"), layout.px(SIZE.small), DIM, tools),
		...block(text, { ...HEARD, top }, tools),
		key(left, again, { kind: "retry" }, tools),
		key(right, ask, { kind: "confirm" }, tools, accent),
	];
}
