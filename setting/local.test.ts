/** What the page writes by its language. The right forms are Unicode CLDR's, as Node's `Intl` has them. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { SETTING } from "../core/settings/settings.ts";
import { fill, LANGUAGES, type Language, type WordKey } from "../core/words/words.ts";
import { openPage } from "./__fixtures__/opened.ts";
import { isolateAll, showAmount, showDate, showMoment } from "./local.ts";
import type { Words } from "./stage.ts";

const NOW = Date.UTC(2026, 10, 22, 10, 9);
/** Figures that are none of 0 to 9. */
const OTHER_FIGURES = /(?![0-9])\p{Nd}/u;

async function catalogueOf(language: Language): Promise<{ [key: string]: string }> {
	return (await import(`../core/words/${language}.json`)).default;
}

async function wordsOf(language: Language): Promise<Words> {
	const texts = await catalogueOf(language);
	return (key: WordKey, values = {}) => fill(texts[key] ?? "", values);
}

describe.each(LANGUAGES)("in %s", (language) => {
	it("the catalogue names its language, by which dates are written", async () => {
		expect((await wordsOf(language))("language.tag")).toBe(language);
	});

	it("a date is in words with western figures, and ends no sentence twice", async () => {
		const words = await wordsOf(language);
		const date = showDate("2026-11-22", words);
		expect(date).toContain("22");
		expect(date).toContain("2026");
		expect(date).not.toMatch(/2026-11-22/);
		for (const text of [date, showMoment(NOW, words)]) expect(text).not.toMatch(OTHER_FIGURES);
		const said = [
			words("setting.model.ends", { model: "m", date }),
			words("setting.consent.since", { provider: "p", date }),
		];
		for (const text of said) expect(text).not.toMatch(/[.。।]\s?[.。।:：]/);
	});

	it("an amount has the language's own mark before its cents", async () => {
		const mark = new Intl.NumberFormat(`${language}-u-nu-latn`).format(0.5).charAt(1);
		expect(showAmount(500_000, "USD", await wordsOf(language))).toBe(`0${mark}50\u00a0USD`);
	});

	it("the page begins on the side that its language is read from", async () => {
		const { page } = openPage(() => NOW, await catalogueOf(language));
		const script = new Intl.Locale(language).maximize().script ?? "";
		expect(page.direction()).toBe(script === "Arab" ? "rtl" : undefined);
	});
});

describe("without Intl", () => {
	afterEach(() => void vi.unstubAllGlobals());

	it("a date is shown as it is stored, and a moment too", async () => {
		vi.stubGlobal("Intl", undefined);
		const words = await wordsOf("de-DE");
		expect(showDate("2026-11-22", words)).toBe("2026-11-22");
		expect(showMoment(NOW, words)).toMatch(/^2026-11-22 \d\d:\d\d$/);
	});
});

it("what is no date is shown as it is", async () => {
	expect(showDate("soon", await wordsOf("en-US"))).toBe("soon");
});

describe("in a text that is read from the right", () => {
	it("names, addresses and amounts keep their own direction, and figures need no help", () => {
		expect(isolateAll({ host: "api.openai.com", amount: "0.50 USD", n: 5, day: "٢" })).toEqual({
			host: "\u2068api.openai.com\u2069",
			amount: "\u20680.50 USD\u2069",
			n: 5,
			day: "٢",
		});
	});

	it("the page does so, and in no other", async () => {
		for (const [language, isIsolated] of [
			["ar-EG", true],
			["ru-RU", false],
		] as const) {
			const { page, stored } = openPage(() => NOW, await catalogueOf(language));
			stored.set(SETTING.provider, "openai");
			expect(page.texts().some((text) => text.includes("\u2068api.openai.com\u2069"))).toBe(isIsolated);
		}
	});
});
