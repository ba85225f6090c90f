/**
 * The screen of a question that ended without an answer: what happened, what helps, the question, and again. The person
 * may always ask again: a new key or credit makes even a refused question worth it.
 */
import type { Fault } from "../core/faults.ts";
import { spanOf } from "../core/span.ts";
import { type Box, faultRows } from "./layout.ts";
import { key, line } from "./pieces.ts";
import { block } from "./reading-pages.ts";
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

function helpOf({ code, waitSeconds, left, model }: Fault, say: Tools["say"]): string {
	if (code === "phone-away") {
		const queued = say("page.queued");
		return `${queued}${queued.endsWith("\u3002") ? "" : " "}${say("fault.phone-away.help")}`;
	}
	if (waitSeconds !== undefined) return say("wait", { time: spanOf(waitSeconds) });
	if (model !== undefined) return say("unpriced", { model });
	return left === undefined ? say(`fault.${code}.help`) : say("left", { left });
}

function title(box: Box, text: string, tools: Tools): Shown {
	const sizes = [SIZE.title, SIZE.body, SIZE.small].map(tools.layout.px);
	const size = sizes.find((wanted) => tools.measure(text, wanted) <= box.w) ?? tools.layout.px(SIZE.small);
	return line(box, text, size, WARNING, tools);
}

/** Of the same room on every screen that says what helps. */
export function helpLines(help: string, top: number, tools: Tools): Shown[] {
	return block(help, { top, lines: HELP_LINES, sizes: [SIZE.label, SIZE.small, SIZE.mark], color: WHITE }, tools);
}
