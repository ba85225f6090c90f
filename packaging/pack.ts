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
import { ourList, type Watch, type WatchList } from "./watches.ts";
import { openZab } from "./zab.ts";
import { type PackJob, runZpm } from "./zpm.ts";

export type Packed = { readonly path: string; readonly staged: Staged };

/** What the cache's hashes also depend on: raise it when the way of packing changes. */
const RECIPE = 1;
const NOT_OF_A_PROJECT = ["node_modules", "dist", ".git"];

/**
 * The path of package `name`'s `.zab` as the simulator runs it: transformed JavaScript, plain PNGs. For `watch` alone it
 * takes a few seconds, for all of them most of a minute. Throws PackagingFault.
 */
export async function packPackage(name: PackageName, watch?: Watch, root: string = ROOT): Promise<string> {
	return (await packStaged(name, { mode: "simulated", list: ourList(), watch }, root)).path;
}

/** Package `name` as it goes onto a watch: bytecode and the chips' images. Throws PackagingFault. */
export function packRelease(name: PackageName, list: WatchList, root: string = ROOT): Promise<Packed> {
	return packStaged(name, { mode: "release", list }, root);
}

/** The path of a `.zab` of the Zepp project in `folder`, as the simulator runs it. Throws PackagingFault. */
export async function packProject(folder: string, watch?: Watch): Promise<string> {
	const source = realpathSync(resolve(folder));
	const project = readProject(source);
	return inScratch(async (scratch) => {
		cpSync(source, scratch, {
			recursive: true,
			filter: (path) => path === source || !NOT_OF_A_PROJECT.includes(basename(path)),
		});
		const versions = linkDependencies(project, source, scratch);
		const job: PackJob = { mode: "simulated", list: ourList(), watch };
		const key = hashFolder(scratch, NOT_OF_A_PROJECT, [RECIPE, job, versions]);
		return cached(`${key}.zab`, () => runZpm(scratch, job));
	});
}

function packStaged(name: PackageName, job: PackJob, root: string): Promise<Packed> {
	return inScratch(async (scratch) => {
		const staged = await stagePackage(name, scratch, root);
		const key = hashFolder(scratch, [], [RECIPE, job]);
		const path = await cached(`${name}-${key}.zab`, async () => {
			const zab = await runZpm(scratch, job);
			const problems = findProblems(name, openZab(zab), staged, job);
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
