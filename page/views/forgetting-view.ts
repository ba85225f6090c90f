/** Asks whether all that was asked is to be forgotten. */
import type { Shown, Tools } from "../kit/model.ts";
import { backOf, type Choice, troubleView } from "../kit/trouble.ts";

export function forgettingView(accent: number, tools: Tools): Shown[] {
	const { say } = tools;
	const yes: Choice = { label: say("page.forget"), tap: { kind: "forget" } };
	const texts = { title: say("page.history"), help: say("page.forget.help"), question: "" };
	return troubleView({ ...texts, ways: [yes, backOf(say)] }, accent, tools);
}
