/**
 * What is to be done before a page is shown: actions of an answer, alarms to put right, something that rings or was missed. Owns
 * which page does it; looks and changes nothing.
 */
import type { Deed } from "../../core/actions/deed.ts";
import { dueNow, missedOf } from "../../core/actions/review.ts";
import { now } from "../../device/clock.ts";
import { readDeeds, reviewNow } from "../../device/deeds.ts";
import { files } from "../../device/files.ts";
import { entriesOf } from "../../device/journal.ts";
import { journal, run } from "./desk.ts";

/** What was put right so lately is right, or cannot be. */
const MENDED_MS = 10_000;

/** `deeds`: all there are, as they are on the disk. */
export function dutyNow(deeds: readonly Deed[] = readDeeds(files)): "act" | "ring" | null {
	if (entriesOf(journal).some(({ id, due }) => due === true && !run.acted.includes(id))) return "act";
	if (deeds.length === 0 || Math.abs(now() - (run.mendedAt ?? 0)) < MENDED_MS) return null;
	const { deeds: right, orphans, isChanged } = reviewNow(files, deeds);
	if (dueNow(right, now()).length > 0 || missedOf(right).length > 0) return "ring";
	return isChanged || orphans.length > 0 ? "act" : null;
}
