/** open-meteo.com as a real HTTP server on loopback, with the replies that it documents or was seen to give. */
import { afterEach, describe, expect, it } from "vitest";
import { SETTING } from "../../core/settings/settings.ts";
import { type Canned, chat, closeEndpoints, type Endpoint, endpointWith } from "../../test/side-service/endpoint.ts";
import {
	createTestPhone,
	TEST_KEY,
	type TestPhone,
	textOf,
	until,
	vendorFetch,
} from "../../test/side-service/phone.ts";
import { weatherOf } from "../offline/words/index.ts";
import { askWeather } from "./open-meteo.ts";

afterEach(closeEndpoints);

/** The JSON return object of open-meteo/open-meteo-website 770a37b, geocoding-object.svx. */
const BERLIN: Canned = {
	body: JSON.stringify({
		results: [
			{
				...{
					id: 2950159,
					name: "Berlin",
					latitude: 52.52437,
					longitude: 13.41053,
					elevation: 74,
					feature_code: "PPLC",
				},
				...{ country_code: "DE", admin1_id: 2950157, timezone: "Europe/Berlin", population: 3426354 },
				...{ postcodes: ["10967", "13347"], country_id: 2921044, country: "Deutschland", admin1: "Berlin" },
			},
		],
	}),
};
/** "Empty fields are not returned": so a place that is not known has no results. */
const NOWHERE: Canned = { body: '{"generationtime_ms":0.49}' };
/** As AsteroidOS/asteroidsyncservice's documentation shows what such a request got on 2024-11-20, for New York. */
const DAYS: Canned = {
	body: '{"latitude":40.75003,"longitude":-74.05296,"generationtime_ms":0.14698505401611328,"utc_offset_seconds":-18000,"timezone":"America/New_York","timezone_abbreviation":"EST","elevation":12.0,"daily_units":{"time":"iso8601","weather_code":"wmo code","temperature_2m_max":"°C","temperature_2m_min":"°C"},"daily":{"time":["2024-11-20","2024-11-21","2024-11-22","2024-11-23","2024-11-24","2024-11-25","2024-11-26"],"weather_code":[3,71,85,85,3,3,3],"temperature_2m_max":[16.3,12.0,4.4,8.1,8.9,10.4,10.8],"temperature_2m_min":[11.7,3.5,1.8,4.0,6.4,5.5,8.6]}}',
};
/** Its documented error. */
const REFUSED: Canned = {
	status: 400,
	body: '{"error":true,"reason":"Cannot initialize WeatherVariable from invalid String value tempeture_2m for key hourly"}',
};
const SAID = [
	{ date: "2024-11-20", sky: "overcast", low: 11.7, high: 16.3 },
	{ date: "2024-11-21", sky: "light snow", low: 3.5, high: 12 },
	{ date: "2024-11-22", sky: "snow showers", low: 1.8, high: 4.4 },
];

/** A phone for which open-meteo.com's two hosts, and no other, stand at `endpoint`. */
function phoneBeside(endpoint: Endpoint): TestPhone {
	const { origin } = new URL(endpoint.url);
	return createTestPhone((options) =>
		vendorFetch({
			...options,
			url: options.url.replace(/^https:\/\/(?:geocoding-)?api\.open-meteo\.com(?=\/)/, origin),
		}),
	);
}

const FACTS = { now: 609, date: "2024-11-20" };

function allowed(phone: TestPhone, place = "New York"): TestPhone {
	phone.stored.set(SETTING.place, place);
	phone.stored.set(SETTING.weather, "yes");
	return phone;
}

