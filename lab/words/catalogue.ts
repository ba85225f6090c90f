/** The catalogue of words as those who write it see it: texts by language and key. Development alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../core/words/words.ts";
import { ROOT } from "../../packaging/places.ts";

export type Texts = Readonly<Record<string, string>>;
export type Catalogue = Readonly<Record<Language, Texts>>;

/** The language that all others are translated from. */
export const SOURCE: Language = "en-US";

export const WORDS_FOLDER = join(ROOT, "core", "words");

/** `file`: one beside the catalogue, such as `notes.json`. */
export function readBeside(file: string): unknown {
	return JSON.parse(readFileSync(join(WORDS_FOLDER, file), "utf8"));
}

export function readCatalogue(): Catalogue {
	const all = LANGUAGES.map((language) => [language, readBeside(`${language}.json`)]);
	return Object.fromEntries(all);
}
