import type { PlatformSwitch } from "./switch.ts";

export const SERVICE_LASTS: PlatformSwitch = {
	name: "service-lasts",
	does: "lets an App Service that an alarm has woken run until it ends itself",
	source:
		"INF: whether the limit of 600 ms (DOC guides/framework/device/app-service.md) counts waiting is not documented",
	watch: { serviceMs: Number.POSITIVE_INFINITY },
};
