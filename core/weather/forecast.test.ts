import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	fallOf,
	forecastOfWatch,
	forecastOn,
	SKIES,
	type Sky,
	skyOfWatch,
	skyOfWmo,
	tellForecast,
} from "./forecast.ts";

/** The table "index" of zepp-health/zeppos-docs c08725b, sensor/Weather.mdx, and the sky that each of its words is. */
const WATCH: readonly (readonly [index: number, documented: string, sky: Sky | undefined])[] = [
	[0, "Cloudy", "cloudy"],
	[1, "Showers", "showers"],
	[2, "Snow Showers", "snow showers"],
	[3, "Sunny", "sunny"],
	[4, "Overcast", "overcast"],
	[5, "Light Rain", "light rain"],
	[6, "Light Snow", "light snow"],
	[7, "Moderate Rain", "rain"],
	[8, "Moderate Snow", "snow"],
	[9, "Heavy Snow", "heavy snow"],
	[10, "Heavy Rain", "heavy rain"],
	[11, "Sandstorm", "sandstorm"],
	[12, "Rain and Snow", "rain and snow"],
	[13, "Fog", "fog"],
	[14, "Hazy", "haze"],
	[15, "T-Storms", "thunderstorms"],
	[16, "Snowstorm", "heavy snow"],
	[17, "Floating dust", "dust"],
	[18, "Very Heavy Rainstorm", "heavy rain"],
	[19, "Rain and Hail", "hail"],
	[20, "T-Storms and Hail", "thunderstorms and hail"],
	[21, "Heavy Rainstorm", "heavy rain"],
	[22, "Dust", "dust"],
	[23, "Heavy sand storm", "sandstorm"],
	[24, "Rainstorm", "heavy rain"],
	[25, "Unknown", undefined],
	[26, "Cloudy Nighttime", "cloudy"],
	[27, "Showers Nighttime", "showers"],
	[28, "Sunny Nighttime", "sunny"],
];

/** "WMO Weather interpretation codes (WW)" of open-meteo/open-meteo-website 770a37b, wmo-codes-table.svelte. */
const WMO: readonly (readonly [codes: readonly number[], documented: string, skies: readonly Sky[]])[] = [
	[[0], "Clear sky", ["sunny"]],
	[[1, 2, 3], "Mainly clear, partly cloudy, and overcast", ["sunny", "partly cloudy", "overcast"]],
	[[45, 48], "Fog and depositing rime fog", ["fog"]],
	[[51, 53, 55], "Drizzle: Light, moderate, and dense intensity", ["drizzle"]],
	[[56, 57], "Freezing Drizzle: Light and dense intensity", ["freezing rain"]],
	[[61, 63, 65], "Rain: Slight, moderate and heavy intensity", ["light rain", "rain", "heavy rain"]],
	[[66, 67], "Freezing Rain: Light and heavy intensity", ["freezing rain"]],
	[[71, 73, 75], "Snow fall: Slight, moderate, and heavy intensity", ["light snow", "snow", "heavy snow"]],
	[[77], "Snow grains", ["snow"]],
	[[80, 81, 82], "Rain showers: Slight, moderate, and violent", ["showers"]],
	[[85, 86], "Snow showers slight and heavy", ["snow showers"]],
	[[95], "Thunderstorm: Slight or moderate", ["thunderstorms"]],
	[[96, 99], "Thunderstorm with slight and heavy hail", ["thunderstorms and hail"]],
];

describe("a sky", () => {
	it.each(WATCH)("is for the watch's index %i, %s: %s", (index, documented, sky) => {
		expect(skyOfWatch(index)).toBe(sky);
		const falls = /snow(?! and)/i.test(documented) && !/rain/i.test(documented) ? "snow" : undefined;
		const wet = /rain|shower|storms|hail/i.test(documented) && !/sand ?storm/i.test(documented);
		if (sky !== undefined) expect(fallOf(sky)).toBe(falls ?? (wet ? "rain" : "nothing"));
	});

	it.each(WMO)("is for the WMO codes %j, %s: %j", (codes, documented, skies) => {
		codes.forEach((code, at) => {
			expect(skyOfWmo(code)).toBe(skies[at] ?? skies[0]);
		});
		const wet = /\brain|drizzle|thunder/i.test(documented) ? "rain" : /snow/i.test(documented) ? "snow" : "nothing";
		expect(skies.map(fallOf)).toEqual(skies.map(() => wet));
	});

	it("is none for any other code", () => {
		for (const code of [-1, 0.5, 29, 100, Number.NaN, Number.POSITIVE_INFINITY]) {
			expect([skyOfWatch(code), skyOfWmo(code)]).toEqual([undefined, undefined]);
		}
		const known = WMO.flatMap(([codes]) => codes);
		for (let code = 0; code < 100; code++) expect(skyOfWmo(code) !== undefined).toBe(known.includes(code));
	});
});

describe("a forecast of the watch", () => {
	it("is what it sends, for today and tomorrow", () => {
		expect(forecastOfWatch("C 5 8 13 0 -2 12")).toEqual({
			unit: "C",
			today: { sky: "light rain", low: 8, high: 13 },
			tomorrow: { sky: "cloudy", low: -2, high: 12 },
		});
		expect(forecastOfWatch("F 25 46 55")).toEqual({ unit: "F", today: { low: 46, high: 55 } });
	});

	it("is none where it has no data, and never nonsense", () => {
		for (const text of ["", "C", "K 5 8 13", "C 5 undefined 13", "C 5 13 8", "C 5 8 999", "C 5  13", "5 8 13"]) {
			expect(forecastOfWatch(text), text).toBeUndefined();
		}
		expect(forecastOfWatch("C 5 8 13 0 null null")).toEqual({
			unit: "C",
			today: { sky: "light rain", low: 8, high: 13 },
		});
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const found = forecastOfWatch(text);
				expect(found === undefined || found.today.low <= found.today.high).toBe(true);
			}),
		);
	});
});

describe("a dated forecast", () => {
	const days = [
		{ date: "2026-12-31", sky: "snow" as const, low: -5, high: 0 },
		{ date: "2027-01-01", sky: "sunny" as const, low: -7.4, high: 1.6 },
	];

	it("is that of the day which the watch has, and of the next", () => {
		const { today, tomorrow } = forecastOn(days, "2026-12-31", "C") ?? {};
		expect([today?.sky, tomorrow?.sky]).toEqual(["snow", "sunny"]);
		expect(forecastOn(days, "2027-01-01", "C")).toEqual({ unit: "C", today: { sky: "sunny", low: -7.4, high: 1.6 } });
		for (const date of ["2027-01-02", "2026-99-99", ""]) expect(forecastOn(days, date, "C")).toBeUndefined();
	});

	it("is in degrees Fahrenheit for who counts so", () => {
		expect(forecastOn(days, "2026-12-31", "F")?.today).toEqual({ sky: "snow", low: 23, high: 32 });
	});

	it("is told in whole degrees", () => {
		const forecast = forecastOn(days, "2026-12-31", "C");
		expect(forecast && tellForecast(forecast)).toBe("snow, -5 to 0 °C today; tomorrow sunny, -7 to 2 °C");
		expect(tellForecast({ unit: "F", today: { low: 46, high: 55 } })).toBe("46 to 55 °F today");
		expect(new Set(SKIES).size).toBe(SKIES.length);
	});
});
