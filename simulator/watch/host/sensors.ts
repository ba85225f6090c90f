/**
 * The classes of `@zos/sensor` over the Sensors record. Rule: `null` reads as what a watch gives that has measured
 * nothing (0, or an empty record); an Error throws from the constructor on.
 */
import { type AppContext, type Operation, type Operations, perApp } from "../context.ts";
import { measured, type Reading, type Sensors } from "../sensors.ts";
import { wallTime } from "../system.ts";
import { type FunctionRef, isRef, numberOr } from "../values.ts";

const MINUTES_A_DAY = 1440;
const HEART_RATE_UNMEASURED = 0;
const VIBRATOR_DEFAULT_SCENE = 1;

/** A reading, or what the watch gives without one. Throws where the sensor is set to fail. */
function read<T, U>(reading: Reading<T>, otherwise: U): T | U {
	if (reading instanceof Error) throw reading;
	return reading ?? otherwise;
}

type Getter = (sensors: Sensors) => unknown;

/** Classes whose methods only read. The first one is what the constructor probes. */
const GETTERS: Readonly<Record<string, Readonly<Record<string, Getter>>>> = {
	Battery: { getCurrent: ({ battery }) => read(battery, 0) },
	Step: { getCurrent: ({ steps }) => read(steps, 0), getTarget: ({ stepTarget }) => read(stepTarget, 0) },
	Calorie: {
		getCurrent: ({ calories }) => read(calories, 0),
		getTarget: ({ calorieTarget }) => read(calorieTarget, 0),
	},
	HeartRate: {
		getCurrent: ({ heartRate }) => read(heartRate, HEART_RATE_UNMEASURED),
		getLast: ({ heartRate }) => read(heartRate, HEART_RATE_UNMEASURED),
		getResting: ({ restingHeartRate }) => read(restingHeartRate, HEART_RATE_UNMEASURED),
		getToday: ({ heartRate }) => new Array<number>(MINUTES_A_DAY).fill(read(heartRate, HEART_RATE_UNMEASURED)),
		getDailySummary: ({ heartRate }) => ({ maximum: { hr_value: read(heartRate, HEART_RATE_UNMEASURED) } }),
	},
	Distance: { getCurrent: ({ distance }) => read(distance, 0) },
	Stand: { getCurrent: ({ standHours }) => read(standHours, 0), getTarget: ({ standTarget }) => read(standTarget, 0) },
	FatBurning: {
		getCurrent: ({ fatBurningMinutes }) => read(fatBurningMinutes, 0),
		getTarget: ({ fatBurningTarget }) => read(fatBurningTarget, 0),
	},
	Stress: { getCurrent: ({ stress }) => ({ value: read(stress, 0), time: 0 }) },
	BloodOxygen: { getCurrent: ({ bloodOxygen }) => ({ value: read(bloodOxygen, 0), time: 0, retCode: 2 }) },
	Pai: {
		getTotal: ({ pai }) => read(pai, { total: 0, today: 0 }).total,
		getToday: ({ pai }) => read(pai, { total: 0, today: 0 }).today,
		getLastWeek: ({ pai }) => new Array<number>(7).fill(read(pai, { total: 0, today: 0 }).today),
	},
	Sleep: {
		getInfo({ sleep }) {
			const { score, deepMinutes, startTime, endTime, totalMinutes } = read(sleep, NO_SLEEP);
			return { score, deepTime: deepMinutes, startTime, endTime, totalTime: totalMinutes };
		},
		updateInfo: () => undefined,
		getStageConstantObj: () => ({ WAKE_STAGE: 7, REM_STAGE: 8, LIGHT_STAGE: 4, DEEP_STAGE: 5 }),
		getStage: () => [],
		getSleepingStatus: () => 0,
		getNap: () => [],
	},
	Workout: {
		getHistory: ({ workouts }) =>
			read(workouts, []).map(({ startedAt, seconds }) => ({ startTime: startedAt, duration: seconds })),
		getStatus: ({ fitness }) => read(fitness, { vo2Max: 0, trainingLoad: 0, fullRecoveryTime: 0 }),
		getUserHrZoneSettings: ({ heartZones }) => read(heartZones, { type: 0, rest: 0, range: [] }),
	},
	Weather: { getForecastWeather: forecast, getForecast: forecast },
	BodyTemperature: { getCurrent: ({ bodyTemperature }) => ({ current: read(bodyTemperature, 0), timeinterval: 0 }) },
	Wear: { getStatus: ({ worn }) => (read(worn, false) ? 1 : 0) },
};