describe("open-meteo.com", () => {
	it("is asked for the place by name alone, then for its days, and says them", async () => {
		const endpoint = await endpointWith(BERLIN, DAYS);
		const { ports } = phoneBeside(endpoint);
		expect(await askWeather(ports, "Sankt Peter-Ording, Deutschland")).toEqual({ days: SAID });
		const [first, second] = endpoint.taken();
		expect(first?.path).toBe("/v1/search?name=Sankt%20Peter-Ording%2C%20Deutschland&count=1&format=json");
		expect(second?.path).toBe(
			"/v1/forecast?latitude=52.52&longitude=13.41&daily=weather_code,temperature_2m_min,temperature_2m_max&timezone=auto&forecast_days=3",
		);
		for (const { headers, body } of endpoint.taken()) {
			expect(Object.keys(headers).filter((name) => /auth|key|cookie|referer|x-/.test(name))).toEqual([]);
			expect(body).toBe("");
		}
	});

	it("is asked again after half an hour, and where the place is never again", async () => {
		const endpoint = await endpointWith(BERLIN, DAYS);
		const phone = phoneBeside(endpoint);
		await askWeather(phone.ports, "Berlin");
		phone.pass(29 * 60_000);
		expect(await askWeather(phone.ports, "Berlin")).toEqual({ days: SAID });
		expect(endpoint.hits()).toBe(2);
		phone.pass(2 * 60_000);
		expect(await askWeather(phone.ports, "Berlin")).toEqual({ days: SAID });
		expect(endpoint.taken().map(({ path }) => path.split("?")[0])).toEqual([
			"/v1/search",
			"/v1/forecast",
			"/v1/forecast",
		]);
		endpoint.answer(BERLIN, DAYS);
		await askWeather(phone.ports, "Bern");
		expect(endpoint.hits()).toBe(5);
	});

	it("does not know a place: without its country it may", async () => {
		const endpoint = await endpointWith(NOWHERE, BERLIN, DAYS);
		expect(await askWeather(phoneBeside(endpoint).ports, "Berlin, Allemagne")).toEqual({ days: SAID });
		expect(endpoint.taken().map(({ path }) => path.slice(0, 30))[1]).toBe("/v1/search?name=Berlin&count=1");
		const other = await endpointWith(NOWHERE);
		const phone = phoneBeside(other);
		expect(await askWeather(phone.ports, "Xyzzy")).toEqual({ why: "unfound" });
		expect(await askWeather(phone.ports, "Xyzzy")).toEqual({ why: "unfound" });
		expect(other.hits()).toBe(1);
	});

	it.each([
		["an error", [BERLIN, REFUSED]],
		["a page", [{ body: "<html>Log in</html>" }]],
		["nothing of use", [BERLIN, { body: '{"daily":{"time":"x","weather_code":{},"temperature_2m_max":[1]}}' }]],
		[
			"values that are not known",
			[
				BERLIN,
				{
					body: '{"daily":{"time":["2024-11-20"],"weather_code":[null],"temperature_2m_max":[null],"temperature_2m_min":[null]}}',
				},
			],
		],
		["no reply", ["hang up"]],
	] as [string, Canned[]][])(
		"gives %s: nothing is known, and for two minutes nobody asks again",
		async (_, replies) => {
			const endpoint = await endpointWith(...replies);
			const phone = phoneBeside(endpoint);
			expect(await askWeather(phone.ports, "Berlin")).toEqual({ why: "unreachable" });
			const hits = endpoint.hits();
			expect(await askWeather(phone.ports, "Berlin")).toEqual({ why: "unreachable" });
			expect(endpoint.hits()).toBe(hits);
			phone.pass(3 * 60_000);
			endpoint.answer(BERLIN, DAYS);
			if (hits === 2) endpoint.answer(DAYS);
			expect(await askWeather(phone.ports, "Berlin")).toEqual({ days: SAID });
		},
	);

	it("is waited for 3 s in all", async () => {
		const endpoint = await endpointWith("silence");
		const phone = phoneBeside(endpoint);
		const waiting = askWeather(phone.ports, "Berlin");
		await until(() => endpoint.hits() === 1);
		expect(phone.timers()).toEqual([3_000]);
		phone.pass(3_000);
		expect(await waiting).toEqual({ why: "unreachable" });
		expect(endpoint.hits()).toBe(1);
	});

	it("whatever is kept of it in the storage, it is asked", async () => {
		for (const kept of [
			"",
			"{",
			"[]",
			'{"place":"Berlin","at":"x"}',
			'{"place":"Berlin","at":1,"days":[null]}',
			"null",
		]) {
			const phone = phoneBeside(await endpointWith(BERLIN, DAYS));
			phone.stored.set(SETTING.forecast, kept);
			expect(await askWeather(phone.ports, "Berlin"), kept).toEqual({ days: SAID });
		}
	});
});

