/**
 * What is wrong with a picture, measured and not by eye: a text that its box cuts, ink beyond the screen's edge, an image
 * that is not there. Owns the geometry of the glass; judges no looks.
 */
import type { Drawn } from "../screen/draw.ts";
import type { Box, Scene } from "../screen/scene.ts";

/** Ink is measured in whole pixels. */
const SLACK_PX = 1;

type Glass = Pick<Scene, "width" | "height" | "shape" | "cornerRadius">;

/** In words, each about one text or image. */
export function findingsIn(drawn: Pick<Drawn, "texts" | "missing">, glass: Glass): string[] {
	const texts = drawn.texts.flatMap((text) => {
		const about = JSON.stringify(text.text);
		if (text.clipped) return [`${about} is cut off`];
		return text.lines.some(({ box }) => !isOnGlass(box, glass)) ? [`${about} passes the screen's edge`] : [];
	});
	return [...texts, ...drawn.missing.map((path) => `no image ${path}`)];
}

/** Whether the whole box is lit: all of its corners are on the circle or within the rounded corners. */
export function isOnGlass(box: Box, { width, height, shape, cornerRadius }: Glass): boolean {
	const radius = shape === "round" ? width / 2 : (cornerRadius ?? 0);
	const xs = [box.x + SLACK_PX, box.x + box.w - SLACK_PX];
	const ys = [box.y + SLACK_PX, box.y + box.h - SLACK_PX];
	return xs.every((x) =>
		ys.every((y) => {
			if (x < 0 || y < 0 || x > width || y > height) return false;
			const dx = Math.max(radius - x, x - (width - radius), 0);
			const dy = Math.max(radius - y, y - (height - radius), 0);
			return dx * dx + dy * dy <= radius * radius;
		}),
	);
}
