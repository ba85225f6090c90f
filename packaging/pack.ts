/**
 * Our packages, as files, by name. Each is made once for its content and kept in the cache; making it again is a matter of
 * bundling and a hash.
 */
import { type Cached, inScratch, packFolder, simulated } from "../packing/pack-project.ts";
import type { WatchList } from "../packing/watch-list.ts";
import { openZab } from "../packing/zab.ts";
import type { PackJob } from "../packing/zpm.ts";
import type { Watch } from "../watches/watches.ts";
import { findProblems } from "./inspection.ts";
import type { PackageName, ProbeName } from "./packages.ts";
import { ROOT } from "./places.ts";
import { type Staged, stagePackage } from "./stage.ts";

export type Packed = Cached & { readonly staged: Staged };

/** What this process has found packed, for every watch or for one: its sources are as they were when it began. */
const found = new Map<string, string>();

/**
 * The path of package `name`'s `.zab` as the simulator runs it: transformed JavaScript, plain PNGs. For one `watch` it
 * takes seconds, for all of them most of a minute. Throws PackagingFault.
 */
export async function packPackage(name: PackageName | ProbeName, watch?: Watch, root: string = ROOT): Promise<string> {
	const forAll = `${root} ${name}`;
	const forOne = `${forAll} ${watch?.id}`;
	const known = found.get(forAll) ?? found.get(forOne);
	if (known !== undefined) return known;
	const { path, isForAll } = await packStaged(name, simulated(watch), root);
	found.set(isForAll ? forAll : forOne, path);
	return path;
}

/** Package `name` as it goes onto a watch: bytecode and the chips' images. Throws PackagingFault. */
export function packRelease(name: PackageName | ProbeName, list: WatchList, root: string = ROOT): Promise<Packed> {
	return packStaged(name, { mode: "release", list, watches: null }, root);
}

function packStaged(name: PackageName | ProbeName, job: PackJob, root: string): Promise<Packed> {
	return inScratch(async (scratch) => {
		const staged = await stagePackage(name, scratch, root);
		const check = (zab: Uint8Array) => findProblems(name, openZab(zab), staged, job);
		return { ...(await packFolder(name, scratch, {}, job, check)), staged };
	});
}