describe("the weather with a question", () => {
	const QUESTION = "Do I need an umbrella?";
	const TOLD = "Weather where the user is: ";

	async function asked(share: string[], more: Record<string, unknown>, set: (phone: TestPhone) => void = allowed) {
		const weather = await endpointWith(BERLIN, DAYS);
		const model = await endpointWith(chat("No."));
		const phone = phoneBeside(weather);
		phone.choose("custom", { key: TEST_KEY, baseUrl: model.url, model: "m" });
		phone.stored.set(SETTING.share, JSON.stringify(share));
		set(phone);
		expect(textOf(await phone.finish(phone.ask("a1", QUESTION, more)))).toBe("No.");
		const [{ body = "" } = {}] = model.taken();
		const rules: string = JSON.parse(body).messages[0].content;
		return {
			hits: weather.hits(),
			requests: model.hits(),
			line: rules.split("\n").find((line) => line.startsWith(TOLD)),
		};
	}

	it("is told of the watch, in the one request, and nobody else is asked", async () => {
		const facts = { ...FACTS, weather: "C 5 8 13 0 7 12" };
		expect(await asked(["weather"], { facts })).toEqual({
			...{ hits: 0, requests: 1 },
			line: `${TOLD}light rain, 8 to 13 °C today; tomorrow cloudy, 7 to 12 °C.`,
		});
	});

	it("is told of the place where the watch has none, in the unit of the language", async () => {
		const celsius = `${TOLD}overcast, 12 to 16 °C today; tomorrow light snow, 4 to 12 °C.`;
		expect(await asked(["weather"], { facts: FACTS, lang: "de-DE" })).toEqual({ hits: 2, requests: 1, line: celsius });
		const fahrenheit = `${TOLD}overcast, 53 to 61 °F today; tomorrow light snow, 38 to 54 °F.`;
		expect((await asked(["weather"], { facts: FACTS, lang: "en-US" })).line).toBe(fahrenheit);
	});

	it("is neither told nor asked for without both switches and a place", async () => {
		const nothing = { hits: 0, requests: 1, line: undefined };
		expect(await asked([], { facts: { ...FACTS, weather: "C 5 8 13" } })).toEqual(nothing);
		expect(await asked(["weather"], { facts: FACTS }, () => {})).toEqual(nothing);
		expect(await asked(["weather"], { facts: FACTS }, (phone) => allowed(phone, ""))).toEqual(nothing);
		expect(await asked(["weather"], { facts: { ...FACTS, date: "2024-12-24" } })).toEqual({ ...nothing, hits: 2 });
	});
});

describe("the built-in assistant", () => {
	it("asks for the weather where it may, at a question about it alone", async () => {
		const endpoint = await endpointWith(BERLIN, DAYS);
		const phone = allowed(phoneBeside(endpoint));
		const more = { facts: FACTS, lang: "de-DE" };
		await phone.ask("a0", "Erzähl mir einen Witz", more);
		expect(endpoint.hits()).toBe(0);
		expect(textOf(await phone.ask("a1", "Wie ist das Wetter?", more))).toBe("Heute: bedeckt, 12 bis 16\u00a0°C.");
		expect(textOf(await phone.ask("a2", "Wird es morgen regnen?", more))).toBe(
			"Es schneit wahrscheinlich. Morgen: leichter Schnee, 4 bis 12\u00a0°C.",
		);
		expect(endpoint.hits()).toBe(2);
		expect(await Promise.all(["a1", "a1"].map((id) => phone.ask(id, "Wetter", more)))).toMatchObject([{}, {}]);
	});

	it("says why it does not know", async () => {
		const [none, unfound, unreachable] = weatherOf("en-US").none.split("|");
		const more = { facts: FACTS };
		const plain = phoneBeside(await endpointWith("hang up"));
		expect(textOf(await plain.ask("a1", "weather", more))).toBe(none);
		expect(textOf(await allowed(plain).ask("a2", "weather", more))).toBe(unreachable);
		const lost = allowed(phoneBeside(await endpointWith(NOWHERE)), "Xyzzy");
		expect(textOf(await lost.ask("a1", "weather", more))).toBe(unfound?.replace("{place}", "Xyzzy"));
	});
});
