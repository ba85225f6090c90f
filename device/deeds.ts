/**
 * Keeps what the watch has made of actions, and sets the watch's alarms by it. Owns the file and the order of its writes: what is
 * wanted is on the disk before an alarm is set, the alarm's id after; each write is whole or has not happened. Rule: killed anywhere
 * in between, the next look finds one alarm or sets it, and cancels what nothing names.
 */
import type { Deed } from "../core/actions/deed.ts";
import { decodeDeeds, encodeDeeds, isPending } from "../core/actions/deed.ts";
import { LATE_MS, type Review, review, type World } from "../core/actions/review.ts";
import { encodeLaunch } from "../core/ask/launch.ts";
import { parseJson, toAscii } from "../core/json.ts";
import { cancelAlarm, listAlarms, setAlarm, WAKES_FILE } from "./alarms.ts";
import { now } from "./clock.ts";
import type { Files } from "./files.ts";
import { utcOffset } from "./zone.ts";

const FILE = "deeds.json";
const RING_PAGE = "page/ring";
/** Less than what is read of a file at once. */
const MOST_BYTES = 16_000;

export function readDeeds(files: Files): Deed[] {
	return decodeDeeds(files.read(FILE) ?? "");
}

/** Whether they are on the disk. Where they are too many, what is over goes first. */
function writeDeeds(files: Files, deeds: readonly Deed[]): boolean {
	let kept = deeds;
	let text = encodeDeeds(kept);
	while (toAscii(text).length > MOST_BYTES) {
		const over = kept.find((deed) => !isPending(deed));
		kept = kept.filter((deed) => deed !== (over ?? kept[0]));
		text = encodeDeeds(kept);
	}
	if ((files.read(FILE) ?? "[]") === toAscii(text)) return true;
	const beside = `${FILE}.new`;
	if (files.write(beside, text) && files.replace(beside, FILE)) return true;
	files.remove(beside);
	return false;
}

function worldNow(files: Files, lateMs: number): World {
	const wakes = parseJson(files.read(WAKES_FILE));
	const others = Array.isArray(wakes) ? wakes.map(Number) : [];
	return { now: now(), offset: utcOffset(now()), listed: listAlarms(), others, lateMs };
}

/** What there is to put right; changes nothing. */
export function reviewNow(files: Files, deeds: readonly Deed[], lateMs = LATE_MS): Review {
	return review(deeds, worldNow(files, lateMs));
}

/** Makes deeds and alarms what `wanted` says, and gives what came of it; null where the disk does not take it: then nothing is done. */
export function putRight(files: Files, wanted: readonly Deed[], lateMs = LATE_MS): Deed[] | null {
	const { deeds, orphans } = reviewNow(files, wanted, lateMs);
	if (!writeDeeds(files, deeds)) return null;
	for (const id of orphans) cancelAlarm(id);
	if (!deeds.some(({ state }) => state === "doing")) return deeds;
	const set = deeds.map(armed);
	writeDeeds(files, set);
	return set;
}

/** One that has rung stays to be rung again, whatever the watch says to it; a new one that it does not take is none. */
function armed(deed: Deed): Deed {
	if (deed.state !== "doing") return deed;
	const { key, at = 0, days } = deed;
	const once = { url: RING_PAGE, param: encodeLaunch({ kind: "ring", id: key }), at };
	const alarm = (days === undefined ? 0 : setAlarm({ ...once, days })) || setAlarm(once);
	if (alarm > 0) return { ...deed, state: "set", alarm };
	return deed.rung === undefined ? { ...deed, state: "failed", why: "unset" } : { ...deed, state: "set" };
}
