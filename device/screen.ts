/** The screen that this watch has. Owns its size and shape and how wide a text is on it. */
import { getDeviceInfo, SCREEN_SHAPE_ROUND } from "@zos/device";
import { getTextLayout, setStatusBarVisible } from "@zos/ui";
import type { Canvas } from "../core/screen.ts";
import { attempt } from "./guard.ts";

/** Where a watch does not say, the canvas that most watches have. */
export function canvasOf(): Canvas {
	try {
		const { width, height, screenShape } = getDeviceInfo();
		if (width > 0) return { width, height, round: screenShape === SCREEN_SHAPE_ROUND };
	} catch {
		// The usual one, as below.
	}
	return { width: 480, height: 480, round: true };
}

/** Width in px of `text` on one line. */
export function measure(text: string, size: number): number {
	return text === "" ? 0 : getTextLayout(text, { text_size: size, text_width: 0, wrapped: 0 }).width;
}

/** Height in px of `text` where the watch breaks it into lines of `width`. */
export function heightOf(text: string, size: number, width: number): number {
	return getTextLayout(text, { text_size: size, text_width: width, wrapped: 1 }).height;
}

/** A square watch draws a bar with the app's name and the time over a page (DOC best-practice/multi-screen-adaption). */
export function hideStatusBar(): void {
	attempt(() => setStatusBarVisible?.(false));
}
