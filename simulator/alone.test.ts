/** Holds that the simulator, the packer and the table of watches stand alone: any Zepp OS developer can use them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const HOME = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOMS = ["simulator", "packing", "watches"];
/** What others may import of the simulator. */
const PUBLIC = ["simulator/index.ts", "simulator/testing.ts"];
const OUTSIDE = new Set(["node_modules", "dist", "coverage", ".git"]);
/** The product's name, the ids of its packages, and rooms and modules that only it has. */
const OF_THE_PRODUCT =
	/askface|ask face|\b24[123]\d\d\b|\b(?:launch params|personal line|ask journal|glance file|core\/|app-side\/(?:router|ledger|providers)|setting\/page)\b/i;

function filesIn(folder: string): string[] {
	return readdirSync(join(HOME, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) return OUTSIDE.has(entry.name) ? [] : filesIn(path);
		return entry.isFile() ? [path] : [];
	});
}

const textOf = (path: string) => readFileSync(join(HOME, path), "utf8");

/** Static, dynamic and type-only imports, as they are written. */
function importsIn(text: string): string[] {
	const statements = text.matchAll(/^\s*(?:import|export)\b(?:[^"';]*\bfrom)?\s*["']([^"'\n]+)["']/gm);
	const calls = text.matchAll(/\bimport\(\s*["']([^"'\n]+)["']/g);
	return [...statements, ...calls].map(([, path = ""]) => path);
}

/** The files of the tree that `path` imports, from the root. */
function neighbours(path: string): string[] {
	return importsIn(textOf(path))
		.filter((imported) => imported.startsWith("."))
		.map((imported) => relative(HOME, resolve(HOME, dirname(path), imported)).replaceAll("\\", "/"));
}

const isScript = (path: string) => /\.m?ts$|\.mjs$/.test(path);
const isIn = (path: string, room: string) => path.startsWith(`${room}/`);
const own = ROOMS.flatMap(filesIn);
const scripts = own.filter(isScript).filter((path) => !path.includes("/__fixtures__/echo/"));

/** The first circle of imports among `paths`, or null. */
function circleIn(paths: readonly string[]): string[] | null {
	const known = new Set(paths);
	const done = new Set<string>();
	function visit(path: string, way: string[]): string[] | null {
		const at = way.indexOf(path);
		if (at >= 0) return [...way.slice(at), path];
		if (done.has(path) || !known.has(path)) return null;
		for (const next of neighbours(path)) {
			const circle = visit(next, [...way, path]);
			if (circle !== null) return circle;
		}
		done.add(path);
		return null;
	}
	for (const path of paths) {
		const circle = visit(path, []);
		if (circle !== null) return circle;
	}
	return null;
}

describe("the simulator, the packer and the table of watches", () => {
	test("contain no name, id or word of the product that is built here", () => {
		const named = own
			.filter((path) => path !== "simulator/alone.test.ts" && !/\.(?:png|wav|raw|opus|ogg|mp3|ttf|woff2?)$/.test(path))
			.flatMap((path) => {
				const [word] = OF_THE_PRODUCT.exec(textOf(path)) ?? [];
				return word === undefined ? [] : [`${path}: ${word}`];
			});
		expect(named).toEqual([]);
	});

	test("import only each other and packages", () => {
		const strays = scripts.flatMap((path) =>
			neighbours(path)
				.filter((target) => !ROOMS.some((room) => isIn(target, room)))
				.map((target) => `${path} imports ${target}`),
		);
		expect(strays).toEqual([]);
	});

	test("go one way: watches, packing, simulator", () => {
		const back = scripts.flatMap((path) =>
			neighbours(path)
				.filter(
					(target) =>
						(isIn(path, "watches") && !isIn(target, "watches")) || (isIn(path, "packing") && isIn(target, "simulator")),
				)
				.map((target) => `${path} imports ${target}`),
		);
		expect(back).toEqual([]);
	});

	test("have no circle of imports, types included", () => {
		expect(circleIn(scripts)).toBeNull();
	});

	test("are known to others by the simulator's public lists only", () => {
		const deep = filesIn("")
			.filter((path) => isScript(path) && !isIn(path, "simulator"))
			.flatMap((path) =>
				neighbours(path)
					.filter((target) => isIn(target, "simulator") && !PUBLIC.includes(target))
					.map((target) => `${path} imports ${target}`),
			);
		expect(deep).toEqual([]);
	});
});
