/**
 * The widgets of a face. Owns their options, the levels of the bright and the resting screen, and what the watch draws by
 * itself: time, battery, steps, heart and the sign that the phone is out of reach. Rule: what redraws without JavaScript is
 * left to the watch.
 *
 * A face keeps each function in its heap, and each function of the engine that it is the first to call: so there are few of
 * both, loops in place of callbacks, and `| 0` in place of Math.round.
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
import {
	BATTERY_LEFT,
	faceScale,
	HEART_LEFT,
	MARK_DOWN,
	MARK_LEFT,
	nativeTops,
	SIGN_DOWN,
	SIGN_LEFT,
	STEPS_LEFT,
	TIME_LEFT,
	VITAL_DIGITS,
} from "../../core/face/face-layout.ts";
import { PRESSED } from "../../core/ink.ts";
import type { Box } from "../../core/screen.ts";

export type { WidgetHandle };

/** Not every watch exports the levels: their numbers are 1 and 2 (COM). */
const BRIGHT = show_level?.ONLY_NORMAL ?? 1;

/**
 * Time, vitals, sign and resting mark. The packager finds images by the names in the code, so each family is named whole.
 * Gives the mark, which shows while the screen rests and an answer waits.
 */
export function createNatives(width: number, isRound: boolean): WidgetHandle {
	/** The documents write ONAL_AOD, most faces ONLY_AOD (COM). */
	const resting = show_level?.ONLY_AOD ?? show_level?.ONAL_AOD ?? 2;
	const scale = faceScale(width, isRound);
	const image = (length: number) => ((length * width) / 480 + 0.5) | 0;
	const [timeTop, vitalsTop] = nativeTops(isRound);
	const top = (timeTop * scale + 0.5) | 0;
	let digits: string[] = [];
	for (const images of ["digit-", "digit-rest-", "small-"]) {
		digits = [];
		for (let digit = 0; digit < 10; digit++) digits[digit] = `${images}${digit}.png`;
		if (images === "small-") break;
		const colon = `${images}colon.png`;
		const time: number = widget.IMG_TIME;
		createWidget(time, {
			hour_zero: 1,
			hour_startX: image(TIME_LEFT),
			hour_startY: top,
			hour_array: digits,
			hour_space: 0,
			hour_unit_sc: colon,
			hour_unit_tc: colon,
			hour_unit_en: colon,
			minute_zero: 1,
			minute_follow: 1,
			minute_array: digits,
			minute_space: 0,
			show_level: images === "digit-" ? BRIGHT : resting,
		});
	}
	createVitals(digits, (vitalsTop * scale + 0.5) | 0, width / 480);
	const status: number = widget.IMG_STATUS;
	createWidget(status, {
		x: image(SIGN_LEFT),
		y: top + image(SIGN_DOWN),
		src: "phone-away.png",
		type: system_status.DISCONNECT,
		show_level: BRIGHT,
	});
	const mark = { x: image(MARK_LEFT), y: top + image(MARK_DOWN), src: "mark-rest.png", show_level: resting };
	return createWidget(widget.IMG, mark);
}

function createVitals(font_array: string[], y: number, scale: number): void {
	for (const [src, type, left, unit] of [
		["battery.png", data_type.BATTERY, BATTERY_LEFT, "small-percent.png"],
		["steps.png", data_type.STEP, STEPS_LEFT],
		["heart.png", data_type.HEART, HEART_LEFT],
	] as const) {
		createWidget(widget.IMG, { x: (left * scale + 0.5) | 0, y, src, show_level: BRIGHT });
		createWidget(widget.TEXT_IMG, {
			x: ((left + VITAL_DIGITS) * scale + 0.5) | 0,
			y,
			font_array,
			type,
			invalid_image: "small-none.png",
			h_space: 0,
			show_level: BRIGHT,
			...(unit && { unit_en: unit, unit_sc: unit, unit_tc: unit }),
		});
	}
}

/**
 * A text; with `asks` a button: what a tap on it asks, empty where it listens, null where it opens what is below. One without
 * a text of the latter kind shows nothing and feels the taps; any other is not there.
 */
export type FacePiece = readonly [
	box: Box,
	text: string,
	size: number,
	color: number,
	fill?: number,
	asks?: string | null,
];

/** By their place in the list: what is there, its text, and its place and colour as one number. */
let held: (WidgetHandle | undefined)[] = [];
let texts: string[] = [];
let looks: number[] = [];

/** On a screen that the watch has emptied. */
export function forgetPieces(): void {
	held = [];
	texts = [];
	looks = [];
}

const COLORS = 0x1000000;
/** More than any screen has. */
const MOST_PX = 4096;

/**
 * Draws what differs from what is there. What says something else is another widget: some watches never renew a text (COM),
 * and a button's colours and label cannot be set later (DOC ui/widget/BUTTON.mdx).
 */
export function drawPieces(pieces: readonly FacePiece[], tapped: (asks: string | null) => void): void {
	let isNew = false;
	let place = -1;
	for (const [box, text, text_size, color, normal_color, asks] of pieces) {
		place++;
		const look = (normal_color ?? color) + COLORS * (box.x + MOST_PX * box.y);
		// What feels taps is above what it opens.
		if (texts[place] === text && looks[place] === look && !(asks === null && isNew)) continue;
		isNew = true;
		texts[place] = text;
		looks[place] = look;
		const old = held[place];
		if (old !== undefined) deleteWidget(old);
		const where = { ...box, show_level: BRIGHT };
		const click_func = asks === undefined ? undefined : () => tapped(asks);
		if (asks === undefined)
			held[place] = createWidget(widget.TEXT, {
				...where,
				text,
				text_size,
				color,
				align_h: align.CENTER_H,
				align_v: align.CENTER_V,
				text_style: text_style.WRAP,
			});
		else if (asks === null)
			// On some watches nothing but a BUTTON feels any taps (COM).
			held[place] = createWidget(widget.BUTTON, {
				...where,
				normal_src: "clear.png",
				press_src: "clear.png",
				click_func,
			});
		else if (text === "") held[place] = undefined;
		else
			held[place] = createWidget(widget.BUTTON, {
				...where,
				text,
				text_size,
				color,
				radius: box.h >> 1,
				normal_color,
				press_color: PRESSED,
				click_func,
			});
		// A watch may show the old one until it is told to draw (DOC ui/redraw.mdx).
		if (old !== undefined) redraw?.();
	}
}

export function setVisible(handle: WidgetHandle, visible: boolean): void {
	handle.setProperty(prop.VISIBLE, visible);
}

/** `seen` is called when the face comes to be seen, which may be twice for one look (COM); `gone` when it no longer is. */
export function onSeen(seen: () => void, gone: () => void): void {
	const type: number = widget.WIDGET_DELEGATE;
	createWidget(type, { resume_call: seen, pause_call: gone });
}
