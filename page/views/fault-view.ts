/**
 * The screen of a question that ended without an answer: what happened, what helps, the question, and again. The person
 * may always ask again: a new key or credit makes even a refused question worth it.
 */
import type { Fault } from "../../core/faults.ts";
import { spanOf } from "../../core/text/span.ts";
import type { Failed, Shown, Tools } from "../kit/model.ts";
import { backOf, type Choice, troubleView } from "../kit/trouble.ts";

/** A question that waits for the phone has not ended: it is cancelled, or tried again at once. */
export function faultView(
	{ question, fault }: Pick<Failed, "question" | "fault">,
	accent: number,
	tools: Tools,
): Shown[] {
	const { say } = tools;
	const waits = fault.code === "phone-away";
	const title = say(fault.unstored === true ? "unstored" : `fault.${fault.code}`);
	const again: Choice = { label: say("page.retry"), tap: { kind: "retry" } };
	const out: Choice = waits ? { label: say("page.cancel"), tap: { kind: "cancel" } } : backOf(say);
	return troubleView({ title, help: helpOf(fault, say), question, ways: [again, out] }, accent, tools);
}

function helpOf({ code, waitSeconds, left, model, unstored }: Fault, say: Tools["say"]): string {
	if (unstored === true) return say("unstored.phone");
	if (code === "phone-away") {
		const queued = say("page.queued");
		return `${queued}${queued.endsWith("\u3002") ? "" : " "}${say("fault.phone-away.help")}`;
	}
	if (waitSeconds !== undefined) return say("wait", { time: spanOf(waitSeconds, say) });
	if (model !== undefined) return say("unpriced", { model });
	return left === undefined
		? say(`fault.${code}.help`)
		: say("left", { left: left.replace(".", say("number.decimal")) });
}
