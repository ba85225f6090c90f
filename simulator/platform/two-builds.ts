import type { PlatformSwitch } from "./switch.ts";

export const TWO_BUILDS: PlatformSwitch = {
	name: "two-builds",
	does: "calls build() twice for one evaluation of a module",
	source: "INF: nothing documents that it comes once",
	watch: { builds: 2 },
};
