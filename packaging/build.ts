/**
 * `npm run build`: the three packages as they go onto a watch, in `dist/`, each opened and checked after packaging.
 * Says whose list of watches it used and what everything weighs. With `--probe`, those of the probe instead.
 */
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readLine, runCommand } from "../cli/command.ts";
import { PackagingFault } from "../packing/packaging-fault.ts";
import { newestList, type WatchList } from "../packing/watch-list.ts";
import { openZab } from "../packing/zab.ts";
import { findProblems, supportedWatches } from "./inspection.ts";
import { packPackage, packRelease } from "./pack.ts";
import { PACKAGE_NAMES, type PackageName, PROBE_NAMES, type ProbeName, rowOf } from "./packages.ts";
import { ROOT } from "./places.ts";
import type { Staged } from "./stage.ts";
import { WATCHES_NOTE } from "./supported.ts";

const BYTES_IN_KB = 1000;

const BUILD = {
	call: "npm run build --",
	does: "The three packages as they go onto a watch, in dist/, each opened and checked after packaging.",
	flags: { probe: { type: "boolean", says: "those of the probe instead" } },
	notes: [WATCHES_NOTE],
	ends: "0 they are there; 1 one did not pack, or is not as it should be",
} as const;

export type Built = {
	readonly name: PackageName | ProbeName;
	readonly path: string;
	readonly bytes: number;
	/** Bytes of the smallest and the largest part; a watch is sent one part. */
	readonly parts: { readonly count: number; readonly smallest: number; readonly largest: number };
	/** As they were before the packager took them, by their path. */
	readonly bundles: Staged["bundles"];
};

/** Writes `dist/askface-NAME.zab`. Throws PackagingFault with every problem that it finds in the package. */
export async function buildPackage(name: PackageName | ProbeName, list: WatchList): Promise<Built> {
	// The vendor's compiler stops at a script that the watch's engine does not take, and says not which: so it is looked at before.
	await packPackage(name, supportedWatches(rowOf(name).minVersion)[0]);
	const { path: packed, staged } = await packRelease(name, list);
	const path = join(ROOT, "dist", `askface-${name}.zab`);
	mkdirSync(join(ROOT, "dist"), { recursive: true });
	copyFileSync(packed, path);
	const bytes = readFileSync(path);
	const zpks = openZab(bytes);
	const problems = findProblems(name, zpks, staged, { mode: "release", list, watches: null });
	if (problems.length > 0) throw new PackagingFault(problems.join("\n"));
	const sizes = zpks.map((zpk) => zpk.bytes);
	return {
		name,
		path,
		bytes: bytes.byteLength,
		parts: { count: sizes.length, smallest: Math.min(...sizes), largest: Math.max(...sizes) },
		bundles: staged.bundles,
	};
}

async function main(args: readonly string[]): Promise<number> {
	const names = readLine(BUILD, args).values.probe ? PROBE_NAMES : PACKAGE_NAMES;
	const list = await newestList();
	say(
		list.origin === "vendor"
			? "Watches: the vendor's list, as of now."
			: "Watches: watches/devices.json, because the vendor's list cannot be reached.",
	);
	const builds = await Promise.all(names.map((name) => buildPackage(name, list)));
	for (const { name, path, bytes, parts, bundles } of builds) {
		const watches = supportedWatches(rowOf(name).minVersion).length;
		say(`${relative(ROOT, path)}  ${kb(bytes)}, for ${watches} watches`);
		say(`  ${parts.count} parts, one for each screen and chip, of ${kb(parts.smallest)} to ${kb(parts.largest)}`);
		for (const [bundle, facts] of Object.entries(bundles)) say(`  ${bundle}  ${kb(facts.bytes)}`);
	}
	return 0;
}

function kb(bytes: number): string {
	return `${(bytes / BYTES_IN_KB).toFixed(1)} kB`;
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

if (process.argv[1] === import.meta.filename) await runCommand(BUILD, main);
