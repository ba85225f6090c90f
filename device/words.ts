/** The words of the watch's language. Owns the way to them; the words themselves are the catalogue's. */
import { getText } from "@zos/i18n";
import { fill, type WordKey } from "../core/words/words.ts";

export type Say = (key: WordKey, values?: Values) => string;

type Values = { readonly [name: string]: string | number };

/** Of a key that a file gave, which a catalogue of another version may not have. */
export function sayAny(key: string, values?: Values): string {
	const text = getText(key);
	return values === undefined ? text : fill(text, values);
}

export const say: Say = sayAny;
