/**
 * Opens a `.zab` or `.zpk` for one watch. Owns unpacking and the choice of the zpk; runs nothing. Rule: what cannot run
 * here (no build for this watch, bytecode) is refused with the reason.
 */
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Device } from "../devices.ts";
import { atLeast, DEVICES } from "../devices.ts";
import { type Locale, readLocales } from "./locale.ts";
import {
	type DeviceManifest,
	decodeDeviceManifest,
	decodeZabManifest,
	type ZpkEntry,
	type ZpkPlatform,
} from "./manifest.ts";

export type OpenedPackage = {
	manifest: DeviceManifest;
	/** The same as in the manifest, at hand. */
	appId: number;
	appType: DeviceManifest["appType"];
	extType?: string;
	/** What is installed on the watch, by path: `app.js`, `page/index.js`, `assets/icon.png`. */
	deviceFiles: ReadonlyMap<string, Uint8Array>;
	/** What is installed in the phone: `app-side.js`, `setting.js`, `app.json`. Empty without a phone side. */
	sideFiles: ReadonlyMap<string, Uint8Array>;
	locales: ReadonlyMap<string, Locale>;
};

/** The chip names of the device table, as the packager writes them. A watch without one is newer than the table: ZPS. */
const CHIPS: Readonly<Record<string, string>> = { mhs: "ZPS", nxp: "NXP", dialog: "DIALOG", apollo: "APOLLO" };
const NEWEST_CHIP = "ZPS";

/** Reads the package at `path` for `device`. Throws an Error that says why it cannot be run. */
export function openPackage(path: string, device: Device): OpenedPackage {
	return openPackageBytes(readFileSync(path), device, path);
}

export function openPackageBytes(bytes: Uint8Array, device: Device, name: string): OpenedPackage {
	const files = unzip(bytes, name);
	const zab = files.get("manifest.json");
	if (!zab || files.has("device.zip")) return openZpk(files, device, name);
	const entry = pickZpk(decodeZabManifest(json(zab, "manifest.json")), device, name);
	const zpk = files.get(entry.name);
	if (!zpk) throw new Error(`${name}: manifest.json names ${entry.name}, which is not in it`);
	return openZpk(unzip(zpk, entry.name), device, name);
}

function openZpk(files: ReadonlyMap<string, Uint8Array>, device: Device, name: string): OpenedPackage {
	const deviceZip = files.get("device.zip");
	if (!deviceZip) throw new Error(`${name} is neither a .zab nor a .zpk: it has no manifest.json and no device.zip`);
	const deviceFiles = unzip(deviceZip, "device.zip");
	const sideZip = files.get("app-side.zip");
	const appJson = deviceFiles.get("app.json");
	if (!appJson) throw new Error(`${name}: device.zip has no app.json`);
	const manifest = decodeDeviceManifest(json(appJson, "app.json"));
	refuseBytecode(deviceFiles, name);
	if (!atLeast(device.apiLevel, manifest.minApiLevel)) {
		throw new Error(`${name} needs API level ${manifest.minApiLevel}; ${device.name} has ${device.apiLevel}`);
	}
	return {
		manifest,
		appId: manifest.appId,
		appType: manifest.appType,
		...(manifest.extType === undefined ? {} : { extType: manifest.extType }),
		deviceFiles,
		sideFiles: sideZip ? unzip(sideZip, "app-side.zip") : new Map(),
		locales: readLocales(deviceFiles),
	};
}

function refuseBytecode(files: ReadonlyMap<string, Uint8Array>, name: string): void {
	if (files.has("app.js")) return;
	if ([...files.keys()].some((path) => path.endsWith(".bin"))) {
		throw new Error(`${name} is a release: its code is bytecode for the watch's chip, which the simulator cannot run`);
	}
	throw new Error(`${name}: device.zip has no app.js`);
}

/** The zpk for the watch's shape and resolution, and among those the one for its chip. */
function pickZpk(zpks: readonly ZpkEntry[], device: Device, name: string): ZpkEntry {
	const resolution = `${device.width}x${device.height}`;
	const chip = CHIPS[device.chip ?? ""] ?? NEWEST_CHIP;
	const fits = (isFor: (platform: ZpkPlatform) => boolean) => zpks.find((zpk) => zpk.platforms.some(isFor));
	const isForScreen = (platform: ZpkPlatform) =>
		"screenType" in platform && platform.screenType === device.shape && platform.screenResolution === resolution;
	const entry =
		fits((platform) => "deviceSource" in platform && device.deviceSource.includes(platform.deviceSource)) ??
		fits((platform) => isForScreen(platform) && "cpuPlatform" in platform && platform.cpuPlatform === chip) ??
		// Only the encoding of images depends on the chip, so another chip's build of the same screen runs here as well.
		fits(isForScreen);
	if (entry) return entry;
	const screens = new Set(zpks.flatMap((zpk) => zpk.platforms.map(nameOf)));
	throw new Error(
		`${name} has nothing for ${device.name} (${device.shape} ${resolution}); it is for ${[...screens].join(", ")}`,
	);
}

/** A watch by its name, where its number is known. */
function nameOf(platform: ZpkPlatform): string {
	if ("screenType" in platform) return `${platform.screenType} ${platform.screenResolution}`;
	const known = DEVICES.find(({ deviceSource }) => deviceSource.includes(platform.deviceSource));
	return known?.name ?? `device ${platform.deviceSource}`;
}

function unzip(bytes: Uint8Array, name: string): ReadonlyMap<string, Uint8Array> {
	try {
		const entries = Object.entries(unzipSync(bytes));
		return new Map(entries.filter(([path]) => !path.endsWith("/")));
	} catch (error) {
		throw new Error(`${name} is no zip archive`, { cause: error });
	}
}

function json(bytes: Uint8Array, name: string): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch (error) {
		throw new Error(`${name} is not JSON`, { cause: error });
	}
}
