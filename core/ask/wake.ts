/**
 * What the watch is to know when an alarm wakes it for a question whose page was left. Owns the alarm's `param`. Rule: the words are
 * in it, in the watch's language, since what is woken has no catalogue.
 */
import { parseJson } from "../json.ts";

/**
 * `open`: the key that leads to the question; `none`: there is no answer; `look`: where to look for it, "" where the phone had not got
 * the question. `last`: nothing wakes the watch for it afterwards.
 */
export type Wake = { id: string; open: string; none: string; look: string; last: boolean };

/** In the order in which they go. */
export type WakeList = readonly [id: string, open: string, none: string, look: string, last?: boolean];

/** As the system hands it over; null where it is none. */
export function decodeWake(param: unknown): Wake | null {
	const list = parseJson(param);
	if (!Array.isArray(list)) return null;
	const [id, open, none, look, last] = list;
	const isWhole = [id, open, none, look].every((text) => typeof text === "string");
	return isWhole ? { id, open, none, look, last: last === true } : null;
}
