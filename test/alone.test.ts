/** Holds that the simulator, the packer and the table of watches stand alone: any Zepp OS developer can use them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../packaging/places.ts";
import { circlesIn, pathsIn, readSources, roomOf, targetOf } from "./house.ts";

const ROOMS = ["simulator", "packing", "watches", "cli"];
/** What others may import of the simulator. */
const PUBLIC = ["simulator/index.ts", "simulator/testing.ts"];
/** The product's name, the ids of its packages, and rooms and modules that only it has. */
const OF_THE_PRODUCT =
	/askface|ask face|\b24[123]\d\d\b|\b(?:launch params|personal line|ask journal|glance file|core\/|app-side\/(?:router|ledger|providers)|setting\/page)\b/i;

const sources = readSources(ROOT);
const isOwn = (path: string) => ROOMS.includes(roomOf(path));

/** Which source imports which file of the tree, types included. */
const imports = sources.flatMap(({ path, imports: written }) =>
	written.flatMap((each) => {
		const target = targetOf(path, each);
		return target === null ? [] : [{ path, target }];
	}),
);

/** The imports that are wrong, in words. */
function strays(isWrong: (path: string, target: string) => boolean): string[] {
	return imports
		.filter(({ path, target }) => isWrong(path, target))
		.map(({ path, target }) => `${path} imports ${target}`);
}

describe("the simulator, the packer and the table of watches", () => {
	test("contain no name, id or word of the product that is built here", () => {
		const named = pathsIn(ROOT)
			.filter((path) => isOwn(path) && !/\.(?:png|wav|raw|opus|ogg|mp3|ttf|woff2?)$/.test(path))
			.flatMap((path) => {
				const [word] = OF_THE_PRODUCT.exec(readFileSync(join(ROOT, path), "utf8")) ?? [];
				return word === undefined ? [] : [`${path}: ${word}`];
			});
		expect(named).toEqual([]);
	});

	test("import only each other and packages", () => {
		expect(strays((path, target) => isOwn(path) && !isOwn(target))).toEqual([]);
	});

	test("go one way: watches, packing, simulator", () => {
		const isBack = (from: string, to: string) =>
			(from === "watches" && to !== "watches") || (from === "packing" && to === "simulator");
		expect(strays((path, target) => isBack(roomOf(path), roomOf(target)))).toEqual([]);
	});

	test("have no circle of imports, types included", () => {
		expect(circlesIn(sources.filter(({ path }) => isOwn(path)))).toEqual([]);
	});

	test("are known to others by the simulator's public lists only", () => {
		const isDeep = (path: string, target: string) =>
			roomOf(path) !== "simulator" && roomOf(target) === "simulator" && !PUBLIC.includes(target);
		expect(strays(isDeep)).toEqual([]);
	});
});
