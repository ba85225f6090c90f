import type { PlatformSwitch } from "./switch.ts";

export const RENAME_FAILS: PlatformSwitch = {
	name: "rename-fails",
	does: "never renames a file, and says so by -1",
	source: "the same service writes the file again where it is",
	operations: { "@zos/fs.renameSync": () => () => -1 },
};
