/**
 * The day that the watch is in: what it measures and how the person set it. Owns the table of what the page can change, how each
 * is read and how it is set. Rule: the page knows none of them by name.
 */
import type { Desktop } from "../desktop.ts";
import { measured } from "../watch/sensors.ts";
import type { Condition } from "./protocol.ts";

type Value = string | number | boolean | null;

type Row = {
	readonly id: string;
	read(desktop: Desktop): Condition;
	/** Whatever the page sent: a value that is none changes nothing. */
	write(desktop: Desktop, value: Value): void;
};

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** DOC sensor/Weather, index. */
const WEATHERS = [
	{ id: "3", name: "Sunny" },
	{ id: "0", name: "Cloudy" },
	{ id: "4", name: "Overcast" },
	{ id: "5", name: "Light rain" },
	{ id: "10", name: "Heavy rain" },
	{ id: "15", name: "Thunderstorms" },
	{ id: "6", name: "Light snow" },
	{ id: "13", name: "Fog" },
	{ id: "", name: "Not known" },
];

const ROWS: readonly Row[] = [
	{
		id: "time",
		read: ({ watch, clock }) => ({ id: "time", label: "Time", kind: "time", value: timeAt(clock.now(), watch) }),
		write({ watch, clock }, value) {
			const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(String(value)) ?? [];
			if (hours === undefined) return;
			const ahead = Number(hours) * 60 + Number(minutes) - minutesAt(clock.now(), watch);
			watch.settings.aheadMs = () => ahead * MINUTE_MS;
		},
	},
	{
		id: "hour24",
		read: ({ watch }) => ({ id: "hour24", label: "24 hours", kind: "switch", value: watch.settings.hour24 }),
		write({ watch }, value) {
			if (typeof value === "boolean") watch.settings.hour24 = value;
		},
	},
	{
		id: "metric",
		read: ({ watch }) => ({ id: "metric", label: "Metric units", kind: "switch", value: watch.settings.metric }),
		write({ watch }, value) {
			if (typeof value === "boolean") watch.settings.metric = value;
		},
	},
	numberRow("battery", "Battery, %", 100),
	numberRow("steps", "Steps", 99_999),
	numberRow("heartRate", "Heart rate", 250),
	{
		id: "weather",
		read({ watch }) {
			const index = measured(watch.sensors.weather)?.forecast[0]?.index;
			const value = index === undefined ? "" : String(index);
			const others = WEATHERS.some(({ id }) => id === value) ? [] : [{ id: value, name: `Weather ${value}` }];
			return { id: "weather", label: "Weather", kind: "choice", value, choices: [...WEATHERS, ...others] };
		},
		write({ watch }, value) {
			if (!WEATHERS.some(({ id }) => id === value)) return;
			const known = measured(watch.sensors.weather) ?? SOME_WEATHER;
			const [today = SOME_DAY, ...later] = known.forecast;
			watch.sensors.weather =
				value === "" ? null : { ...known, forecast: [{ ...today, index: Number(value) }, ...later] };
		},
	},
	{
		id: "temperature",
		read: ({ watch }) => ({
			...{ id: "temperature", label: "Temperature, °C", kind: "number", min: -50, max: 60 },
			value: measured(watch.sensors.weather)?.temperature ?? null,
		}),
		write({ watch }, value) {
			const known = measured(watch.sensors.weather);
			if (known !== null && typeof value === "number")
				watch.sensors.weather = { ...known, temperature: Math.min(60, Math.max(-50, Math.round(value))) };
		},
	},
];

const SOME_DAY = { high: 21, low: 12, index: 3 };
const SOME_WEATHER = { city: "Berlin", temperature: 18, forecast: [SOME_DAY], humidity: 56, uvi: 4 };

/** An empty field is a sensor that measured nothing. */
function numberRow(id: "battery" | "steps" | "heartRate", label: string, max: number): Row {
	return {
		id,
		read: ({ watch }) => ({ id, label, kind: "number", min: 0, max, value: measured(watch.sensors[id]) }),
		write({ watch }, value) {
			if (value === null) watch.sensors[id] = null;
			else if (typeof value === "number") watch.sensors[id] = Math.min(max, Math.max(0, Math.round(value)));
		},
	};
}

export function conditionsOf(desktop: Desktop): Condition[] {
	return ROWS.map((row) => row.read(desktop));
}

/** The face or card in front is shown anew, as to somebody who comes back from the watch's own settings. */
export function setCondition(desktop: Desktop, id: string, value: Value): void {
	ROWS.find((row) => row.id === id)?.write(desktop, value);
	const { watch } = desktop;
	const surface = watch.surface();
	if (watch.screen() !== "on") return;
	if (surface?.kind === "face") watch.showFace(surface.appId);
	else if (surface?.kind === "card") watch.showCard(surface.appId);
}

function minutesAt(now: number, { settings }: Desktop["watch"]): number {
	const minutes = Math.floor(now / MINUTE_MS) + settings.utcOffsetMinutes;
	return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}

function timeAt(now: number, watch: Desktop["watch"]): string {
	const minutes = minutesAt(now + (watch.settings.aheadMs?.() ?? 0), watch);
	const two = (part: number) => String(part).padStart(2, "0");
	return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
