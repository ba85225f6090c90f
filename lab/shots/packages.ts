/**
 * The three packages for each canvas. Owns the one trick: a watch below our API level is in no package of ours, so for its
 * size of screen one is made with a list in which it is newer. Such a package goes nowhere but into pictures.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGE_NAMES, type PackageName } from "../../packaging/packages.ts";
import { stagePackage } from "../../packaging/stage.ts";
import { isSupported } from "../../packaging/supported.ts";
import { cached, hashFolder } from "../../packing/cache.ts";
import { ourList, type WatchList } from "../../packing/watch-list.ts";
import { type PackJob, runZpm } from "../../packing/zpm.ts";
import type { Device } from "../../simulator/index.ts";
import { drawnAs } from "./canvases.ts";

/** From so many watches on, one package for all that there are takes less time than one for each. */
const MANY = 4;

/** The paths of the three `.zab` that open on `drawnAs(device)`, by device id. Throws PackagingFault. */
export async function packFor(devices: readonly Device[]): Promise<Map<string, string[]>> {
	const supported = devices.filter(isSupported);
	const others = devices.filter((device) => !isSupported(device));
	const common = supported.length >= MANY ? await packAll((name) => packPackage(name)) : undefined;
	const paths = new Map<string, string[]>();
	for (const device of supported) paths.set(device.id, common ?? (await packAll((name) => packPackage(name, device))));
	if (others.length === 0) return paths;
	const lifted = await packAll((name) => packLifted(name, others));
	for (const device of others) paths.set(device.id, lifted);
	return paths;
}

function packAll(pack: (name: PackageName) => Promise<string>): Promise<string[]> {
	return Promise.all(PACKAGE_NAMES.map(pack));
}

async function packLifted(name: PackageName, devices: readonly Device[]): Promise<string> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "askface-shots-")));
	const job: PackJob = { mode: "simulated", list: liftedList(devices), watches: devices };
	try {
		await stagePackage(name, folder);
		const key = hashFolder(folder, [], [job]);
		return await cached(`${name}-lifted-${key}.zab`, () => runZpm(folder, job));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function liftedList(devices: readonly Device[]): WatchList {
	const levels = new Map(devices.flatMap((d) => d.deviceSource.map((source) => [source, drawnAs(d).apiLevel])));
	const { origin, watches } = ourList();
	const lifted = watches.flatMap((watch) => {
		const apiLevel = levels.get(watch.deviceSource);
		if (apiLevel === undefined) return [];
		const { os } = watch.value;
		return [{ ...watch, value: { ...watch.value, os: { ...os, apiLevel, apiLevelLimitMax: apiLevel } } }];
	});
	return { origin, watches: lifted };
}