const NO_SLEEP = { totalMinutes: 0, deepMinutes: 0, score: 0, startTime: 0, endTime: 0 };

function forecast({ weather }: Sensors): unknown {
	const { city, forecast: data } = read(weather, { city: "", forecast: [] });
	const tide = { sunrise: { hour: 6, minute: 30 }, sunset: { hour: 19, minute: 45 } };
	return {
		cityName: city,
		forecastData: { data, count: data.length },
		tideData: { data: data.map(() => tide), count: data.length },
	};
}

/** Local time as the Time class gives it. */
function localTime({ system }: AppContext): Date {
	return new Date(wallTime(system) + system.settings.utcOffsetMinutes * 60_000);
}

const TIME: Readonly<Record<string, Operation>> = {
	new: () => undefined,
	getTime: ({ system }) => wallTime(system),
	getFullYear: (app) => localTime(app).getUTCFullYear(),
	getMonth: (app) => localTime(app).getUTCMonth() + 1,
	getDate: (app) => localTime(app).getUTCDate(),
	getHours: (app) => localTime(app).getUTCHours(),
	getMinutes: (app) => localTime(app).getUTCMinutes(),
	getSeconds: (app) => localTime(app).getUTCSeconds(),
	getDay: (app) => localTime(app).getUTCDay() || 7,
	getHourFormat: ({ system }) =>
		system.settings.hour24 ? HOUR_FORMATS.TIME_HOUR_FORMAT_24 : HOUR_FORMATS.TIME_HOUR_FORMAT_12,
	getFormatHour: (app) => {
		const hours = localTime(app).getUTCHours();
		return app.system.settings.hour24 ? hours : hours % 12 || 12;
	},
	getFestival: () => "INVALID",
	getLunarFestival: () => "INVALID",
	getSolarTerm: () => "INVALID",
	getShowFestival: () => "INVALID",
};

export const HOUR_FORMATS = { TIME_HOUR_FORMAT_12: 0, TIME_HOUR_FORMAT_24: 1 } as const;

const vibratorOf = perApp(() => ({ scene: 0 }));

const VIBRATOR: Readonly<Record<string, Operation>> = {
	new: () => undefined,
	setMode(app, mode) {
		vibratorOf(app).scene = numberOr(mode, VIBRATOR_DEFAULT_SCENE);
	},
	start(app) {
		app.counters.vibrations++;
		app.system.vibrate(app.appId, vibratorOf(app).scene);
	},
	stop: () => undefined,
	getConfig: (app) => ({ mode: vibratorOf(app).scene }),
	getType: () => VIBRATIONS,
};

/** DOC sensor/Vibrator and sensor/Buzzer name them; the numbers are ours. */
const VIBRATIONS = {
	GENTLE_SHORT: 1,
	STRONG_SHORT: 2,
	STANDARD_CROWN: 3,
	STRONG_CROWN: 4,
	SPULSE_CROWN: 5,
	DIPULSE_CROWN: 6,
} as const;
const BEEPS = { ALARM: 1, REMIND_1: 2, REMIND_2: 3, OPERATE: 4, SUCCESS: 5, FAILURE: 6 } as const;
/** DOC sensor/SystemSounds. */
const SYSTEM_SOUNDS = {
	ALARM: 1,
	MESSAGE: 2,
	REGULAR: 3,
	ACHIEVE: 4,
	CAMERA: 5,
	ABN_HIGH: 6,
	ABN_LOW: 7,
	SOS: 8,
} as const;
/** 0 weak, 1 medium, 2 high. */
const MEDIUM = 1;

