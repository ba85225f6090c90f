/**
 * The screen of a question that ended without an answer: what happened, what helps, the question, and again. The person
 * may always ask again: a new key or credit makes even a refused question worth it.
 */
import type { Fault } from "../core/faults.ts";
import { paginate } from "../core/paging.ts";
import { rowAt } from "../core/screen.ts";
import { spanOf } from "../core/span.ts";
import { type Box, faultRows, lineHeight } from "./layout.ts";
import { key, line } from "./pieces.ts";
import type { View } from "./state.ts";
import { DIM, SIZE, WARNING, WHITE } from "./theme.ts";
import type { Shown, Tools } from "./view.ts";

const HELP_LINES = 4;

/** A question that waits for the phone has not ended: it is cancelled, or tried again at once. */
export function faultView(
	{ question, fault }: Pick<View & { kind: "fault" }, "question" | "fault">,
	accent: number,
	tools: Tools,
): Shown[] {
	const { layout, say } = tools;
	const rows = faultRows(layout.canvas);
	const waits = fault.code === "phone-away";
	const help = helpOf(fault, say);
	return [
		title(layout.row(rows.title, 44, 400), say(`fault.${fault.code}`), tools),
		...helpLines(help, rows.help, tools),
		line(layout.row(rows.question, 36, 400), question, layout.px(SIZE.small), DIM, tools),
		key(layout.row(rows.keys, 76, 320), say("page.retry"), { kind: "retry" }, tools, accent),
		key(
			layout.row(rows.keys + 86, 66, 220),
			say(waits ? "page.cancel" : "page.back"),
			{ kind: waits ? "cancel" : "home" },
			tools,
		),
	];
}

function helpOf({ code, waitSeconds, left }: Fault, say: Tools["say"]): string {
	if (code === "phone-away") return `${say("page.queued")} ${say("fault.phone-away.help")}`;
	if (waitSeconds !== undefined) return say("wait", { time: spanOf(waitSeconds) });
	return left === undefined ? say(`fault.${code}.help`) : say("left", { left });
}

function title(box: Box, text: string, tools: Tools): Shown {
	const sizes = [SIZE.title, SIZE.body, SIZE.small].map(tools.layout.px);
	const size = sizes.find((wanted) => tools.measure(text, wanted) <= box.w) ?? tools.layout.px(SIZE.small);
	return line(box, text, size, WARNING, tools);
}

/** As large as lets all of it be there. */
export function helpLines(help: string, top: number, tools: Tools): Shown[] {
	const { layout, measure } = tools;
	const area = layout.px(HELP_LINES * lineHeight(SIZE.label));
	for (const size of [layout.px(SIZE.label), layout.px(SIZE.small), layout.px(SIZE.mark)]) {
		const pitch = lineHeight(size);
		const most = Math.floor(area / pitch);
		const box = (row: number) =>
			rowAt(layout.canvas, layout.px(top) + row * pitch, pitch, layout.px(14), layout.canvas.width);
		const pages = paginate(help, { lines: most, width: (row) => box(row).w, measure: (part) => measure(part, size) });
		if (pages.length > 1 && size > layout.px(SIZE.mark)) continue;
		const lines = (pages[0] ?? []).filter((part) => part !== "");
		const down = Math.floor((area - lines.length * pitch) / 2);
		return lines.map((part, row) => line({ ...box(row), y: box(row).y + down }, part, size, WHITE, tools));
	}
	return [];
}
