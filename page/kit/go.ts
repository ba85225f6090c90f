/** From page to page. Owns their addresses; what the next page is told is a launch like any other. */
import { encodeLaunch, type Launch } from "../../core/ask/launch.ts";
import { replacePage } from "../../device/pages.ts";

export type PageName = "index" | "ask" | "read" | "speak";

let leave = (): void => undefined;

/** `left`: what is to be done once, when this page gives way to another or is destroyed. */
export function onLeave(left: () => void): void {
	leave = left;
}

/** Ends what this page has under way. */
export function leavePage(): void {
	const left = leave;
	leave = () => undefined;
	left();
}

/** The page that gives way may live on for a while (docs/evidence.md, `replace-keeps`): it is ended before. */
export function go(name: PageName, launch: Launch): void {
	leavePage();
	replacePage(`page/${name}`, encodeLaunch(launch));
}
