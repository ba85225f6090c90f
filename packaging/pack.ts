/**
 * Packages, as files: ours by name, and anybody's project folder. Each is made once for its content and kept in the
 * cache; making it again is a matter of bundling and a hash. Never writes into the folder that it is given.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { cached, hashFolder } from "./cache.ts";
import { findProblems } from "./inspection.ts";
import type { PackageName } from "./packages.ts";
import { PackagingFault } from "./packaging-fault.ts";
import { ROOT } from "./places.ts";
import { linkDependencies, readProject } from "./project.ts";
import { type Staged, stagePackage } from "./stage.ts";
import { ourList, type WatchList } from "./watches.ts";
import { openZab } from "./zab.ts";
import { type PackMode, runZpm } from "./zpm.ts";

export type Packed = { readonly path: string; readonly staged: Staged };

/** What the cache's hashes also depend on: raise it when the way of packing changes. */
const RECIPE = 1;
const NOT_OF_A_PROJECT = ["node_modules", "dist", ".git"];

/** The path of package `name`'s `.zab` as the simulator runs it: transformed JavaScript, plain PNGs. Throws PackagingFault. */
export async function packPackage(name: PackageName, root: string = ROOT): Promise<string> {
	return (await packStaged(name, "simulated", ourList(), root)).path;
}

/** Package `name` as it goes onto a watch: bytecode and the chips' images. Throws PackagingFault. */
export function packRelease(name: PackageName, list: WatchList, root: string = ROOT): Promise<Packed> {
	return packStaged(name, "release", list, root);
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

function packStaged(name: PackageName, mode: PackMode, list: WatchList, root: string): Promise<Packed> {
	return inScratch(async (scratch) => {
		const staged = await stagePackage(name, scratch, root);
		const key = hashFolder(scratch, [], [RECIPE, mode, list]);
		const path = await cached(`${name}-${key}.zab`, async () => {
			const zab = await runZpm(scratch, mode, list);
			const problems = findProblems(name, openZab(zab), staged, mode, list);
			if (problems.length > 0) throw new PackagingFault(problems.join("\n"));
			return zab;
		});
		return { path, staged };
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
