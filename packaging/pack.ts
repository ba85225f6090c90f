/**
 * Packages, as files: ours by name, and anybody's project folder. Each is made once for its content and kept in the
 * cache; making it again is a matter of bundling and a hash. Never writes into the folder that it is given.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { cached, findCached, hashFolder } from "../packing/cache.ts";
import { PackagingFault } from "../packing/packaging-fault.ts";
import { linkDependencies, readProject } from "../packing/project.ts";
import { alike, ourList, type Watch, type WatchList } from "../packing/watch-list.ts";
import { openZab } from "../packing/zab.ts";
import { type PackJob, runZpm } from "../packing/zpm.ts";
import { findProblems } from "./inspection.ts";
import type { PackageName, ProbeName } from "./packages.ts";
import { ROOT } from "./places.ts";
import { type Staged, stagePackage } from "./stage.ts";

export type Packed = Cached & { readonly staged: Staged };

type Cached = { readonly path: string; readonly isForAll: boolean };

/** What the cache's hashes also depend on: raise it when the way of packing changes. */
const RECIPE = 1;
const NOT_OF_A_PROJECT = ["node_modules", "dist", ".git"];

/** What this process has found packed for every watch: its sources are as they were when it began. */
const forEveryWatch = new Map<string, string>();

/**
 * The path of package `name`'s `.zab` as the simulator runs it: transformed JavaScript, plain PNGs. For one `watch` it
 * takes seconds, for all of them most of a minute. Throws PackagingFault.
 */
export async function packPackage(name: PackageName | ProbeName, watch?: Watch, root: string = ROOT): Promise<string> {
	const known = `${root} ${name}`;
	const found = forEveryWatch.get(known);
	if (found !== undefined) return found;
	const { path, isForAll } = await packStaged(name, simulated(watch), root);
	if (isForAll) forEveryWatch.set(known, path);
	return path;
}

/** Package `name` as it goes onto a watch: bytecode and the chips' images. Throws PackagingFault. */
export function packRelease(name: PackageName | ProbeName, list: WatchList, root: string = ROOT): Promise<Packed> {
	return packStaged(name, { mode: "release", list, watches: null }, root);
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
		return (await packFolder("project", scratch, versions, simulated(watch), () => [])).path;
	});
}

function simulated(watch: Watch | undefined): PackJob {
	return { mode: "simulated", list: ourList(), watches: watch === undefined ? null : alike(watch) };
}

function packStaged(name: PackageName | ProbeName, job: PackJob, root: string): Promise<Packed> {
	return inScratch(async (scratch) => {
		const staged = await stagePackage(name, scratch, root);
		const check = (zab: Uint8Array) => findProblems(name, openZab(zab), staged, job);
		return { ...(await packFolder(name, scratch, {}, job, check)), staged };
	});
}

/** From the cache where it has it, or has the same for all watches; else from the packager, if `check` finds no problem. */
async function packFolder(
	title: string,
	folder: string,
	versions: Readonly<Record<string, unknown>>,
	job: PackJob,
	check: (zab: Uint8Array) => string[],
): Promise<Cached> {
	const keyFor = (each: PackJob) => `${title}-${hashFolder(folder, NOT_OF_A_PROJECT, [RECIPE, each, versions])}.zab`;
	const forAll = findCached(keyFor({ ...job, watches: null }));
	if (forAll !== null) return { path: forAll, isForAll: true };
	const path = await cached(keyFor(job), async () => {
		const zab = await runZpm(folder, job);
		const problems = check(zab);
		if (problems.length > 0) throw new PackagingFault(problems.join("\n"));
		return zab;
	});
	return { path, isForAll: job.watches === null };
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
