/** Where the card has its parts. A card is as wide as the system says and as high as it asks for. */
import type { Box } from "../core/screen.ts";

export type CardLayout = {
	height: number;
	radius: number;
	note: Box;
	message: Box;
	ask: Box;
	noteSize: number;
	messageSize: number;
	keySize: number;
};

/** DOC designs/customization/shortcut-cards.md: content keeps 16 px from the card's edges. */
const MARGIN = 20;
const HEIGHT = 190;
const USUAL_WIDTH = 400;

export function cardLayoutOf(width: number, radius: number): CardLayout {
	const px = (length: number) => Math.round((length * width) / USUAL_WIDTH);
	const w = width - 2 * px(MARGIN);
	const x = px(MARGIN);
	return {
		height: px(HEIGHT),
		radius,
		message: { x, y: px(14), w, h: px(88) },
		note: { x, y: px(114), w: w - px(150), h: px(64) },
		ask: { x: x + w - px(140), y: px(112), w: px(140), h: px(64) },
		noteSize: px(22),
		messageSize: px(26),
		keySize: px(24),
	};
}
