/**
 * Has the watch look after a question whose page is left: an alarm that wakes the App Service, which sets one more. Owns when, and what
 * is taken back. Rule: the ids are on the disk, where the mending of alarms finds whose they are.
 */
import type { WakeList } from "../core/ask/wake.ts";
import { parseJson } from "../core/json.ts";
import { cancelAlarm, setOnce, WAKES_FILE } from "./alarms.ts";
import { now } from "./clock.ts";
import type { Files } from "./files.ts";

const SERVICE = "app-service/index";
/** The phone answers in half a minute, or says within one that it cannot; what is open after three minutes waits for the person. */
const FIRST_MS = 60_000;
const FROM_FIRST_TO_LAST_MS = 120_000;

/** `ids`: of those that are set already. Gives the ids of all. */
export function setWake(files: Files, wake: WakeList, ms = FIRST_MS, ...ids: number[]): number[] {
	ids.push(setOnce({ url: SERVICE, param: JSON.stringify(wake), at: now() + ms }));
	files.write(WAKES_FILE, JSON.stringify(ids));
	return ids;
}

/** Once more, and not again; it is set once, though the watch wakes the service twice. A service may not be able to write its id. */
export function setLastWake(files: Files, wake: WakeList): number[] {
	const ids = wakesIn(files);
	return ids.length < 2 ? setWake(files, wake, FROM_FIRST_TO_LAST_MS, ...ids) : ids;
}

/** Somebody looks after it again, or it is told. */
export function dropWakes(files: Files, ids = wakesIn(files)): void {
	for (const id of ids) cancelAlarm(id);
	if (ids.length > 0) files.remove(WAKES_FILE);
}

function wakesIn(files: Files): number[] {
	const ids = parseJson(files.read(WAKES_FILE));
	return Array.isArray(ids) ? ids.map(Number) : [];
}
