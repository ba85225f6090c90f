/**
 * The watch's alarms: what it opens at a time by itself. Owns the guards around @zos/alarm. Rules: nothing throws; only what the
 * watch lists is cancelled, since one that has rung makes `cancel` throw; and whether one is gone is judged by the list. What an
 * alarm is for stands in its `param`, and the file of whoever set it names its id: the mending of what rings cancels an alarm
 * that no file names (`WAKES_FILE`).
 */
import {
	cancel,
	getAllAlarms,
	REPEAT_WEEK,
	set,
	WEEK_FRI,
	WEEK_MON,
	WEEK_SAT,
	WEEK_SUN,
	WEEK_THU,
	WEEK_TUE,
	WEEK_WED,
} from "@zos/alarm";
import { attempt } from "./guard.ts";

/** A JSON list of the ids of alarms that wake the app for something else than to ring: whoever sets one writes it there. */
export const WAKES_FILE = "wakes.json";

/**
 * `url`: the page or App Service that is opened, with `param`, which reaches `App.onCreate`. `at` in ms since the epoch. `days`: it
 * comes again on these days of the week, 1 for Monday to 64 for Sunday, added up.
 */
export type NewAlarm = { url: string; param: string; at: number; days?: number };

/** Its id; 0 where the watch sets none. It stays over a restart of the watch. */
export function setAlarm({ days, ...alarm }: NewAlarm): number {
	return setOnce(alarm, days === undefined ? undefined : weekly(days));
}

/** The same of one that comes once, for a page that has no room for weeks. */
export function setOnce({ url, param, at }: Omit<NewAlarm, "days">, more?: object): number {
	const id = attempt(() => set({ url, param, time: Math.ceil(at / 1000), store: true, ...more }));
	return typeof id === "number" && id > 0 ? id : 0;
}

function weekly(days: number): { repeat_type: number; week_days: number } {
	const names = [WEEK_MON, WEEK_TUE, WEEK_WED, WEEK_THU, WEEK_FRI, WEEK_SAT, WEEK_SUN];
	const week_days = names.reduce((sum, day, at) => (((days >> at) & 1) === 1 ? sum | day : sum), 0);
	return { repeat_type: REPEAT_WEEK, week_days };
}

/** Whether there is no such alarm afterwards. */
export function cancelAlarm(id: number): boolean {
	if (listAlarms()?.includes(id) === false) return true;
	attempt(() => cancel(id));
	return listAlarms()?.includes(id) !== true;
}

/** The ids of all alarms of this app that are still to come; null where the watch does not say. */
export function listAlarms(): number[] | null {
	const ids: unknown = attempt(() => getAllAlarms());
	return Array.isArray(ids) ? ids.map(Number) : null;
}
