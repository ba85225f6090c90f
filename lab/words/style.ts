/**
 * How the words are written: registers and terms as `docs/words.md` has them, and the spaces and signs of each language. Gives
 * slips as texts for people, none if all is well. Pure; the real catalogue and planted words are held by
 * `core/words/style.test.ts`.
 */
import type { Language } from "../../core/words/words.ts";
import type { Texts } from "./catalogue.ts";

/** A row of a language's table: the concept, the word for it, and words that never stand for it. */
export type Term = { english: string; said: string; never: string[] };

/** Scripts without spaces between words, in which a word is found anywhere. Korean joins endings to words. */
const UNSPACED: readonly Language[] = ["zh-CN", "zh-TW", "ja-JP", "ko-KR"];

/** What the person says to the assistant, whom they may address in another way than it does them. */
const SAID_BY_PERSON = /^chips?\.|^offline\.ask\./;

/** The tables of `docs/words.md`, by language: under a heading that ends in the language's code, rows of three cells. */
export function readTerms(markdown: string): ReadonlyMap<string, Term[]> {
	const terms = new Map<string, Term[]>();
	let rows: Term[] = [];
	for (const line of markdown.split("\n")) {
		const [, language] = /^## .*\((\w\w-\w\w)\)$/.exec(line) ?? [];
		if (language !== undefined) {
			rows = [];
			terms.set(language, rows);
		}
		const cells = line.split("|").map((cell) => cell.trim());
		const [first, english = "", said = "", never = ""] = cells;
		if (cells.length !== 5 || first !== "" || english === "English" || /^-+$/.test(english)) continue;
		rows.push({ english, said, never: never === "" ? [] : never.split(",").map((word) => word.trim()) });
	}
	return terms;
}

/** Terms that no text has, and rivals that one has. */
export function termSlips(language: Language, texts: Texts, terms: readonly Term[]): string[] {
	const bare = Object.entries(texts).map(([key, text]): [string, string] => [key, text.replace(/\{\w+[:}]/g, "{")]);
	const all = Object.values(texts).join("\n").toLocaleLowerCase(language);
	return terms.flatMap(({ english, said, never }) => {
		const isForm = english === "address";
		const missing =
			isForm || all.includes(said.toLocaleLowerCase(language)) ? [] : [`${english}: nothing says ${said}`];
		const rivals = never.flatMap((word) => {
			const found = patternOf(word, language);
			return bare.flatMap(([key, text]) => {
				const isExempt = isForm && SAID_BY_PERSON.test(key);
				return !isExempt && found.test(text) ? [`${key}: ${word} for ${said}`] : [];
			});
		});
		return [...missing, ...rivals];
	});
}

/** A whole word, in any case; `-` before or behind it stands for any letters. With a capital, or behind `=`, it is meant as it is. */
function patternOf(word: string, language: Language): RegExp {
	const [, exact = "", open = "", stem = "", more = ""] = /^(=?)(-?)(.*?)(-?)$/.exec(word) ?? [];
	const escaped = stem.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
	if (UNSPACED.includes(language)) return new RegExp(escaped, "iu");
	const before = open === "" ? "(?<![\\p{L}\\p{M}])" : "";
	const behind = more === "" ? "(?![\\p{L}\\p{M}])" : "";
	return new RegExp(before + escaped + behind, exact !== "" || /^\p{Lu}/u.test(stem) ? "u" : "iu");
}

type Rule = { readonly name: string; readonly wrong: RegExp; readonly butFor?: RegExp };

/** In every language. */
const EVERYWHERE: readonly Rule[] = [
	{ name: "three points for an ellipsis", wrong: /\.\.\./ },
	{ name: "two spaces", wrong: / {2}/ },
	{ name: "a straight quotation mark", wrong: /"/ },
	{ name: "two full stops", wrong: /[.。।]{2}/ },
];

const NO_SPACE_BEFORE_PERCENT: Rule = { name: "a space before %", wrong: /[ \u00a0]%/ };
const BOUND_PERCENT: Rule = { name: "% not bound by a no-break space", wrong: /[^\u00a0]%/ };
const APOSTROPHE: Rule = { name: "a curly apostrophe", wrong: /’/ };

const HAN_SIGNS: readonly Rule[] = [
	{ name: "a half-width sign", wrong: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}}][,;:?!()]|[,;!?]$/u },
	NO_SPACE_BEFORE_PERCENT,
];
const CHINESE: readonly Rule[] = [
	...HAN_SIGNS,
	{
		name: "no space between Han and other letters",
		wrong: /\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9}]\p{Script=Han}/u,
		butFor: /^day\.date$|^clock\./,
	},
];

