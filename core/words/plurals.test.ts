/** The right values are Unicode CLDR's, as Node's `Intl` has them. */
import { describe, expect, it } from "vitest";
import { fillCounted, formOf } from "./plurals.ts";
import { LANGUAGES, type Language } from "./words.ts";

const ORDER = ["zero", "one", "two", "few", "many", "other"] as const;
const NUMBERS = [...Array(1200).keys(), 1_999, 10_011, 21_021, 99_999, 100_000, 123_456, 999_999];

/** The categories that whole numbers of a language fall into. */
function categoriesOf(language: Language): string[] {
	const rules = new Intl.PluralRules(language);
	const used = new Set(NUMBERS.map((n) => rules.select(n)));
	return ORDER.filter((category) => used.has(category));
}

/** Numbers to which `rule` gives another form than CLDR. */
function differing(language: Language, rule: (n: number) => number): number[] {
	const rules = new Intl.PluralRules(language);
	const categories = categoriesOf(language);
	return NUMBERS.filter((n) => categories[rule(n)] !== rules.select(n));
}

describe.each(LANGUAGES)("the form that goes with a number in %s", (language) => {
	it("is Unicode CLDR's", () => {
		expect(differing(language, (n) => formOf(language, n))).toEqual([]);
	});
});

it("is told from another language's", () => {
	expect(differing("ru-RU", (n) => formOf("pl-PL", n)).slice(0, 3)).toEqual([21, 31, 41]);
	expect(differing("fr-FR", (n) => formOf("en-US", n))).toEqual([0]);
});

describe("a text with forms", () => {
	it("says the form and the number", () => {
		const text = "{what}: {days:# day/# days} to go.";
		expect(fillCounted(text, { what: "Easter", days: 1 }, "en-US")).toBe("Easter: 1 day to go.");
		expect(fillCounted(text, { what: "Easter", days: 11 }, "en-US")).toBe("Easter: 11 days to go.");
	});

	it("may say the number by the form alone", () => {
		expect(fillCounted("{n:none/one/a pair/# few/# many/# all}", { n: 2 }, "ar-EG")).toBe("a pair");
	});

	it("stays as it is where a form is missing, so that a slip is seen", () => {
		expect(fillCounted("{n:# day/# days}", { n: 5 }, "ru-RU")).toBe("{n:# day/# days}");
	});
});
