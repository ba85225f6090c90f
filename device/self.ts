/**
 * What a face knows of the person and the moment. Owns the guards: a sensor that is absent, throws or says nonsense is
 * undefined. One function with a table, since a face keeps each function in its heap.
 */
import { getScene, SCENE_AOD } from "@zos/app";
import { Battery, HeartRate, Step, Time, Weather } from "@zos/sensor";
import type { Self } from "../core/personal-line.ts";

/** `day` is 1 for Monday to 7; 0 where the watch does not say. */
export type Moment = Self & { day: number; dayOfMonth: number };

/** No count of a person's day is larger. */
const MOST = 99_999;

export function readSelf(): Moment {
	const reads: (() => unknown)[] = [
		() => new Time().getHours() * 60 + new Time().getMinutes(),
		() => new Time().getDay(),
		() => new Time().getDate(),
		() => new Battery().getCurrent(),
		() => new Step().getCurrent(),
		() => new Step().getTarget(),
		() => new HeartRate().getLast() || undefined,
		() => new Weather().getForecastWeather().forecastData.data[0]?.high,
	];
	const [minutes, day, dayOfMonth, battery, steps, target, heart, high] = reads.map((read) => {
		try {
			const value = read();
			return typeof value === "number" && Math.abs(value) <= MOST ? Math.round(value) : undefined;
		} catch {
			return undefined;
		}
	});
	return { minutes: minutes ?? 720, day: day ?? 0, dayOfMonth: dayOfMonth ?? 0, battery, steps, target, heart, high };
}

/** Calls at each full minute, with the screen off too (COM). */
export function onMinute(tick: () => void): void {
	new Time().onPerMinute(tick);
}

/** Whether this is the always-on display: a face may be built anew for it (COM). */
export function isResting(): boolean {
	return getScene() === SCENE_AOD;
}
