/** IMG_TIME, IMG_DATE, IMG_WEEK, TIME_POINTER, DATE_POINTER: what a face redraws without any JavaScript. */
import { DATE_PART } from "../constants.ts";
import { type Draw, imageAt, type Painter } from "../painter.ts";
import { isTrue, numberOf, optionalNumber, type Props, textOf, textsOf } from "../props.ts";
import type { Live } from "../scene.ts";
import { digitPaths, paintRow, rowOf, rowStart, rowWidth, scriptOf } from "./digits.ts";
import { paintImage, paintPointer } from "./images.ts";

const MINUTE_MS = 60_000;

type LocalTime = {
	year: number;
	month: number;
	day: number;
	/** Monday is 1, Sunday 7, as the watch counts. */
	week: number;
	hour: number;
	minute: number;
	second: number;
};

function localTime(live: Live): LocalTime {
	const date = new Date(live.now + live.utcOffsetMinutes * MINUTE_MS);
	return {
		year: date.getUTCFullYear(),
		month: date.getUTCMonth() + 1,
		day: date.getUTCDate(),
		week: date.getUTCDay() === 0 ? 7 : date.getUTCDay(),
		hour: date.getUTCHours(),
		minute: date.getUTCMinutes(),
		second: date.getUTCSeconds(),
	};
}

/** One number of a row: `prefix` begins its properties, as in `hour_startX`. */
type Part = { prefix: string; text: string; digits: string[] };

export const drawImageTime: Draw = (painter, { props }) => {
	const time = localTime(painter.scene.live);
	const hour = painter.scene.live.hour24 ? time.hour : time.hour % 12 || 12;
	const parts = [
		{ prefix: "hour", value: hour },
		{ prefix: "minute", value: time.minute },
		{ prefix: "second", value: time.second },
	].map(({ prefix, value }) => {
		const text = isTrue(props, `${prefix}_zero`, prefix !== "hour") ? String(value).padStart(2, "0") : String(value);
		return { prefix, text, digits: textsOf(props, `${prefix}_array`) };
	});
	paintParts(painter, props, parts);
	if (!painter.scene.live.hour24) paintHalfDay(painter, props, time.hour < 12 ? "am" : "pm");
};

function paintHalfDay(painter: Painter, props: Props, half: "am" | "pm"): void {
	const script = scriptOf(painter.scene.language);
	const path = textOf(props, `${half}_${script}_path`) || textOf(props, `${half}_en_path`);
	paintImage(painter, path, numberOf(props, `${half}_x`), numberOf(props, `${half}_y`));
}

export const drawImageDate: Draw = (painter, { props }) => {
	const time = localTime(painter.scene.live);
	const script = scriptOf(painter.scene.language);
	const year = isTrue(props, "year_zero", true) ? String(time.year) : String(time.year % 100);
	const parts = [
		{ prefix: "year", text: year, value: 0 },
		{ prefix: "month", text: String(time.month), value: time.month },
		{ prefix: "day", text: String(time.day), value: time.day },
	].map(({ prefix, text, value }) => {
		const digits = arrayOf(props, prefix, script);
		if (prefix !== "year" && isTrue(props, `${prefix}_is_character`)) {
			return { prefix, text: "0", digits: [digits[value - 1] ?? ""] };
		}
		return { prefix, text: isTrue(props, `${prefix}_zero`) ? text.padStart(2, "0") : text, digits };
	});
	paintParts(painter, props, parts);
};

function arrayOf(props: Props, prefix: string, script: string): string[] {
	const own = textsOf(props, `${prefix}_${script}_array`);
	return own.length > 0 ? own : textsOf(props, `${prefix}_en_array`);
}

/** Draws each part at its own place, or after the one before it where it follows; a part without images is left out. */
function paintParts(painter: Painter, props: Props, parts: readonly Part[]): void {
	let end = { x: 0, y: 0 };
	for (const { prefix, text, digits } of parts) {
		if (digits.length === 0) continue;
		const space = numberOf(props, `${prefix}_space`);
		const row = rowOf(painter, digitPaths(text, digits), space);
		const follows = isTrue(props, `${prefix}_follow`);
		const field = rowWidth(rowOf(painter, digitPaths("00", digits), space));
		const align = numberOf(props, `${prefix}_align`);
		const x = follows ? end.x : rowStart(row, numberOf(props, `${prefix}_startX`), field, align);
		const y = follows ? end.y : numberOf(props, `${prefix}_startY`);
		const afterDigits = paintRow(painter, row, x, y);
		const unit = imageAt(painter, textOf(props, `${prefix}_unit_${scriptOf(painter.scene.language)}`));
		if (unit) painter.pen.drawImage(unit, afterDigits + space, y);
		end = { x: unit ? afterDigits + space + unit.width + space : afterDigits + space, y };
	}
}

export const drawImageWeek: Draw = (painter, { props }) => {
	const own = textsOf(props, `week_${scriptOf(painter.scene.language)}`);
	const paths = own.length > 0 ? own : textsOf(props, "week_en");
	const path = paths[localTime(painter.scene.live).week - 1] ?? "";
	paintImage(painter, path, numberOf(props, "x"), numberOf(props, "y"));
};

export const drawTimePointer: Draw = (painter, { props }) => {
	const time = localTime(painter.scene.live);
	const minutes = time.minute + time.second / 60;
	paintHand(painter, props, "hour", ((time.hour % 12) + minutes / 60) * 30);
	paintHand(painter, props, "minute", minutes * 6);
	paintHand(painter, props, "second", time.second * 6);
};

function paintHand(painter: Painter, props: Props, prefix: string, angle: number): void {
	paintPointer(painter, {
		path: textOf(props, `${prefix}_path`),
		centerX: numberOf(props, `${prefix}_centerX`),
		centerY: numberOf(props, `${prefix}_centerY`),
		pivotX: numberOf(props, `${prefix}_posX`),
		pivotY: numberOf(props, `${prefix}_posY`),
		angle,
	});
	const cover = textOf(props, `${prefix}_cover_path`);
	paintImage(painter, cover, numberOf(props, `${prefix}_cover_x`), numberOf(props, `${prefix}_cover_y`));
}

export const drawDatePointer: Draw = (painter, { props }) => {
	const script = scriptOf(painter.scene.language);
	const scale = textOf(props, `scale_${script}`) || textOf(props, "scale_en");
	paintImage(painter, scale, numberOf(props, "scale_x"), numberOf(props, "scale_y"));
	const start = numberOf(props, "start_angle");
	const end = numberOf(props, "end_angle", 360);
	paintPointer(painter, {
		path: textOf(props, "src"),
		centerX: numberOf(props, "center_x"),
		centerY: numberOf(props, "center_y"),
		pivotX: numberOf(props, "posX"),
		pivotY: numberOf(props, "posY"),
		angle: start + (end - start) * dateShare(localTime(painter.scene.live), optionalNumber(props, "type")),
	});
	paintImage(painter, textOf(props, "cover_path"), numberOf(props, "cover_x"), numberOf(props, "cover_y"));
};

function dateShare(time: LocalTime, part: number | undefined): number {
	if (part === DATE_PART.MONTH) return (time.month - 1) / 12;
	return part === DATE_PART.WEEK ? (time.week - 1) / 7 : (time.day - 1) / 31;
}