/** Nobody hears it: the log says under `tag` what sounds. */
function sounding(tag: string, types: Readonly<Record<string, number>>): Record<string, Operation> {
	return {
		new: () => undefined,
		getSourceType: () => types,
		start(app, type) {
			const [name] = Object.entries(types).find(([, number]) => number === type) ?? [String(type)];
			app.log("info", tag, name);
		},
		stop: () => undefined,
	};
}

const BUZZER = { ...sounding("buzzer", BEEPS), isEnabled: () => true, getStrength: () => MEDIUM };
const SOUNDS = { ...sounding("system sound", SYSTEM_SOUNDS), getEnabled: () => true };

const SCREEN: Readonly<Record<string, Operation>> = {
	new: () => undefined,
	getStatus: ({ system }) => (system.screen() === "on" ? 1 : 2),
	getAodMode: ({ system }) => (system.settings.aod ? 1 : 0),
};

/** Registering is all the same: a sensor that changes calls back. `onPerMinute` is called by the watch's clock. */
const LISTENERS: Readonly<Record<string, readonly string[]>> = {
	Time: ["onPerMinute", "onPerDay", "onPerHourEnd", "onSunrise", "onSunset", "onPhoneTimeSetting"],
	HeartRate: ["onCurrentChange", "onLastChange", "onRestingChange"],
	...Object.fromEntries(
		["Battery", "Step", "Calorie", "Distance", "Stand", "FatBurning", "Stress", "BloodOxygen", "Wear", "Screen"].map(
			(name) => [name, ["onChange"]],
		),
	),
};

/** What listens to the sensors: the class and method that took it. */
export const sensorListenersOf = perApp((): { all: { name: string; ref: FunctionRef }[] } => ({ all: [] }));

export const SENSOR_OPERATIONS: Operations = {
	...named("Time", TIME),
	...named("Vibrator", VIBRATOR),
	...named("Buzzer", BUZZER),
	...named("SystemSounds", SOUNDS),
	...named("Screen", SCREEN),
	...Object.assign({}, ...Object.entries(GETTERS).map(([name, getters]) => named(name, reading(getters)))),
	...Object.assign({}, ...Object.entries(LISTENERS).map(([name, methods]) => named(name, listening(name, methods)))),
	"@zos/sensor.checkSensor": () => true,
	"@zos/app-access.getSportData": (app, options, callback) =>
		answerSportData(app, options, callback, app.system.sensors.sport, (type) => type),
};

/** Answers from `sport`; `keyOf` names the value of a type in its record. */
export function answerSportData(
	app: AppContext,
	options: unknown,
	callback: unknown,
	sport: Sensors["sport"],
	keyOf: (type: string) => string,
): boolean {
	const type = typeof options === "object" && options !== null ? String(Reflect.get(options, "type")) : "";
	const found = sport[SPORT_NAMES[type] ?? type];
	if (!isRef(callback)) return false;
	const answer = found
		? { code: 0, data: JSON.stringify([{ [keyOf(type)]: found.value, name: found.label }]) }
		: { code: 1, data: "" };
	app.system.clock.after(0, () => {
		if (app.alive) app.invoke(callback, [answer]);
		app.release([callback]);
	});
	return true;
}

/** Types of getSportData (DOC app-access/getSportData) and the values that the SPORT_DATA widget shows for them. */
const SPORT_NAMES: Readonly<Record<string, string>> = {
	speed: "SPEED",
	avg_speed: "SPEED_AVG",
	pace: "PACE",
	avg_pace: "PACE_AVG",
	distance: "DISTANCE_TOTAL",
	duration: "DURATION_NET",
	calories: "CONSUME",
	cadence: "STRIDE_FREQ",
	avg_cadence: "STRIDE_AVG_FREQ",
	altitude: "ALTITUDE",
	total_up_altitude: "ALTITUDE_TOTAL_UP",
	total_count: "COUNT_TOTAL",
	vertical_speed: "SPEED_VERTICAL",
};

