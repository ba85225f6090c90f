/**
 * What the built-in assistant says of the weather. Owns which of its sentences are said; the words are
 * `words/weather.data.ts`'s. Rule: what is not known is not said, but why, and what helps.
 */
import { type DayForecast, fallOf, SKIES } from "../../core/weather/forecast.ts";
import { fill } from "../../core/words/words.ts";
import type { Weather } from "../answerer.ts";
import type { WeatherWords } from "./words/index.ts";
import { listOf } from "./words/talk.ts";

type Asked = { about: "rain" | "warmth" | "weather"; isTomorrow: boolean };
/** `day`: how the day is called that is asked for. */
type Scene = { weather: Weather; words: WeatherWords; place: string; day: string };

export function sayWeather({ about, isTomorrow }: Asked, { weather, words, place, day }: Scene) {
	const { forecast, why } = weather;
	const found = isTomorrow ? forecast?.tomorrow : forecast?.today;
	const [none = "", unfound = "", unreachable = ""] = listOf(words.none);
	if (forecast === undefined || found === undefined) {
		const text = why === undefined ? none : fill(why === "unfound" ? unfound : unreachable, { place });
		return { text, next: [] };
	}
	const line = lineOf(found, words, day, `°${forecast.unit}`);
	const [today = "", tomorrow = ""] = listOf(words.ask);
	const isOtherKnown = isTomorrow || forecast.tomorrow !== undefined;
	const text = about === "rain" && found.sky !== undefined ? `${fallsOf(found.sky, words)} ${line}` : line;
	return { text: text.trim(), next: isOtherKnown ? [isTomorrow ? today : tomorrow] : [] };
}

function lineOf({ sky, low, high }: DayForecast, { line, skies }: WeatherWords, day: string, unit: string): string {
	const [withSky = "", bare = ""] = listOf(line);
	const name = sky === undefined ? undefined : listOf(skies)[SKIES.indexOf(sky)];
	const values = { day, low: Math.round(low), high: Math.round(high), unit };
	return name === undefined ? fill(bare, values) : fill(withSky, { ...values, sky: name });
}

function fallsOf(sky: (typeof SKIES)[number], { falls }: WeatherWords): string {
	const [rain = "", snow = "", neither = ""] = listOf(falls);
	return { rain, snow, nothing: neither }[fallOf(sky)];
}
