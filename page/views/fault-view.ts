/**
 * The screen of a question that ended without an answer: what happened, what helps, the question, and again. The person
 * may always ask again: a new key or credit makes even a refused question worth it.
 */
import type { Fault } from "../../core/faults.ts";
import { spanOf } from "../../core/text/span.ts";
import { type Box, faultRows } from "../kit/layout.ts";
import { key, line } from "../kit/pieces.ts";
import { DIM, SIZE, WARNING, WHITE } from "../kit/theme.ts";
import type { Tap, View } from "../state.ts";
import { block } from "./reading-pages.ts";
import type { Shown, Tools } from "./view.ts";

const HELP_LINES = 4;

/** A question that waits for the phone has not ended: it is cancelled, or tried again at once. */
export function faultView(
	{ question, fault }: Pick<View & { kind: "fault" }, "question" | "fault">,
	accent: number,
	tools: Tools,
): Shown[] {
	const { say } = tools;
	const waits = fault.code === "phone-away";
	const title = say(fault.unstored === true ? "unstored" : `fault.${fault.code}`);
	const again: Way = { label: say("page.retry"), tap: { kind: "retry" } };
	const out: Way = waits ? { label: say("page.cancel"), tap: { kind: "cancel" } } : backOf(say);
	return troubleView({ title, help: helpOf(fault, say), question, ways: [again, out] }, accent, tools);
}

/** The disk would not take the question. */
export function unstoredView({ question }: { question: string }, accent: number, tools: Tools): Shown[] {
	const { say } = tools;
	const send: Way = { label: say("page.anyway"), tap: { kind: "confirm" } };
	const texts = { title: say("unstored"), help: say("unstored.watch"), question };
	return troubleView({ ...texts, ways: [send, backOf(say)] }, accent, tools);
}

export function forgettingView(accent: number, tools: Tools): Shown[] {
	const { say } = tools;
	const yes: Way = { label: say("page.forget"), tap: { kind: "forget" } };
	const texts = { title: say("page.history"), help: say("page.forget.help"), question: "" };
	return troubleView({ ...texts, ways: [yes, backOf(say)] }, accent, tools);
}

type Way = { label: string; tap: Tap };

function backOf(say: Tools["say"]): Way {
	return { label: say("page.back"), tap: { kind: "home" } };
}

/** What is wrong, what helps, the question, and two ways on. */
function troubleView(
	{ title, help, question, ways }: { title: string; help: string; question: string; ways: [Way, Way] },
	accent: number,
	tools: Tools,
): Shown[] {
	const { layout } = tools;
	const rows = faultRows(layout.canvas);
	const [first, second] = ways;
	return [
		titleLine(layout.row(rows.title, 44, 400), title, tools),
		...helpLines(help, rows.help, tools),
		line(layout.row(rows.question, 36, 400), question, layout.px(SIZE.small), DIM, tools),
		key(layout.row(rows.keys, 76, 320), first.label, first.tap, tools, accent),
		key(layout.row(rows.keys + 86, 66, 220), second.label, second.tap, tools),
	];
}

function helpOf({ code, waitSeconds, left, model, unstored }: Fault, say: Tools["say"]): string {
	if (unstored === true) return say("unstored.phone");
	if (code === "phone-away") {
		const queued = say("page.queued");
		return `${queued}${queued.endsWith("\u3002") ? "" : " "}${say("fault.phone-away.help")}`;
	}
	if (waitSeconds !== undefined) return say("wait", { time: spanOf(waitSeconds) });
	if (model !== undefined) return say("unpriced", { model });
	return left === undefined ? say(`fault.${code}.help`) : say("left", { left });
}

function titleLine(box: Box, text: string, tools: Tools): Shown {
	const sizes = [SIZE.title, SIZE.body, SIZE.small].map(tools.layout.px);
	const size = sizes.find((wanted) => tools.measure(text, wanted) <= box.w) ?? tools.layout.px(SIZE.small);
	return line(box, text, size, WARNING, tools);
}

/** Of the same room on every screen that says what helps. */
export function helpLines(help: string, top: number, tools: Tools): Shown[] {
	return block(help, { top, lines: HELP_LINES, sizes: [SIZE.label, SIZE.small, SIZE.mark], color: WHITE }, tools);
}
