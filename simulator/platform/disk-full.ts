import type { PlatformSwitch } from "./switch.ts";

export const DISK_FULL: PlatformSwitch = {
	name: "disk-full",
	does: "takes no byte of any write",
	source: "szymsza/amazfit-ai-voice-assistant 2e3f34b (short writes)",
	operations: { "fs.write": () => () => -1, "fs.writeFile": () => () => undefined },
};
