/** The home screen: the last answer, the ways to ask, quick replies. Owns which of them fit. */
import type { QuickReply } from "../../core/wire/protocol.ts";
import { isOtherVersion } from "../../core/wire/version.ts";
import { block } from "../kit/block.ts";
import { GAP, WIDEST, wayKeys } from "../kit/keys.ts";
import { homeRows, keylessRows } from "../kit/layout.ts";
import type { Home, Shown, Tap, Tools } from "../kit/model.ts";
import { halves, key, keyWidth } from "../kit/pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "../kit/theme.ts";
import { helpLines, titleLine } from "../kit/trouble.ts";

const CHIP_HEIGHT = 68;
const NO_FOOT_DOWN = 34;

type Chip = { label: string; tap: Tap };

export function homeView(home: Home, tools: Tools): Shown[] {
	const { look, ways, asked } = home;
	if (!look.ready) return keylessView(home, tools);
	const rows = homeRows(tools.layout.canvas);
	/** With nothing at the foot all of it moves to the middle. */
	const down = asked === 0 ? NO_FOOT_DOWN : 0;
	const tops = ways.length === 0 ? [2 * rows.chips[0] - rows.chips[1], ...rows.chips] : rows.chips;
	return [
		...head(home, down, tools),
		...wayKeys(ways, look, rows.ways + down, tools),
		...chipRows(
			look.chips,
			tops.map((top) => top + down),
			tools,
		),
		...foot(asked, tools),
	];
}

/** Without a key the way to it is the first thing; what the phone can answer by itself may still be asked. */
function keylessView({ look, ways, asked }: Home, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = keylessRows(layout.canvas);
	const keys = wayKeys(ways, look, rows.ways, tools);
	const tops = [...(keys.length === 0 ? [rows.ways] : []), ...(asked === 0 ? [rows.chips] : [])];
	return [
		titleLine(layout.row(rows.title, 44, 400), say("fault.no-key"), tools, [SIZE.body, SIZE.small]),
		...helpLines(say("fault.no-key.help"), rows.help, tools),
		...keys,
		...chipRows(look.chips.slice(0, tops.length), tops, tools),
		...foot(asked, tools),
	];
}

/** Two lines: what was answered last, or what this is for. */
function head({ look, ways, teaser }: Home, down: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { head: top } = homeRows(layout.canvas);
	if (isOtherVersion(look.version))
		return block(
			say("page.versions"),
			{ top: top + down, lines: 2, sizes: [SIZE.label, SIZE.small], color: WARNING },
			tools,
		);
	/** Nothing is promised that this watch cannot be asked. */
	const text = teaser?.line ?? say(ways.length === 0 ? "page.hello-tap" : "page.hello");
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

/** The way to the questions asked before. */
function foot(asked: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { foot: top, footHeight } = homeRows(layout.canvas);
	return asked === 0 ? [] : [key(layout.row(top, footHeight, 220), say("page.history"), { kind: "history" }, tools)];
}
