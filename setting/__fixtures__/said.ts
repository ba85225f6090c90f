/** For tests: what the page says, by key, so that a better word breaks no test. */
import en from "../../core/words/en-US.json";
import { fill, type WordKey } from "../../core/words/words.ts";

/** The English text of a key with its places filled. */
export function said(key: WordKey, values: { readonly [name: string]: string | number }): string {
	return fill(en[key], values);
}

/** Fits the English text of a key whatever stands in its places; each place is a group. */
export function patternOf(key: WordKey): RegExp {
	const parts = en[key].split(/\{\w+\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
	return new RegExp(`^${parts.join("(.*)")}$`);
}
