/**
 * What a face knows of the person and the moment. Owns the guards: a sensor that is absent, throws or says nonsense is
 * undefined. One function with a table, since a face keeps each function in its heap.
 */
import { getScene, SCENE_AOD } from "@zos/app";
import { Battery, Sleep, Step, Time, Weather, Workout } from "@zos/sensor";
import type { Self } from "../core/face/personal-line.ts";
import { now } from "./clock.ts";

/** No count of a person's day is larger. */
const MOST = 99_999;
/** The documentation gives no unit of `startTime` (DOC sensor/Workout.mdx): a smaller number is seconds. */
const LEAST_MS = 1e11;
const HOUR_MS = 3_600_000;

/** What a sensor gives: numbers, by names and in lists. */
type Tree = { readonly [name: string]: Tree | undefined } | readonly Tree[] | number;

type Sensor = { readonly [method: string]: (() => Tree) | undefined };

/** `day` is 1 for Monday to 7; 0 where the watch does not say. */
export type Moment = { self: Self; day: number; dayOfMonth: number };

export function readMoment(): Moment {
	const readings: readonly (readonly [new () => object, string])[] = [
		[Time, "getDay"],
		[Time, "getDate"],
		[Time, "getHours"],
		[Battery, "getCurrent"],
		[Step, "getCurrent"],
		[Step, "getTarget"],
		[Sleep, "getInfo totalTime"],
		[Workout, "getHistory"],
		[Weather, "getForecast forecastData data 0 high"],
		[Weather, "getForecast forecastData data 1 high"],
		[Weather, "getForecast forecastData data 0 index"],
		[Weather, "getForecast tideData data 0 sunset hour"],
	];
	const found: (number | undefined)[] = [];
	for (const [Sensing, path] of readings) {
		let reading: number | undefined;
		try {
			const [method = "", ...names] = path.split(" ");
			const sensor = new Sensing() as Sensor;
			// The documents' own example calls the forecast so, and their table by the longer name (`no-forecast`).
			const longer = `${method}Weather`;
			let value = sensor[longer] === undefined ? sensor[method]?.() : sensor[longer]?.();
			for (const name of names) value = (value as { [name: string]: Tree | undefined })[name];
			if (typeof value === "object") {
				// In what order the records come is not documented (DOC sensor/Workout.mdx).
				let newest = 0;
				for (const { startTime } of value as readonly { startTime: number }[])
					if (startTime > newest) newest = startTime;
				value = (now() - (newest < LEAST_MS ? newest * 1000 : newest)) / HOUR_MS;
			}
			if (typeof value === "number" && value >= -MOST && value <= MOST) reading = (value + 0.5) | 0;
		} catch {
			// As good as absent.
		}
		found[found.length] = reading;
	}
	const [day = 0, dayOfMonth = 0] = found;
	return { self: found, day, dayOfMonth };
}

/** Calls at each full minute, with the screen off too (COM). */
export function onMinute(tick: () => void): void {
	new Time().onPerMinute(tick);
}

/** Whether this is the always-on display: a face may be built anew for it (COM). */
export function isResting(): boolean {
	return getScene() === SCENE_AOD;
}
