/**
 * What the watch measures, as a test or a person sets it. Owns the record; the `@zos/sensor` classes read it. `null` is a
 * sensor that measured nothing, an Error one whose every use throws that.
 */
import type { Live } from "../screen/scene.ts";

export type Reading<T> = T | null | Error;

type Forecast = { high: number; low: number; index: number };
type WeatherReading = { city: string; temperature: number; forecast: Forecast[]; humidity: number; uvi: number };
type SleepReading = {
	totalMinutes: number;
	deepMinutes: number;
	score: number;
	startTime: number;
	endTime: number;
};

export type Sensors = {
	/** Percent. */
	battery: Reading<number>;
	steps: Reading<number>;
	stepTarget: Reading<number>;
	/** Beats a minute. */
	heartRate: Reading<number>;
	restingHeartRate: Reading<number>;
	/** kcal. */
	calories: Reading<number>;
	calorieTarget: Reading<number>;
	/** Metres. */
	distance: Reading<number>;
	standHours: Reading<number>;
	standTarget: Reading<number>;
	fatBurningMinutes: Reading<number>;
	fatBurningTarget: Reading<number>;
	stress: Reading<number>;
	bloodOxygen: Reading<number>;
	pai: Reading<{ total: number; today: number }>;
	sleep: Reading<SleepReading>;
	/** VO2 max, training load, hours until recovered. */
	fitness: Reading<{ vo2Max: number; trainingLoad: number; fullRecoveryTime: number }>;
	/** `type` 0: by heart rate reserve, 1: by the most; `range`: where the five zones begin, and the most. */
	heartZones: Reading<{ type: number; rest: number; range: number[] }>;
	/** Recorded ones; when each began, in ms since the epoch (INF: the documentation names no unit), and its length. */
	workouts: Reading<{ startedAt: number; seconds: number }[]>;
	weather: Reading<WeatherReading>;
	/** Degrees Celsius of the skin. */
	bodyTemperature: Reading<number>;
	/** On the wrist. */
	worn: Reading<boolean>;
	/** During a workout, by `sport_data` name and by getSportData's type. */
	sport: Live["sport"];
};

/** A day in the life of a person who walks. */
export function plainSensors(): Sensors {
	return {
		battery: 82,
		steps: 6240,
		stepTarget: 8000,
		heartRate: 72,
		restingHeartRate: 58,
		calories: 312,
		calorieTarget: 500,
		distance: 4380,
		standHours: 7,
		standTarget: 12,
		fatBurningMinutes: 18,
		fatBurningTarget: 30,
		stress: 34,
		bloodOxygen: 97,
		pai: { total: 86, today: 12 },
		sleep: { totalMinutes: 432, deepMinutes: 96, score: 83, startTime: 1390, endTime: 382 },
		fitness: { vo2Max: 44, trainingLoad: 131, fullRecoveryTime: 17 },
		// As DOC sensor/Workout.mdx shows them.
		heartZones: { type: 1, rest: 70, range: [90, 108, 126, 144, 162, 181] },
		workouts: [],
		weather: {
			city: "Berlin",
			temperature: 18,
			forecast: [
				{ high: 21, low: 12, index: 1 },
				{ high: 19, low: 11, index: 4 },
				{ high: 23, low: 13, index: 0 },
			],
			humidity: 56,
			uvi: 4,
		},
		bodyTemperature: 36.4,
		worn: true,
		sport: {
			DURATION_NET: { value: "00:24:10", label: "Duration" },
			DISTANCE_TOTAL: { value: "4.02", label: "km" },
			PACE: { value: "6'01\"", label: "/km" },
			HR: { value: "148", label: "bpm" },
			CONSUME: { value: "276", label: "kcal" },
			SPEED: { value: "9.97", label: "km/h" },
			STRIDE_FREQ: { value: "164", label: "spm" },
			ALTITUDE: { value: "41", label: "m" },
		},
	};
}

/** The value, or null where there is none or the sensor fails. */
export function measured<T>(reading: Reading<T>): T | null {
	return reading instanceof Error ? null : reading;
}
