/** Typing a question into the ask page as a person would, where it is open. */
import words from "../core/words/en-US.json" with { type: "json" };
import { type Desktop, sees, tapText } from "../simulator/index.ts";

/** For a screen to be drawn. */
const DRAW_MS = 50;
const KEYBOARD_MS = 1_000;

/** From an answer by a swipe to the page's first screen, there to its keyboard. False where that does not lead to one. */
export async function typeQuestion({ clock, watch }: Desktop, appId: number, text: string): Promise<boolean> {
	if (watch.surface()?.appId !== appId) return false;
	if (!sees(watch, words["page.type"])) watch.swipe("right");
	await clock.runFor(DRAW_MS);
	if (!sees(watch, words["page.type"])) return false;
	tapText(watch, words["page.type"]);
	await clock.runUntil(() => watch.keyboard() !== null, KEYBOARD_MS);
	return watch.type(text);
}
