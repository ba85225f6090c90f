/** The card of an answer: what the watch has done, above the answer's words. Owns what of the words fits under it. */
import { block } from "../kit/block.ts";
import type { CardKey, CardWords } from "../kit/card.ts";
import { GAP } from "../kit/keys.ts";
import { cardRows } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { halves, key, line } from "../kit/pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "../kit/theme.ts";

const KEY_HEIGHT = 66;
/** A title of one deed alone may be larger. */
const TITLE_HEIGHT = 38;
const LINE_HEIGHT = 31;

/** `isWhole`: all of the answer's words are on it. */
export type CardShown = { pieces: Shown[]; isWhole: boolean };

export function cardView({ rows, keys }: CardWords, text: string, accent: number, tools: Tools): CardShown {
	const { layout } = tools;
	const places = cardRows(layout.canvas, rows.length);
	const pieces: Shown[] = [];
	const to = keys.length === 0 ? places.foot + KEY_HEIGHT : places.foot - LINE_HEIGHT / 4;
	let from = places.deeds + rows.length * places.pitch;
	rows.forEach(({ title, line: what, isAmber }, at) => {
		const top = places.deeds + at * places.pitch;
		const size = layout.px(rows.length === 1 ? SIZE.title : SIZE.body);
		pieces.push(line(layout.row(top, TITLE_HEIGHT, 420), title, size, WHITE, tools));
		const color = isAmber ? WARNING : accent;
		const set = { top: top + TITLE_HEIGHT, lines: places.lines, sizes: [SIZE.small, SIZE.mark], color };
		const few = block(what, set, tools);
		if (rows.length > 1 || isAll(few, what)) pieces.push(...few);
		else {
			// What is to be allowed is read whole; the answer's words come after it then.
			pieces.push(...block(what, { ...set, lines: Math.floor((to - set.top) / LINE_HEIGHT) }, tools));
			from = to;
		}
	});
	const room = Math.floor((to - from) / (SIZE.label * 1.3));
	const words =
		text === "" || room < 1
			? []
			: block(text, { top: from, lines: room, sizes: [SIZE.label, SIZE.small, SIZE.mark], color: DIM }, tools);
	const isWhole = isAll(words, text);
	pieces.push(...(isWhole ? words : []), ...cardKeys(keys, places.foot, accent, tools));
	return { pieces, isWhole };
}

function cardKeys(keys: readonly CardKey[], top: number, accent: number, tools: Tools): Shown[] {
	const { layout } = tools;
	const [first, second] = keys;
	if (first === undefined) return [];
	const box = layout.row(top, KEY_HEIGHT, second === undefined ? 240 : 320);
	const [left, right] = second === undefined ? [box, box] : halves(box, layout.px(GAP), tools);
	return [[first, left] as const, ...(second === undefined ? [] : [[second, right] as const])].map(([one, place]) =>
		key(place, one.label, one.tap, tools, one.isMain ? accent : undefined),
	);
}

function isAll(pieces: readonly Shown[], text: string): boolean {
	return squeezed(pieces.map((piece) => ("text" in piece ? piece.text : "")).join("")) === squeezed(text);
}

/** Without the spaces, which a line's end takes away. */
function squeezed(text: string): string {
	return text.replace(/\s+/g, "");
}
