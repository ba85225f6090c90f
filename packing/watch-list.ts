/**
 * The list of watches that the packager builds for: the vendor's where it can be had, else ours (`devices.json`). Owns
 * the packager's format of it and where it looks for it; never which watches exist.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WATCHES, type Watch } from "../watches/watches.ts";

/** An entry of the vendor's list: one `deviceSource`, of which a watch has several (PKG). */
type ListedWatch = {
	readonly productName: string;
	readonly deviceSource: number;
	readonly value: {
		readonly code: string;
		readonly productId: number;
		readonly productVersion: number;
		readonly shape: string;
		readonly chip: { readonly manufacturer: string };
		readonly screen: { readonly size: string; readonly previewSize: string; readonly iconSize: number };
		readonly os: {
			readonly version: string;
			readonly apiLevel: string;
			readonly apiLevelLimitMin: string;
			readonly apiLevelLimitMax: string;
		};
		readonly pixelDensity: number;
	};
};

export type WatchList = { readonly origin: "vendor" | "ours"; readonly watches: readonly ListedWatch[] };

const VENDOR_LIST = "https://upload-cdn.zepp.com/zeppos/devkit/zeus/v1/devices.json";
const VENDOR_LIMIT_MS = 4_000;
/** The packager asks the vendor again after this moment: the year 2099. */
const NEVER_MS = 4_102_444_800_000;

export function ourList(): WatchList {
	return { origin: "ours", watches: WATCHES.flatMap(listed) };
}

/** The vendor's list, or ours where that one cannot be reached, has another shape, or lacks a watch that we know. */
export async function newestList(): Promise<WatchList> {
	const watches = await fetchVendorList();
	return watches === null ? ourList() : { origin: "vendor", watches };
}

async function fetchVendorList(): Promise<readonly ListedWatch[] | null> {
	try {
		const response = await fetch(VENDOR_LIST, { signal: AbortSignal.timeout(VENDOR_LIMIT_MS) });
		return response.ok ? decodeList(await response.json()) : null;
	} catch (error) {
		if (error instanceof Error) return null;
		throw error;
	}
}

function decodeList(value: unknown): readonly ListedWatch[] | null {
	if (!Array.isArray(value)) return null;
	const watches = value.filter(isListed);
	const sources = new Set(watches.map(({ deviceSource }) => deviceSource));
	const complete = WATCHES.every((watch) => watch.deviceSource.some((source) => sources.has(source)));
	return complete ? watches : null;
}

function isListed(value: unknown): value is ListedWatch {
	const entry = value as Partial<ListedWatch> | null;
	return (
		typeof entry?.deviceSource === "number" &&
		typeof entry.value?.shape === "string" &&
		typeof entry.value.screen?.size === "string" &&
		typeof entry.value.chip?.manufacturer === "string" &&
		typeof entry.value.os?.apiLevel === "string"
	);
}

function listed(watch: Watch): ListedWatch[] {
	return watch.deviceSource.map((deviceSource, index) => ({
		productName: watch.name,
		deviceSource,
		value: {
			code: watch.id,
			productId: watch.productId[index] ?? 0,
			productVersion: 256,
			shape: watch.shape,
			chip: { manufacturer: chipOf(watch) },
			screen: {
				size: `${watch.width}*${watch.height}`,
				previewSize: watch.preview.join("*"),
				iconSize: watch.icon ?? 248,
			},
			os: {
				version: watch.zeppOs,
				apiLevel: watch.apiLevel,
				apiLevelLimitMin: "1.0",
				apiLevelLimitMax: watch.apiLevel,
			},
			pixelDensity: 320,
		},
	}));
}

/** As the packager names it: `mhs` of our table is its `ZPS`, which also every watch since API 4.2 of unknown chip has. */
function chipOf(watch: Pick<Watch, "chip">): string {
	return watch.chip === null || watch.chip === "mhs" ? "ZPS" : watch.chip.toUpperCase();
}

/** The watches that the packager makes the same part for: same screen, same chip. */
export function alike(watch: Watch): Watch[] {
	return WATCHES.filter(
		(other) =>
			other.shape === watch.shape &&
			other.width === watch.width &&
			other.height === watch.height &&
			chipOf(other) === chipOf(watch),
	);
}

/** Makes `home` a home folder in which the packager finds `list`, so that it asks nobody. */
export function writeHome(home: string, list: WatchList): void {
	const folder = join(home, ".zepp");
	mkdirSync(folder, { recursive: true });
	const file = { devices: list.watches, devices_beta: [], expiredTime: NEVER_MS, version: "1.9.1" };
	writeFileSync(join(folder, ".zeus_devices"), JSON.stringify(file));
	writeFileSync(join(folder, ".zeus_version"), file.version);
}
