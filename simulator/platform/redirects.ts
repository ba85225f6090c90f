import type { PlatformSwitch } from "./switch.ts";

export const REDIRECTS: PlatformSwitch = {
	name: "redirects",
	does: "follows a redirect to another host and takes every header along but Authorization",
	source: "square/okhttp issues 2937 and 9331",
	phone: { redirectsKeepHeaders: true },
};
