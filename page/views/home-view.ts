/** The home screen: the last answer, the ways to ask, quick replies. Owns which of them fit. */

import { rowAt } from "../../core/screen.ts";
import type { QuickReply } from "../../core/wire/protocol.ts";
import { isOtherVersion } from "../../core/wire/version.ts";
import { homeRows, keylessRows } from "../kit/layout.ts";
import { halves, key, keyWidth, line } from "../kit/pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "../kit/theme.ts";
import { waysNow } from "../spoken.ts";
import type { State, Tap } from "../state.ts";
import { helpLines } from "./fault-view.ts";
import { block } from "./reading-pages.ts";
import type { Shown, Tools } from "./view.ts";

const CHIP_HEIGHT = 68;
const GAP = 10;
const WIDEST = 412;
const NO_FOOT_DOWN = 34;

type Chip = { label: string; tap: Tap };

export function homeView(state: State, tools: Tools): Shown[] {
	if (!state.look.ready) return keylessView(state, tools);
	const rows = homeRows(tools.layout.canvas);
	/** With nothing at the foot all of it moves to the middle. */
	const down = state.entries.length === 0 ? NO_FOOT_DOWN : 0;
	const tops = waysNow(state).length === 0 ? [2 * rows.chips[0] - rows.chips[1], ...rows.chips] : rows.chips;
	return [
		...head(state, down, tools),
		...wayKeys(state, rows.ways + down, tools),
		...chipRows(
			state.look.chips,
			tops.map((top) => top + down),
			tools,
		),
		...foot(state, tools),
	];
}

/** Without a key the way to it is the first thing; what the phone can answer by itself may still be asked. */
function keylessView(state: State, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = keylessRows(layout.canvas);
	const ways = wayKeys(state, rows.ways, tools);
	const tops = [...(ways.length === 0 ? [rows.ways] : []), ...(state.entries.length === 0 ? [rows.chips] : [])];
	return [
		line(layout.row(rows.title, 44, 400), say("fault.no-key"), layout.px(SIZE.body), WARNING, tools),
		...helpLines(say("fault.no-key.help"), rows.help, tools),
		...ways,
		...chipRows(state.look.chips.slice(0, tops.length), tops, tools),
		...foot(state, tools),
	];
}

/** Under the system's keyboard; seen for the moment before it opens. */
export function typingView(tools: Tools): Shown[] {
	const { canvas, px } = tools.layout;
	return [
		line(
			rowAt(canvas, Math.round(canvas.height / 2) - px(24), px(48), px(20), canvas.width),
			tools.say("page.listening"),
			px(SIZE.title),
			DIM,
			tools,
		),
	];
}

/** Two lines: what was answered last, or what this is for. */
function head(state: State, down: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { teaser } = state;
	const { head: top } = homeRows(layout.canvas);
	if (isOtherVersion(state.look.version))
		return block(
			say("page.versions"),
			{ top: top + down, lines: 2, sizes: [SIZE.label, SIZE.small], color: WARNING },
			tools,
		);
	/** Nothing is promised that this watch cannot be asked. */
	const text = teaser?.line ?? say(waysNow(state).length === 0 ? "page.hello-tap" : "page.hello");
	const color = teaser === null ? DIM : WHITE;
	const pieces = block(text, { top: top + down, lines: 2, sizes: [SIZE.label], color }, tools);
	if (teaser === null) return pieces;
	return [
		...pieces,
		{
			kind: "touch",
			...layout.row(top - 6, 74, WIDEST),
			tap: { kind: "open", id: teaser.id },
		},
	];
}

/** One wide key, or two where one can speak to the watch and type on it; none where it has neither. */
export function wayKeys(state: State, top: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { accent } = state.look;
	const box = layout.row(top, 80, WIDEST);
	const [first, second] = waysNow(state);
	if (first === undefined) return [];
	if (second === undefined) return [key(box, say("page.ask"), { kind: "type", way: first }, tools, accent)];
	const [left, right] = halves(box, layout.px(GAP), 0.58);
	return [
		key(left, say("page.speak"), { kind: "type", way: first }, tools, accent),
		key(right, say("page.type"), { kind: "type", way: second }, tools),
	];
}

/**
 * Quick replies in rows of one or two, in their order. Where not all find a place, the way to the rest ends the last row, beside
 * the next of them that is whole there.
 */
function chipRows(chips: readonly QuickReply[], tops: readonly number[], tools: Tools): Shown[] {
	const more: Chip = { label: tools.say("page.more"), tap: { kind: "chips" } };
	const gap = tools.layout.px(GAP);
	const pieces: Shown[] = [];
	let rest: Chip[] = chips.map(({ label, text }) => ({ label, tap: { kind: "ask", text } }));
	tops.forEach((top, row) => {
		const box = tools.layout.row(top, CHIP_HEIGHT, WIDEST);
		const room = box.w - gap;
		const widthOf = (one: Chip, other: Chip) => keyWidth(one.label, tools) + keyWidth(other.label, tools);
		let [first, second] = rest;
		if (first === undefined) return;
		const isLast = row === tops.length - 1;
		const fits = second !== undefined && widthOf(first, second) <= room;
		if (isLast && second !== undefined && (rest.length > 2 || !fits)) {
			first = rest.find((each) => widthOf(each, more) <= room) ?? first;
			second = more;
		}
		if (second === undefined || !(fits || isLast)) {
			pieces.push(key(box, first.label, first.tap, tools));
			rest = rest.slice(1);
			return;
		}
		const least = keyWidth(second.label, tools);
		const wanted = widthOf(first, second);
		const share = wanted > room ? (room - least) / room : (wanted - least) / wanted;
		const [left, right] = halves(box, gap, share);
		pieces.push(key(left, first.label, first.tap, tools), key(right, second.label, second.tap, tools));
		rest = rest.slice(2);
	});
	return pieces;
}

export function chip(box: { x: number; y: number; w: number; h: number }, reply: QuickReply, tools: Tools): Shown {
	return key(box, reply.label, { kind: "ask", text: reply.text }, tools);
}

/** The way to the questions asked before. */
function foot({ entries }: State, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { foot: top, footHeight } = homeRows(layout.canvas);
	return entries.length === 0
		? []
		: [key(layout.row(top, footHeight, 220), say("page.history"), { kind: "history" }, tools)];
}
