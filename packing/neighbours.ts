/**
 * What a project imports from beside its own folder, as one of several in a repository does. Owns finding those files by the
 * imports that are written in its sources, and the way to them from a copy of the project; never changes them.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, extname, join, relative, resolve, sep } from "node:path";

const SCRIPTS = [".js", ".ts", ".mjs", ".cjs", ".jsx", ".tsx"];
const RELATIVE = /(?:\bfrom|\bimport|\brequire\()\s*\(?\s*["'](\.{1,2}\/[^"'\n]{1,300})["']/g;

export type Neighbours = {
	/** Holds the project and all that it reaches. */
	readonly home: string;
	/** Absolute paths of the files outside of the project that its sources import themselves. */
	readonly direct: readonly string[];
	/** Changes with the content of any file outside that it reaches. */
	readonly hash: string;
};

/** `skip` names folders in which nothing is looked for. */
export function neighboursOf(project: string, skip: readonly string[]): Neighbours {
	const isOutside = (path: string) => !path.startsWith(project + sep);
	const direct = [...new Set(scriptsIn(project, skip).flatMap(importsIn).filter(isOutside))].sort();
	const reached = new Set<string>();
	const ahead = [...direct];
	for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
		if (reached.has(path)) continue;
		reached.add(path);
		if (SCRIPTS.includes(extname(path))) ahead.push(...importsIn(path).filter(isOutside));
	}
	const hash = createHash("sha256");
	for (const path of [...reached].sort()) hash.update(path).update(readFileSync(path));
	return { home: direct.reduce(commonFolder, project), direct, hash: reached.size === 0 ? "" : hash.digest("hex") };
}

/** Puts a link to each neighbour beside the copy of the project, where its imports look for it. */
export function linkNeighbours({ home, direct }: Neighbours, project: string, root: string): void {
	for (const path of direct) {
		// A folder that holds the project cannot be linked beside it: of that one the file is.
		const folder = dirname(path);
		const target = `${project}${sep}`.startsWith(`${folder}${sep}`) ? path : folder;
		const link = join(root, relative(home, target));
		if (existsSync(link)) continue;
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(target, link);
	}
}

function commonFolder(folder: string, path: string): string {
	let common = folder;
	while (!path.startsWith(common === sep ? common : common + sep)) common = dirname(common);
	return common;
}

/** The files that a script imports by a relative path, as far as they are there. An import may leave out its ending. */
function importsIn(script: string): string[] {
	return [...readFileSync(script, "utf8").matchAll(RELATIVE)].flatMap(([, path = ""]) => {
		const target = resolve(dirname(script), path);
		const candidates = ["", ...SCRIPTS, ".json", "/index.js", "/index.ts"].map((ending) => `${target}${ending}`);
		return candidates.filter((candidate) => existsSync(candidate) && statSync(candidate).isFile()).slice(0, 1);
	});
}

function scriptsIn(folder: string, skip: readonly string[]): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		if (skip.includes(entry.name)) return [];
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return scriptsIn(path, skip);
		return entry.isFile() && SCRIPTS.includes(extname(path)) ? [path] : [];
	});
}
