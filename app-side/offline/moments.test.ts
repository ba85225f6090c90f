/** Clocks, paces and days as they are asked. */
import { describe, expect, it, test } from "vitest";
import { timeOfDay } from "../../core/text/time-of-day.ts";
import { answerClock } from "./clock.ts";
import { dayOf, daysUntil, daysUntilHoliday, weekOf } from "./days.ts";
import { answerPace, clockText } from "./pace.ts";
import { readQuestion } from "./reading.ts";

function pace(question: string, lang = "en-US"): string | null {
	const tokens = readQuestion(question, lang);
	return tokens === null ? null : (answerPace(tokens, lang)?.text ?? null);
}

function clock(question: string, lang = "en-US"): string | null {
	const tokens = readQuestion(question, lang);
	return tokens === null ? null : answerClock(tokens, 609, { lang, clockOf: (minutes) => timeOfDay(minutes, null) });
}

describe("a pace", () => {
	/** By division; the marathon's length is World Athletics' 42.195 km. */
	it.each([
		[
			"5 km in 28 minutes",
			"en-US",
			"5 km · 28:00: 5:36 /km, 10.7 km/h. 1 km 5:36, 2 km 11:12, 3 km 16:48, 4 km 22:24, 5 km 28:00",
		],
		[
			"10 km at 5:30",
			"en-US",
			"10 km · 55:00: 5:30 /km, 10.9 km/h. 2 km 11:00, 4 km 22:00, 6 km 33:00, 8 km 44:00, 10 km 55:00",
		],
		[
			"10 km at 5:30 min/km",
			"en-US",
			"10 km · 55:00: 5:30 /km, 10.9 km/h. 2 km 11:00, 4 km 22:00, 6 km 33:00, 8 km 44:00, 10 km 55:00",
		],
		[
			"marathon in 4 hours",
			"en-US",
			"42.2 km · 4:00:00: 5:41 /km, 10.5 km/h. 10 km 56:53, 20 km 1:53:45, 30 km 2:50:38, 40 km 3:47:31, 42.2 km 4:00:00",
		],
		[
			"half marathon in 1:45",
			"en-US",
			"21.1 km · 1:45:00: 4:59 /km, 12.1 km/h. 5 km 24:53, 10 km 49:46, 15 km 1:14:39, 20 km 1:39:32, 21.1 km 1:45:00",
		],
		["400 m in 1:30", "en-US", "0.4 km · 1:30: 3:45 /km, 16 km/h. 0.4 km 1:30"],
		[
			"5 miles in 40 min",
			"en-US",
			"5 mi · 40:00: 8:00 /mi, 12.1 km/h. 1 mi 8:00, 2 mi 16:00, 3 mi 24:00, 4 mi 32:00, 5 mi 40:00",
		],
		["3 km in 17:58.5", "en-US", null],
		["5 km", "en-US", null],
		["5 km in 28", "en-US", null],
		["5 km in 1 minute", "en-US", null],
	])("%s in %s", (question, lang, text) => {
		expect(pace(question, lang)).toBe(text);
	});

	it.each([
		["10 km in 50 Minuten", "de-DE"],
		["10 km en 50 minutes", "fr-FR"],
		["10 km en 50 minutos", "es-ES"],
		["10 km in 50 minuti", "it-IT"],
		["10 km em 50 minutos", "pt-BR"],
		["10 km w 50 minut", "pl-PL"],
		["50 dakikada 10 km", "tr-TR"],
		["10 км за 50 минут", "ru-RU"],
		["10 كم في 50 دقيقة", "ar-EG"],
		["50 मिनट में 10 किमी", "hi-IN"],
		["10kmを50分で", "ja-JP"],
		["50분에 10km", "ko-KR"],
		["50分钟跑10公里", "zh-CN"],
		["50分鐘跑10公里", "zh-TW"],
	])("%s is understood in %s", (question, lang) => {
		expect(pace(question, lang)).toContain("5:00 /km");
	});

	test("has no 5:60: the seconds are rounded before they are parted", () => {
		expect(clockText(359.6)).toBe("6:00");
		expect(clockText(239.9999)).toBe("4:00");
		expect(clockText(3599.6)).toBe("1:00:00");
		expect(pace("6 miles in 1 h")).toContain("10:00 /mi");
	});
});

