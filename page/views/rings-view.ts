/** The list of what is set, two at a time: its name, when it rings, a key to cancel it. */
import type { Deed } from "../../core/actions/deed.ts";
import { nameOf, type Telling, whenOf } from "../../core/actions/deed-words.ts";
import { WIDEST } from "../kit/keys.ts";
import { ringsRows } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { key, keyWidth, line } from "../kit/pieces.ts";
import { DIM, SIZE, WHITE } from "../kit/theme.ts";
import { listFrame } from "./list-frame.ts";

export const RINGS_SHOWN = 2;
const KEY_HEIGHT = 66;
const GAP = 12;

type Rings = { rings: readonly Deed[]; at: number; pages: number };

export function ringsView({ rings, at, pages }: Rings, telling: Telling, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = ringsRows(layout.canvas);
	const pieces = listFrame({ title: say("ring.title"), at, pages, accent }, rows, tools);
	if (rings.length === 0)
		pieces.push(line(layout.row(rows.rows[0] + 70, 44, 400), say("ring.nothing"), layout.px(SIZE.body), WHITE, tools));
	rings.forEach((deed, row) => {
		pieces.push(...ringRow(deed, rows.rows[row] ?? 0, telling, tools));
	});
	return pieces;
}

/** Name and time on the left, the key on the right, as wide as its word wants. */
function ringRow(deed: Deed, top: number, telling: Telling, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const box = layout.row(top, 2 * KEY_HEIGHT, WIDEST);
	const word = say("page.cancel");
	const width = Math.min(keyWidth(word, tools), Math.floor(box.w / 2));
	const keyBox = {
		x: box.x + box.w - width,
		y: layout.down(top) + layout.px(KEY_HEIGHT) + layout.px(2),
		w: width,
		h: layout.px(KEY_HEIGHT - 2),
	};
	const name = { ...box, h: layout.px(40), y: layout.down(top) + layout.px(20) };
	const when = { ...box, w: box.w - width - layout.px(GAP), h: keyBox.h, y: keyBox.y };
	return [
		line(name, nameOf(deed, telling), layout.px(SIZE.body), WHITE, tools),
		line(when, whenOf(deed, telling), layout.px(SIZE.small), DIM, tools),
		key(keyBox, word, { kind: "drop", key: deed.key }, tools),
	];
}
