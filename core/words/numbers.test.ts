/**
 * Texts with a number in them, in every language: a noun goes with it, or there is none; a unit stays with its number; all
 * figures are of one script. What is right for a number is Unicode CLDR's, as Node's `Intl` has it.
 */
import { describe, expect, it } from "vitest";
import { talkOf } from "../../app-side/offline/words/index.ts";
import { fillCounted } from "./plurals.ts";
import { fill, LANGUAGES, type Language } from "./words.ts";

const NUMBERS = [0, 1, 2, 5, 11, 21, 100] as const;

/** Places that hold a whole number. `count` is always six, `km` a decimal one, `time`, `pace` and money are nothing to count by. */
const COUNTS = "n steps heart days seconds in out requests done total asks tokens number percent".split(" ");

/** Languages in which a noun has another form behind another number. */
const INFLECTING = {
	"en-US": "min h d s sec kB in out of ago",
	"de-DE": "Min. Std. Tg. min h s kB ein aus Eingabe Ausgabe von voll bei",
	"es-ES": "min h d s kB de por y",
	"fr-FR": "min h j s ko sur envoyés reçus pas",
	"it-IT": "min h g s kB di inviati ricevuti input output fa",
	"pt-BR": "min h d s kB de enviados recebidos entrada saída",
	"pl-PL": "min h d d. s kB z tam wejście wyjście temu",
	"ru-RU": "мин ч дн. с кБ из туда обратно вход выход назад",
	"ar-EG": "د س ي ث كيلوبايت من مرسلة مستلمة إدخال إخراج",
} as const satisfies { [language in Language]?: string };

/** The steps of the face's line are never so few: core/face/personal-line.test.ts. */
const LEAST: { readonly [key: string]: number } = {
	"line.near-0": 2,
	"line.near-1": 2,
	"line.near-2": 2,
	"line.near-3": 2,
};

type Words = { readonly [key: string]: string };

async function textsOf(language: Language): Promise<Words> {
	const words: Words = (await import(`./${language}.json`)).default;
	return { ...words, "talk.until": talkOf(language).until };
}

function placesOf(text: string): string[] {
	return [...text.matchAll(/\{(\w+)[:}]/g)].map(([, name = ""]) => name).filter((name) => COUNTS.includes(name));
}

/** What stands behind a number in a text without forms, and has no business there. */
function strangers(text: string, n: number, language: Language): string[] {
	const allowed = INFLECTING[language as keyof typeof INFLECTING]?.split(" ");
	if (allowed === undefined) return [];
	return [...text.matchAll(/(\d+)[ \u00a0]?([\p{L}\p{M}]+\.?)/gu)].flatMap(([, digits, word = ""]) => {
		const isKnown = [word, word.replace(/\.$/, "")].some((form) => allowed.some((one) => one === form));
		return digits === `${n}` && !isKnown ? [`${n} ${word}`] : [];
	});
}

