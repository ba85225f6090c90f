import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { LANGUAGES } from "../../core/words/words.ts";
import { readNumber, writeNumber } from "./numbers.ts";
import { plainSigns, plainWords } from "./plain.ts";

describe("a number", () => {
	it.each([
		["1,234.5", "en-US", 1234.5],
		["1.234,5", "de-DE", 1234.5],
		["1.234,5", "en-US", 1234.5],
		["1.234", "de-DE", 1234],
		["1.234", "es-MX", 1.234],
		["0.500", "de-DE", 0.5],
		["1.234", "fr-FR", 1.234],
		["1,234", "en-US", 1234],
		["1,234", "fr-FR", 1.234],
		["3,5", "en-US", 3.5],
		["3.5", "de-DE", 3.5],
		["1 000", "fr-FR", 1000],
		["1'234.50", "de-CH", 1234.5],
		["1,00,000", "hi-IN", 100_000],
		["12,34,567", "hi-IN", 1_234_567],
	])("%s in %s is %d", (written, lang, value) => {
		expect(readNumber(written, lang)).toBe(value);
	});

	it.each(["1.234,567.8", "1,2,3", "1 23", "01,234,567", "1'2", ""])("%j is none", (written) => {
		expect(readNumber(written, "en-US")).toBeUndefined();
	});

	it.each([...LANGUAGES, "de-CH", "de-AT", "es-MX", "es-AR", "it-CH", "pt-PT", "en-IN"])(
		"is read in %s as Unicode's own tables write it there",
		(lang) => {
			const digits = (value: number) =>
				new Intl.NumberFormat(lang, { maximumFractionDigits: 2, useGrouping: true }).format(value);
			fc.assert(
				fc.property(fc.integer({ min: 0, max: 999_999_999 }), (cents) => {
					const value = cents / 100;
					expect(readNumber(plainSigns(digits(value)), lang), digits(value)).toBeCloseTo(value, 2);
				}),
			);
		},
	);

	test("is written without needless digits, and keeps those that it has", () => {
		expect(writeNumber(-0, 4, "en-US")).toBe("0");
		expect(writeNumber(1234.5678, 4, "de-DE")).toBe("1234,57");
		expect(writeNumber(2.5, 4, "de-DE")).toBe("2,5");
		expect(writeNumber(273.15, 4, "en-US")).toBe("273.15");
		expect(writeNumber(12_345_678_901.5, 10, "en-US")).toBe("12345678901.5");
		expect(writeNumber(1.21932631112635e17, 10, "en-US")).toBe("1.219326311 × 10^17");
	});
});

describe("the dress of a text", () => {
	/** Unicode's systems of digits that stand in its basic plane. */
	const SYSTEMS =
		"arab arabext beng deva fullwide gujr guru khmr knda laoo limb mlym mong mymr nkoo orya sinh tamldec telu thai tibt";
	const KNOWN = SYSTEMS.split(" ").filter((system) => system !== "limb" && system !== "sinh");

	it.each(KNOWN)("is taken off the digits that Unicode calls %s", (system) => {
		const digits = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9_876_543_210);
		expect(digits).not.toBe("9876543210");
		expect(plainSigns(digits)).toBe("9876543210");
	});

	it.each([
		["５＋３", "5+3"],
		["5′10″", "5'10\""],
		["5’10”", "5'10\""],
		["7 − 2 – 1", "7 - 2 - 1"],
		["5² + 10⁻²", "5^2 + 10^(-2)"],
		["2½", "2 1/2"],
		["1\u202f234\u00a0567", "1 234 567"],
		["٣٫٥٪", "3.5%"],
		["\u200e5\u200b km", "5 km"],
		["20 ℃", "20 °C"],
	])("%s is %s", (written, plain) => {
		expect(plainSigns(written)).toBe(plain);
	});

	test("words without their accents and cases are the same, in every script", () => {
		expect(plainWords("Überrasch MICH")).toBe("uberrasch mich");
		expect(plainWords("İSTANBUL ılık")).toBe("istanbul ilik");
		expect(plainWords("أهلاً")).toBe("اهلا");
		expect(plainWords("फ़ारेनहाइट")).toBe("फारेनहाइट");
		expect(plainWords("Ёлка")).toBe("елка");
		expect(plainWords("한글 ガギグ")).toBe("한글 ガギグ");
	});
});
