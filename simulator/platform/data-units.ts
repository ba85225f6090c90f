import type { Live } from "../screen/scene.ts";
import { answerSportData } from "../watch/host/sensors.ts";
import type { PlatformSwitch } from "./switch.ts";

const KM_A_MILE = 1.609344;

export const DATA_UNITS: PlatformSwitch = {
	name: "data-units",
	does: "gives sport data in kilometres whatever unit the watch shows, and a pace under the name avg_pace",
	source:
		"DOC settings/getDistanceUnit.mdx speaks of what is shown; DOC app-access/getSportData.mdx names no unit, and its row of pace has avg_pace",
	operations: {
		"@zos/app-access.getSportData": () => (app, options, callback) => {
			const { metric } = app.system.settings;
			const { sport } = app.system.sensors;
			return answerSportData(app, options, callback, metric ? sport : inKilometres(sport), (type) =>
				type === "pace" ? "avg_pace" : type,
			);
		},
	},
};

/** Of what a watch in miles shows. */
function inKilometres(sport: Live["sport"]): Live["sport"] {
	const { DISTANCE_TOTAL: distance, PACE: pace } = sport;
	return {
		...sport,
		...(distance === undefined
			? {}
			: { DISTANCE_TOTAL: { ...distance, value: (Number(distance.value) * KM_A_MILE).toFixed(2) } }),
		...(pace === undefined ? {} : { PACE: { ...pace, value: paceText(secondsOf(pace.value) / KM_A_MILE) } }),
	};
}

function secondsOf(pace: string): number {
	const [minutes = "0", seconds = "0"] = pace.split(/[^0-9.]+/);
	return Number(minutes) * 60 + Number(seconds);
}

function paceText(seconds: number): string {
	const whole = Math.round(seconds);
	return `${Math.floor(whole / 60)}'${String(whole % 60).padStart(2, "0")}"`;
}
