/**
 * The words of the built-in assistant in every language of the catalogue. Owns which language answers.
 */
import { LANGUAGES, type Language } from "../../../core/words/words.ts";
import { type OfflineWords, offlineWords } from "./few.data.ts";
import type { Talk } from "./talk.ts";
import { talks } from "./talks.data.ts";
import { type WeatherWords, weatherWords } from "./weather.data.ts";

export type { OfflineWords, WeatherWords };

export function talkOf(language: Language): Talk {
	return talks()[language];
}

export function wordsOf(language: Language): OfflineWords {
	return offlineWords()[language];
}

export function weatherOf(language: Language): WeatherWords {
	return weatherWords()[language];
}

/** By the whole tag, else by its language alone (`de-AT`, `pt`), else English. */
export function languageFor(tag: string): Language {
	const [language = ""] = tag.toLowerCase().split("-");
	const exact = LANGUAGES.find((known) => known.toLowerCase() === tag.toLowerCase());
	return exact ?? LANGUAGES.find((known) => known.slice(0, 3) === `${language}-`) ?? "en-US";
}
