/**
 * What a face knows of the person and the moment. Owns the guards: a sensor that is absent, throws or says nonsense is
 * undefined. One function with a table, since a face keeps each function in its heap.
 */
import { getScene, SCENE_AOD } from "@zos/app";
import { Battery, HeartRate, Step, Time, Weather } from "@zos/sensor";
import type { Self } from "../core/face/personal-line.ts";

/** `day` is 1 for Monday to 7; 0 where the watch does not say. */
export type Moment = Self & { day: number; dayOfMonth: number };

/** No count of a person's day is larger. */
const MOST = 99_999;

type Forecast = { forecastData: { data: readonly { high?: number }[] } };

type Sensor = {
	getHours?(): number;
	getMinutes?(): number;
	getDay?(): number;
	getDate?(): number;
	getCurrent?(): number;
	getTarget?(): number;
	getLast?(): number;
	getForecastWeather?(): Forecast;
	getForecast?(): Forecast;
};

export function readSelf(): Moment {
	const readings: readonly (readonly [new () => Sensor, keyof Sensor])[] = [
		[Time, "getHours"],
		[Time, "getMinutes"],
		[Time, "getDay"],
		[Time, "getDate"],
		[Battery, "getCurrent"],
		[Step, "getCurrent"],
		[Step, "getTarget"],
		[HeartRate, "getLast"],
		[Weather, "getForecastWeather"],
		// The example of DOC sensor/Weather.mdx calls it so (`no-forecast`).
		[Weather, "getForecast"],
	];
	const [hours = 12, minutes = 0, day = 0, dayOfMonth = 0, battery, steps, target, heart, high, other] =
		readings.map(read);
	const moment = { minutes: hours * 60 + minutes, day, dayOfMonth, battery, steps, target };
	return Object.assign(moment, { heart: heart || undefined, high: high ?? other });
}

function read([Sensing, method]: readonly [new () => Sensor, keyof Sensor]): number | undefined {
	try {
		const value = new Sensing()[method]?.();
		const plain = typeof value === "object" ? value.forecastData.data[0]?.high : value;
		return typeof plain === "number" && Math.abs(plain) <= MOST ? Math.round(plain) : undefined;
	} catch {
		return undefined;
	}
}

/** Calls at each full minute, with the screen off too (COM). */
export function onMinute(tick: () => void): void {
	new Time().onPerMinute(tick);
}

/** Whether this is the always-on display: a face may be built anew for it (COM). */
export function isResting(): boolean {
	return getScene() === SCENE_AOD;
}
