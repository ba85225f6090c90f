/** The screen while an answer is spoken: how far it is, and the way to stop it. */
import type { Fault } from "../../core/faults.ts";
import { block } from "../kit/block.ts";
import { waitingRows } from "../kit/layout.ts";
import type { Saying, Shown, Tools } from "../kit/model.ts";
import { key } from "../kit/pieces.ts";
import { SIZE, TRACK, WHITE } from "../kit/theme.ts";
import { backOf, type Choice, troubleView } from "../kit/trouble.ts";

const RING = 124;
const RING_WIDTH = 8;
const CLOSER = 16;
/** The ring goes round once in this time while the sound is made, as a hand does. */
const RING_SECONDS = 12;

export function sayingView(saying: Exclude<Saying, { kind: "fault" }>, accent: number, tools: Tools): Shown[] {
	const { layout, say } = tools;
	const waiting = waitingRows(layout.canvas);
	/** There is no label below the ring here: all moves together to the middle. */
	const rows = { title: waiting.question + CLOSER, ring: waiting.ring + CLOSER, stop: waiting.cancel - CLOSER };
	const ring = layout.row(rows.ring, RING, RING);
	const width = layout.px(RING_WIDTH);
	return [
		...block(titleOf(saying, say), { top: rows.title, lines: 1, sizes: [SIZE.body, SIZE.small], color: WHITE }, tools),
		{ kind: "arc", ...ring, color: TRACK, width, from: -90, to: 270 },
		{ kind: "arc", ...ring, color: accent, width, from: -90, to: -90 + turnOf(saying) },
		key(layout.row(rows.stop, 72, 240), say("page.say.stop"), { kind: "cancel" }, tools),
	];
}

function titleOf(saying: Exclude<Saying, { kind: "fault" }>, say: Tools["say"]): string {
	if (saying.kind === "making") return say("page.say.making");
	if (saying.kind === "plays") return say("page.say.plays");
	const { at, total } = saying;
	return say("page.say.coming", { done: Math.round(at / 1000), total: Math.ceil(total / 1000) });
}

/** Degrees. */
function turnOf(saying: Exclude<Saying, { kind: "fault" }>): number {
	if (saying.kind === "plays") return 360;
	if (saying.kind === "coming") return 1 + (359 * saying.at) / saying.total;
	return saying.seconds === 0 ? 1 : (((saying.seconds - 1) % RING_SECONDS) + 1) * (360 / RING_SECONDS);
}

/** Faults that are of the sound alone: the answer itself is there. */
const OF_SOUND = ["bad-answer", "expired", "request-refused", "empty-answer"];

export function soundFaultView({ code, left, model }: Fault, accent: number, tools: Tools): Shown[] {
	const { say } = tools;
	const isOfSound = OF_SOUND.includes(code);
	const known = model !== undefined ? say("unpriced", { model }) : say(`fault.${code}.help`);
	const money = left === undefined ? known : say("left", { left: left.replace(".", say("number.decimal")) });
	const title = say(isOfSound ? "page.say.failed" : `fault.${code}`);
	const help = isOfSound ? say("page.say.failed.help") : money;
	const again: Choice = { label: say("page.retry"), tap: { kind: "retry" } };
	return troubleView({ title, help, question: "", ways: [again, backOf(say)] }, accent, tools);
}
