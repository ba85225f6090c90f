/** The accent colours to choose from. All read well on the watch's black: a contrast of 4.5 or more. */
import { DEFAULT_ACCENT } from "../core/ink.ts";
import type { WordKey } from "../core/words/words.ts";

export const ACCENTS: readonly { name: WordKey; color: number }[] = [
	{ name: "setting.accent.mint", color: DEFAULT_ACCENT },
	{ name: "setting.accent.sky", color: 0x7fd1ff },
	{ name: "setting.accent.lime", color: 0xbef264 },
	{ name: "setting.accent.sun", color: 0xfcd34d },
	{ name: "setting.accent.coral", color: 0xff8a75 },
	{ name: "setting.accent.pink", color: 0xf9a8d4 },
	{ name: "setting.accent.violet", color: 0xc4b5fd },
	{ name: "setting.accent.white", color: 0xffffff },
];

/** 0xRRGGBB as the settings storage keeps it: `#rrggbb`. */
export function hex(color: number): string {
	return `#${color.toString(16).padStart(6, "0")}`;
}
