import type { PlatformSwitch } from "./switch.ts";

export const PARAMS_TWICE: PlatformSwitch = {
	name: "params-twice",
	does: "hands the params of launchApp to App.onCreate and to Page.onInit",
	source: "DOC guides/framework/device/life-cycle.md names both, and no order",
	watch: { launchParams: "both" },
};