function named(name: string, methods: Readonly<Record<string, Operation>>): Operations {
	return Object.fromEntries(Object.entries(methods).map(([method, run]) => [`@zos/sensor.${name}.${method}`, run]));
}

function reading(getters: Readonly<Record<string, Getter>>): Record<string, Operation> {
	const [probe] = Object.values(getters);
	const methods = Object.entries(getters).map(([name, get]): [string, Operation] => [
		name,
		({ system }) => get(system.sensors),
	]);
	return { ...Object.fromEntries(methods), new: ({ system }) => void probe?.(system.sensors) };
}

function listening(name: string, methods: readonly string[]): Record<string, Operation> {
	const operations: Record<string, Operation> = {};
	for (const method of methods) {
		const event = `${name}.${method}`;
		operations[method] = (app, ref) => {
			if (isRef(ref)) sensorListenersOf(app).all.push({ name: event, ref });
		};
		operations[method.replace(/^on/, "off")] = (app, ref) => {
			const kept = sensorListenersOf(app);
			const gone = kept.all.filter((one) => one.name === event && (!isRef(ref) || one.ref.$fn === ref.$fn));
			kept.all = kept.all.filter((one) => !gone.includes(one));
			app.release([...gone.map((one) => one.ref), ...(isRef(ref) ? [ref] : [])]);
		};
	}
	return operations;
}

/** What native widgets show of the sensors. */
export function liveReadings(sensors: Sensors) {
	return {
		batteryPercent: measured(sensors.battery) ?? 0,
		steps: measured(sensors.steps) ?? 0,
		stepTarget: measured(sensors.stepTarget) ?? 0,
		heartRate: measured(sensors.heartRate),
		temperature: measured(sensors.weather)?.temperature ?? null,
		sky: measured(sensors.weather)?.forecast[0]?.index ?? null,
		sport: sensors.sport,
		data: dataOf(sensors),
	};
}

/** By `data_type`; what was not measured is not there. Hours and minutes have a `.` between them, as a fraction has before it. */
function dataOf(sensors: Sensors): Record<string, number | string> {
	const weather = measured(sensors.weather);
	const pai = measured(sensors.pai);
	const sleep = measured(sensors.sleep);
	const distance = measured(sensors.distance);
	const all: Record<string, number | string | null | undefined> = {
		CAL: measured(sensors.calories),
		CAL_TARGET: measured(sensors.calorieTarget),
		DISTANCE: distance === null ? null : (distance / 1000).toFixed(2),
		STAND: measured(sensors.standHours),
		STAND_TARGET: measured(sensors.standTarget),
		PAI_DAILY: pai?.today,
		PAI_WEEKLY: pai?.total,
		UVI: weather?.uvi,
		HUMIDITY: weather?.humidity,
		WEATHER_HIGH: weather?.forecast[0]?.high,
		WEATHER_LOW: weather?.forecast[0]?.low,
		STRESS: measured(sensors.stress),
		SPO2: measured(sensors.bloodOxygen),
		FAT_BURNING: measured(sensors.fatBurningMinutes),
		SLEEP: sleep === null ? null : hoursAndMinutes(sleep.totalMinutes),
		SUN_RISE: weather === null ? null : hoursAndMinutes(SUNRISE_MINUTES),
		SUN_SET: weather === null ? null : hoursAndMinutes(SUNSET_MINUTES),
		SUN_CURRENT: weather === null ? null : hoursAndMinutes(SUNRISE_MINUTES),
	};
	return Object.fromEntries(
		Object.entries(all).flatMap(([name, one]) => (one === null || one === undefined ? [] : [[name, one]])),
	);
}

const SUNRISE_MINUTES = 6 * 60 + 30;
const SUNSET_MINUTES = 19 * 60 + 45;

function hoursAndMinutes(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, "0")}.${String(minutes % 60).padStart(2, "0")}`;
}
