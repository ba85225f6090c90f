/**
 * The images that a package carries because a native widget needs them: an IMG_TIME cannot be tinted, an IMG_STATUS has
 * no text. Owns what each is called, how big it is and how it is drawn; `draw-assets.ts` writes them to `assets/common`.
 * Sizes are pixels on a screen 480 wide; the packager resizes them for the others.
 */
import type { SKRSContext2D } from "@napi-rs/canvas";
import { drawAway, drawBattery, drawHeart, drawMark, drawSteps } from "./glyphs.ts";

export type Asset = {
	file: string;
	width: number;
	height: number;
	draw(pen: SKRSContext2D, width: number, height: number): void;
};

/** The family that `draw-assets.ts` registers Noto Sans under. */
export const ASSET_FONT = "AskFaceDigits";

/** Height of a figure of Noto Sans in its size. */
const FIGURE_EM = 0.714;

/** The icon's disc, from above to below: a mint so deep that a white sign is told from it, as Zepp's own discs are deep. */
const ICON_GROUND = ["#06614e", "#129673"] as const;
const ICON_INK = "#ffffff";
const ICON_POINT = "#6dffc4";
/** Of the disc. */
const ICON_MARK = 0.6;
/** DOC designs/visual/icons: 4 px of nothing around the disc of an icon of 248 px, and none around the store's. */
const ICON_SIZE = 248;
const ICON_MARGIN = 4 / ICON_SIZE;

type Style = { prefix: string; size: number; weight: number; color: string; cell: { w: number; h: number } };

/**
 * The time. The thin ones stand in the same cells, so that nothing moves when the screen goes to rest; white there, since a grey of
 * that display is above 153 (DOC watchface/specification), and as heavy as lights 2 % of it.
 */
const TIME_CELL = { w: 62, h: 84 };
const TIME: Style = { prefix: "digit", size: 107, weight: 420, color: "#ffffff", cell: TIME_CELL };
const TIME_AT_REST: Style = { prefix: "digit-rest", size: 107, weight: 220, color: "#ffffff", cell: TIME_CELL };
/** Battery, steps, heart. */
const SMALL: Style = { prefix: "small", size: 28, weight: 400, color: "#c9d1d6", cell: { w: 17, h: 26 } };

const COLON_WIDTH = 26;
const SIGN_SIZE = 26;

/** At any size and for any place that shows an app: a watch's list has the margin, the store has none. */
export const ICON = { size: ICON_SIZE, margin: ICON_MARGIN, storeSize: 240 };

export const ASSETS: readonly Asset[] = [
	...digits(TIME),
	colon(TIME, 6),
	...digits(TIME_AT_REST),
	colon(TIME_AT_REST, 3.5),
	...digits(SMALL),
	{ ...letter(SMALL, "percent", "%"), width: 26 },
	{ ...letter(SMALL, "none", "–") },
	{ file: "battery.png", width: SIGN_SIZE, height: SIGN_SIZE, draw: (pen, w) => drawBattery(pen, w, SMALL.color) },
	{ file: "steps.png", width: SIGN_SIZE, height: SIGN_SIZE, draw: (pen, w) => drawSteps(pen, w, SMALL.color) },
	{ file: "heart.png", width: SIGN_SIZE, height: SIGN_SIZE, draw: (pen, w) => drawHeart(pen, w, SMALL.color) },
	{ file: "phone-away.png", width: 32, height: 32, draw: (pen, w) => drawAway(pen, w, "#ffb454") },
	{ file: "mark-rest.png", width: 40, height: 40, draw: (pen, w) => drawMark(pen, w, "#3ddc97") },
	{ file: "clear.png", width: 8, height: 8, draw: () => undefined },
	{ file: "icon.png", width: ICON_SIZE, height: ICON_SIZE, draw: (pen, w) => drawIcon(pen, w, ICON_MARGIN) },
];

function digits(style: Style): Asset[] {
	return [..."0123456789"].map((digit) => letter(style, digit, digit));
}

function letter({ prefix, size, weight, color, cell }: Style, name: string, text: string): Asset {
	return {
		file: `${prefix}-${name}.png`,
		width: cell.w,
		height: cell.h,
		draw(pen, width, height) {
			pen.font = `${weight} ${size}px "${ASSET_FONT}"`;
			pen.textAlign = "center";
			pen.textBaseline = "alphabetic";
			pen.fillStyle = color;
			pen.fillText(text, width / 2, Math.round((height + size * FIGURE_EM) / 2));
		},
	};
}

/** Two dots about the middle of the figures; the font's own colon stands on the line. */
function colon({ prefix, size, color, cell }: Style, radius: number): Asset {
	return {
		file: `${prefix}-colon.png`,
		width: COLON_WIDTH,
		height: cell.h,
		draw(pen, width, height) {
			pen.fillStyle = color;
			for (const side of [-1, 1]) {
				pen.beginPath();
				pen.arc(width / 2, height / 2 + side * size * FIGURE_EM * 0.23, radius, 0, Math.PI * 2);
				pen.fill();
			}
		},
	};
}

/** A disc with the mark; `margin`, a share of its side, stays empty on every side. */
export function drawIcon(pen: SKRSContext2D, side: number, margin: number): void {
	const radius = side * (0.5 - margin);
	const ground = pen.createLinearGradient(0, side / 2 - radius, 0, side / 2 + radius);
	for (const [at, color] of ICON_GROUND.entries()) ground.addColorStop(at, color);
	pen.fillStyle = ground;
	pen.beginPath();
	pen.arc(side / 2, side / 2, radius, 0, Math.PI * 2);
	pen.fill();
	const mark = 2 * radius * ICON_MARK;
	pen.translate((side - mark) / 2, (side - mark) / 2);
	drawMark(pen, mark, ICON_INK, ICON_POINT);
}
