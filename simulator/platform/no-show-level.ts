import type { PlatformSwitch } from "./switch.ts";

/** The levels are then 1, 2 and 4, written as numbers. */
export const NO_SHOW_LEVEL: PlatformSwitch = {
	name: "no-show-level",
	does: "does not export show_level",
	source:
		"holondo/orbital_energy_amazfit_bip_6 5e160c6, SKILL.md (a Bip 6), 1; DOC ui/createWidget.mdx:49 spells a level ONAL_AOD",
	modules: (specs) => {
		delete specs["@zos/ui"]?.show_level;
	},
};
