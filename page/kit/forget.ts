/** Forgets what was asked. Owns what goes with it. */
import { openEntries } from "../../core/ask/journal.ts";
import { PLAN_FILE } from "../../core/face/glance.ts";
import { NOTES_FILE } from "../../device/asked-notes.ts";
import { files } from "../../device/files.ts";
import { tellMessage } from "../../device/glance-store.ts";
import { entriesOf, forgetRows } from "../../device/journal.ts";
import { journal, run } from "./desk.ts";
import { room } from "./face.ts";
import { lookNow, USES_FILE } from "./look.ts";

/**
 * What the person chose stays; what was asked, and how often, goes. What is under way is stopped by the next page that has a
 * link: nobody would know its answer.
 */
export function forget(what: "ended" | "all"): void {
	if (what === "all") for (const { id } of openEntries(entriesOf(journal))) run.stops.push(id);
	forgetRows(journal, what);
	for (const path of [PLAN_FILE, USES_FILE, NOTES_FILE]) files.remove(path);
	// A question that stays would leave the line of an answer that goes.
	tellMessage(files, null, lookNow().accent, room);
}
