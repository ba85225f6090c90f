/** Where the card has its parts. A card is as wide as the system says and as high as it asks for. */
import type { Box } from "../core/screen.ts";

export type CardLayout = {
	height: number;
	message: Box;
	note: Box;
	ask: Box;
	noteSize: number;
	messageSize: number;
	keySize: number;
};

/** DOC designs/customization/shortcut-cards.md: content keeps 16 px from the card's edges. */
const MARGIN = 20;
const USUAL_WIDTH = 400;
const KEY = { w: 140, h: 64 };

/** Two lines with a note and the key below them; `isShort`: a line or two beside the key, and no note. */
export function cardLayoutOf(width: number, isShort: boolean): CardLayout {
	const scale = width / USUAL_WIDTH;
	const box = (x: number, y: number, w: number, h: number) => ({
		x: Math.round(x * scale),
		y: Math.round(y * scale),
		w: Math.round(w * scale),
		h: Math.round(h * scale),
	});
	const whole = USUAL_WIDTH - 2 * MARGIN;
	const left = whole - KEY.w - 10;
	const keyY = isShort ? 22 : 112;
	return {
		height: Math.round((keyY + KEY.h + (isShort ? 22 : 14)) * scale),
		message: isShort ? box(MARGIN, 14, left, 80) : box(MARGIN, 14, whole, 88),
		note: box(MARGIN, keyY, left, KEY.h),
		ask: box(MARGIN + whole - KEY.w, keyY, KEY.w, KEY.h),
		noteSize: Math.round(22 * scale),
		messageSize: Math.round(26 * scale),
		keySize: Math.round(26 * scale),
	};
}
