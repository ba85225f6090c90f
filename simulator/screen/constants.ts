/**
 * The numbers behind the names that `@zos/ui` exports. The vendor documents the names only, so the numbers are ours, but
 * for CENTER_H (an official sample passes 16) and the order of the display levels (they are combined with `|`). The
 * modelled `@zos/ui` hands exactly these objects to a package, and the renderer reads them back.
 */

export const ALIGN = { LEFT: 1, RIGHT: 2, TOP: 4, BOTTOM: 8, CENTER_H: 16, CENTER_V: 32 } as const;

export const TEXT_STYLE = { NONE: 0, WRAP: 1, CHAR_WRAP: 2, ELLIPSIS: 3 } as const;

/** `ONAL_AOD` is how the documentation spells it, `ONAL_NORML` an official sample; faces use any. */
export const SHOW_LEVEL = {
	ONLY_NORMAL: 1,
	ONAL_NORML: 1,
	ONLY_AOD: 2,
	ONAL_AOD: 2,
	ONLY_EDIT: 4,
	ALL: 7,
} as const;

export const SYSTEM_STATUS = { CLOCK: 0, DISCONNECT: 1, DISTURB: 2, LOCK: 3 } as const;

export const DATE_PART = { MONTH: 0, DAY: 1, WEEK: 2 } as const;

const DATA_TYPES = [
	"BATTERY",
	"STEP",
	"STEP_TARGET",
	"CAL",
	"CAL_TARGET",
	"HEART",
	"PAI_DAILY",
	"PAI_WEEKLY",
	"DISTANCE",
	"STAND",
	"STAND_TARGET",
	"WEATHER_CURRENT",
	"WEATHER_LOW",
	"WEATHER_HIGH",
	"UVI",
	"AQI",
	"HUMIDITY",
	"FAT_BURNING",
	"FAT_BURNING_TARGET",
	"SUN_CURRENT",
	"SUN_RISE",
	"SUN_SET",
	"WIND",
	"STRESS",
	"SPO2",
	"ALTIMETER",
	"FLOOR",
	"ALARM_CLOCK",
	"COUNT_DOWN",
	"STOP_WATCH",
	"SLEEP",
	"TRAINING_LOAD",
	"VO2MAX",
	"RECOVERY_TIME",
	"MONTH_RUN_TIMES",
	"MONTH_RUN_DISTANCE",
	"ALTITUDE",
	"READINESS",
	"MOON",
	"OUTDOOR_RUNNING",
	"WALKING",
	"OUTDOOR_CYCLING",
	"FREE_TRAINING",
	"POOL_SWIMMING",
	"OPEN_WATER_SWIMMING",
	"PHN",
	"BREATH_TRAIN",
	"WEATHER",
	"SPORT_ALTITUDE",
	"TRACK",
] as const;

export type DataTypeName = (typeof DATA_TYPES)[number];

/** `hmUI.data_type` by name. */
export const DATA_TYPE: Readonly<Record<string, number>> = Object.fromEntries(
	DATA_TYPES.map((name, index) => [name, index + 1]),
);

/** The name of a `data_type` number, or undefined. */
export function dataTypeName(value: unknown): DataTypeName | undefined {
	return typeof value === "number" ? DATA_TYPES[value - 1] : undefined;
}
