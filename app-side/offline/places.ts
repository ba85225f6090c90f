/**
 * A hundred cities: where they are, their time and their names in the languages of the catalogue. Owns the
 * table. Names are as core/offline's `plainWords` leaves them; `*` is any ending, `_` a space.
 */
import { lazily } from "../../core/lazily.ts";
import { placeRows } from "./places.data.ts";
import type { RuleName } from "./zones.ts";

/** Degrees north and east; minutes ahead of UTC in standard time. */
export type City = { latitude: number; longitude: number; minutes: number; rule: RuleName | undefined };

const RULE_SIGNS: Readonly<Record<string, RuleName>> = {
	e: "europe",
	a: "america",
	c: "cuba",
	u: "australia",
	z: "zealand",
	h: "chile",
	g: "egypt",
	i: "israel",
	l: "lebanon",
};

export const cities: () => readonly { city: City; names: readonly string[] }[] = lazily(() =>
	placeRows().map((row) => {
		const [latitude, longitude, time = "", ...names] = row.split(" ");
		const rule = RULE_SIGNS[time.slice(-1)];
		const hours = Number(rule === undefined ? time : time.slice(0, -1));
		return { city: { latitude: Number(latitude), longitude: Number(longitude), minutes: hours * 60, rule }, names };
	}),
);