const RULES: { readonly [language in Language]: readonly Rule[] } = {
	"en-US": [NO_SPACE_BEFORE_PERCENT, APOSTROPHE, { name: "British spelling", wrong: /colour|cancell|recognis/i }],
	"de-DE": [BOUND_PERCENT, { name: "an ellipsis without its space", wrong: /\p{L}…/u }, APOSTROPHE],
	"fr-FR": [{ name: "a sign without its no-break space", wrong: /(?:^|[^\u00a0])[?!:;»%]|«(?!\u00a0)/ }, APOSTROPHE],
	"es-ES": [BOUND_PERCENT, { name: "a question or a cry without its opening sign", wrong: /^[^¿]*\?|^[^¡]*!/ }],
	"it-IT": [NO_SPACE_BEFORE_PERCENT, APOSTROPHE],
	"pt-BR": [NO_SPACE_BEFORE_PERCENT],
	"pl-PL": [
		NO_SPACE_BEFORE_PERCENT,
		{ name: "another opening mark", wrong: /“/ },
		{
			name: "a name where a case is wanted",
			wrong: unframed("dostawc\\p{L}+|serwer\\p{L}*|model\\p{L}*|walucie|klucz"),
		},
	],
	"ru-RU": [
		BOUND_PERCENT,
		{ name: "a name where a case is wanted", wrong: unframed("сервис\\p{L}*|сервер\\p{L}*|модел\\p{L}+|валюте") },
	],
	"tr-TR": [
		{ name: "% behind its number", wrong: /[\d}] ?%/ },
		{ name: "an ending on a name", wrong: /\}['’\p{L}]/u },
	],
	"ar-EG": [
		{ name: "figures of another script", wrong: /[\u0660-\u0669\u06f0-\u06f9]/ },
		{ name: "a Latin sign", wrong: /[,;?]|٪/, butFor: /^setting\.receipt\.changes$/ },
	],
	"hi-IN": [{ name: "a full stop of English", wrong: /[\p{Script=Devanagari}}%°]\.(?! ·)/u }],
	"ja-JP": [
		...HAN_SIGNS,
		{
			name: "a space between Japanese and other letters",
			wrong:
				/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] [A-Za-z0-9]|[A-Za-z0-9] [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
		},
	],
	"ko-KR": [
		NO_SPACE_BEFORE_PERCENT,
		{ name: "an ending that the name decides", wrong: /\((?:으|이|은|을|과)\)|\}(?:은|는|이 |가 |을|를|와|과|로)/ },
	],
	"zh-CN": [...CHINESE, { name: "marks of Taiwan", wrong: /[「」]/ }],
	"zh-TW": [...CHINESE, { name: "marks of the mainland", wrong: /[“”]/ }],
};

/** A name that is filled in, unless a noun stands before it that takes the case, or a colon, a bracket or the start of the text. */
function unframed(nouns: string): RegExp {
	return new RegExp(`(?<!^|: |\\(|(?:${nouns}) )\\{(?:provider|host|given|owner|model|by|currency)\\}`, "iu");
}

/** `key: what is wrong: the text`, for each rule that a text breaks. */
export function signSlips(language: Language, texts: Texts): string[] {
	return [...EVERYWHERE, ...RULES[language]].flatMap(({ name, wrong, butFor }) =>
		Object.entries(texts).flatMap(([key, text]) =>
			wrong.test(text.replace(/\{(\w+):[^{}]*\}/g, "{$1}")) && butFor?.test(key) !== true
				? [`${key}: ${name}: ${text}`]
				: [],
		),
	);
}
