import { describe, expect, it, test } from "vitest";
import { type City, cities } from "./places.ts";
import { plainWords } from "./plain.ts";
import { sunTimes } from "./sun.ts";
import { findCity } from "./understanding.ts";
import { offsetAt } from "./zones.ts";

const HOUR_MS = 3_600_000;

/** IANA's zone of each city, by its first name in our table: Unicode's own data of them is the source of right times. */
const ZONES: { readonly [name: string]: string } = {
	london: "Europe/London",
	dublin: "Europe/Dublin",
	edinburgh: "Europe/London",
	lisbon: "Europe/Lisbon",
	reykjavik: "Atlantic/Reykjavik",
	"madrid*": "Europe/Madrid",
	barcelona: "Europe/Madrid",
	paris: "Europe/Paris",
	marseille: "Europe/Paris",
	brussels: "Europe/Brussels",
	"amsterdam*": "Europe/Amsterdam",
	berlin: "Europe/Berlin",
	munich: "Europe/Berlin",
	hamburg: "Europe/Berlin",
	"frankfurt*": "Europe/Berlin",
	zurich: "Europe/Zurich",
	geneva: "Europe/Zurich",
	vienna: "Europe/Vienna",
	rome: "Europe/Rome",
	milan: "Europe/Rome",
	prague: "Europe/Prague",
	warsaw: "Europe/Warsaw",
	"krakow*": "Europe/Warsaw",
	"budapest*": "Europe/Budapest",
	copenhagen: "Europe/Copenhagen",
	oslo: "Europe/Oslo",
	stockholm: "Europe/Stockholm",
	belgrade: "Europe/Belgrade",
	helsinki: "Europe/Helsinki",
	athens: "Europe/Athens",
	bucharest: "Europe/Bucharest",
	sofia: "Europe/Sofia",
	kyiv: "Europe/Kyiv",
	riga: "Europe/Riga",
	"istanbul*": "Europe/Istanbul",
	"ankara*": "Europe/Istanbul",
	moscow: "Europe/Moscow",
	saint_petersburg: "Europe/Moscow",
	"novosibirsk*": "Asia/Novosibirsk",
	yekaterinburg: "Asia/Yekaterinburg",
	vladivostok: "Asia/Vladivostok",
	minsk: "Europe/Minsk",
	cairo: "Africa/Cairo",
	alexandria: "Africa/Cairo",
	jerusalem: "Asia/Jerusalem",
	tel_aviv: "Asia/Jerusalem",
	beirut: "Asia/Beirut",
	damascus: "Asia/Damascus",
	amman: "Asia/Amman",
	baghdad: "Asia/Baghdad",
	riyadh: "Asia/Riyadh",
	jeddah: "Asia/Riyadh",
	kuwait: "Asia/Kuwait",
	doha: "Asia/Qatar",
	dubai: "Asia/Dubai",
	abu_dhabi: "Asia/Dubai",
	tehran: "Asia/Tehran",
	baku: "Asia/Baku",
	tbilisi: "Asia/Tbilisi",
	yerevan: "Asia/Yerevan",
	tashkent: "Asia/Tashkent",
	almaty: "Asia/Almaty",
	kabul: "Asia/Kabul",
	karachi: "Asia/Karachi",
	lahore: "Asia/Karachi",
	delhi: "Asia/Kolkata",
	mumbai: "Asia/Kolkata",
	bangalore: "Asia/Kolkata",
	kolkata: "Asia/Kolkata",
	chennai: "Asia/Kolkata",
	kathmandu: "Asia/Kathmandu",
	colombo: "Asia/Colombo",
	dhaka: "Asia/Dhaka",
	yangon: "Asia/Yangon",
	"bangkok*": "Asia/Bangkok",
	hanoi: "Asia/Ho_Chi_Minh",
	ho_chi_minh_city: "Asia/Ho_Chi_Minh",
	jakarta: "Asia/Jakarta",
	bali: "Asia/Makassar",
	singapore: "Asia/Singapore",
	kuala_lumpur: "Asia/Kuala_Lumpur",
	manila: "Asia/Manila",
	hong_kong: "Asia/Hong_Kong",
	beijing: "Asia/Shanghai",
	shanghai: "Asia/Shanghai",
	shenzhen: "Asia/Shanghai",
	guangzhou: "Asia/Shanghai",
	taipei: "Asia/Taipei",
	perth: "Australia/Perth",
	seoul: "Asia/Seoul",
	busan: "Asia/Seoul",
	tokyo: "Asia/Tokyo",
	osaka: "Asia/Tokyo",
	adelaide: "Australia/Adelaide",
	darwin: "Australia/Darwin",
	sydney: "Australia/Sydney",
	"melbourne*": "Australia/Melbourne",
	brisbane: "Australia/Brisbane",
	auckland: "Pacific/Auckland",
	wellington: "Pacific/Auckland",
	honolulu: "Pacific/Honolulu",
	anchorage: "America/Anchorage",
	los_angeles: "America/Los_Angeles",
	san_francisco: "America/Los_Angeles",
	seattle: "America/Los_Angeles",
	las_vegas: "America/Los_Angeles",
	denver: "America/Denver",
	phoenix: "America/Phoenix",
	chicago: "America/Chicago",
	houston: "America/Chicago",
	dallas: "America/Chicago",
	mexico_city: "America/Mexico_City",
	guatemala: "America/Guatemala",
	new_york: "America/New_York",
	"boston*": "America/New_York",
	washington: "America/New_York",
	miami: "America/New_York",
	atlanta: "America/New_York",
	toronto: "America/Toronto",
	montreal: "America/Toronto",
	halifax: "America/Halifax",
	"st_john's": "America/St_Johns",
	havana: "America/Havana",
	bogota: "America/Bogota",
	lima: "America/Lima",
	quito: "America/Guayaquil",
	caracas: "America/Caracas",
	la_paz: "America/La_Paz",
	santiago: "America/Santiago",
	asuncion: "America/Asuncion",
	buenos_aires: "America/Argentina/Buenos_Aires",
	montevideo: "America/Montevideo",
	sao_paulo: "America/Sao_Paulo",
	rio_de_janeiro: "America/Sao_Paulo",
	brasilia: "America/Sao_Paulo",
	lagos: "Africa/Lagos",
	accra: "Africa/Accra",
	tunis: "Africa/Tunis",
	algiers: "Africa/Algiers",
	nairobi: "Africa/Nairobi",
	addis_ababa: "Africa/Addis_Ababa",
	"johannesburg*": "Africa/Johannesburg",
	cape_town: "Africa/Johannesburg",
};

