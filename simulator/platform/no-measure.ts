import type { PlatformSwitch } from "./switch.ts";

export const NO_MEASURE: PlatformSwitch = {
	name: "no-measure",
	does: "has no getTextLayout in a face",
	source: "INF: no public face uses it",
	modules: (specs, surface) => {
		if (surface === "face") delete specs["@zos/ui"]?.getTextLayout;
	},
};
