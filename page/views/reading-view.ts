/** An answer to read: pages of lines, the question before them, and after them what to ask next. */
import { isRightToLeft } from "../../core/text/characters.ts";
import type { Answer, Look } from "../../core/wire/protocol.ts";
import { chip, WIDEST, wayKeys } from "../kit/keys.ts";
import { gripBox, layoutOf, markBox, nextRows, readingLine } from "../kit/layout.ts";
import type { Reading, Shown, Tools, Way } from "../kit/model.ts";
import { halves, key, line } from "../kit/pieces.ts";
import { DIM, READING_SIZE, SIZE, WARNING, WHITE } from "../kit/theme.ts";

/** What to ask next where the model offers nothing. */
const USUAL_CHIPS = 2;
/** Where there are no keys above it. */
const FOOT_DOWN = 24;

/** On a square screen a text of so many lines starts each at one side; a shorter one stands in the middle. */
const LEFT_LINES = 4;

/** Page `at` of the question's, then the card's and the answer's. */
export function readingView(reading: Reading, look: Look, tools: Tools): Shown[] {
	const { asked, card, pages, at } = reading;
	const { canvas } = tools.layout;
	const isAnswer = at >= asked.length;
	const isCard = card !== null && at === asked.length;
	const cards = card === null ? 0 : 1;
	const page = at - asked.length;
	const lines = (isAnswer ? pages[page - cards] : asked[at]) ?? [];
	const count = cards + pages.length;
	const number = count > 1 ? `${page + 1} / ${count}` : "";
	const small = tools.layout.px(SIZE.mark);
	const box = markBox(canvas);
	const hinted = page === count - 1 && reading.hint !== "" && tools.measure(reading.hint, small) <= box.w;
	const mark = hinted ? reading.hint : isAnswer ? number : tools.say("page.asked");
	const size = isAnswer ? reading.size : readingSize(look, canvas);
	const isAlone = (isAnswer ? pages : asked).length === 1;
	return [
		...(isCard ? card : readingLines(lines, size, isAnswer ? WHITE : DIM, isAlone, tools, reading.unset)),
		{
			kind: "text",
			...box,
			text: mark,
			size: small,
			color: isAnswer && !hinted ? DIM : look.accent,
		},
		{ kind: "rect", ...gripBox(canvas), color: look.accent, radius: gripBox(canvas).h / 2 },
		...turners(isCard ? keysIn(card) : canvas.height, tools),
	];
}

/** Where the first key of a card begins: a touch below is the key's. */
function keysIn(card: readonly Shown[]): number {
	const tops = card.flatMap((piece) => (piece.kind === "button" ? [piece.y] : []));
	return Math.min(...tops, Number.MAX_SAFE_INTEGER);
}

/**
 * Each line is a TEXT of its own: the watch would break it elsewhere than where it was measured. What is `alone` stands in
 * the middle, its lines at one side of the widest; of several pages all have the column's sides.
 */
function readingLines(
	lines: readonly string[],
	size: number,
	color: number,
	alone: boolean,
	tools: Tools,
	unset: string,
): Shown[] {
	const { canvas } = tools.layout;
	const amberFrom = lines.findIndex((_, index) => unset !== "" && squeezed(lines.slice(index)) === squeezed([unset]));
	const side = isRightToLeft(lines.join(" ")) ? { right: true } : { left: true };
	const hasSides = !canvas.round && lines.length >= LEFT_LINES;
	const widest = hasSides && alone ? Math.max(...lines.map((text) => tools.measure(text, size))) : canvas.width;
	const pieces: Shown[] = [];
	lines.forEach((text, index) => {
		if (text === "") return;
		const { x, y, w, h } = readingLine(canvas, size, index, lines.length);
		const inset = Math.max(0, (w - widest) >> 1);
		const ink = amberFrom >= 0 && index >= amberFrom ? WARNING : color;
		const piece: Shown = { kind: "text", x: x + inset, y, w: w - 2 * inset, h, text, size, color: ink };
		pieces.push(hasSides ? { ...piece, ...side } : piece);
	});
	return pieces;
}

function squeezed(lines: readonly string[]): string {
	return lines.join("").replace(/\s+/g, "");
}

export function readingSize(look: Pick<Look, "size">, canvas: Tools["layout"]["canvas"]): number {
	return layoutOf(canvas).px(READING_SIZE[look.size]);
}

/** The half that is read first goes back, the other goes on; a long press shows the receipt. `bottom`: they end there. */
function turners(bottom: number, tools: Tools): Shown[] {
	const { width: w, height } = tools.layout.canvas;
	const [back, on] = halves({ x: 0, y: 0, w, h: Math.min(height, bottom) }, 0, tools);
	return [
		{ kind: "hold", ...back, tap: { kind: "turn", by: -1 }, hold: { kind: "receipt" } },
		{ kind: "hold", ...on, tap: { kind: "turn", by: 1 }, hold: { kind: "receipt" } },
	];
}

/**
 * What stands below a last page, where its number says least: once, that it can be held; below an answer of one page the
 * shortest of what may be asked next, as a sign that there is more.
 */
export function hintOf({ next = [] }: Answer, isFirst: boolean, pages: number, { say }: Tools): string {
	if (isFirst) return say("page.hold");
	return pages > 1 ? "" : next.reduce((best, each) => (best === "" || each.length < best.length ? each : best), "");
}

/** What comes after the last page. `says`: the answer can be spoken; its key takes the place of who answered. */
export function nextView(answer: Answer, look: Look, ways: readonly Way[], tools: Tools, says = false): Shown[] {
	const { layout, say } = tools;
	/** The first stands where a round screen is narrow. */
	const follow = [...(answer.next ?? [])].sort((a, b) => a.length - b.length).map((text) => ({ label: text, text }));
	const most = says ? USUAL_CHIPS : follow.length;
	const next = follow.length > 0 ? follow.slice(0, most) : look.chips.slice(0, USUAL_CHIPS);
	const rows = nextRows(layout.canvas, next.length, says);
	const pieces: Shown[] = [];
	/** With three follow-ups the top of a round screen has no room for it. */
	if (says) pieces.push(key(layout.row(rows.by, 64, 240), say("page.say"), { kind: "say" }, tools));
	else if (answer.by !== undefined && next.length < 3) {
		pieces.push(line(layout.row(rows.by, 34, 360), answer.by, layout.px(SIZE.mark), DIM, tools));
	}
	next.forEach((reply, index) => {
		const top = rows.chips[index];
		if (top !== undefined) pieces.push(chip(layout.row(top, 68, WIDEST), reply, tools));
	});
	/** One follow-up stands above the keys, not away from them. */
	const up = next.length === 1 ? (rows.chips[1] ?? 0) - (rows.chips[0] ?? 0) : 0;
	const keys = wayKeys(ways, look, rows.ways - up, tools);
	const foot = keys.length > 0 ? rows.foot : rows.ways + FOOT_DOWN;
	pieces.push(...keys, key(layout.row(foot - up, 66, 200), say("page.done"), { kind: "home" }, tools));
	return pieces;
}
