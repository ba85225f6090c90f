/**
 * What a face knows of the person and the moment. Owns the guards: a sensor that is absent, throws or says nonsense is
 * undefined. One function with a table, since a face keeps each function in its heap.
 */
import { getScene, SCENE_AOD } from "@zos/app";
import { Battery, HeartRate, Step, Time, Weather } from "@zos/sensor";
import type { Self } from "../core/face/personal-line.ts";

/** No count of a person's day is larger. */
const MOST = 99_999;

type Forecast = { forecastData: { data: readonly { high?: number }[] } };

type Sensor = {
	getHours?(): number;
	getDay?(): number;
	getDate?(): number;
	getCurrent?(): number;
	getTarget?(): number;
	getLast?(): number;
	getForecastWeather?(): Forecast;
	getForecast?(): Forecast;
};

/** `day` is 1 for Monday to 7; 0 where the watch does not say. */
export type Moment = { self: Self; day: number; dayOfMonth: number };

export function readMoment(): Moment {
	const readings: readonly (readonly [new () => Sensor, keyof Sensor])[] = [
		[Time, "getDay"],
		[Time, "getDate"],
		[Time, "getHours"],
		[Battery, "getCurrent"],
		[Step, "getCurrent"],
		[Step, "getTarget"],
		[HeartRate, "getLast"],
		[Weather, "getForecastWeather"],
		// The example of DOC sensor/Weather.mdx calls it so (`no-forecast`).
		[Weather, "getForecast"],
	];
	const found: (number | undefined)[] = [];
	for (const [Sensing, method] of readings) {
		let reading: number | undefined;
		try {
			const value = new Sensing()[method]?.();
			const plain = typeof value === "object" ? value.forecastData.data[0]?.high : value;
			if (typeof plain === "number" && plain >= -MOST && plain <= MOST) reading = (plain + 0.5) | 0;
		} catch {
			// As good as absent.
		}
		found[found.length] = reading;
	}
	const [day = 0, dayOfMonth = 0, hour, battery, steps, target, heart, high, other] = found;
	return { self: [hour, battery, steps, target, heart, high ?? other], day, dayOfMonth };
}

/** Calls at each full minute, with the screen off too (COM). */
export function onMinute(tick: () => void): void {
	new Time().onPerMinute(tick);
}

/** Whether this is the always-on display: a face may be built anew for it (COM). */
export function isResting(): boolean {
	return getScene() === SCENE_AOD;
}
