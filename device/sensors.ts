/**
 * What the watch knows of the moment: time, battery, steps, pulse. Owns the guards: a sensor that is absent, refused or
 * broken is undefined, and nobody waits for it.
 */
import { Battery, HeartRate, Step, Time } from "@zos/sensor";
import type { WatchFacts } from "../core/protocol.ts";
import { attempt } from "./guard.ts";

const MINUTES_AN_HOUR = 60;

/** Local time as the watch shows it: `day` is 1 for Monday to 7, `date` is YYYY-MM-DD, `minutes` since midnight. */
export type Moment = { day: number; dayOfMonth: number; date: string; minutes: number };

export function readMoment(): Moment {
	const time = new Time();
	const dayOfMonth = time.getDate();
	return {
		day: time.getDay(),
		dayOfMonth,
		date: `${time.getFullYear()}-${two(time.getMonth())}-${two(dayOfMonth)}`,
		minutes: time.getHours() * MINUTES_AN_HOUR + time.getMinutes(),
	};
}

export function readBattery(): number | undefined {
	return attempt(() => new Battery().getCurrent()) ?? undefined;
}

/** What may ride along with a question; the Side Service keeps it to itself. */
export function readFacts(): WatchFacts {
	const { date, minutes } = readMoment();
	const facts: WatchFacts = { now: minutes, date };
	const battery = readBattery();
	const steps = attempt(() => new Step().getCurrent());
	const heart = attempt(() => new HeartRate().getLast());
	if (battery !== undefined) facts.battery = battery;
	if (typeof steps === "number") facts.steps = steps;
	if (typeof heart === "number" && heart > 0) facts.heart = heart;
	return facts;
}

function two(value: number): string {
	return value < 10 ? `0${value}` : `${value}`;
}
