/**
 * What the weather will be today and tomorrow, by the watch's own sensor or by open-meteo.com. Owns the closed set of skies,
 * and how the codes of both become one of them. Rule: a code that its table does not have is no sky, and a day of which
 * anything but that is wrong is no day.
 */

/** As they are told to a model; the built-in assistant has a word for each, in this order. */
export const SKIES = [
	"sunny",
	"partly cloudy",
	"cloudy",
	"overcast",
	"fog",
	"haze",
	"dust",
	"sandstorm",
	"drizzle",
	"light rain",
	"rain",
	"heavy rain",
	"showers",
	"freezing rain",
	"rain and snow",
	"hail",
	"light snow",
	"snow",
	"heavy snow",
	"snow showers",
	"thunderstorms",
	"thunderstorms and hail",
] as const;

export type Sky = (typeof SKIES)[number];

/** Degrees, in the unit of the forecast. */
export type DayForecast = { sky?: Sky; low: number; high: number };

export type Forecast = { unit: "C" | "F"; today: DayForecast; tomorrow?: DayForecast };

/** A forecast of days by their dates, in degrees Celsius. */
export type DatedForecast = readonly (DayForecast & { date: string })[];

/** By the index of `ForecastDataItem` (DOC sensor/Weather.mdx): 0 is cloudy, 25 not known, 26 to 28 are of the night. */
const WATCH_SKIES =
	"cloudy,showers,snow showers,sunny,overcast,light rain,light snow,rain,snow,heavy snow,heavy rain,sandstorm,rain and snow,fog,haze,thunderstorms,heavy snow,dust,heavy rain,hail,thunderstorms and hail,heavy rain,dust,sandstorm,heavy rain,,cloudy,showers,sunny".split(
		",",
	);

/** By WMO code, as open-meteo.com documents which of them it gives. */
const WMO_SKIES: Readonly<Record<Sky, string>> = {
	sunny: "0 1",
	"partly cloudy": "2",
	cloudy: "",
	overcast: "3",
	fog: "45 48",
	haze: "",
	dust: "",
	sandstorm: "",
	drizzle: "51 53 55",
	"light rain": "61",
	rain: "63",
	"heavy rain": "65",
	showers: "80 81 82",
	"freezing rain": "56 57 66 67",
	"rain and snow": "",
	hail: "",
	"light snow": "71",
	snow: "73 77",
	"heavy snow": "75",
	"snow showers": "85 86",
	thunderstorms: "95",
	"thunderstorms and hail": "96 99",
};

const RAINY = /rain|drizzle|shower|hail|thunder/;
const SNOWY = /snow/;

/** No day on Earth is colder or hotter, in either unit. */
const DEGREES_MOST = 150;

export function skyOfWatch(index: number): Sky | undefined {
	return SKIES.find((sky) => sky === WATCH_SKIES[index]);
}

export function skyOfWmo(code: number): Sky | undefined {
	return SKIES.find((sky) => WMO_SKIES[sky].split(" ").includes(String(code)));
}

/** What falls from it; snow showers are snow, rain and snow are rain. */
export function fallOf(sky: Sky): "rain" | "snow" | "nothing" {
	if (SNOWY.test(sky) && !/rain/.test(sky)) return "snow";
	return RAINY.test(sky) ? "rain" : "nothing";
}

/**
 * As the watch sends it (device/sensors.ts): its unit, then index, low and high of today and of tomorrow. Undefined where it has
 * no forecast, or nonsense.
 */
export function forecastOfWatch(text: string): Forecast | undefined {
	const [unit = "", ...rest] = text.split(" ");
	const numbers = rest.map((part) => (part === "" ? Number.NaN : Number(part)));
	const [today, tomorrow] = [0, 3].map((at) => {
		const [index = Number.NaN, low, high] = numbers.slice(at, at + 3);
		return dayOf(skyOfWatch(index), low, high);
	});
	if ((unit !== "C" && unit !== "F") || today === undefined) return undefined;
	return { unit, today, ...(tomorrow === undefined ? {} : { tomorrow }) };
}

/** Undefined where low or high is none. */
export function dayOf(sky: Sky | undefined, low: unknown, high: unknown): DayForecast | undefined {
	if (!isDegrees(low) || !isDegrees(high) || low > high) return undefined;
	return { ...(sky === undefined ? {} : { sky }), low, high };
}

function isDegrees(value: unknown): value is number {
	return typeof value === "number" && value >= -DEGREES_MOST && value <= DEGREES_MOST;
}

/** That of `date` (YYYY-MM-DD) and the day after; undefined where that date is not in it. */
export function forecastOn(days: DatedForecast, date: string, unit: Forecast["unit"]): Forecast | undefined {
	const nextMs = Date.parse(date) + 86_400_000;
	if (Number.isNaN(nextMs)) return undefined;
	const [today, tomorrow] = [date, new Date(nextMs).toISOString().slice(0, 10)].map((wanted) => {
		const found = days.find((day) => day.date === wanted);
		return found === undefined ? undefined : inUnit(found, unit);
	});
	return today === undefined ? undefined : { unit, today, ...(tomorrow === undefined ? {} : { tomorrow }) };
}

function inUnit({ sky, low, high }: DayForecast, unit: Forecast["unit"]): DayForecast {
	const degrees = (celsius: number) => (unit === "C" ? celsius : (celsius * 9) / 5 + 32);
	return { ...(sky === undefined ? {} : { sky }), low: degrees(low), high: degrees(high) };
}

/** `light rain, 8 to 13 °C today; tomorrow cloudy, 7 to 12 °C`, in whole degrees. */
export function tellForecast({ unit, today, tomorrow }: Forecast): string {
	const told = ({ sky, low, high }: DayForecast) =>
		`${sky === undefined ? "" : `${sky}, `}${Math.round(low)} to ${Math.round(high)} °${unit}`;
	return tomorrow === undefined ? `${told(today)} today` : `${told(today)} today; tomorrow ${told(tomorrow)}`;
}
