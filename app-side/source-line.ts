/**
 * The last line of an answer that was looked up: where it stands. Owns that line and its word in each language. Rule: whoever sent the
 * answer names the sites; the model's own words are never taken for it.
 */
import { toPlainText } from "../core/cleaning/plain-text.ts";
import { cutAtSentence } from "../core/text/sentences.ts";
import { ANSWER_LIMIT } from "../core/wire/protocol.ts";
import type { Language } from "../core/words/words.ts";
import { languageFor } from "./offline/words/index.ts";

/** Before the names, with its colon and blank as each language writes them. */
const SOURCE: Readonly<Record<Language, string>> = {
	"zh-CN": "来源：",
	"zh-TW": "來源：",
	"en-US": "Source: ",
	"es-ES": "Fuente: ",
	"ru-RU": "Источник: ",
	"ko-KR": "출처: ",
	"fr-FR": "Source\u00a0: ",
	"de-DE": "Quelle: ",
	"pl-PL": "Źródło: ",
	"it-IT": "Fonte: ",
	"ja-JP": "出典：",
	"ar-EG": "المصدر: ",
	"tr-TR": "Kaynak: ",
	"pt-BR": "Fonte: ",
	"hi-IN": "स्रोत: ",
};

/** The answer with its last line; as it is if nothing was looked up. */
export function withSource(text: string, sites: readonly string[], lang: string): string {
	const names = sites.map((site) => toPlainText(site)).filter((name) => name !== "");
	if (text === "" || names.length === 0) return text;
	const line = `\n${wordFor(lang)}${names.join(", ")}`;
	return cutAtSentence(withoutSource(text), ANSWER_LIMIT - line.length) + line;
}

/** So that a model does not learn to write the line by itself. */
export function withoutSource(text: string): string {
	const at = text.lastIndexOf("\n");
	const last = text.slice(at + 1);
	return at > 0 && Object.values(SOURCE).some((word) => last.startsWith(word)) ? text.slice(0, at) : text;
}

function wordFor(lang: string): string {
	return SOURCE[languageFor(lang)];
}
