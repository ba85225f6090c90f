/**
 * The check after packaging. The packager drops what it does not like without a word, so a package counts only when
 * everything that was staged is found again in it, for every watch that we support. Gives problems in words, all of them.
 */

import { strFromU8 } from "fflate";
import { whyNotCompiled } from "../packing/quickjs.ts";
import type { WatchList } from "../packing/watch-list.ts";
import type { Zpk } from "../packing/zab.ts";
import type { PackJob, PackMode } from "../packing/zpm.ts";
import { atLeast, WATCHES, type Watch } from "../watches/watches.ts";
import { type PackageName, type PackageRow, type ProbeName, rowOf, scriptsIn } from "./packages.ts";
import type { Staged } from "./stage.ts";

const PNG_MAGIC = 0x89;
/** A locale file starts with the number of its texts, 32 bits. */
const EMPTY_LOCALE_BYTES = 4;
const LOCALES = "assets/raw/locale";

export function findProblems(
	name: PackageName | ProbeName,
	zpks: readonly Zpk[],
	staged: Staged,
	job: PackJob,
): string[] {
	const row = rowOf(name);
	return [
		...zpks.flatMap((zpk) =>
			problemsOf(zpk, row, staged, job.mode).map(
				(problem) => `${name} for ${zpk.shape} ${zpk.resolution} ${zpk.chip}: ${problem}`,
			),
		),
		...supportedWatches(row.minVersion, job.watches ?? WATCHES).flatMap((watch) =>
			coverageProblems(watch, zpks, job.list).map((problem) => `${name}: ${watch.name} ${problem}`),
		),
	];
}

/** The watches, of our table or of `among`, that a package with this `minVersion` runs on. */
export function supportedWatches(minVersion: string, among: readonly Watch[] = WATCHES): Watch[] {
	return among.filter((watch) => atLeast(watch.apiLevel, minVersion));
}

function problemsOf(zpk: Zpk, row: PackageRow, staged: Staged, mode: PackMode): string[] {
	const problems: string[] = [];
	const code = mode === "release" ? "bin" : "js";
	for (const path of onWatch(row)) {
		const script = zpk.device[`${path}.${code}`] ?? new Uint8Array();
		const why = mode === "release" ? null : whyNotCompiled(strFromU8(script));
		if (script.byteLength === 0) problems.push(`${path}.${code} is missing`);
		if (why !== null) problems.push(`${path}.${code} does not compile in the watch's engine: ${why}`);
	}
	for (const path of onPhone(row)) {
		if ((zpk.side[path]?.byteLength ?? 0) === 0) problems.push(`${path} is missing`);
	}
	for (const image of staged.images[zpk.shape === "round" ? "r" : "s"]) {
		const bytes = zpk.device[`assets/${image}`];
		if (bytes === undefined) problems.push(`image ${image} is missing`);
		else if ((bytes[0] === PNG_MAGIC) === (mode === "release")) problems.push(`image ${image} is encoded wrongly`);
	}
	for (const locale of localesOf(row, staged)) {
		const bytes = zpk.device[`${LOCALES}/${locale}.btxt`];
		if ((bytes?.byteLength ?? 0) <= EMPTY_LOCALE_BYTES) problems.push(`language ${locale} is missing`);
	}
	if (zpk.appId !== row.appId) problems.push(`its appId is ${zpk.appId}`);
	return problems;
}

function onWatch(row: PackageRow): string[] {
	const modules = row.modules.filter((module) => module !== "app-side" && module !== "setting");
	return ["app", ...modules.flatMap((module) => scriptsIn(module, row.pages))];
}

function onPhone(row: PackageRow): string[] {
	return row.modules.filter((module) => module === "app-side" || module === "setting").map((module) => `${module}.js`);
}

function localesOf(row: PackageRow, staged: Staged): string[] {
	const worded = row.worded.some((module) => module !== "app-side" && module !== "setting");
	return worded ? ["TID", ...Object.keys(staged.manifest.i18n)] : [];
}

function coverageProblems(watch: Watch, zpks: readonly Zpk[], list: WatchList): string[] {
	const listed = new Set(list.watches.map(({ deviceSource }) => deviceSource));
	const sources = watch.deviceSource.filter((source) => listed.has(source));
	if (sources.length === 0) return ["is not in the list of watches"];
	return sources.flatMap((source) => {
		const own = zpks.filter((zpk) => zpk.sources.includes(source));
		if (own.length !== 1) return [`(deviceSource ${source}) is served by ${own.length} parts`];
		const fits = own[0]?.shape === watch.shape && own[0].resolution === `${watch.width}x${watch.height}`;
		return fits ? [] : [`(deviceSource ${source}) is served by a part for another screen`];
	});
}
