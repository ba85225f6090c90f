import type { PlatformSwitch } from "./switch.ts";

export const ALARM_NEVER: PlatformSwitch = {
	name: "alarm-never",
	does: "takes an alarm, lists it, and opens nothing when it is due",
	source: "INF: alarm/set.mdx promises no more than an id; a watch that saves power may leave it out",
	watch: { alarmRings: 0 },
};
