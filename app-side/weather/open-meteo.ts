/**
 * The weather at a place, from open-meteo.com, which needs no key (docs/evidence.md). Owns its two requests, how its replies are
 * read, and what is kept of them. Rule: nothing of the person goes along but the name of the place, and nobody waits for it
 * longer than WEATHER_LIMIT_MS.
 */
import { type Fields, isFields, parseJson } from "../../core/json.ts";
import { SETTING } from "../../core/settings/settings.ts";
import { type DatedForecast, dayOf, skyOfWmo } from "../../core/weather/forecast.ts";
import { put, readSafely } from "../keeping.ts";
import type { Ports } from "../ports.ts";

/** `unfound`: it knows no such place. */
export type AskedWeather = { days: DatedForecast } | { why: "unfound" | "unreachable" };

const GEOCODING = "https://geocoding-api.open-meteo.com/v1/search";
const FORECAST = "https://api.open-meteo.com/v1/forecast";

/** A question waits for it, on a phone that cuts at 10 s. */
const WEATHER_LIMIT_MS = 3_000;
/** What it said holds for half an hour; that it said nothing, for less. */
const FRESH_MS = 30 * 60_000;
const FAILED_MS = 2 * 60_000;
/** Today by the place's clock and by the watch's may be a day apart. */
const DAYS = 3;

type Spot = { latitude: number; longitude: number };
/** `at`: when it was asked for, in ms since the epoch. `spot`: where the place is, which does not change. */
type Kept = { place: string; at: number; spot?: Spot; days: DatedForecast; why?: "unfound" | "unreachable" };

export async function askWeather(ports: Ports, place: string): Promise<AskedWeather> {
	const kept = readKept(ports, place);
	const age = ports.now() - (kept?.at ?? Number.NEGATIVE_INFINITY);
	if (kept !== undefined && age >= 0 && age < (kept.why === "unreachable" ? FAILED_MS : FRESH_MS)) return asked(kept);
	const until = ports.now() + WEATHER_LIMIT_MS;
	const spot = kept?.spot ?? (await findSpot(ports, place, until));
	const found = typeof spot === "string" ? { why: spot } : await readDays(ports, spot, until);
	const more = typeof spot === "string" ? {} : { spot };
	const next: Kept = { place, at: ports.now(), days: [], ...more, ...found };
	put(ports.storage, SETTING.forecast, JSON.stringify(next));
	return asked(next);
}

function asked({ days, why }: Kept): AskedWeather {
	return why === undefined ? { days } : { why };
}

/** A name with a country that it does not know is looked up without it. */
async function findSpot(ports: Ports, place: string, until: number): Promise<Spot | "unfound" | "unreachable"> {
	for (const name of new Set([place, place.split(",")[0] ?? place])) {
		const reply = await get(ports, `${GEOCODING}?name=${encodeURIComponent(name)}&count=1&format=json`, until);
		if (reply === undefined) return "unreachable";
		const [first] = Array.isArray(reply.results) ? reply.results : [];
		const { latitude, longitude }: Fields = isFields(first) ? first : {};
		if (typeof latitude === "number" && typeof longitude === "number") return { latitude, longitude };
	}
	return "unfound";
}

async function readDays(
	ports: Ports,
	{ latitude, longitude }: Spot,
	until: number,
): Promise<Omit<Kept, "place" | "at">> {
	const where = `latitude=${latitude.toFixed(2)}&longitude=${longitude.toFixed(2)}`;
	const wanted = `daily=weather_code,temperature_2m_min,temperature_2m_max&timezone=auto&forecast_days=${DAYS}`;
	const daily = (await get(ports, `${FORECAST}?${where}&${wanted}`, until))?.daily;
	const days = isFields(daily) ? daysOf(daily) : [];
	return days.length === 0 ? { days, why: "unreachable" } : { days };
}

/** Lists side by side, an item for each day; a value that is not known is null. */
function daysOf({ time, weather_code, temperature_2m_min, temperature_2m_max }: Fields): DatedForecast {
	const [dates, codes, lows, highs] = [time, weather_code, temperature_2m_min, temperature_2m_max].map((list) =>
		Array.isArray(list) ? list.slice(0, DAYS) : [],
	);
	return (dates ?? []).flatMap((date: unknown, at) => {
		const code: unknown = codes?.[at];
		const day = dayOf(typeof code === "number" ? skyOfWmo(code) : undefined, lows?.[at], highs?.[at]);
		return day === undefined || typeof date !== "string" ? [] : [{ date, ...day }];
	});
}

/** Undefined where there was no reply in time, or not what is documented. */
async function get({ http, now, log }: Ports, url: string, until: number): Promise<Fields | undefined> {
	const left = until - now();
	if (left <= 0) return undefined;
	const outcome = await http.send({ url, method: "GET", headers: {} }, left);
	const isReply = outcome.kind === "response" && outcome.response.status === 200;
	if (isReply && isFields(outcome.response.body)) return outcome.response.body;
	log(`weather: ${outcome.kind === "fault" ? outcome.code : outcome.response.status}`);
	return undefined;
}

function readKept({ storage }: Ports, place: string): Kept | undefined {
	const kept = parseJson(readSafely(storage, SETTING.forecast));
	return isKept(kept) && kept.place === place ? kept : undefined;
}

/** It is of our own writing. */
function isKept(value: unknown): value is Kept {
	return isFields(value) && typeof value.at === "number" && Array.isArray(value.days) && value.days.every(isFields);
}
