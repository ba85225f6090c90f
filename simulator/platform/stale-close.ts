import type { PlatformSwitch } from "./switch.ts";

export const STALE_CLOSE: PlatformSwitch = {
	name: "stale-close",
	does: "answers data for a Side Service that is gone by CLOSE, and starts one at SHAKE alone",
	source: 'public file 54523403459 ("device-confirmed 2026-07-14")',
	phone: { staleClose: true },
};
