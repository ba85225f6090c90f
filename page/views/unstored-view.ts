/** The screen of a question that the disk would not take: it goes only if the person says so. */
import type { Shown, Tools } from "../kit/model.ts";
import { backOf, type Choice, troubleView } from "../kit/trouble.ts";

export function unstoredView({ question }: { question: string }, accent: number, tools: Tools): Shown[] {
	const { say } = tools;
	const send: Choice = { label: say("page.anyway"), tap: { kind: "confirm" } };
	const texts = { title: say("unstored"), help: say("unstored.watch"), question };
	return troubleView({ ...texts, ways: [send, backOf(say)] }, accent, tools);
}
