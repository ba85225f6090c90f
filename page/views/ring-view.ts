/** The screen that rings: what, when, and two keys that nobody misses. */
import type { Deed } from "../../core/actions/deed.ts";
import { nameOf, type Telling, timeIn } from "../../core/actions/deed-words.ts";
import { block } from "../kit/block.ts";
import { ringRows } from "../kit/layout.ts";
import type { Shown, Tools } from "../kit/model.ts";
import { key, line } from "../kit/pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "../kit/theme.ts";

const NAME_LINES = 2;
/** Of what was missed the kind stands above the key. */
const MISSED_DOWN = 46;
const NAME_SIZES = [44, 38, SIZE.title, SIZE.body] as const;

/** One that was missed says so, and is only to be put away. */
export function ringView(deed: Deed, telling: Telling, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const rows = ringRows(layout.canvas);
	const time = timeIn(deed.due ?? deed.at ?? 0, telling);
	const isMissed = deed.state === "missed";
	const size = layout.px(isMissed ? SIZE.body : SIZE.seconds);
	const head = line(
		layout.row(rows.time, 60, 400),
		isMissed ? say("ring.missed", { time }) : time,
		size,
		isMissed ? WARNING : accent,
		tools,
	);
	const name = block(
		nameOf(deed, telling),
		{ top: rows.name, lines: NAME_LINES, sizes: NAME_SIZES, color: WHITE },
		tools,
	);
	if (isMissed) {
		const kind =
			deed.label === ""
				? []
				: [line(layout.row(rows.kind, 36, 360), say(kindOf(deed)), layout.px(SIZE.small), DIM, tools)];
		return [
			head,
			...name,
			...kind,
			key(layout.row(rows.stop + MISSED_DOWN, 84, 360), say("page.done"), { kind: "stop" }, tools, accent),
		];
	}
	return [
		head,
		...name,
		key(layout.row(rows.stop, 96, 400), say("ring.stop"), { kind: "stop" }, tools, accent),
		key(layout.row(rows.snooze, 72, 260), say("ring.snooze"), { kind: "snooze" }, tools),
	];
}

function kindOf({ do: what }: Deed): "ring.timer" | "ring.alarm" | "ring.remind" {
	return what === "timer" ? "ring.timer" : what === "alarm" ? "ring.alarm" : "ring.remind";
}
