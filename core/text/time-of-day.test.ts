/** The right words before and after noon are Unicode CLDR's, as Node's `Intl` has them. */
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../words/words.ts";
import { type DayHalves, timeOfDay } from "./time-of-day.ts";

const MINUTES = [0, 5, 305, 719, 720, 725, 1025, 1439];

/** CLDR 48 writes AM and PM in Korean and keeps 오전 and 오후 for its long form, which is what phones and watches show. */
const KOREAN: { readonly [said: string]: string } = { AM: "오전", PM: "오후" };

async function halvesOf(language: Language): Promise<DayHalves> {
	const words: { [key: string]: string } = (await import(`../words/${language}.json`)).default;
	return { am: words["clock.am"] ?? "", pm: words["clock.pm"] ?? "" };
}

function fromIntl(minutes: number, language: Language): string {
	const form = { hour: "numeric", minute: "2-digit", hourCycle: "h12", timeZone: "UTC" } as const;
	const said = new Intl.DateTimeFormat(`${language}-u-nu-latn`, form).format(new Date(minutes * 60_000));
	const words = language === "ko-KR" ? said.replace(/AM|PM/, (half) => KOREAN[half] ?? half) : said;
	return words.replace(/\s/g, " ");
}

function differing(language: Language, halves: DayHalves): number[] {
	return MINUTES.filter((minutes) => timeOfDay(minutes, halves).replace(/\s/g, " ") !== fromIntl(minutes, language));
}

describe.each(LANGUAGES)("a time by twelve hours in %s", (language) => {
	it("is written as Unicode CLDR has it, in one piece", async () => {
		const halves = await halvesOf(language);
		expect(differing(language, halves)).toEqual([]);
		for (const minutes of MINUTES) expect(timeOfDay(minutes, halves)).not.toContain(" ");
	});
});

it("is told from another language's", async () => {
	expect(differing("es-ES", await halvesOf("en-US"))).toEqual(MINUTES);
});

it("goes to 23:59 where the watch counts to twenty-four", () => {
	expect(MINUTES.map((minutes) => timeOfDay(minutes, null)).join(" ")).toBe(
		"0:00 0:05 5:05 11:59 12:00 12:05 17:05 23:59",
	);
});
