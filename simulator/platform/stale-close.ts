import type { PlatformSwitch } from "./switch.ts";

export const STALE_CLOSE: PlatformSwitch = {
	name: "stale-close",
	does: "answers data for a Side Service that is gone by CLOSE, and starts one at SHAKE alone",
	source: 'a public app with the kpay-amazfit library, app.js: "device-confirmed 2026-07-14"',
	phone: { staleClose: true },
};