describe("a clock", () => {
	it.each([
		["12:30 + 45 min", "12:30 + 45 min = 13:15"],
		["12:30 + 1:15", "12:30 + 75 min = 13:45"],
		["0:15 - 30 min", "0:15 − 30 min = 23:45 (−1 d)"],
		["12 am + 1 h", "0:00 + 1 h = 1:00"],
		["12 pm + 1 h", "12:00 + 1 h = 13:00"],
		["11 pm + 2 h 30 min", "23:00 + 2 h 30 min = 1:30 (+1 d)"],
		["22:00 + 50 h", "22:00 + 50 h = 0:00 (+3 d)"],
		["in 90 minutes", "10:09 + 90 min = 11:39"],
		["until 6 pm", "10:09 → 18:00 = 7 h 51 min"],
		["25:00 + 5 min", null],
		["12:75 + 5 min", null],
		["13 pm + 5 min", null],
		["12:30 + 5 km", null],
		["12:30", null],
		["90 minutes", null],
		["in 5 km", null],
	])("%s", (question, text) => {
		expect(clock(question)).toBe(text);
	});

	it.each([
		["dans 90 minutes", "fr-FR"],
		["en 90 minutos", "es-ES"],
		["tra 90 minuti", "it-IT"],
		["em 90 minutos", "pt-BR"],
		["za 90 minut", "pl-PL"],
		["90 dakika sonra", "tr-TR"],
		["через 90 минут", "ru-RU"],
		["بعد 90 دقيقة", "ar-EG"],
		["90 मिनट बाद", "hi-IN"],
		["90分後", "ja-JP"],
		["90분 후", "ko-KR"],
		["90分钟后", "zh-CN"],
		["90分鐘後", "zh-TW"],
		["In 90 Minuten", "de-DE"],
	])("%s is understood in %s", (question, lang) => {
		expect(clock(question, lang)).toBe("10:09 + 90 min = 11:39");
	});
});

describe("a day", () => {
	const day = (year: number, month: number, date: number) => ({ day: date, month, year });

	/** Reports of counts that were a day off stand in docs/field-cases.md. */
	test("is counted by the calendar, over changes of the clock too", () => {
		expect(daysUntil(dayOf(2019, 3, 31), day(2019, 4, 1))).toBe(1);
		expect(daysUntil(dayOf(2019, 10, 27), day(2019, 10, 28))).toBe(1);
		expect(daysUntil(dayOf(2015, 3, 24), day(2015, 4, 2))).toBe(9);
		expect(daysUntil(dayOf(2025, 8, 26), day(2025, 11, 24))).toBe(90);
		expect(daysUntil(dayOf(2025, 8, 26), day(2026, 8, 26))).toBe(365);
		expect(daysUntil(dayOf(2026, 12, 23), { day: 25, month: 12, year: undefined })).toBe(2);
		expect(daysUntil(dayOf(2026, 12, 26), { day: 25, month: 12, year: undefined })).toBe(364);
		expect(daysUntil(dayOf(2026, 11, 27), { day: 29, month: 2, year: undefined })).toBe(459);
	});

	/** Western and Orthodox Easter as the churches' tables have them. */
	it.each([
		[2026, [4, 5], [4, 12]],
		[2027, [3, 28], [5, 2]],
		[2028, [4, 16], [4, 16]],
		[2030, [4, 21], [4, 28]],
		[2038, [4, 25], [4, 25]],
	] as const)("Easter of %d", (year, [month, date], [otherMonth, otherDate]) => {
		const from = dayOf(year, 1, 1);
		expect(from + daysUntilHoliday(from, "easter", "en-US") * 86_400_000).toBe(dayOf(year, month, date));
		expect(from + daysUntilHoliday(from, "easter", "ru-RU") * 86_400_000).toBe(dayOf(year, otherMonth, otherDate));
	});

	test("feasts are where the language's people keep them", () => {
		const today = dayOf(2026, 11, 27);
		expect(daysUntilHoliday(today, "christmas", "de-DE")).toBe(28);
		expect(daysUntilHoliday(today, "christmas", "ru-RU")).toBe(41);
		expect(daysUntilHoliday(today, "valentine", "pt-BR")).toBe(197);
	});

	/** ISO 8601's own examples: 53 weeks in 2020 and 2026. */
	it.each([
		[[2026, 1, 1], 1],
		[[2026, 11, 27], 48],
		[[2026, 12, 31], 53],
		[[2027, 1, 1], 53],
		[[2027, 1, 4], 1],
		[[2021, 1, 3], 53],
		[[2008, 12, 29], 1],
	] as const)("%j is in week %d", ([year, month, date], week) => {
		expect(weekOf(dayOf(year, month, date))).toBe(week);
	});
});
