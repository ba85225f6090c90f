import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./places.ts";

type Locked = { version?: string; optionalDependencies?: Record<string, string> };

const packages = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages as Record<string, Locked>;

/** Where Node would look for `name` from the package in `folder`. */
function isLocked(folder: string, name: string): boolean {
	for (let at: string | null = folder; at !== null; at = parentOf(at)) {
		if (packages[`${at}${at === "" ? "" : "/"}node_modules/${name}`] !== undefined) return true;
	}
	return false;
}

function parentOf(folder: string): string | null {
	if (folder === "") return null;
	const cut = folder.lastIndexOf("/node_modules/");
	return cut < 0 ? "" : folder.slice(0, cut);
}

describe("the lock file", () => {
	it("has a version for every package", () => {
		const without = Object.entries(packages).filter(([, { version }]) => version === undefined);
		expect(without).toEqual([]);
	});

	it("has the parts of every package for every system, without which npm ci refuses it", () => {
		const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter((name) => !isLocked(folder, name)),
		);
		expect(missing).toEqual([]);
	});
});
