/** The screen while a question is open: the question, the seconds on a ring, the way out. */
import { questionLines } from "../kit/block.ts";
import { waitingRows } from "../kit/layout.ts";
import type { Shown, Tools, Waiting } from "../kit/model.ts";
import { key, line } from "../kit/pieces.ts";
import { SIZE, TRACK, WHITE } from "../kit/theme.ts";

const RING = 124;
const RING_WIDTH = 8;
/** The ring goes round once in this time, as a hand does. */
const RING_SECONDS = 12;
/** After this a person wonders whether it still goes on. */
const LONG_SECONDS = 12;

export function waitingView({ question, seconds, sent, waking }: Waiting, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = waitingRows(layout.canvas);
	const ring = layout.row(rows.ring, RING, RING);
	const word = waking ? "page.waking" : seconds < LONG_SECONDS ? "page.asking" : "page.still";
	const label = sent ? sending(sent, say) : say(word);
	const turn = sent ? 1 + (359 * sent.at) / sent.total : turned(seconds);
	return [
		...questionLines(question, rows.question, tools),
		{ kind: "arc", ...ring, color: TRACK, width: layout.px(RING_WIDTH), from: -90, to: 270 },
		{ kind: "arc", ...ring, color: accent, width: layout.px(RING_WIDTH), from: -90, to: -90 + turn },
		line(
			{ ...ring, y: ring.y + layout.px(RING / 2 - 32), h: layout.px(64) },
			String(seconds),
			layout.px(SIZE.seconds),
			WHITE,
			tools,
		),
		line(layout.row(rows.label, 44, 400), label, layout.px(SIZE.body), WHITE, tools),
		key(layout.row(rows.cancel, 72, 240), say("page.cancel"), { kind: "cancel" }, tools),
	];
}

/** Degrees; a full circle stands for a second before the ring starts anew. */
function turned(seconds: number): number {
	return seconds === 0 ? 1 : (((seconds - 1) % RING_SECONDS) + 1) * (360 / RING_SECONDS);
}

/** How much of a recording the phone has. */
function sending({ at, total }: { at: number; total: number }, say: Tools["say"]): string {
	return say("page.sending", { done: Math.round(at / 1000), total: Math.ceil(total / 1000) });
}
