import type { PlatformSwitch } from "./switch.ts";

export const OTHER_REALM: PlatformSwitch = {
	name: "other-realm",
	does: "hands bytes over as buffers of another realm, for which instanceof ArrayBuffer is false",
	source: "INF",
	watch: { foreignBuffers: true },
};