/** A number behind which no noun is the right one, by language; none if all is well. */
function slips(key: string, text: string, language: Language): string[] {
	const places = placesOf(text);
	if (places.length === 0) return [];
	return NUMBERS.filter((n) => n >= (LEAST[key] ?? 0) || !hasTwoForms(language)).flatMap((n) => {
		const said = fillCounted(text, Object.fromEntries(places.map((name) => [name, n])), language);
		if (COUNTS.some((name) => said.includes(`{${name}`))) return [`${key}: ${said}`];
		const isCounted = /\{\w+:/.test(text) || (LEAST[key] !== undefined && hasTwoForms(language));
		return isCounted ? [] : strangers(said, n, language).map((slip) => `${key}: ${slip}`);
	});
}

/** One and all others: from two on there is a single form. */
function hasTwoForms(language: Language): boolean {
	const rules = new Intl.PluralRules(language);
	return new Set([2, 3, 5, 11, 21, 22, 100].map((n) => rules.select(n))).size === 1;
}

/** What is measured in, as the texts write it; behind a number it stands without a space or with one that no line breaks. */
const UNITS: { readonly [language in Language]: string } = {
	"ar-EG": "ث د س ي كم ميل كيلوبايت ثوان",
	"de-DE": "s min h Min\\. Std\\. Tg\\. km mi kB %",
	"en-US": "s min h d km mi kB %",
	"es-ES": "s min h d km mi kB %",
	"fr-FR": "s min h j km mi ko %",
	"hi-IN": "सेकंड से\\. घं॰ मिनट घंटे दिन किमी मील kB %",
	"it-IT": "s min h g km mi kB %",
	"ja-JP": "km マイル kB %",
	"ko-KR": "km kB %",
	"pl-PL": "s min h d\\. km mi kB %",
	"pt-BR": "s min h d km mi kB %",
	"ru-RU": "с мин ч дн\\. км мили кБ %",
	"tr-TR": "sn dk sa km mil kB",
	"zh-CN": "秒 分钟 小时 天 次 步 公里 英里 kB %",
	"zh-TW": "秒 分鐘 小時 天 次 步 公里 英里 kB %",
};

/** The texts in which a line may end between a number and its unit. */
function partedIn(texts: Words, language: Language): string[] {
	const parted = new RegExp(`[0-9}] (?:${UNITS[language].split(" ").join("|")})(?![\\p{L}\\p{M}])`, "u");
	return Object.keys(texts).filter((key) => !key.startsWith("chip") && parted.test(texts[key] ?? ""));
}

describe.each(LANGUAGES)("in %s", (language) => {
	it("no line ends between a number and its unit: there is none or U+00A0 between them", async () => {
		expect(partedIn(await textsOf(language), language)).toEqual([]);
	});

	it("all figures are western", async () => {
		expect(Object.values(await textsOf(language)).join(" ")).not.toMatch(/(?![0-9])\p{Nd}|[\u066a-\u066c]/u);
	});

	it("the mark of a decimal is Unicode CLDR's, with western figures", async () => {
		const { "number.decimal": mark } = await textsOf(language);
		const parts = new Intl.NumberFormat(`${language}-u-nu-latn`).formatToParts(0.5);
		expect(mark).toBe(parts.find(({ type }) => type === "decimal")?.value);
	});

	it("seconds, minutes and hours are Unicode CLDR's or the international signs", async () => {
		const texts = await textsOf(language);
		for (const [unit, sign] of [
			["second", "s"],
			["minute", "min"],
			["hour", "h"],
		] as const) {
			const form = { style: "unit", unit } as const;
			const known = (["narrow", "short", "long"] as const).map((unitDisplay) =>
				new Intl.NumberFormat(`${language}-u-nu-latn`, { ...form, unitDisplay }).format(5),
			);
			const plain = (text: string) => text.replace(/[\s.]/g, "");
			expect([...known, `5 ${sign}`].map(plain)).toContain(plain(fill(texts[`span.${unit}s`] ?? "", { n: 5 })));
		}
	});

	it("no noun stands behind a number that it does not go with", async () => {
		const texts = await textsOf(language);
		expect(Object.entries(texts).flatMap(([key, text]) => slips(key, text, language))).toEqual([]);
	});

	it("days are counted as Unicode CLDR counts them", async () => {
		const { "talk.until": until = "" } = await textsOf(language);
		const plain = (text: string) => text.replace(/[\u064b\s\u00a0]/g, "");
		const days = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: "unit", unit: "day", unitDisplay: "long" });
		for (const n of NUMBERS.slice(1)) {
			expect(plain(fillCounted(until, { what: "-", days: n }, language))).toContain(plain(days.format(n)));
		}
	});
});

it("a unit that can part from its number is seen", () => {
	expect(partedIn({ a: "{n} min ago", b: "up to 30 s.", c: "{n} minutes", d: "{n}\u00a0min" }, "en-US")).toEqual([
		"a",
		"b",
	]);
	expect(partedIn({ a: "还剩 {km} 公里" }, "zh-CN")).toEqual(["a"]);
});

it("a wrong noun is seen", () => {
	expect(slips("x", "{n} kroków", "pl-PL")).toHaveLength(NUMBERS.length);
	expect(slips("x", "{steps} steps so far today.", "en-US")).toContain("x: 1 steps");
	expect(slips("x", "{n:# шаг/# шага}", "ru-RU")).toContain("x: {n:# шаг/# шага}");
	expect(slips("line.near-0", "{n} خطوة", "ar-EG")).toContain("line.near-0: 5 خطوة");
	expect(slips("line.near-0", "Only {n} steps", "en-US")).toEqual([]);
	expect(slips("x", "Steps: {n}.", "en-US")).toEqual([]);
});
