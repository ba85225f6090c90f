import type { PlatformSwitch } from "./switch.ts";

export const SHAKE_RESTARTS: PlatformSwitch = {
	name: "shake-restarts",
	does: "ends a running Side Service at SHAKE and starts it anew",
	source: "OronBox; against it zml shakes before each request (SRC)",
	phone: { shakeRestarts: true },
};
