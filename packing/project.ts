/** A Zepp project that somebody else wrote: what it needs before the packager can take it. Never changes its folder. */

import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PackagingFault } from "./packaging-fault.ts";

export type Project = { readonly dependencies: readonly string[] };

const ZML = "@zeppos/zml";
/** Types only: nothing of it goes into a package. */
const TYPES = "@zeppos/device-types";

export function readProject(folder: string): Project {
	if (!existsSync(join(folder, "app.json"))) throw new PackagingFault(`${folder} has no app.json: not a Zepp project`);
	const path = join(folder, "package.json");
	if (!existsSync(path)) return { dependencies: [] };
	const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(path, "utf8")) as {
		dependencies?: Record<string, string>;
		devDependencies?: Record<string, string>;
	};
	return { dependencies: Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== TYPES) };
}

/**
 * Makes what the project depends on resolvable in `copy`: from the project's own `node_modules` where it has them, our
 * zml where it has none. Gives the versions, for the hash.
 */
export function linkDependencies(project: Project, source: string, copy: string): Record<string, unknown> {
	const versions: Record<string, unknown> = {};
	for (const name of project.dependencies) {
		const home = [join(source, "node_modules", name), ...(name === ZML ? ourFolders(name) : [])].find((folder) =>
			existsSync(folder),
		);
		if (home === undefined) continue;
		const link = join(copy, "node_modules", name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(home, link, "junction");
		versions[name] = JSON.parse(readFileSync(join(home, "package.json"), "utf8")).version;
	}
	return versions;
}

/** Where a package of ours is looked for. zml names no file through which its folder could be found. */
function ourFolders(name: string): string[] {
	return (createRequire(import.meta.url).resolve.paths(name) ?? []).map((folder) => join(folder, name));
}
