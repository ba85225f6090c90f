/**
 * The sport values of the workout that runs: drawn and renewed by the watch itself (DOC ui/widget/SPORT_DATA.mdx), and read
 * as numbers (DOC app-access/getSportData.mdx). Owns the guards: what the watch does not say is absent.
 */
import { getSportData } from "@zos/app-access";
import { createWidget, edit_widget_group_type, sport_data, widget } from "@zos/ui";
import type { Run } from "../core/cues.ts";
import { attempt } from "./guard.ts";

export type SportValue = "HR" | "PACE" | "DISTANCE_TOTAL" | "DURATION_NET";

type Place = { x: number; y: number; w: number; h: number };

/** `id` must be one of its own for each. Value above, its name below. */
export function createSportValue(
	id: number,
	value: SportValue,
	place: Place,
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

/**
 * Distance, duration and pace, all at once; null where the watch does not say how far and how long. They come as texts such
 * as `4.02`, `00:24:10` and `6'01"` (DOC), the distance in km (INF: nothing is said of miles).
 */
export function readRun(take: (run: Run | null) => void): void {
	const values: number[] = [];
	let left = 3;
	const got = (index: number, text: string) => {
		if (values[index] !== undefined) return;
		const parts = text.split(/[^\d.]+/).filter((part) => part !== "");
		values[index] = parts.length === 0 ? Number.NaN : parts.reduce((sum, part) => sum * 60 + Number(part), 0);
		left--;
		if (left > 0) return;
		const [km = Number.NaN, seconds = Number.NaN, pace = Number.NaN] = values;
		const run: Run = { meters: km * METERS_A_KM, seconds };
		if (pace > 0) run.pace = pace;
		take(km >= 0 && seconds >= 0 ? run : null);
	};
	["distance", "duration", "pace"].forEach((type, index) => {
		const asked = attempt(() =>
			getSportData({ type }, ({ code, data }) => {
				const value = code === 0 ? attempt(() => JSON.parse(data)[0][type]) : null;
				attempt(() => got(index, typeof value === "string" ? value : ""));
			}),
		);
		if (asked !== true) got(index, "");
	});
}
