/**
 * The sport values of the workout that runs: drawn and renewed by the watch itself (DOC ui/widget/SPORT_DATA.mdx), and read
 * as numbers (DOC app-access/getSportData.mdx). Owns the guards: what the watch does not say is absent.
 */
import { getSportData } from "@zos/app-access";
import { createWidget, edit_widget_group_type, sport_data, widget } from "@zos/ui";
import type { Run } from "../core/run/due-cues.ts";
import type { Box } from "../core/screen.ts";
import { attempt } from "./guard.ts";

export type SportValue = "HR" | "PACE" | "DISTANCE_TOTAL";

/** `id` must be one of its own for each. Value above, its name below. */
export function createSportValue(
	id: number,
	value: SportValue,
	place: Box,
	size: number,
	labelSize: number,
	color: number,
): void {
	const type: number = widget.SPORT_DATA;
	const valueHeight = Math.ceil(size * 1.25);
	createWidget(type, {
		edit_id: id,
		category: edit_widget_group_type.SPORTS,
		default_type: sport_data[value],
		...place,
		text_size: size,
		text_color: 0xffffff,
		text_x: 0,
		text_y: 0,
		text_w: place.w,
		text_h: valueHeight,
		sub_text_visible: true,
		sub_text_size: labelSize,
		sub_text_color: color,
		sub_text_x: 0,
		sub_text_y: valueHeight,
		sub_text_w: place.w,
		sub_text_h: place.h - valueHeight,
		rect_visible: false,
	});
}

const METERS_A_KM = 1000;
const TYPES = ["distance", "duration", "pace"] as const;

/**
 * Distance, duration and pace; null where the watch does not say how far and how long. They come as texts such as `4.02`,
 * `00:24:10` and `6'01"` (DOC), distance and pace in the unit that the watch shows (INF: the documentation names none), which
 * is `metersAUnit` long. One after the other: `found` has what is known so far.
 */
export function readRun(metersAUnit: number, take: (run: Run | null) => void, found: readonly number[] = []): void {
	const type = TYPES[found.length];
	const [far = Number.NaN, seconds = Number.NaN, pace = 0] = found;
	if (type === undefined) {
		const run: Run = { meters: far * metersAUnit, seconds };
		if (pace > 0) run.pace = (pace * METERS_A_KM) / metersAUnit;
		take(far >= 0 && seconds >= 0 ? run : null);
		return;
	}
	let waits = true;
	const got = (text: unknown) => {
		if (waits) readRun(metersAUnit, take, found.concat(secondsIn(text)));
		waits = false;
	};
	const asked = attempt(() =>
		getSportData({ type }, ({ code, data }) => {
			attempt(() => got(code === 0 ? attempt(() => readValue(JSON.parse(data)[0], type)) : ""));
		}),
	);
	if (asked !== true) got("");
}

/** The documents' own example of a pace has it as avg_pace (`data-units`). */
function readValue(found: Readonly<Record<string, unknown>>, type: string): unknown {
	return found[type] ?? found[`avg_${type}`];
}

/** Of `1:02:03` and `6'01"`; a number alone is itself. NaN where there is none. */
function secondsIn(text: unknown): number {
	const parts = typeof text === "string" ? text.split(/[^\d.]+/).filter((part) => part !== "") : [];
	return parts.length === 0 ? Number.NaN : parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}
