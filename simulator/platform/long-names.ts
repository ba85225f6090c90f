import type { PlatformSwitch } from "./switch.ts";

export const LONG_NAMES: PlatformSwitch = {
	name: "long-names",
	does: "takes no file name of more than 32 characters",
	source: "INF: no limit is documented; FAT and LittleFS of such chips have one",
	operations: {
		"@zos/fs.openSync": (base) => (app, option) => (isLong(option, "path") ? -1 : base(app, option)),
		"@zos/fs.renameSync": (base) => (app, option) => (isLong(option, "newPath") ? -1 : base(app, option)),
	},
};

const LONGEST = 32;

function isLong(option: unknown, name: "path" | "newPath"): boolean {
	const path: unknown = typeof option === "object" && option !== null ? Reflect.get(option, name) : "";
	return String(path).replace(/^.*\//, "").length > LONGEST;
}
