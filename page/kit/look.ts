/** How the phone wants the watch to look, and which quick replies are likeliest now. Owns the counts of their use. */
import { countUse, decodeUses, partOf, rank, type Uses } from "../../core/ask/ranking.ts";
import { usualChips } from "../../core/ask/usual-chips.ts";
import { DEFAULT_ACCENT } from "../../core/ink.ts";
import type { Look } from "../../core/wire/protocol.ts";
import { now } from "../../device/clock.ts";
import { files } from "../../device/files.ts";
import { readLook } from "../../device/glance-store.ts";
import { readMoment } from "../../device/sensors.ts";
import { say } from "../../device/words.ts";
import { isAfterWorkout } from "../../device/workout.ts";

export const USES_FILE = "uses.json";

/** Until the phone has said how it should look. */
const FIRST: Look = { rev: 0, chips: [], accent: DEFAULT_ACCENT, size: "medium", ready: true };

export function lookNow(): Look {
	return ranked(readLook(files) ?? FIRST);
}

/** No chips of the person's own mean the usual ones, in the watch's language; the likeliest come first. */
export function ranked(look: Look): Look {
	const chips = look.chips.length > 0 ? look.chips : usualChips(say, look.preset);
	return { ...look, chips: rank(chips, readUses(), partNow()) };
}

export function countChip(look: Look, question: string): void {
	if (!look.chips.some(({ text }) => text === question)) return;
	files.write(USES_FILE, JSON.stringify(countUse(readUses(), question, partNow())));
}

function readUses(): Uses {
	return decodeUses(files.read(USES_FILE) ?? "");
}

function partNow(): number {
	return partOf(readMoment().minutes, isAfterWorkout(now()));
}
