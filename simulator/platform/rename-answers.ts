import type { PlatformSwitch } from "./switch.ts";

export const RENAME_ANSWERS: PlatformSwitch = {
	name: "rename-answers",
	does: "renames a file and answers undefined",
	source: "a public watchdrip service takes 0, true and undefined for success",
	operations: {
		"@zos/fs.renameSync":
			(base) =>
			(app, ...args) => {
				base(app, ...args);
			},
	},
};
