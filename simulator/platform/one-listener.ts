import type { PlatformSwitch } from "./switch.ts";

export const ONE_LISTENER: PlatformSwitch = {
	name: "one-listener",
	does: "replaces the first listener of the radio by a second createConnect",
	source: "COM-weak",
	watch: { oneListener: true },
};
