/** Keys that more than one page has: the ways to ask, and quick replies. */
import type { Look, QuickReply } from "../../core/wire/protocol.ts";
import type { Box } from "./layout.ts";
import type { Shown, Tap, Tools, Way } from "./model.ts";
import { halves, key } from "./pieces.ts";

export const WIDEST = 412;
export const GAP = 10;

/** Recording is in vain where nobody could listen to it. */
export function waysNow(ways: readonly Way[], look: Look): readonly Way[] {
	return look.deaf === true ? ways.filter((way) => way !== "record") : ways;
}

/** One wide key, or two where one can speak to the watch and type on it; none where it has neither. */
export function wayKeys(ways: readonly Way[], { accent }: Look, top: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const box = layout.row(top, 80, WIDEST);
	const [first, second] = ways;
	if (first === undefined) return [];
	if (second === undefined) return [key(box, say("page.ask"), { kind: "type", way: first }, tools, accent)];
	const [left, right] = halves(box, layout.px(GAP), tools, 0.58);
	return [
		key(left, say("page.speak"), { kind: "type", way: first }, tools, accent),
		key(right, say("page.type"), { kind: "type", way: second }, tools),
	];
}

export function chip(box: Box, reply: QuickReply, tools: Tools): Shown {
	return key(box, reply.label, tapOf(reply), tools);
}

function tapOf({ text, act }: QuickReply): Tap {
	return act === undefined ? { kind: "ask", text } : { kind: "ask", text, act: true };
}
