/**
 * The catalogue of words: one flat JSON file a language beside this one, English being the source. Owns the type of its
 * keys, the languages and how a text's `{name}` places are filled; never which language is shown (the watch and the
 * phone choose that). Rule: every language has every key of English and the same places.
 */
import type en from "./en-US.json";

export type WordKey = keyof typeof en;

/** Zepp's own codes, in the order that `getLanguage` of the watch numbers them. */
export const LANGUAGES = [
	"zh-CN",
	"zh-TW",
	"en-US",
	"es-ES",
	"ru-RU",
	"ko-KR",
	"fr-FR",
	"de-DE",
	"pl-PL",
	"it-IT",
	"ja-JP",
	"ar-EG",
	"tr-TR",
	"pt-BR",
	"hi-IN",
] as const;

export type Language = (typeof LANGUAGES)[number];

/** Puts values in the `{name}` places of `text`. A place without a value stays as it is, so that a slip is seen. */
export function fill(text: string, values: { readonly [name: string]: string | number }): string {
	let filled = text;
	for (const name in values) filled = filled.split(`{${name}}`).join(`${values[name]}`);
	return filled;
}
