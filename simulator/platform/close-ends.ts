import type { PlatformSwitch } from "./switch.ts";

export const CLOSE_ENDS: PlatformSwitch = {
	name: "close-ends",
	does: "ends the Side Service at the watch's CLOSE",
	source: "OronBox, `_typeClose` -> `stop`; INF of the real Zepp app",
	phone: { closeEnds: true },
};
