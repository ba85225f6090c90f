/**
 * The widgets that only a face has: the time, which the watch draws by itself, the sign that the phone is out of reach,
 * and the call when the face is seen again. Owns their options and the levels of the bright and the resting screen.
 */
import { createWidget, type show_level as Levels, show_level, system_status, widget } from "@zos/ui";
import type { Level } from "./widgets.ts";

type Place = { x: number; y: number };

const levels: typeof Levels = show_level;

export const BRIGHT: Level = { show_level: levels.ONLY_NORMAL };
/** DOC writes ONLY_AOD, working faces write ONAL_AOD (COM). */
const RESTING_LEVEL = levels.ONLY_AOD ?? levels.ONAL_AOD ?? levels.ONLY_NORMAL;

/**
 * Hours and minutes from ten images of digits and one of a colon; no JavaScript runs when a minute passes. The packager
 * finds images by the names in the code, so each family is named whole.
 */
export function createTime(place: Place, images: "digit-" | "digit-rest-"): void {
	const type: number = widget.IMG_TIME;
	const digits = Array.from({ length: 10 }, (_, digit) => `${images}${digit}.png`);
	const colon = `${images}colon.png`;
	createWidget(type, {
		hour_zero: 1,
		hour_startX: place.x,
		hour_startY: place.y,
		hour_array: digits,
		hour_space: 0,
		hour_unit_sc: colon,
		hour_unit_tc: colon,
		hour_unit_en: colon,
		minute_zero: 1,
		minute_follow: 1,
		minute_array: digits,
		minute_space: 0,
		show_level: images === "digit-" ? levels.ONLY_NORMAL : RESTING_LEVEL,
	});
}

export function createSign(place: Place): void {
	const type: number = widget.IMG_STATUS;
	createWidget(type, { ...place, src: "phone-away.png", type: system_status.DISCONNECT, ...BRIGHT });
}

export function createRestingMark(place: Place): void {
	const type: number = widget.IMG;
	createWidget(type, { ...place, src: "mark-rest.png", show_level: RESTING_LEVEL });
}

/** `seen` is called when the face comes to be seen, which may be twice for one look (COM). */
export function onSeen(seen: () => void): void {
	const type: number = widget.WIDGET_DELEGATE;
	createWidget(type, { resume_call: seen, pause_call: () => undefined });
}