/**
 * Changed by law after the data of some Node versions: British Columbia (tz 2026b) and Alberta (2026c) stay at their summer
 * time, Morocco (2026c) went back to UTC on 2026-09-20. Hours ahead of UTC from November 2026 on.
 */
const NEWER: { readonly [name: string]: number } = { vancouver: -7, calgary: -6, edmonton: -6, casablanca: 0 };

function formatOf(zone: string): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
	});
}

function offsetByIntl(format: Intl.DateTimeFormat, moment: number): number {
	const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
	return (Date.UTC(year, month - 1, day, hour, minute) - moment) / 60_000;
}

const nameOf = (names: readonly string[]) => names[0] ?? "";

describe("the time in a city", () => {
	test("there are more than a hundred, each known by its own name", () => {
		expect(cities().length).toBeGreaterThan(100);
		for (const { city, names } of cities()) {
			for (const name of names) {
				const said = name.replace(/_/g, " ").replace("*", "").replace(/['-]/g, " ");
				expect(findCity(said)?.city, name).toBe(city);
			}
		}
		expect(findCity("Frankfurt am Main, Germany")?.said).toBe("Frankfurt");
		expect(findCity("Springfield")).toBeNull();
	});

	it.each(
		cities()
			.filter(({ names }) => !(nameOf(names) in NEWER))
			.map(({ city, names }) => [nameOf(names), city] as const),
	)("is in %s what Intl says, from 2026 to 2028, to the hour of each change", (name, { minutes, rule }) => {
		const zone = ZONES[name];
		expect(zone).toBeDefined();
		const format = formatOf(zone ?? "");
		const wrong: string[] = [];
		const check = (moment: number) => {
			if (offsetByIntl(format, moment) !== offsetAt(minutes, rule, moment)) wrong.push(new Date(moment).toISOString());
		};
		for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 72 * HOUR_MS) check(day);
		for (const month of [2, 3, 8, 9, 10]) {
			const end = Date.UTC(2027, month + 1, 2);
			for (let hour = Date.UTC(2027, month, 1); rule !== undefined && hour < end; hour += HOUR_MS) check(hour);
		}
		expect(wrong).toEqual([]);
	});

	it.each(Object.entries(NEWER))("is in %s what the law says since 2026", (name, hours) => {
		const known = cities().find(({ names }) => names[0] === name)?.city as City;
		for (const moment of [Date.UTC(2026, 10, 27), Date.UTC(2027, 6, 1), Date.UTC(2028, 1, 29)]) {
			expect(offsetAt(known.minutes, known.rule, moment)).toBe(hours * 60);
		}
	});
});

describe("the sun", () => {
	const minutesOff = (moment: number, told: string) => Math.abs(moment - Date.parse(`${told}Z`)) / 60_000;

	/**
	 * Told by the U.S. Naval Observatory for Atlanta (github.com/mourner/suncalc/issues/89), by NOAA for San Jose
	 * (github.com/kevinboone/solunar_cmdline/issues/3), by PyEphem and Google for Berlin (github.com/brandon-rhodes/pyephem/issues/170).
	 */
	it.each([
		[33.766667, -84.416667, "2009-09-06", "2009-09-06T11:15", "2009-09-06T23:56"],
		[37.33085, -121.880779, "2018-01-31", undefined, "2018-02-01T01:31"],
		[52.5, 13.4, "2020-03-12", undefined, "2020-03-12T17:06"],
		[52.5, 13.4, "2020-03-13", "2020-03-13T05:24", undefined],
	])("at %d, %d rises and sets on %s as observatories say, to two minutes", (latitude, longitude, day, rise, set) => {
		const times = sunTimes(Date.parse(`${day}T00:00Z`), latitude, longitude);
		expect(times.kind).toBe("both");
		if (times.kind !== "both") return;
		if (rise !== undefined) expect(minutesOff(times.rise, rise)).toBeLessThan(2);
		if (set !== undefined) expect(minutesOff(times.set, set)).toBeLessThan(2);
	});

	test("does not set in Tromsø's June, and does not rise in its December", () => {
		expect(sunTimes(Date.UTC(2026, 5, 21), 69.65, 18.96).kind).toBe("up");
		expect(sunTimes(Date.UTC(2026, 11, 21), 69.65, 18.96).kind).toBe("down");
	});
});

test("a name of a city is as a question is read", () => {
	for (const { names } of cities())
		for (const name of names) expect(plainWords(name), name).toBe(plainWords(plainWords(name)));
});
