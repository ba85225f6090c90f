/** Registers and terms of `docs/words.md`, spaces and signs of each language; each rule is tried on planted words too. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCatalogue } from "../../lab/words/catalogue.ts";
import { readTerms, signSlips, type Term, termSlips } from "../../lab/words/style.ts";
import { ROOT } from "../../packaging/places.ts";
import { LANGUAGES, type Language } from "./words.ts";

const catalogue = readCatalogue();
const terms = readTerms(readFileSync(join(ROOT, "docs", "words.md"), "utf8"));

test("every language has its table of the same fifteen terms or more, and its form of address", () => {
	expect([...terms.keys()].sort()).toEqual([...LANGUAGES].sort());
	const concepts = (language: Language) => (terms.get(language) ?? []).map(({ english }) => english);
	expect(concepts("en-US").length).toBeGreaterThanOrEqual(16);
	for (const language of LANGUAGES) expect(concepts(language), language).toEqual(concepts("en-US"));
	for (const rows of terms.values()) expect(rows.flatMap(({ never }) => never).length).toBeGreaterThan(8);
});

describe.each(LANGUAGES)("%s", (language) => {
	test("says what its table has, and none of its rivals", () => {
		expect(termSlips(language, catalogue[language], terms.get(language) ?? [])).toEqual([]);
	});

	test("has its own spaces and signs", () => {
		expect(signSlips(language, catalogue[language])).toEqual([]);
	});
});

describe("planted words are found:", () => {
	const ADDRESS: readonly [Language, string][] = [
		["de-DE", "Prüfe Ihren Schlüssel."],
		["fr-FR", "Touchez une question"],
		["es-ES", "Introduzca su clave."],
		["it-IT", "Inserisca la chiave."],
		["pt-BR", "Teu celular"],
		["pl-PL", "To twój klucz."],
		["tr-TR", "Şimdi konuşun"],
		["ru-RU", "Нажми на вопрос"],
		["hi-IN", "ऐप खोलो।"],
		["ja-JP", "あなたの質問"],
		["ko-KR", "휴대폰이 없습니다."],
		["zh-CN", "您的问题"],
		["zh-TW", "您的問題"],
	];
	test.each(ADDRESS)("the wrong address in %s, but not in what the person says", (language, text) => {
		const address = (terms.get(language) ?? []).filter(({ english }) => english === "address");
		expect(termSlips(language, { "page.ask": text }, address)).not.toEqual([]);
		expect(termSlips(language, { "chip.1": text }, address)).toEqual([]);
	});

	test.each([
		["tr-TR", "[sorun]", "question"],
		["ru-RU", "Выбранному провайдеру", "provider"],
		["ja-JP", "電話が戻ると送ります。", "phone"],
		["ar-EG", "نسي كل شيء.", "delete all"],
		["es-ES", "Olvidar todo", "delete all"],
		["de-DE", "Kurzfragen", "quick replies"],
		["zh-TW", "內置助理", "built-in assistant"],
	] as const)("a rival in %s: %s", (language, text, english) => {
		const rows = (terms.get(language) ?? []).filter((row) => row.english === english);
		expect(termSlips(language, { a: text, b: rows[0]?.said ?? "" }, rows)).toHaveLength(1);
	});

	test("a term that nothing says, and no word inside another", () => {
		const rows: Term[] = [{ english: "limit", said: "Limit", never: ["cap"] }];
		expect(termSlips("en-US", { a: "Daily limit", b: "Captain" }, rows)).toEqual([]);
		expect(termSlips("en-US", { a: "The cap" }, rows)).toEqual(["limit: nothing says Limit", "a: cap for Limit"]);
	});

	test.each([
		["fr-FR", "Que sais-tu faire ?"],
		["fr-FR", "Erreur : réessaie"],
		["fr-FR", "Supprimer « {label}\u00a0»"],
		["fr-FR", "Batterie à 5 %"],
		["fr-FR", "l’app"],
		["zh-CN", "语音暂不可用: {why}"],
		["zh-CN", "在Zepp 应用中"],
		["zh-CN", "已走{steps} 步。"],
		["zh-TW", "移除“{label}”"],
		["zh-CN", "移除「{label}」"],
		["zh-CN", "正在测试..."],
		["ja-JP", "AskFace の設定"],
		["ja-JP", "100 万トークン"],
		["ja-JP", "次の設定: {names}"],
		["hi-IN", "बैटरी {n}%. जल्द चार्ज करें।"],
		["hi-IN", "धीरे साँस लें."],
		["en-US", "Colour"],
		["en-US", "at {percent} %."],
		["de-DE", "Akku bei {n} %."],
		["de-DE", "Anfrage läuft…"],
		["es-ES", "Que hora es?"],
		["ru-RU", "Заряд {n}%."],
		["ru-RU", "Вопросы отправляются в {provider}."],
		["ru-RU", "Цена {model}: вход / выход"],
		["pl-PL", "Pytania trafiają do {provider}."],
		["pl-PL", "Użyj tego klucza z {host}"],
		["tr-TR", "Pil {n}%"],
		["tr-TR", "{provider}'e gider"],
		["ko-KR", "{provider}(으)로 가요"],
		["ko-KR", "{provider}는 느려요"],
		["ar-EG", "٪ {n} ٢٢"],
		["ar-EG", "سؤال, وجواب"],
		["it-IT", "Sono  le due"],
		["pl-PL", 'Usuń "{label}"'],
		["pt-BR", "em {percent} %"],
	] as const)("a sign or a space in %s: %s", (language, text) => {
		expect(signSlips(language, { "page.ask": text })).not.toEqual([]);
	});

	test.each([
		["ru-RU", "Вопросы отправляются в сервис {provider}. Ответ от: {by}. Ключ ({provider})"],
		["pl-PL", "Cena modelu {model}, dostawcy {provider}, na serwer {host}"],
		["zh-CN", "在 Zepp 应用中，{n}%。最多 {count} 个"],
		["ja-JP", "AskFaceの設定は{n}歩、{km} km"],
		["fr-FR", "Quoi\u00a0? Non\u00a0; «\u00a0oui\u00a0» à 5\u00a0%"],
		["ko-KR", "{host}에서, {given}용, {model}의 가격"],
	] as const)("and what is right in %s is left alone: %s", (language, text) => {
		expect(signSlips(language, { "page.ask": text })).toEqual([]);
	});
});
