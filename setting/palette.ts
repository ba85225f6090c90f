/**
 * The colours of the settings page, and the accents to choose from. Owns each once. Rule: an accent reads well on the watch's
 * black, with a contrast of 4.5 or more.
 */
import { DEFAULT_ACCENT, WHITE } from "../core/ink.ts";
import type { WordKey } from "../core/words/words.ts";

export const ACCENTS: readonly { name: WordKey; color: number }[] = [
	{ name: "setting.accent.mint", color: DEFAULT_ACCENT },
	{ name: "setting.accent.sky", color: 0x7fd1ff },
	{ name: "setting.accent.lime", color: 0xbef264 },
	{ name: "setting.accent.sun", color: 0xfcd34d },
	{ name: "setting.accent.coral", color: 0xff8a75 },
	{ name: "setting.accent.pink", color: 0xf9a8d4 },
	{ name: "setting.accent.violet", color: 0xc4b5fd },
	{ name: "setting.accent.white", color: WHITE },
];

/** Text on a card, and the ground of the button that one comes for. */
export const INK = "#16181d";
/** Text that stands back. */
export const FAINT = "#5c6270";
export const CARD = "#ffffff";
export const GROUND = "#f2f3f6";
/** Between the parts of a card. */
export const LINE = "#d9dce3";
/** The frame of a field. A field is known by its frame alone, which so needs a contrast of 3 (WCAG 1.4.11). */
export const EDGE = "#868c99";
/** The ground of a plain button. */
export const KEY = "#e8eaef";
/** The ground of a button that cannot be undone. */
export const GRAVE = "#b3261e";
/** Something is wrong, or may go wrong. */
export const ALARM = "#9a2b12";
/** Something is as it should be. */
export const SUCCESS = "#176b3a";
/** The watch's own ground. */
export const BLACK = "#000000";

/** 0xRRGGBB as the settings storage keeps it: `#rrggbb`. */
export function hex(color: number): string {
	return `#${color.toString(16).padStart(6, "0")}`;
}
