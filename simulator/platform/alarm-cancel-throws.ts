import type { PlatformSwitch } from "./switch.ts";

export const ALARM_CANCEL_THROWS: PlatformSwitch = {
	name: "alarm-cancel-throws",
	does: "throws where an alarm is cancelled that has rung or never was",
	source: "MaximeBranger/zepp-hass-sync ccd1ad1; DOC alarm/cancel.mdx names only 0 for success",
	operations: {
		"@zos/alarm.cancel":
			(base) =>
			(app, ...args) => {
				const answer = base(app, ...args);
				if (answer !== 0) throw new Error("no such alarm");
				return answer;
			},
	},
};
