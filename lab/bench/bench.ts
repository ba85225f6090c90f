/**
 * What AskFace costs a watch: heap, work, bytes over the link, redraws. Owns which packages are measured and in which order;
 * the packed product runs as it is.
 */
import { unpackedScripts } from "../../packaging/bundles.ts";
import { packPackage } from "../../packaging/pack.ts";
import { PACKAGES, type PackageName } from "../../packaging/packages.ts";
import { ROOT } from "../../packaging/places.ts";
import { sourcesOf } from "../../packaging/stage.ts";
import { type Device, type OpenedPackage, openPackage } from "../../simulator/index.ts";
import { type AskCost, measureFirstAsk, measureNextAsk } from "./asks.ts";
import { type Growth, measureGrowth, type Scale } from "./growth.ts";
import { onStage, type Setting, withModel } from "./stage.ts";
import {
	measureOthers,
	measureSaying,
	measureService,
	measureSpeaking,
	measureSurfaces,
	type SurfaceCost,
} from "./surfaces.ts";

export type Bench = {
	/** The watch's id. */
	device: string;
	surfaces: SurfaceCost[];
	firstAsk: AskCost;
	nextAsk: AskCost;
};

/** Turns and openings in which something that is left behind shows, in the time that a test has. */
export const SHORT: Scale = { earlyTurns: 15, turns: 35, openings: 10 };
export const FULL: Scale = { earlyTurns: 20, turns: 200, openings: 50 };

const NAMES = ["face", "companion", "workout"] as const;

export function runBench(device: Device): Promise<Bench> {
	return withModel(async (modelUrl) => {
		const day = await measureDay({ device, modelUrl, packages: await openPackages(device) });
		return { device: device.id, ...day };
	});
}

export function runGrowth(device: Device, scale: Scale): Promise<Growth> {
	return withModel(async (modelUrl) =>
		onStage({ device, modelUrl, packages: await openPackages(device) }, (stage) => measureGrowth(stage, scale)),
	);
}

/** The surfaces without the packager's share: what public figures of other apps are measured on. */
export function runUnpacked(device: Device): Promise<SurfaceCost[]> {
	return withModel(async (modelUrl) => {
		const opened = await openPackages(device);
		const packages = await Promise.all(NAMES.map((name, index) => withoutPackager(opened[index], name)));
		return (await measureDay({ device, modelUrl, packages })).surfaces;
	});
}

/** Two questions, then each surface. */
async function measureDay(setting: Setting) {
	const day = await onStage(setting, async (stage) => {
		const firstAsk = await measureFirstAsk(stage);
		const nextAsk = await measureNextAsk(stage);
		stage.desktop.watch.home();
		return { firstAsk, nextAsk, surfaces: await measureSurfaces(stage) };
	});
	const spoken = await onStage({ ...setting, isSpokenTo: true }, measureSpeaking);
	const said = await onStage({ ...setting, isSpokenTo: true }, measureSaying);
	const service = await onStage(setting, measureService);
	const known = [...day.surfaces, spoken, said, service];
	const others = await onStage(setting, (stage) => measureOthers(stage, known));
	return { ...day, surfaces: [...known, ...others] };
}

function openPackages(device: Device): Promise<OpenedPackage[]> {
	return Promise.all(NAMES.map(async (name) => openPackage(await packPackage(name, device), device)));
}

/** The same package with the scripts that the packager was given. */
async function withoutPackager(opened: OpenedPackage | undefined, name: PackageName): Promise<OpenedPackage> {
	if (opened === undefined) throw new Error(`${name} was not packed`);
	const files = new Map(opened.deviceFiles);
	for (const [path, script] of Object.entries(await unpackedScripts(sourcesOf(PACKAGES[name]), ROOT))) {
		files.set(path, new TextEncoder().encode(script));
	}
	return { ...opened, deviceFiles: files };
}
