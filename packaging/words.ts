/**
 * The catalogue of words (`core/words`) as the packager wants it: a `.po` file for each language. Owns the format and
 * which keys a module gets; never the words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

export type Words = Readonly<Record<string, string>>;
/** Texts by language code, such as `en-US`. */
export type Catalogue = Readonly<Record<string, Words>>;

export function readCatalogue(root: string): Catalogue {
	const folder = join(root, "core", "words");
	const files = readdirSync(folder).filter((file) => /^[a-z]{2}-[A-Z]{2}\.json$/.test(file));
	return Object.fromEntries(
		files
			.sort()
			.map((file) => [basename(file, ".json"), JSON.parse(readFileSync(join(folder, file), "utf8")) as Words]),
	);
}

/**
 * By language, the words whose family, the part before the first dot (`fault.`), is named somewhere in the module's `code`.
 * Each family is looked for once: the code is long, and there are many words in many languages.
 */
export function wordsIn(code: string, catalogue: Catalogue): Catalogue {
	const named = new Map<string, boolean>();
	const isNamed = ([key]: [string, string]) => {
		const wanted = family(key);
		const known = named.get(wanted) ?? code.includes(wanted);
		named.set(wanted, known);
		return known;
	};
	return Object.fromEntries(
		Object.entries(catalogue).map(([language, words]) => [
			language,
			Object.fromEntries(Object.entries(words).filter(isNamed)),
		]),
	);
}

function family(key: string): string {
	const dot = key.indexOf(".");
	return dot < 0 ? key : key.slice(0, dot + 1);
}

export function toPo(words: Words): string {
	return Object.entries(words)
		.map(([key, text]) => `msgid ${quote(key)}\nmsgstr ${quote(text)}\n`)
		.join("\n");
}

function quote(text: string): string {
	const escaped = text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n").replace(/\t/g, "\\t");
	return `"${escaped}"`;
}
