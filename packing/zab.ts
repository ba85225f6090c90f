/**
 * What is inside a `.zab`: a zip of a manifest and one `.zpk` for each screen and chip, which is a zip of `device.zip`
 * (what goes onto the watch) and `app-side.zip` (what stays on the phone). Owns the reading of it, for the checks after
 * packaging; the simulator opens packages in its own way.
 */
import { strFromU8, type Unzipped, unzipSync } from "fflate";
import { PackagingFault } from "./packaging-fault.ts";

export type Zpk = {
	readonly file: string;
	readonly bytes: number;
	readonly shape: string;
	/** `480x480` */
	readonly resolution: string;
	readonly chip: string;
	/** The watches that it is for, by their `deviceSource`. */
	readonly sources: readonly number[];
	readonly appId: number;
	readonly device: Unzipped;
	readonly side: Unzipped;
};

type ZabManifest = {
	zpks: { name: string; platforms: { screenType: string; screenResolution: string; cpuPlatform: string }[] }[];
};
type AppJson = { app: { appId: number }; platforms: { deviceSource: number }[] };

/** The packages for one screen and chip each. Throws PackagingFault when a part is missing. */
export function openZab(bytes: Uint8Array): Zpk[] {
	const files = unzipSync(bytes);
	const manifest = JSON.parse(strFromU8(part(files, "manifest.json"))) as ZabManifest;
	return manifest.zpks.map(({ name, platforms }) => {
		const [platform] = platforms;
		if (platform === undefined) throw new PackagingFault(`${name} names no platform`);
		const zpk = part(files, name);
		const inner = unzipSync(zpk);
		const device = filesOnly(unzipSync(part(inner, "device.zip")));
		const app = JSON.parse(strFromU8(part(device, "app.json"))) as AppJson;
		return {
			file: name,
			bytes: zpk.byteLength,
			shape: platform.screenType,
			resolution: platform.screenResolution,
			chip: platform.cpuPlatform,
			sources: app.platforms.map(({ deviceSource }) => deviceSource),
			appId: app.app.appId,
			device,
			side: inner["app-side.zip"] === undefined ? {} : filesOnly(unzipSync(inner["app-side.zip"])),
		};
	});
}

function part(files: Unzipped, name: string): Uint8Array {
	const bytes = files[name];
	if (bytes === undefined) throw new PackagingFault(`${name} is not in the package`);
	return bytes;
}

function filesOnly(files: Unzipped): Unzipped {
	return Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith("/")));
}
