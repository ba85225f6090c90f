/**
 * The widgets of a face. Owns their options, the levels of the bright and the resting screen, and what the watch draws by
 * itself: time, battery, steps, heart and the sign that the phone is out of reach. Rule: what redraws without JavaScript is
 * left to the watch.
 *
 * One function makes all that never changes, since a face keeps each function in its heap.
 */
import {
	align,
	createWidget,
	data_type,
	deleteWidget,
	prop,
	redraw,
	show_level,
	system_status,
	text_style,
	type WidgetHandle,
	widget,
} from "@zos/ui";
import type { FaceNatives } from "../../core/face/face-layout.ts";
import type { Box } from "../../core/screen.ts";
import { attempt } from "../guard.ts";

export type { WidgetHandle };

/** `asks`: the question that a tap on it asks; empty for the one that listens. */
export type FaceButton = Box & { text: string; asks: string; size: number; color: number; fill: number };

const PRESSED = 0x3d3d43;

/** Not every watch exports the levels: their numbers are 1 and 2 (COM). */
const levels = show_level ?? {};
const BRIGHT = levels.ONLY_NORMAL ?? 1;
/** The documents write ONAL_AOD, most faces ONLY_AOD (COM). */
const RESTING = levels.ONLY_AOD ?? levels.ONAL_AOD ?? 2;

/**
 * Time, vitals, sign and resting mark. The packager finds images by the names in the code, so each family is named whole.
 * Gives the mark, which shows while the screen rests and an answer waits.
 */
export function createNatives({ time, vitals, sign, mark }: FaceNatives): WidgetHandle {
	const show_level = BRIGHT;
	for (const images of ["digit-", "digit-rest-"]) {
		const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `${images}${digit}.png`);
		const colon = `${images}colon.png`;
		const type: number = widget.IMG_TIME;
		createWidget(type, {
			hour_zero: 1,
			hour_startX: time.x,
			hour_startY: time.y,
			hour_array: digits,
			hour_space: 0,
			hour_unit_sc: colon,
			hour_unit_tc: colon,
			hour_unit_en: colon,
			minute_zero: 1,
			minute_follow: 1,
			minute_array: digits,
			minute_space: 0,
			show_level: images === "digit-" ? show_level : RESTING,
		});
	}
	const status: number = widget.IMG_STATUS;
	createWidget(status, { x: sign.x, y: sign.y, src: "phone-away.png", type: system_status.DISCONNECT, show_level });
	const resting = createWidget(widget.IMG, { x: mark.x, y: mark.y, src: "mark-rest.png", show_level: RESTING });
	const signs = ["battery.png", "steps.png", "heart.png"];
	const types = [data_type.BATTERY, data_type.STEP, data_type.HEART];
	const small = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `small-${digit}.png`);
	vitals.x.forEach((x, index) => {
		createWidget(widget.IMG, { x, y: vitals.y, src: signs[index], show_level });
		const unit = index === 0 ? "small-percent.png" : undefined;
		const digits = { font_array: small, type: types[index], invalid_image: "small-none.png", h_space: 0, show_level };
		const units = unit === undefined ? {} : { unit_en: unit, unit_sc: unit, unit_tc: unit };
		createWidget(widget.TEXT_IMG, Object.assign({ x: x + vitals.after, y: vitals.y }, digits, units));
	});
	return resting;
}

/** Shows nothing and feels the taps of what lies below. On some watches nothing but a BUTTON feels any (COM). */
export function createTouch({ x, y, w, h }: Box, tapped: () => void): WidgetHandle {
	const images = { normal_src: "clear.png", press_src: "clear.png" };
	const touch = { x, y, w, h, click_func: tapped, show_level: BRIGHT };
	return createWidget(widget.BUTTON, Object.assign(touch, images));
}

/** Born in its place with all that it says: some watches never renew a text (COM). */
export function createLine({ x, y, w, h }: Box, text: string, text_size: number, color: number): WidgetHandle {
	return createWidget(widget.TEXT, {
		x,
		y,
		w,
		h,
		text,
		text_size,
		color,
		align_h: align.CENTER_H,
		align_v: align.CENTER_V,
		text_style: text_style.WRAP,
		show_level: BRIGHT,
	});
}

/** Colours and labels cannot be set later (DOC ui/widget/BUTTON.mdx): another look is another button. */
export function createButton({ x, y, w, h, text, size, color, fill }: FaceButton, tapped: () => void): WidgetHandle {
	return createWidget(widget.BUTTON, {
		x,
		y,
		w,
		h,
		text,
		text_size: size,
		color,
		radius: Math.floor(h / 2),
		normal_color: fill,
		press_color: PRESSED,
		click_func: tapped,
		show_level: BRIGHT,
	});
}

export const removeWidget = deleteWidget;

/** After `removeWidget` a watch may show the widget until it is told to draw (DOC ui/redraw.mdx). */
export function settle(): void {
	redraw?.();
}

/** Whether it could be done: some watches throw while a face is being built (COM). */
export function setVisible(handle: WidgetHandle, visible: boolean): boolean {
	return attempt(() => handle.setProperty(prop.VISIBLE, visible)) !== null;
}

/** `seen` is called when the face comes to be seen, which may be twice for one look (COM); `gone` when it no longer is. */
export function onSeen(seen: () => void, gone: () => void): void {
	const type: number = widget.WIDGET_DELEGATE;
	createWidget(type, { resume_call: seen, pause_call: gone });
}
