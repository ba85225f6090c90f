import type { PlatformSwitch } from "./switch.ts";

export const SHORT_DAY: PlatformSwitch = {
	name: "short-day",
	does: "throws out of Weather, gives null for HeartRate, and an empty record for Sleep",
	source: "MaximeBranger/zepp-hass-sync 5ffc40a, which guards each",
	operations: {
		"@zos/sensor.Weather.new": () => () => {
			throw new Error("no such sensor");
		},
		"@zos/sensor.HeartRate.getLast": () => () => null,
		"@zos/sensor.HeartRate.getCurrent": () => () => null,
		"@zos/sensor.Sleep.getInfo": () => () => null,
		"@zos/sensor.Workout.getHistory": () => () => null,
	},
};
