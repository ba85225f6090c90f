/** What a package is on a watch's disk: bytecode and images of its release, as `npm run build` makes it. */
import { readFileSync } from "node:fs";
import { packRelease } from "../../packaging/pack.ts";
import type { PackageName } from "../../packaging/packages.ts";
import { ourList } from "../../packing/watch-list.ts";
import { openZab } from "../../packing/zab.ts";
import { WATCHES } from "../../watches/watches.ts";

export type PackageSize = {
	name: PackageName;
	/** Of all that a watch of this kind gets, compressed, with the part for the phone. */
	shippedBytes: number;
	/** By the path of the module. */
	bytecode: Record<string, number>;
	imageBytes: number;
};

const BYTECODE = /\.bin$/;
const IMAGE = /\.png$/;

/** Packing the three for every watch takes minutes, once. Throws PackagingFault. */
export async function measureSizes(deviceId: string, names: readonly PackageName[]): Promise<PackageSize[]> {
	const watch = WATCHES.find(({ id }) => id === deviceId);
	const sizes: PackageSize[] = [];
	for (const name of names) {
		const { path } = await packRelease(name, ourList());
		const zpk = openZab(readFileSync(path)).find(({ sources }) =>
			watch?.deviceSource.some((id) => sources.includes(id)),
		);
		if (zpk === undefined) continue;
		const files = Object.entries(zpk.device);
		const bytecode = files.filter(([file]) => BYTECODE.test(file));
		sizes.push({
			name,
			shippedBytes: zpk.bytes,
			bytecode: Object.fromEntries(bytecode.map(([file, { length }]) => [file.replace(BYTECODE, ""), length])),
			imageBytes: files.filter(([file]) => IMAGE.test(file)).reduce((sum, [, { length }]) => sum + length, 0),
		});
	}
	return sizes;
}
