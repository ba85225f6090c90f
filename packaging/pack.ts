/**
 * Packages, as files: ours by name, and anybody's project folder. Each is made once for its content and kept in the
 * cache; making it again is a matter of bundling and a hash. Never writes into the folder that it is given.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { cached, hashFolder } from "./cache.ts";
import type { PackageName } from "./packages.ts";
import { linkDependencies, readProject } from "./project.ts";
import { stagePackage } from "./stage.ts";
import { ourList, type WatchList } from "./watches.ts";
import { type PackMode, runZpm } from "./zpm.ts";

/** What the cache's hashes also depend on: raise it when the way of packing changes. */
const RECIPE = 1;
const NOT_OF_A_PROJECT = ["node_modules", "dist", ".git"];

/** The path of package `name`'s `.zab` as the simulator runs it: transformed JavaScript, plain PNGs. Throws PackagingFault. */
export function packPackage(name: PackageName): Promise<string> {
	return packStaged(name, "simulated", ourList());
}

/** The path of package `name`'s `.zab` as it goes onto a watch: bytecode and the chips' images. Throws PackagingFault. */
export function packRelease(name: PackageName, list: WatchList): Promise<string> {
	return packStaged(name, "release", list);
}

/** The path of a `.zab` of the Zepp project in `folder`, as the simulator runs it. Throws PackagingFault. */
export async function packProject(folder: string): Promise<string> {
	const source = realpathSync(resolve(folder));
	const project = readProject(source);
	return inScratch(async (scratch) => {
		cpSync(source, scratch, {
			recursive: true,
			filter: (path) => path === source || !NOT_OF_A_PROJECT.includes(basename(path)),
		});
		const zml = linkDependencies(project, source, scratch);
		const list = ourList();
		const key = hashFolder(scratch, NOT_OF_A_PROJECT, [RECIPE, "simulated", zml, list]);
		return cached(`${key}.zab`, () => runZpm(scratch, "simulated", list));
	});
}

function packStaged(name: PackageName, mode: PackMode, list: WatchList): Promise<string> {
	return inScratch(async (scratch) => {
		await stagePackage(name, scratch);
		const key = hashFolder(scratch, [], [RECIPE, mode, list]);
		return cached(`${name}-${key}.zab`, () => runZpm(scratch, mode, list));
	});
}

/** A folder of our own outside any `node_modules`: below one, the packager takes a project's files for a library's (PKG). */
async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "askface-pack-")));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
