/** How the probe's texts and buttons look, on every surface. */
import { align, text_style } from "@zos/ui";

/** Of the screen's width. */
const TEXT_SHARE = 0.052;

export type Box = { x: number; y: number; w: number; h: number };

/** A part of the screen, in shares of its width and height. */
export function part(screen: { width: number; height: number }, x: number, y: number, w: number, h: number): Box {
	const { width, height } = screen;
	return {
		x: Math.round(x * width),
		y: Math.round(y * height),
		w: Math.round(w * width),
		h: Math.round(h * height),
	};
}

export const sizeFor = ({ width }: { width: number }) => Math.round(width * TEXT_SHARE);

export function textLook(screen: { width: number }) {
	return {
		text_size: sizeFor(screen),
		color: 0xffffff,
		align_h: align.CENTER_H,
		align_v: align.CENTER_V,
		text_style: text_style.WRAP,
	};
}

export function buttonLook(screen: { width: number }) {
	return { text_size: sizeFor(screen), radius: 16, normal_color: 0x225588, press_color: 0x113355 };
}
