import type { PlatformSwitch } from "./switch.ts";

export const ALARM_TWICE: PlatformSwitch = {
	name: "alarm-twice",
	does: "opens what an alarm is for a second time, two seconds later",
	source: "INF: nothing documents that it comes once (DOC alarm/set.mdx)",
	watch: { alarmRings: 2 },
};
