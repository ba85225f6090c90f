/** The words of the watch's language. Owns the way to them; the words themselves are the catalogue's. */
import { getText } from "@zos/i18n";
import { fill, type WordKey } from "../core/words/words.ts";

export type { WordKey };

export type Say = (key: WordKey, values?: { readonly [name: string]: string | number }) => string;

export const say: Say = (key, values) => {
	const text = getText(key);
	return values === undefined ? text : fill(text, values);
};
