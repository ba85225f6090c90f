/**
 * Dates, times, amounts and foreign names as the page's language writes them. Owns how; the language is the one that the Zepp app
 * gives the page its words in. Rule: figures are western in every language, as on the watch, and a phone without `Intl`
 * shows what is stored.
 */
import { showMoney } from "../core/money/money.ts";
import { dateOf } from "../core/settings/privacy.ts";
import { isRightToLeft } from "../core/text/characters.ts";
import type { Words } from "./stage.ts";

/** Unicode's marks about a text that has a direction of its own: first strong isolate, pop directional isolate. */
const ISOLATE = "\u2068";
const ISOLATE_END = "\u2069";

type Values = { readonly [name: string]: string | number };

/** Whether the page is read from the right. */
export function readsFromRight(words: (key: "setting.intro") => string): boolean {
	return isRightToLeft(words("setting.intro"));
}

/** `date` is YYYY-MM-DD. */
export function showDate(date: string, words: Words): string {
	const form = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
	// The point of the Russian short form of "year" would stand before a full stop.
	return withIntl(Date.parse(date), form, words)?.replace(/\sг\.$/, "") ?? date;
}

/** `at` in ms since the epoch, told in the phone's own time. */
export function showMoment(at: number, words: Words): string {
	const time = new Date(at);
	const two = (value: number) => String(value).padStart(2, "0");
	const plain = `${dateOf(at)} ${two(time.getHours())}:${two(time.getMinutes())}`;
	return withIntl(at, { dateStyle: "medium", timeStyle: "short" }, words) ?? plain;
}

/** Undefined for what is no moment, and on a phone without `Intl` or without the language. */
function withIntl(at: number, form: Intl.DateTimeFormatOptions, words: Words): string | undefined {
	try {
		return new Intl.DateTimeFormat(`${words("language.tag")}-u-nu-latn`, form).format(at);
	} catch {
		return undefined;
	}
}

/** A decimal number, or several, with the language's own mark in the place of each point. */
export function showDecimal(text: string, words: Words): string {
	return text.replace(/\./g, words("number.decimal"));
}

export function showAmount(micros: number, currency: string, words: Words): string {
	return showDecimal(showMoney(micros, currency), words);
}

/** Values for a text that is read from the right, where names, addresses and amounts keep their own direction. */
export function isolateAll(values: Values): Values {
	const isolate = (value: string | number) =>
		typeof value === "string" && /[A-Za-z]/.test(value) ? ISOLATE + value + ISOLATE_END : value;
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(value)]));
}
