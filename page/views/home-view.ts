/** The home screen: the last answer, the mark as the key to ask, quick replies. Owns which of them fit. */
import { markIn } from "../../core/mark.ts";
import type { QuickReply } from "../../core/wire/protocol.ts";
import { isOtherVersion } from "../../core/wire/version.ts";
import { block } from "../kit/block.ts";
import { chip, GAP, WIDEST, wayKeys } from "../kit/keys.ts";
import { type Box, homeRows, keylessRows } from "../kit/layout.ts";
import type { Home, Shown, Tap, Tools } from "../kit/model.ts";
import { bareKey, halves, key, keyWidth } from "../kit/pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "../kit/theme.ts";
import { helpLines, titleLine } from "../kit/trouble.ts";

const KEY_HIGH = 66;
/** A third line has its room above the others'. */
const VERSIONS_UP = 16;
/** Of the mark's side: so thin that a word stands in it. */
const RING = 0.075;

export function homeView(home: Home, tools: Tools): Shown[] {
	const { look, ways, ring } = home;
	if (!look.ready) return keylessView(home, tools);
	const rows = homeRows(tools.layout.canvas);
	const typing = ways[1];
	const foot = tools.layout.row(rows.foot, KEY_HIGH, 240);
	const tops = typing === undefined ? [rows.chips, rows.foot] : [rows.chips];
	/** What rings next takes the place of the first quick replies. */
	const rings = ring === null ? [] : tops.splice(0, 1).map((top) => ringKey(ring, top, tools));
	return [
		...head(home, tools),
		...markKeys(home, tools),
		...rings,
		...replyRows(look.chips, tops, tools),
		...(typing === undefined ? [] : [key(foot, tools.say("page.type"), { kind: "type", way: typing }, tools)]),
	];
}

/** Without a key the way to it is the first thing; what the phone can answer by itself may still be asked. */
function keylessView({ look, ways, asked }: Home, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = keylessRows(layout.canvas);
	const keys = wayKeys(ways, look, rows.ways, tools);
	const tops = [...(keys.length === 0 ? [rows.ways] : []), ...(asked === 0 ? [rows.chips] : [])];
	const foot = layout.row(homeRows(layout.canvas).foot, KEY_HIGH, 220);
	return [
		titleLine(layout.row(rows.title, 44, 400), say("fault.no-key"), tools, [SIZE.body, SIZE.small]),
		...helpLines(say("fault.no-key.help"), rows.help, tools),
		...keys,
		...replyRows(look.chips, tops, tools),
		...(asked > 0 ? [key(foot, say("page.history"), { kind: "history" }, tools)] : []),
	];
}

/** Two lines: what was answered last, or what this is for. */
function head({ look, ways, teaser }: Home, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { head: top } = homeRows(layout.canvas);
	if (isOtherVersion(look.version))
		return block(say("page.versions"), { top: top - VERSIONS_UP, lines: 3, sizes: [SIZE.mark], color: WARNING }, tools);
	/** Nothing is promised that this watch cannot be asked. */
	const text = teaser?.line ?? say(ways.length === 0 ? "page.hello-tap" : "page.hello");
	const color = teaser === null ? DIM : WHITE;
	const pieces = block(text, { top, lines: 2, sizes: [SIZE.label], color }, tools);
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

/** The mark with a word in it asks, or leads to the questions of a watch that hears none; beside it the ways to both lists. */
function markKeys({ look, ways, asked }: Home, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const { mark: top, markSide } = homeRows(layout.canvas);
	const box = layout.row(top, markSide, markSide);
	const { ring, point } = markIn(box, RING);
	const inset = Math.ceil(ring.x - box.x + ring.width) + 1;
	const inner: Box = { x: box.x + inset, y: box.y + inset, w: box.w - 2 * inset, h: box.h - 2 * inset };
	const [way, other] = ways;
	const word = say(other === undefined ? "page.ask" : "page.speak");
	const tap: Tap = way === undefined ? { kind: "chips" } : { kind: "type", way };
	const { accent } = look;
	const side = layout.row(top + (markSide - KEY_HIGH) / 2, KEY_HIGH, 480);
	const [first, second] = halves(side, box.w + 2 * layout.px(GAP), tools);
	return [
		{ kind: "rect", ...point, color: accent, radius: point.w / 2 },
		{ kind: "arc", ...ring, color: accent },
		bareKey(inner, word, tap, tools, WHITE),
		...(asked > 0 ? [bareKey(first, say("page.history"), { kind: "history" }, tools)] : []),
		bareKey(second, say("page.more"), { kind: "chips" }, tools),
	];
}

/** What rings next, and the way to all that is set. */
function ringKey(text: string, top: number, tools: Tools): Shown {
	return key(tools.layout.row(top, KEY_HIGH, WIDEST), text, { kind: "rings" }, tools);
}

/**
 * The likeliest quick replies, whole: of each row the first that there is place for, and beside it the next that fits there.
 * All are in the list.
 */
function replyRows(chips: readonly QuickReply[], tops: readonly number[], tools: Tools): Shown[] {
	const gap = tools.layout.px(GAP);
	const pieces: Shown[] = [];
	let rest = chips.map((reply) => ({ reply, wide: keyWidth(reply.label, tools) }));
	for (const top of tops) {
		const box = tools.layout.row(top, KEY_HIGH, WIDEST);
		const one = rest.find(({ wide }) => wide <= box.w) ?? (top === tops[0] ? rest[0] : undefined);
		if (one === undefined) break;
		rest = rest.filter((each) => each !== one);
		const room = box.w - gap;
		const other = rest.find(({ wide }) => one.wide + wide <= room);
		if (other === undefined) {
			pieces.push(chip(box, one.reply, tools));
			continue;
		}
		rest = rest.filter((each) => each !== other);
		const [left, right] = halves(box, gap, tools, 0.5 + (one.wide - other.wide) / (2 * room));
		pieces.push(chip(left, one.reply, tools), chip(right, other.reply, tools));
	}
	return pieces;
}
