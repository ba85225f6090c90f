/** Speaking a question to the ask page as a person would, where the watch records it. */

import { heardIn, type Row } from "../core/ask/journal.ts";
import type { FaultCode } from "../core/faults.ts";
import { VOICE_LIMIT_MS } from "../core/wire/protocol.ts";
import words from "../core/words/en-US.json" with { type: "json" };
import { type Desktop, linesIn, sees, tapText } from "../simulator/index.ts";

export { lengthOfWav } from "../simulator/index.ts";

/** For a screen to be drawn. */
const DRAW_MS = 300;
const LISTENING_MS = 8_000;
/** A person's finger after the last word. */
const FINGER_MS = 300;
/** What is put away after the last word (device/recorder.ts), with time to spare. */
const ENDING_MS = 2_000;

/** Why there is no spoken question on the way, in the product's own words. */
const REASONS: readonly FaultCode[] = ["no-microphone", "no-key"];

/**
 * From the moment that the page should listen until what was said is on the disk: `soundMs` of it, or as much as the watch
 * takes. Null then, else the fault that the watch shows. Throws an Error where it shows none.
 */
export async function speakQuestion(desktop: Desktop, soundMs: number): Promise<FaultCode | null> {
	const { clock, watch } = desktop;
	const why = () => REASONS.find((code) => sees(watch, words[`fault.${code}`])) ?? null;
	const listens = await clock.runUntil(() => sees(watch, words["page.record"]) || why() !== null, LISTENING_MS);
	if (!listens || !sees(watch, words["page.record"])) {
		watch.cancelKeyboard();
		await clock.runFor(DRAW_MS);
		const reason = why();
		if (reason !== null) return reason;
		const shown = linesIn(watch, { y: 0, h: watch.scene().height });
		throw new Error(`the watch does not listen: nobody is set up who could; it shows ${JSON.stringify(shown)}`);
	}
	await clock.runFor(Math.min(soundMs + FINGER_MS, VOICE_LIMIT_MS + ENDING_MS));
	if (sees(watch, words["page.send"])) tapText(watch, words["page.send"]);
	return null;
}

/** Of a spoken question nobody may know the words; the watch then has others in their place. */
export function questionOf(row: Row): string {
	if (row.voice !== true) return row.question;
	return (row.state === "open" ? undefined : heardIn(row)) ?? "";
}
