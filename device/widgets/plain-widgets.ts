/**
 * The few widgets of the card and the workout extension. Owns their options. Apart from `widgets.ts`, which has all kinds that
 * pages need: what a surface never shows costs it heap all the same.
 */
import { align, createWidget, deleteWidget, redraw, text_style, type WidgetHandle, widget } from "@zos/ui";
import { PRESSED } from "../../core/ink.ts";
import type { Box } from "../../core/screen.ts";

export type { WidgetHandle };

export function createFill({ x, y, w, h }: Box, radius: number, color: number): WidgetHandle {
	return createWidget(widget.FILL_RECT, { x, y, w, h, color, radius });
}

/** Broken into lines by the watch, in the middle of its box or at its left. */
export function createText(
	{ x, y, w, h }: Box,
	text: string,
	text_size: number,
	color: number,
	left = false,
): WidgetHandle {
	return createWidget(widget.TEXT, {
		x,
		y,
		w,
		h,
		text,
		text_size,
		color,
		align_h: left ? align.LEFT : align.CENTER_H,
		align_v: align.CENTER_V,
		text_style: text_style.WRAP,
	});
}

/** Shows nothing and feels the taps of what lies below: on some watches nothing but a BUTTON feels any (COM). */
export function createTouch({ x, y, w, h }: Box, tapped: () => void): WidgetHandle {
	return createWidget(widget.BUTTON, {
		x,
		y,
		w,
		h,
		normal_src: "clear.png",
		press_src: "clear.png",
		click_func: tapped,
	});
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

/** After `removeWidget` a watch may show the widget until it is told to draw (DOC ui/redraw.mdx). */
export function settle(): void {
	redraw?.();
}
