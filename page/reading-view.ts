/** An answer to read: pages of lines, the question before them, and after them what to ask next. */
import { layoutOf, markBox, nextRows, readingLine } from "./layout.ts";
import { halves, key, line } from "./pieces.ts";
import type { State, Tap, View } from "./state.ts";
import { DIM, READING_SIZE, SIZE, WHITE } from "./theme.ts";
import type { Shown, Tools } from "./view.ts";

const WIDEST = 412;

type Reading = View & { kind: "reading" };

export function readingView(state: State, reading: Reading, tools: Tools): Shown[] {
	const { asked, pages, at } = reading;
	if (at >= asked.length + pages.length) return nextView(state, reading, tools);
	const isAnswer = at >= asked.length;
	const lines = (isAnswer ? pages[at - asked.length] : asked[at]) ?? [];
	const mark = isAnswer ? `${at - asked.length + 1} / ${pages.length}` : tools.say("page.asked");
	return [
		...readingLines(state, lines, isAnswer ? WHITE : DIM, tools),
		line(markBox(tools.layout.canvas), mark, tools.layout.px(SIZE.mark), isAnswer ? DIM : state.look.accent, tools),
		turner(tools),
	];
}

/** Each line is a TEXT of its own: the watch would break it elsewhere than where it was measured. */
function readingLines(state: State, lines: readonly string[], color: number, tools: Tools): Shown[] {
	const { canvas } = tools.layout;
	const size = readingSize(state, canvas);
	const pieces: Shown[] = [];
	lines.forEach((text, index) => {
		if (text === "") return;
		const box = readingLine(canvas, size, index, lines.length);
		const piece: Shown = { kind: "text", ...box, text, size, color };
		pieces.push(canvas.round ? piece : { ...piece, left: true });
	});
	return pieces;
}

export function readingSize(state: Pick<State, "look">, canvas: Tools["layout"]["canvas"]): number {
	return layoutOf(canvas).px(READING_SIZE[state.look.size]);
}

/** The left half goes back, the right half goes on. */
function turner({ layout: { canvas } }: Tools): Shown {
	return {
		kind: "touch",
		x: 0,
		y: 0,
		w: canvas.width,
		h: canvas.height,
		tap: (x) => ({ kind: "turn", by: x < canvas.width / 2 ? -1 : 1 }),
	};
}

function nextView(state: State, reading: Reading, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = nextRows(layout.canvas);
	const next = reading.answer.next ?? [];
	const pieces: Shown[] = [];
	if (reading.answer.by !== undefined) {
		pieces.push(line(layout.row(rows.by, 32, 300), reading.answer.by, layout.px(SIZE.mark), DIM, tools));
	}
	/** Two follow-ups stand where the screen is widest. */
	const first = next.length < rows.chips.length ? 1 : 0;
	next.forEach((text, index) => {
		const top = rows.chips[index + first];
		if (top !== undefined) pieces.push(key(layout.row(top, 66, WIDEST), text, { kind: "ask", text }, tools));
	});
	const [left, right] = halves(layout.row(rows.ways, 80, WIDEST), layout.px(10), 0.58);
	pieces.push(key(left, say("page.ask"), askTap(state), tools, state.look.accent));
	pieces.push(key(right, say("page.again"), { kind: "turn", by: -1 }, tools));
	pieces.push(key(layout.row(rows.foot, 64, 200), say("page.done"), { kind: "home" }, tools));
	return pieces;
}

function askTap({ ways }: State): Tap {
	const way = ways[0];
	return way === undefined ? { kind: "home" } : { kind: "type", way };
}
