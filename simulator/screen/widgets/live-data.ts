/** What the data types of native widgets read from the watch. A value the watch has not got is null. */
import { type DataTypeName, dataTypeName } from "../constants.ts";
import type { Props } from "../props.ts";
import type { Live } from "../scene.ts";

/** The digits that a widget without a width keeps room for (DOC watchface/api/hmUI/widget/data_type.mdx). */
const DIGITS: Partial<Record<DataTypeName, number>> = {
	BATTERY: 3,
	STEP: 5,
	STEP_TARGET: 5,
	CAL: 4,
	CAL_TARGET: 4,
	HEART: 3,
	WEATHER_CURRENT: 3,
	WEATHER_LOW: 3,
	WEATHER_HIGH: 3,
};

export function dataDigits(props: Props): number {
	const name = dataTypeName(props.type);
	return (name && DIGITS[name]) ?? 0;
}

/** The value as a number, null where the watch has none, undefined where the widget names no type. */
export function dataValue(live: Live, props: Props): number | null | undefined {
	const name = dataTypeName(props.type);
	if (name === undefined) return undefined;
	const value = currentValue(live, name);
	return typeof value === "string" ? Number.parseFloat(value) : value;
}

/** As its images say it: digits, with `.` between hours and minutes or before a fraction, and `-` before what is below 0. */
export function dataText(live: Live, props: Props): string | null {
	const name = dataTypeName(props.type);
	const value = name === undefined ? null : currentValue(live, name);
	return typeof value === "number" ? String(Math.round(value)) : value;
}

function currentValue(live: Live, name: DataTypeName): number | string | null {
	switch (name) {
		case "BATTERY":
			return Math.round(live.batteryPercent);
		case "STEP":
			return live.steps;
		case "STEP_TARGET":
			return live.stepTarget;
		case "HEART":
			return live.heartRate;
		case "WEATHER_CURRENT":
			return live.temperature;
		default:
			return live.data?.[name] ?? null;
	}
}

/** How much of its range the value fills, 0 to 1; undefined where the widget names no type. */
export function dataShare(live: Live, props: Props): number | undefined {
	const name = dataTypeName(props.type);
	if (name === undefined) return undefined;
	const value = dataValue(live, props) ?? 0;
	const most = name === "STEP" ? live.stepTarget : name === "HEART" ? MOST_BEATS : 100;
	return most <= 0 ? 0 : Math.min(1, Math.max(0, value / most));
}

const MOST_BEATS = 190;
