/**
 * Which translations are older than their English. Owns `core/words/translated-from.json`: for each key the hash of the
 * English that it was translated from, and, where languages differ, those that were translated from another. Pure.
 */
import { LANGUAGES, type Language } from "../../core/words/words.ts";
import { type Catalogue, SOURCE, type Texts } from "./catalogue.ts";

/** `{"page.ask": "811c9dc5"}`, or `{"page.ask": {"all": "811c9dc5", "pl-PL": "0ae1b2c3"}}` while Polish waits. */
export type Origins = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** A translation that was not read again since its English changed. */
export type Stale = { key: string; languages: Language[] };

const TRANSLATED = LANGUAGES.filter((language) => language !== SOURCE);

/** Eight figures of FNV-1a over UTF-16 units: it tells a change, and nobody has a reason to forge one. */
export function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return (hash >>> 0).toString(16).padStart(8, "0");
}

/** By key, those of which some language is stale; a key without an origin is stale in all. */
export function staleOf(english: Texts, origins: Origins): Stale[] {
	return Object.entries(english).flatMap(([key, text]) => {
		const now = hashOf(text);
		const languages = TRANSLATED.filter((language) => originOf(origins, key, language) !== now);
		return languages.length === 0 ? [] : [{ key, languages }];
	});
}

function originOf(origins: Origins, key: string, language: Language): string | undefined {
	const origin = origins[key];
	return typeof origin === "object" ? (origin[language] ?? origin.all) : origin;
}

/** With the translations of `keys` in `languages` marked as made from the English of now; keys that are gone go. */
export function renewed(
	english: Texts,
	origins: Origins,
	keys: readonly string[],
	languages: readonly Language[] = TRANSLATED,
): Origins {
	return Object.fromEntries(
		Object.entries(english).flatMap(([key, text]) => {
			const isRead = (language: Language) => keys.includes(key) && languages.includes(language);
			const marks = TRANSLATED.map((language): [Language, string] => [
				language,
				isRead(language) ? hashOf(text) : (originOf(origins, key, language) ?? ""),
			]);
			return [[key, folded(marks)]];
		}),
	);
}

/** One mark where all are the same, else the mark of most and the others by language. */
function folded(marks: readonly [Language, string][]): string | Record<string, string> {
	const counts = new Map<string, number>();
	for (const [, mark] of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
	const [all = ""] = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
	return counts.size === 1 ? all : { all, ...Object.fromEntries(marks.filter(([, mark]) => mark !== all)) };
}

/** What a translator needs to see of a stale key: where it stands, the English, and each old translation. */
export function taskOf({ key, languages }: Stale, catalogue: Catalogue, where: string): string {
	const lines = [SOURCE, ...languages].map((language) => `  ${language}  ${catalogue[language][key] ?? "(none)"}`);
	return [`${key}: ${where}`, ...lines].join("\n");
}
