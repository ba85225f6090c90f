import type { PlatformSwitch } from "./switch.ts";

export const NO_SERVICE_LINK: PlatformSwitch = {
	name: "no-service-link",
	does: "gives an App Service no link to the phone: it is not connected, and send gives false",
	source: "INF, against DOC guides/framework/device/app-service.md, which lists @zos/ble as available",
	operations: {
		"@zos/ble.send":
			(base) =>
			(app, ...args) =>
				app.kind === "service" ? false : base(app, ...args),
		"@zos/ble.connectStatus":
			(base) =>
			(app, ...args) =>
				app.kind === "service" ? false : base(app, ...args),
	},
};
