/** From page to page. Owns their addresses; what the next page is told is a launch like any other. */
import { encodeLaunch, type Launch } from "../../core/ask/launch.ts";
import { stopGestures } from "../../device/gestures.ts";
import { replacePage } from "../../device/pages.ts";

export type PageName = "index" | "ask" | "read" | "speak" | "act" | "ring" | "say";

let leave = (): void => undefined;
let hasLeft = false;

/** `left`: what is to be done once, when this page gives way to another or is destroyed. */
export function onLeave(left: () => void): void {
	leave = left;
}

/** Ends what this page has under way, once: when the watch destroys it late, fingers are already the next page's. */
export function leavePage(): void {
	if (hasLeft) return;
	hasLeft = true;
	stopGestures();
	endWork();
}

/** The same of a page that stays, and is still touched. */
export function endWork(): void {
	const left = leave;
	leave = () => undefined;
	left();
}

/** The page that gives way may live on for a while (docs/evidence.md, `replace-keeps`): it is ended before, and goes nowhere else. */
export function go(name: PageName, launch: Launch): void {
	if (hasLeft) return;
	leavePage();
	replacePage(`page/${name}`, encodeLaunch(launch));
}
