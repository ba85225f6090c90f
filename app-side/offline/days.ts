/**
 * Days and weeks: how long until a date, which week it is. Owns counting by the calendar, never by hours,
 * which summer time changes.
 */
import type { WatchFacts } from "../../core/wire/protocol.ts";
import type { Language } from "../../core/words/words.ts";
import type { Holiday, SaidDay } from "./understanding.ts";

const DAY_MS = 86_400_000;

/** A day of the calendar as ms of its midnight in UTC. */
export type Day = number;

export function dayOf(year: number, month: number, day: number): Day {
	return Date.UTC(year, month - 1, day);
}

/** The watch's own day and minute if it told them, else the phone's. */
export function momentOf(facts: WatchFacts | undefined, nowMs: number): { today: Day; nowMinutes: number } {
	const phone = new Date(nowMs);
	const nowMinutes = facts?.now ?? phone.getHours() * 60 + phone.getMinutes();
	if (facts === undefined) {
		return { today: dayOf(phone.getFullYear(), phone.getMonth() + 1, phone.getDate()), nowMinutes };
	}
	const [year = 0, month = 1, day = 1] = facts.date.split("-").map(Number);
	return { today: dayOf(year, month, day), nowMinutes };
}

/** Whole days from `today`; without a year the next such day. Null if there is no such day. */
export function daysUntil(today: Day, { day, month, year }: SaidDay): number | null {
	if (year !== undefined) return count(today, dayOf(year, month, day));
	const now = new Date(today).getUTCFullYear();
	// The 29th of February may be eight years away.
	for (let next = now; next <= now + 8; next++) {
		const date = dayOf(next, month, day);
		if (new Date(date).getUTCDate() === day && date >= today) return count(today, date);
	}
	return null;
}

function count(from: Day, to: Day): number {
	return Math.round((to - from) / DAY_MS);
}

/** Days that are others than in most places: Orthodox feasts, and Brazil's day of lovers. */
const ORTHODOX_EASTER: readonly Language[] = ["ru-RU", "ar-EG"];
const DATES: Readonly<Record<Exclude<Holiday, "easter">, readonly [number, number]>> = {
	christmas: [25, 12],
	newYear: [1, 1],
	halloween: [31, 10],
	valentine: [14, 2],
};
const OTHER_DATES: { readonly [language in Language]?: Partial<typeof DATES> } = {
	"ru-RU": { christmas: [7, 1] },
	"pt-BR": { valentine: [12, 6] },
};

/** As those who speak the language keep it. */
export function daysUntilHoliday(today: Day, holiday: Holiday, language: Language): number {
	if (holiday === "easter") {
		const year = new Date(today).getUTCFullYear();
		const easter = ORTHODOX_EASTER.includes(language) ? orthodoxEaster : westernEaster;
		const next = easter(year) >= today ? easter(year) : easter(year + 1);
		return count(today, next);
	}
	const [day, month] = OTHER_DATES[language]?.[holiday] ?? DATES[holiday];
	return daysUntil(today, { day, month, year: undefined }) ?? 0;
}

/**
 * Sunday after the first full moon of spring: the anonymous Gregorian algorithm (Meeus, "Astronomical
 * Algorithms").
 */
function westernEaster(year: number): Day {
	const century = Math.floor(year / 100);
	const golden = year % 19;
	const skipped = Math.floor((century - 17) / 25);
	let moon = (century - Math.floor(century / 4) - Math.floor((century - skipped) / 3) + 19 * golden + 15) % 30;
	moon -= Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
	const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
	const days = moon - weekday;
	const month = 3 + Math.floor((days + 40) / 44);
	return dayOf(year, month, days + 28 - 31 * Math.floor(month / 4));
}

/** By the Julian calendar, 13 days behind from 1900 to 2099. */
function orthodoxEaster(year: number): Day {
	const moon = (19 * (year % 19) + 15) % 30;
	const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
	const sum = moon + weekday + 114;
	return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1 + 13);
}

/** ISO 8601: the week of the year's first Thursday is 1. */
export function weekOf(day: Day): number {
	const thursday = day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS;
	const first = dayOf(new Date(thursday).getUTCFullYear(), 1, 1);
	return Math.floor((thursday - first) / DAY_MS / 7) + 1;
}
