import { hearingOf } from "../watch/host/media.ts";
import type { PlatformSwitch } from "./switch.ts";

export const SILENT_ROOM: PlatformSwitch = {
	name: "silent-room",
	does: "hears nothing, and writes the packets of it",
	source: "INF: a recorder without discontinuous transmission writes as much for silence as for speech",
	operations: {
		"media.start":
			(base) =>
			(app, ...args) => {
				hearingOf(app).isDeaf = true;
				return base(app, ...args);
			},
	},
};
