import type { PlatformSwitch } from "./switch.ts";

export const NO_COMPANION: PlatformSwitch = {
	name: "no-companion",
	does: "throws out of launchApp, as for an app that is not installed",
	source: "what launchApp does then is not documented (DOC router/launchApp.mdx)",
	operations: {
		"@zos/router.launchApp": () => (_app, option) => {
			const appId: unknown = typeof option === "object" && option !== null ? Reflect.get(option, "appId") : undefined;
			throw new Error(`launchApp: no app ${String(appId)}`);
		},
	},
};
