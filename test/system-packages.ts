/** Debian's packages that the tests need. Owns whether we may install them and how; never which. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where `command` is in PATH, or null. */
export function findCommand(command: string): string | null {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return folders.map((folder) => join(folder, command)).find((path) => existsSync(path)) ?? null;
}

/** As root on Debian, in silence but for standard error; elsewhere it does nothing. */
export function installPackages(names: readonly string[]): void {
	if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
	process.stderr.write(`Installing ${names.join(", ")} (apt-get) ...\n`);
	apt("update");
	apt("install", "-y", "--no-install-recommends", ...names);
}

function apt(...args: string[]): void {
	spawnSync("apt-get", args, {
		stdio: ["ignore", 2, 2],
		env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
	});
}
