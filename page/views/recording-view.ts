/** The screen while the watch listens. */
import { VOICE_LIMIT_MS } from "../../core/wire/protocol.ts";
import { GAP } from "../kit/keys.ts";
import { waitingRows } from "../kit/layout.ts";
import type { Recording, Shown, Tools } from "../kit/model.ts";
import { halves, key, line } from "../kit/pieces.ts";
import { DIM, SIZE, TRACK, WHITE } from "../kit/theme.ts";

const RING = 124;
const RING_WIDTH = 8;
const CLOSER = 16;
const LIMIT_SECONDS = VOICE_LIMIT_MS / 1000;

/** The ring fills up until nothing more is heard. */
export function recordingView({ stage, seconds }: Recording, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const waiting = waitingRows(layout.canvas);
	/** There is no label below the ring here: all moves together to the middle. */
	const rows = { question: waiting.question + CLOSER, ring: waiting.ring + CLOSER, cancel: waiting.cancel - CLOSER };
	const ring = layout.row(rows.ring, RING, RING);
	const width = layout.px(RING_WIDTH);
	const listens = stage === "listening";
	const title = listens ? say("page.record") : "\u2026";
	const count = { ...ring, y: ring.y + layout.px(RING / 2 - 32), h: layout.px(64) };
	const keys = layout.row(rows.cancel, 72, 360);
	const cancel = { kind: "cancel" } as const;
	const pieces = [
		line(layout.row(rows.question, 60, 400), title, layout.px(SIZE.title), WHITE, tools),
		{ kind: "arc", ...ring, color: TRACK, width, from: -90, to: 270 } as const,
		{ kind: "arc", ...ring, color: accent, width, from: -90, to: -89 + (359 * seconds) / LIMIT_SECONDS } as const,
		line(count, String(seconds), layout.px(SIZE.seconds), listens ? WHITE : DIM, tools),
	];
	if (!listens) return [...pieces, key(layout.row(rows.cancel, 72, 240), say("page.cancel"), cancel, tools)];
	const [left, right] = halves(keys, layout.px(GAP), tools);
	return [
		...pieces,
		key(left, say("page.cancel"), cancel, tools),
		key(right, say("page.send"), { kind: "spoken" }, tools, accent),
		{ kind: "touch", ...ring, tap: { kind: "spoken" } },
	];
}
