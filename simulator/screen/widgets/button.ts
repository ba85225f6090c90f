/** BUTTON. */
import type { Image } from "@napi-rs/canvas";
import { ALIGN, TEXT_STYLE } from "../constants.ts";
import { DEFAULT_TEXT_SIZE, paintText } from "../paint-text.ts";
import { type Draw, imageAt, type Painter } from "../painter.ts";
import { colorOf, hexOf, numberOf, optionalNumber, type Props, textOf } from "../props.ts";
import type { Box } from "../scene.ts";
import { roundedPath } from "./shapes.ts";

const DEFAULT_SIZE = { w: 100, h: 40 };
/** "normal black, clicked gray" (DOC ui/widget/BUTTON.mdx); the shade is ours. */
const DEFAULT_COLORS = { normal: 0x000000, press: 0x808080 };

export const drawButton: Draw = (painter, { id, props }) => {
	const pressed = painter.scene.pressed === id;
	const image = backgroundImage(painter, props, pressed);
	const box = buttonBox(props, image);
	if (image) painter.pen.drawImage(image, box.x, box.y);
	else fill(painter, props, box, pressed);
	paintText(painter, {
		text: textOf(props, "text"),
		widget: id,
		box: textBox(props, box),
		size: numberOf(props, "text_size", DEFAULT_TEXT_SIZE),
		color: colorOf(props, "color"),
		alignH: ALIGN.CENTER_H,
		alignV: ALIGN.CENTER_V,
		style: TEXT_STYLE.NONE,
		charSpace: 0,
		lineSpace: 0,
	});
};

/** A side of -1 is the image's, or 100 by 40 without one. */
export function buttonBox(props: Props, image: { width: number; height: number } | null): Box {
	const w = numberOf(props, "w", -1);
	const h = numberOf(props, "h", -1);
	return {
		x: numberOf(props, "x"),
		y: numberOf(props, "y"),
		w: w >= 0 ? w : (image?.width ?? DEFAULT_SIZE.w),
		h: h >= 0 ? h : (image?.height ?? DEFAULT_SIZE.h),
	};
}

/** Colours win over images; either counts only as a pair. */
function backgroundImage(painter: Painter, props: Props, pressed: boolean): Image | null {
	if (hasColors(props) || textOf(props, "normal_src") === "" || textOf(props, "press_src") === "") return null;
	return imageAt(painter, textOf(props, pressed ? "press_src" : "normal_src"));
}

function hasColors(props: Props): boolean {
	return optionalNumber(props, "normal_color") !== undefined && optionalNumber(props, "press_color") !== undefined;
}

function fill(painter: Painter, props: Props, box: Box, pressed: boolean): void {
	if (!hasColors(props) && textOf(props, "normal_src") !== "") return;
	const normal = hasColors(props) ? numberOf(props, "normal_color") : DEFAULT_COLORS.normal;
	const press = hasColors(props) ? numberOf(props, "press_color") : DEFAULT_COLORS.press;
	roundedPath(painter, box, hasColors(props) ? numberOf(props, "radius") : 0);
	painter.pen.fillStyle = hexOf(pressed ? press : normal);
	painter.pen.fill();
}

function textBox(props: Props, box: Box): Box {
	const w = Math.min(box.w, numberOf(props, "text_w", box.w));
	return { x: box.x + (box.w - w) / 2, y: box.y, w, h: box.h };
}
