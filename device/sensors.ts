/**
 * What the watch knows of the moment: time, battery, steps, pulse. Owns the guards: a sensor that is absent, refused or
 * broken is undefined, and nobody waits for it.
 */

import { Battery, HeartRate, Sleep, Step, Time, Weather, Workout } from "@zos/sensor";
import { getTemperatureUnit, getTimeFormat, TEMPERATURE_UNIT_FAHRENHEIT, TIME_FORMAT_12 } from "@zos/settings";
import type { FactName, WatchFacts } from "../core/wire/protocol.ts";
import { attempt } from "./guard.ts";

const MINUTES_AN_HOUR = 60;
const SECONDS_A_MINUTE = 60;

/** Local time as the watch shows it: `day` is 1 for Monday to 7, `date` is YYYY-MM-DD, `minutes` since midnight. */
export type Moment = { day: number; dayOfMonth: number; date: string; minutes: number };

export function readMoment(): Moment {
	const time = new Time();
	const dayOfMonth = time.getDate();
	return {
		day: time.getDay(),
		dayOfMonth,
		date: `${time.getFullYear()}-${two(time.getMonth())}-${two(dayOfMonth)}`,
		minutes: time.getHours() * MINUTES_AN_HOUR + time.getMinutes(),
	};
}

function readBattery(): number | undefined {
	return attempt(() => new Battery().getCurrent()) ?? undefined;
}

/** What rides along with a question: the readings that the phone wants, where the watch has them. */
export function readFacts(wants: readonly FactName[]): WatchFacts {
	const { date, minutes } = readMoment();
	const facts: WatchFacts = { now: minutes, date };
	for (const name of wants) {
		const reading = attempt(() => readFact(name));
		// No pulse, no night and no workout read as 0; no steps are steps. The phone leaves out what is nonsense.
		if (reading || (reading === 0 && name === "steps")) Object.assign(facts, { [name]: whole(reading) });
	}
	return facts;
}

/** A watch may say 43.6, as of VO2 max (DOC sensor/Workout.mdx: a number); what crosses the link are whole numbers. */
function whole(reading: number | string): number | string {
	return typeof reading === "number" ? Math.round(reading) : reading;
}

function readFact(name: FactName): number | string | undefined {
	switch (name) {
		case "battery":
			return readBattery();
		case "steps":
			return new Step().getCurrent();
		case "heart":
			return new HeartRate().getLast();
		case "sleep":
			return new Sleep().getInfo().totalTime;
		case "workout":
			return minutesOfLastWorkout();
		case "clock":
			return getTimeFormat() === TIME_FORMAT_12 ? 12 : 24;
		case "resting":
			return new HeartRate().getResting();
		case "load":
			return new Workout().getStatus().trainingLoad;
		case "recovery":
			return new Workout().getStatus().fullRecoveryTime;
		case "vo2max":
			return new Workout().getStatus().vo2Max;
		case "zones":
			return new Workout().getUserHrZoneSettings().range.join(" ");
		case "weather":
			return forecast();
	}
}

/** The example of DOC sensor/Weather.mdx has the other name (`no-forecast`). */
type Forecaster = { getForecastWeather?(): Forecast; getForecast?(): Forecast };
type Forecast = ReturnType<Weather["getForecastWeather"]>;

/** As core/weather/forecast.ts reads it. In degrees of the unit that the watch shows (INF, docs/evidence.md). */
function forecast(): string {
	const sensor: Forecaster = new Weather();
	const [today, next] = (sensor.getForecastWeather?.() ?? sensor.getForecast?.())?.forecastData.data ?? [];
	const unit = getTemperatureUnit() === TEMPERATURE_UNIT_FAHRENHEIT ? "F" : "C";
	return [unit, today?.index, today?.low, today?.high, next?.index, next?.low, next?.high].join(" ");
}

/** In what order the records come is not documented (DOC sensor/Workout.mdx). */
function minutesOfLastWorkout(): number | undefined {
	const [newest] = [...new Workout().getHistory()].sort((a, b) => b.startTime - a.startTime);
	return newest === undefined ? undefined : Math.round(newest.duration / SECONDS_A_MINUTE);
}

function two(value: number): string {
	return value < 10 ? `0${value}` : `${value}`;
}
