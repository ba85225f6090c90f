/** Measurements of a drawn screen, for tests and pictures. */
import type { Drawn } from "./draw.ts";
import type { Box, DrawnText, Scene } from "./scene.ts";

export type ScreenShape = Pick<Scene, "width" | "height" | "shape" | "cornerRadius">;

/** The share, 0 to 1, of the pixels on the glass that have a channel above `threshold` (0 to 255). */
export function litShare(drawn: Drawn, threshold = 8): number {
	const pixels = drawn.pixels();
	let glass = 0;
	let lit = 0;
	for (let offset = 0; offset < pixels.length; offset += 4) {
		if ((pixels[offset + 3] ?? 0) < 128) continue;
		glass++;
		const brightest = Math.max(pixels[offset] ?? 0, pixels[offset + 1] ?? 0, pixels[offset + 2] ?? 0);
		if (brightest > threshold) lit++;
	}
	return glass === 0 ? 0 : lit / glass;
}

/** The lines of text whose ink passes the glass at its height. Boxes bound the ink, so a line near the rim may be named early. */
export function inkOutside(drawn: Drawn, screen: ScreenShape): { text: string; box: Box }[] {
	return drawn.texts.flatMap((text) => text.lines).filter((line) => !isOnGlass(line.box, screen));
}

/** Whether every line of text keeps within the glass at its height. */
export function inkInsideChord(drawn: Drawn, screen: ScreenShape): boolean {
	return inkOutside(drawn, screen).length === 0;
}

/** Whether a box lies on the glass with all its corners. */
export function isOnGlass(box: Box, screen: ScreenShape): boolean {
	return [box.y, box.y + box.h].every((y) => {
		const chord = chordAt(y, screen);
		return chord !== null && box.x >= chord.left && box.x + box.w <= chord.right;
	});
}

/** From where to where the glass reaches at a height, in pixels; null above and below it. */
export function chordAt(y: number, screen: ScreenShape): { left: number; right: number } | null {
	const { width, height, shape } = screen;
	if (y < 0 || y > height) return null;
	if (shape === "round") {
		const half = (width / 2) * Math.sqrt(Math.max(0, 1 - ((y - height / 2) / (height / 2)) ** 2));
		return { left: width / 2 - half, right: width / 2 + half };
	}
	const radius = screen.cornerRadius ?? 0;
	const depth = Math.max(0, radius - y, y - (height - radius));
	const inset = radius - Math.sqrt(Math.max(0, radius ** 2 - depth ** 2));
	return { left: inset, right: width - inset };
}

/** Texts of which some was cut off at a box's edge. */
export function clippedTexts(drawn: Drawn): DrawnText[] {
	return drawn.texts.filter((text) => text.clipped);
}

/** The contrast of two `#rrggbb` colours as WCAG defines it: 1 to 21. */
export function contrast(color: string, background: string): number {
	const [dark = 0, light = 0] = [luminance(color), luminance(background)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
	const value = Number.parseInt(color.slice(1), 16);
	const linear = [value >> 16, value >> 8, value].map((byte) => {
		const channel = (byte & 0xff) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}
