/**
 * Anybody's package or project folder, as one package that runs on a watch. Owns what is said when it does not; the
 * packing and the opening are others'. Rule: a wrong path ends in a UsageError with the reason, never in a stack.
 */
import { readFileSync, statSync } from "node:fs";
import { UsageError } from "../../cli/command.ts";
import { packProject } from "../../packing/pack-project.ts";
import { PackagingFault } from "../../packing/packaging-fault.ts";
import { DEVICES, type Device } from "../devices.ts";
import { openPackageBytes } from "../package/open-package.ts";

/** The path of a `.zab` or `.zpk` that opens on `device`. Packs a folder first. Throws UsageError. */
export async function packageFor(path: string, device: Device): Promise<string> {
	const isFolder = statSync(path).isDirectory();
	const packed = isFolder ? await packFolder(path, device) : path;
	const bytes = readFileSync(packed);
	const reason = refusal(bytes, device, isFolder ? path : packed);
	if (reason === null) return packed;
	throw new UsageError(withOthers(reason, bytes));
}

async function packFolder(folder: string, device: Device): Promise<string> {
	try {
		return await packProject(folder, device);
	} catch (error) {
		if (!(error instanceof PackagingFault)) throw error;
		return packForOthers(folder, device, error);
	}
}

/** A project may be for other watches only, which the packager does not say. */
async function packForOthers(folder: string, device: Device, fault: PackagingFault): Promise<never> {
	let others: Uint8Array;
	try {
		others = readFileSync(await packProject(folder));
	} catch (error) {
		if (error instanceof PackagingFault) throw new UsageError(`${folder} does not pack: ${fault.message}`);
		throw error;
	}
	throw new UsageError(withOthers(`${folder} has nothing for ${device.name}`, others));
}

function refusal(bytes: Uint8Array, device: Device, name: string): string | null {
	try {
		openPackageBytes(bytes, device, name);
		return null;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function withOthers(reason: string, bytes: Uint8Array): string {
	const others = DEVICES.filter((device) => refusal(bytes, device, "") === null).map((device) => device.id);
	return others.length === 0 ? reason : `${reason}\nIt opens with --device ${others.join(", ")}`;
}
