import type { PlatformSwitch } from "./switch.ts";

export const PAGE_PARAMS: PlatformSwitch = {
	name: "page-params",
	does: "hands the params of launchApp to Page.onInit alone, as the object that they were made of",
	source:
		"DOC router/push.mdx says onInit, launchApp.mdx says onCreate; COM-weak melianmiko/ZeppOS-AiChat a21a853, app-widget/index.ts:50",
	watch: { launchParams: "page", paramsAsObject: true },
};
