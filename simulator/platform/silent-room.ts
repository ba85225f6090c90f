import type { PlatformSwitch } from "./switch.ts";

export const SILENT_ROOM: PlatformSwitch = {
	name: "silent-room",
	does: "hears nothing, and writes the packets of it",
	source: "INF: a recorder without discontinuous transmission writes as much for silence as for speech",
	operations: {
		"media.start":
			(base) =>
			(app, ...args) => {
				app.deaf = true;
				return base(app, ...args);
			},
	},
};
