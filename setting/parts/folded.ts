import type { Screen } from "../screen.ts";
import type { Fold } from "../stage.ts";
import { fold } from "../style.ts";

/** A part of the page that a tap opens. `summary` says what it is set to. */
export function folded(
	{ isOpen, act }: Screen,
	name: Fold,
	title: string,
	summary: string,
	draw: () => SettingsElement[],
): SettingsElement[] {
	return fold({ title, summary, isOpen: isOpen(name), turn: () => act.turn(name) }, draw);
}
