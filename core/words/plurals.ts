/**
 * Which form of a noun goes with a number, in the languages of the catalogue. Owns the rules, which are Unicode CLDR's for
 * whole numbers below a million, and how a text gives its forms. The watch has no `Intl`, and no phone is sure to have it.
 */
import { fill, type Language } from "./words.ts";

const ONE_OR_OTHER = (n: number) => (n === 1 ? 0 : 1);
const UP_TO_ONE = (n: number) => (n < 2 ? 0 : 1);
const ALWAYS = () => 0;
const isFew = (n: number) => n % 10 > 1 && n % 10 < 5 && (n % 100 < 12 || n % 100 > 14);

/** The place of a number's form among the forms of its language, which are in the order zero, one, two, few, many, other. */
const RULES: { readonly [language in Language]?: (n: number) => number } = {
	"ar-EG": (n) => (n < 3 ? n : n % 100 > 10 ? 4 : n % 100 > 2 ? 3 : 5),
	"pl-PL": (n) => (n === 1 ? 0 : isFew(n) ? 1 : 2),
	"ru-RU": (n) => (n % 10 === 1 && n % 100 !== 11 ? 0 : isFew(n) ? 1 : 2),
	"fr-FR": UP_TO_ONE,
	"hi-IN": UP_TO_ONE,
	"pt-BR": UP_TO_ONE,
	"ja-JP": ALWAYS,
	"ko-KR": ALWAYS,
	"zh-CN": ALWAYS,
	"zh-TW": ALWAYS,
};

/** `n` is a whole number from 0 to 999 999. */
export function formOf(language: Language, n: number): number {
	return (RULES[language] ?? ONE_OR_OTHER)(n);
}

/**
 * Like `fill`, and `{days:# day/# days}` becomes the form that goes with the number in `days`, with the number in the place
 * of `#`. A text gives as many forms as its language has.
 */
export function fillCounted(
	text: string,
	values: { readonly [name: string]: string | number },
	language: Language,
): string {
	const counted = text.replace(/\{(\w+):([^{}]+)\}/g, (place, name: string, forms: string) => {
		const n = Number(values[name]);
		return forms.split("/")[formOf(language, n)]?.replace("#", String(n)) ?? place;
	});
	return fill(counted, values);
}
