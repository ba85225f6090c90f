/** The size of a shortcut card. Owns what the system is asked for (DOC ui/getAppWidgetSize.mdx, setAppWidgetSize.mdx). */
import { getAppWidgetSize, setAppWidgetSize } from "@zos/ui";
import { attempt } from "./guard.ts";

/** Of a watch that does not say. */
const USUAL = { w: 400, radius: 36 };

export function cardSize(): { w: number; radius: number } {
	return attempt(() => getAppWidgetSize?.()) ?? USUAL;
}

/** Between 20 and 60 % of the screen's height. */
export function askForHeight(h: number): void {
	attempt(() => setAppWidgetSize?.({ h }));
}
