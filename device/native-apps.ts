/** Apps of the watch itself. Owns their numbers and whether one can be opened; `params` of them are ignored (COM), so none are given. */
import {
	launchApp,
	SYSTEM_APP_ALARM,
	SYSTEM_APP_CALENDAR,
	SYSTEM_APP_COUNTDOWN,
	SYSTEM_APP_FINE_PHONE,
	SYSTEM_APP_SPORT,
	SYSTEM_APP_WEATHER,
} from "@zos/router";
import type { NativeApp } from "../core/actions/action.ts";
import { attempt } from "./guard.ts";

/** Whether the watch was asked to; what it does not know, or refuses, stays closed. */
export function openNative(app: NativeApp): boolean {
	const numbers: Readonly<Record<NativeApp, number | undefined>> = {
		timer: SYSTEM_APP_COUNTDOWN,
		alarm: SYSTEM_APP_ALARM,
		calendar: SYSTEM_APP_CALENDAR,
		weather: SYSTEM_APP_WEATHER,
		"find-phone": SYSTEM_APP_FINE_PHONE,
		sport: SYSTEM_APP_SPORT,
	};
	const appId = numbers[app];
	if (appId === undefined) return false;
	return (
		attempt(() => {
			launchApp({ appId, url: "", native: true });
			return true;
		}) === true
	);
}
