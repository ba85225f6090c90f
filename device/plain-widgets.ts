/**
 * The few widgets of the card and the workout extension. Owns their options. Apart from `widgets.ts`, which has all kinds that
 * pages need: what a surface never shows costs it heap all the same.
 */
import { align, createWidget, deleteWidget, event, prop, text_style, type WidgetHandle, widget } from "@zos/ui";
import type { Box } from "../core/screen.ts";

export type { WidgetHandle };

const PRESSED = 0x4a4a50;

export function createFill({ x, y, w, h }: Box, radius: number, color: number): WidgetHandle {
	return createWidget(widget.FILL_RECT, { x, y, w, h, color, radius });
}

/** Broken into lines by the watch, in the middle of its box; at the left where a tap on it opens something. */
export function createText(
	{ x, y, w, h }: Box,
	text: string,
	text_size: number,
	color: number,
	tapped?: () => void,
): WidgetHandle {
	const handle = createWidget(widget.TEXT, {
		x,
		y,
		w,
		h,
		text,
		text_size,
		color,
		align_h: tapped === undefined ? align.CENTER_H : align.LEFT,
		align_v: align.CENTER_V,
		text_style: text_style.WRAP,
	});
	if (tapped !== undefined) handle.addEventListener(event.CLICK_UP, tapped);
	return handle;
}

export function setText(handle: WidgetHandle, text: string, text_size: number, color: number): void {
	handle.setProperty(prop.MORE, { text, text_size, color });
}

export function createKey(
	{ x, y, w, h }: Box,
	text: string,
	text_size: number,
	color: number,
	fill: number,
	tapped: () => void,
): WidgetHandle {
	return createWidget(widget.BUTTON, {
		x,
		y,
		w,
		h,
		text,
		text_size,
		color,
		radius: h >> 1,
		normal_color: fill,
		press_color: PRESSED,
		click_func: tapped,
	});
}

export const removeWidget = deleteWidget;
