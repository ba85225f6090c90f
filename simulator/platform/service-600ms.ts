import type { PlatformSwitch } from "./switch.ts";

export const SERVICE_600MS: PlatformSwitch = {
	name: "service-600ms",
	does: "counts the start of an App Service into its 600 ms, which leaves 150 of them",
	source:
		"DOC guides/framework/device/app-service.md, psergv72/zepp-os-aibolit 6180240; INF that loading the script counts",
	watch: { serviceMs: 150 },
};
