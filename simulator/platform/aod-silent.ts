import type { PlatformSwitch } from "./switch.ts";

export const AOD_SILENT: PlatformSwitch = {
	name: "aod-silent",
	does: "tells no minute while the screen is off, shows nothing that is drawn then, and does not resume the face when the app over it ends",
	source: "holondo/orbital_energy_amazfit_bip_6 5e160c6, SKILL.md (a Bip 6), 3.1",
	watch: { silentInTheDark: true, faceSleepsOn: true },
};
