/** The lists: all quick replies, all questions asked before, three at a time. */
import { isAsking } from "../../core/face/glance.ts";
import { rowAt } from "../../core/screen.ts";
import { age } from "../../core/text/age.ts";
import { chip, WIDEST } from "../kit/keys.ts";
import { LIST_ROW_HEIGHT, listRows } from "../kit/layout.ts";
import type { List, Listed, Shown, Tools } from "../kit/model.ts";
import { key, line } from "../kit/pieces.ts";
import { DIM, FILL, SIZE, WHITE } from "../kit/theme.ts";
import { listFrame } from "./list-frame.ts";

/** A list shows this many rows at a time. */
export const LIST_ROWS = 3;
/** Clear of the round ends of a row. */
const TEXT_INSET = 18;
const HISTORY_FILL_HEIGHT = 80;
/** What can be touched about the title. */
const HEAD_UP = 18;
const HEAD_HIGH = 66;
const HISTORY_RADIUS = 28;

export function listView(list: List, accent: number, tools: Tools): Shown[] {
	const { kind, at, pages } = list;
	const { layout, say } = tools;
	const rows = listRows(layout.canvas);
	const title = say(kind === "chips" ? "page.more" : "page.history");
	const pieces = listFrame({ title, at, pages, accent }, rows, tools);
	if (pages > 1) {
		/** The title turns the page, and from the last to the first. */
		const head = layout.row(rows.head - HEAD_UP, HEAD_HIGH, 300);
		pieces.push({ kind: "touch", ...head, tap: { kind: "turn", by: at + 1 < pages ? 1 : -1 } });
	}
	rows.rows.forEach((top, row) => {
		if (list.kind === "history") {
			pieces.push(...historyRow(list.rows[row], top, list.now, tools));
			return;
		}
		const reply = list.rows[row];
		if (reply !== undefined) pieces.push(chip(layout.row(top + 4, 72, WIDEST), reply, tools));
	});
	return pieces;
}

function historyRow(entry: Listed | "forget" | undefined, top: number, now: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	if (entry === undefined) return [];
	if (entry === "forget") return [key(layout.row(top + 4, 72, 320), say("page.forget"), { kind: "forget" }, tools)];
	const when = age(now - entry.at, say);
	const isUnderWay = entry.state === "open" && isAsking(entry.at, now);
	const what = entry.state === "answered" ? "" : say(isUnderWay ? "page.asking" : "page.unanswered");
	const sub = [what, when].filter((part) => part !== "").join("  \u00b7  ");
	const touch = layout.row(top, LIST_ROW_HEIGHT, WIDEST);
	const inset = layout.px(TEXT_INSET);
	const inner = (y: number, height: number) => {
		const { x, w, ...box } = layout.row(y, height, WIDEST);
		const left = Math.max(x, touch.x + inset);
		return { ...box, x: left, w: layout.canvas.width - 2 * left };
	};
	return [
		{ kind: "rect", ...touch, h: layout.px(HISTORY_FILL_HEIGHT), color: FILL, radius: layout.px(HISTORY_RADIUS) },
		line(inner(top + 4, 40), entry.title, layout.px(SIZE.body), WHITE, tools),
		line(inner(top + 42, 32), sub, layout.px(SIZE.mark), DIM, tools),
		{ kind: "touch", ...rowAt(layout.canvas, touch.y, touch.h, 0, touch.w), tap: { kind: "open", id: entry.id } },
	];
}
