import { describe, expect, it } from "vitest";
import { ROOT } from "../packaging/places.ts";
import { circlesIn, isTest, readSource, readSources, roomOf, type Source, targetOf } from "./house.ts";

type Rule = { readonly sees: readonly string[]; readonly packages: RegExp };

const NONE = /^$/;
const ON_A_DESKTOP = /^(?!@zos\/)/;

/** What a room may import: itself, the rooms that it sees, and packages. A room that is not here may import nothing. */
const RULES: Readonly<Record<string, Rule>> = {
	core: { sees: [], packages: NONE },
	device: { sees: ["core"], packages: /^@zos\/|^@zeppos\/zml\// },
	watchface: { sees: ["core", "device"], packages: NONE },
	page: { sees: ["core", "device"], packages: /^@zeppos\/zml\// },
	"data-widget": { sees: ["core", "device"], packages: NONE },
	"app-widget": { sees: ["core", "device"], packages: NONE },
	"app-service": { sees: ["core", "device"], packages: NONE },
	"app-side": { sees: ["core"], packages: /^@zeppos\/zml\/|^fflate$/ },
	setting: { sees: ["core", "app.json"], packages: /^i18n$/ },
	/** It asks the platform itself, so it sees nothing of the product. */
	probe: { sees: [], packages: /^@zos\/|^@zeppos\/zml\/|^i18n$/ },
	watches: { sees: [], packages: NONE },
	/** How a command declares its flags. */
	cli: { sees: [], packages: ON_A_DESKTOP },
	packing: { sees: ["watches"], packages: ON_A_DESKTOP },
	/** It reads the product as sources; of the product's code it shares what both must agree on. */
	packaging: { sees: ["cli", "watches", "packing", "core", "app-side", "app.json"], packages: ON_A_DESKTOP },
	simulator: { sees: ["cli", "watches", "packing"], packages: ON_A_DESKTOP },
	lab: {
		sees: ["cli", "watches", "packing", "packaging", "simulator", "core", "app-side", "setting", "page"],
		packages: ON_A_DESKTOP,
	},
	"": { sees: ["packaging", "test"], packages: ON_A_DESKTOP },
};

const ROOM_SHARE_MAX = 0.36;
const FUNCTION_LINES_MAX = 60;
/** Of one that makes an object of functions, which are each counted by themselves. */
const MAKER_LINES_MAX = 130;

const sources = readSources(ROOT);

function isAllowed(source: string, imported: string): boolean {
	if (isTest(source)) return !imported.startsWith("@zos/");
	const rule = RULES[roomOf(source)];
	const target = targetOf(source, imported);
	if (target === null) return rule?.packages.test(imported) ?? false;
	if (isTest(target)) return roomOf(source) === "lab" || roomOf(source) === "";
	const room = roomOf(target) || target;
	return room === roomOf(source) || (rule?.sees.includes(room) ?? false);
}

function forbidden(all: readonly Source[]): string[] {
	return all.flatMap(({ path, imports }) =>
		imports.filter((imported) => !isAllowed(path, imported)).map((imported) => `${path} imports ${imported}`),
	);
}

/** A test's functions hold its cases, and a table is as long as its rows. */
function tooLong(all: readonly Source[]): string[] {
	return all
		.filter(({ path }) => !isTest(path))
		.flatMap(({ path, functions }) =>
			functions
				.filter(({ own, lines }) => own > FUNCTION_LINES_MAX || lines > MAKER_LINES_MAX)
				.map(({ line, lines }) => `${path}:${line} ${lines} lines`),
		);
}

describe("the arrows between the rooms", () => {
	it("run one way", () => {
		expect(forbidden(sources)).toEqual([]);
	});

	it("make no circle, types included", () => {
		expect(circlesIn(sources)).toEqual([]);
	});

	it.each([
		["core/ask/journal.ts", 'import "node:fs";'],
		["core/ask/journal.ts", 'import { x } from "../../device/screen.ts";'],
		["core/words/words.ts", 'export type { X } from "../../app-side/index.ts";'],
		["device/link/link.ts", 'import type { X } from "../../page/ask.ts";'],
		["page/index.ts", 'import "@zos/ui";'],
		["page/index.ts", 'const x = import("../watchface/index.ts");'],
		["watchface/index.ts", 'export * from "@zeppos/zml/base-app";'],
		["app-side/router.ts", 'import "../device/link/link.ts";'],
		["setting/index.ts", 'import "../app-side/ledger.ts";'],
		["probe/page/index.ts", 'import "../../core/wire/frames.ts";'],
		["packing/zpm.ts", 'import "../packaging/places.ts";'],
		["packaging/stage.ts", 'import "../simulator/desktop.ts";'],
		["simulator/desktop.ts", 'import "../core/json.ts";'],
		["simulator/desktop.ts", 'import "../lab/asking.ts";'],
		["simulator/watch/watch.ts", 'import "@zos/ui";'],
		["core/text/paging.ts", 'import "../__fixtures__/texts.ts";'],
		["newroom/x.ts", 'import "../core/json.ts";'],
	])("refuse %s with %s", (path, text) => {
		expect(forbidden([readSource(path, text)])).toHaveLength(1);
	});

	it("find a circle of types, by way of a third file", () => {
		const circle = [
			readSource("core/a.ts", 'import type { B } from "./b.ts";\nexport type A = B;'),
			readSource("core/b.ts", 'export { c } from "./c.ts";'),
			readSource("core/c.ts", 'export const c = () => import("./a.ts");'),
			readSource("core/d.ts", 'import "./a.ts";'),
		];
		expect(circlesIn(circle)).toEqual([["core/a.ts", "core/b.ts", "core/c.ts"]]);
	});
});

describe("the rooms", () => {
	it("are none of them more than a third of the house", () => {
		const total = sources.reduce((sum, { lines }) => sum + lines, 0);
		const shares = new Map<string, number>();
		for (const { path, lines } of sources) shares.set(roomOf(path), (shares.get(roomOf(path)) ?? 0) + lines / total);
		expect([...shares].filter(([, share]) => share > ROOM_SHARE_MAX)).toEqual([]);
	});

	it("have no function that is longer than a reader holds in mind", () => {
		expect(tooLong(sources)).toEqual([]);
	});

	it("would be told of one that is", () => {
		const told = (text: string) => tooLong([readSource("core/a.ts", text)]);
		const inner = `function b() {\n${"\tx();\n".repeat(FUNCTION_LINES_MAX - 2)}}\n`;
		expect(told(`function a() {\n${"\tx();\n".repeat(FUNCTION_LINES_MAX)}}\n`)).toEqual(["core/a.ts:1 62 lines"]);
		expect(told(`function a() {\n${inner}${inner}}\n`)).toEqual([]);
		expect(told(`function a() {\n${inner}${inner}${inner}}\n`)).toEqual(["core/a.ts:1 182 lines"]);
	});
});
