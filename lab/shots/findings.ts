/**
 * What is wrong with a picture, measured and not by eye: a text that its box cuts, that is small or faint, ink beyond the
 * screen's edge, a place to tap that a finger misses, too much light at rest, an image that is not there. Owns the limits;
 * judges no looks. They are lengths on a screen 480 wide, and shrink with the screen.
 */
import {
	type Box,
	boxOnPage,
	clippedTexts,
	contrast,
	type Drawn,
	inkOutside,
	isShown,
	litShare,
	type Scene,
} from "../../simulator/index.ts";

const DESIGN_WIDTH = 480;
/** DOC designs/customization/watchface: no smaller type. */
const TYPE_MIN = 22;
const TARGET_MIN = 64;
/** WCAG's for text of this size. */
const CONTRAST_MIN = 4.5;
/** DOC watchface/specification: of the pixels. A channel up to `LIT_MIN` is no light. */
export const REST_LIT_MAX = 0.1;
export const LIT_MIN = 8;

/** In words, each about one text, place or image. `width` is the watch's: a card is narrower than its screen. */
export function findingsIn(drawn: Drawn, scene: Scene, width: number): string[] {
	const least = (length: number) => Math.floor((length * width) / DESIGN_WIDTH);
	const lit = scene.aod ? litShare(drawn, LIT_MIN) : 0;
	return [
		...clippedTexts(drawn).map(({ text }) => `${JSON.stringify(text)} is cut off`),
		...inkOutside(drawn, scene).map(({ text }) => `${JSON.stringify(text)} passes the screen's edge`),
		...drawn.texts.flatMap(({ text, size, color, background }) => {
			const told = contrast(color, background);
			return [
				...(size < least(TYPE_MIN) ? [`${JSON.stringify(text)} is ${size} px, less than ${least(TYPE_MIN)}`] : []),
				...(told < CONTRAST_MIN ? [`${JSON.stringify(text)} has a contrast of ${told.toFixed(1)}`] : []),
			];
		}),
		...targetsIn(scene)
			.filter(({ w, h }) => Math.min(w, h) < least(TARGET_MIN))
			.map(({ x, y, w, h }) => `${w} x ${h} px to tap at ${x}, ${y}, less than ${least(TARGET_MIN)}`),
		...(lit > REST_LIT_MAX ? [`${(lit * 100).toFixed(1)} % of the resting screen is lit`] : []),
		...drawn.missing.map((path) => `no image ${path}`),
	];
}

/** Buttons, and texts of neither words nor size, which can only be there to be touched. */
function targetsIn(scene: Scene): Box[] {
	return scene.widgets
		.filter((widget) => isShown(scene, widget))
		.filter(({ type, props }) => type === "BUTTON" || (type === "TEXT" && props.text === "" && !("text_size" in props)))
		.map((widget) => boxOnPage(scene, widget));
}
