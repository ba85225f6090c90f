/**
 * Packages, as files, from anybody's project folder. Each is made once for its content and kept in the cache. Never writes into
 * the folder that it is given.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import type { Watch } from "../watches/watches.ts";
import { cached, findCached, hashFolder } from "./cache.ts";
import { linkNeighbours, neighboursOf } from "./neighbours.ts";
import { PackagingFault } from "./packaging-fault.ts";
import { linkDependencies, readProject } from "./project.ts";
import { alike, ourList } from "./watch-list.ts";
import { type PackJob, runZpm } from "./zpm.ts";

/** `isForAll`: the package is for every watch that the project takes. */
export type Cached = { readonly path: string; readonly isForAll: boolean };

/** What the cache's hashes also depend on: raise it when the way of packing changes. */
const RECIPE = 1;
const NOT_OF_A_PROJECT = ["node_modules", "dist", ".git"];

/** The path of a `.zab` of the Zepp project in `folder`, as the simulator runs it. Throws PackagingFault. */
export async function packProject(folder: string, watch?: Watch): Promise<string> {
	const source = realpathSync(resolve(folder));
	const project = readProject(source);
	const neighbours = neighboursOf(source, NOT_OF_A_PROJECT);
	return inScratch(async (scratch) => {
		const copy = join(scratch, relative(neighbours.home, source));
		cpSync(source, copy, {
			recursive: true,
			filter: (path) => path === source || !NOT_OF_A_PROJECT.includes(basename(path)),
		});
		linkNeighbours(neighbours, source, scratch);
		const versions = { ...linkDependencies(project, source, copy), neighbours: neighbours.hash };
		return (await packFolder("project", copy, versions, simulated(watch), () => [])).path;
	});
}

/** As the simulator runs a package, for one watch or for all. */
export function simulated(watch: Watch | undefined): PackJob {
	return { mode: "simulated", list: ourList(), watches: watch === undefined ? null : alike(watch) };
}

/** From the cache where it has it, or has the same for all watches; else from the packager, if `check` finds no problem. */
export async function packFolder(
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
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "zepp-pack-")));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
