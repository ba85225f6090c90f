import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../packaging/places.ts";
import { drawScene } from "../../simulator/index.ts";
import { sceneOf } from "../../simulator/testing.ts";
import { DIFFERENCE_MAX, differenceOf, drawKept, type Kept } from "./golden.ts";

describe("a picture that is kept", () => {
	const word = { x: 190, y: 200, w: 100, h: 40, text: "Later", text_size: 26, color: 0xffffff };
	const line = { x: 90, y: 240, w: 300, h: 40, text: "Drink some water first", text_size: 26, color: 0xffffff };
	const draw = (more: Partial<typeof word>) => {
		const widgets = [
			{ type: "TEXT", props: { ...word, ...more } },
			{ type: "TEXT", props: line },
		];
		return drawScene(sceneOf(widgets, { width: 480, height: 480 })).png();
	};

	test.each<[string, Partial<typeof word>]>([
		["a pixel aside", { x: 191 }],
		["a shade darker", { color: 0xdcdcdc }],
	])("is the same with one word %s", async (_, more) => {
		expect(await differenceOf(draw({}), draw(more))).toBeLessThanOrEqual(DIFFERENCE_MAX);
	});

	test.each<[string, Partial<typeof word>]>([
		["five pixels aside", { x: 195 }],
		["four pixels lower", { y: 204 }],
		["gone", { text: "" }],
		["another", { text: "Never" }],
		["of another colour", { color: 0xffb454 }],
		["larger", { text_size: 30 }],
	])("is another with one word %s", async (_, more) => {
		expect(await differenceOf(draw({}), draw(more))).toBeGreaterThan(DIFFERENCE_MAX);
	});

	test("is another in another size", async () => {
		const small = drawScene(sceneOf([], { width: 240, height: 240 })).png();
		expect(await differenceOf(draw({}), small)).toBe(1);
	});
});

describe("the screens", () => {
	let kept: Kept[] = [];
	beforeAll(async () => {
		kept = await drawKept();
	});

	test("are as they are kept; `npm run -s shots -- --golden` renews them", async () => {
		const changed: string[] = [];
		for (const { path, png } of kept) {
			const file = join(ROOT, path);
			const difference = existsSync(file) ? await differenceOf(readFileSync(file), png) : 1;
			if (difference > DIFFERENCE_MAX) changed.push(`${path}: ${(difference * 100).toFixed(2)} % is another`);
		}
		expect(changed).toEqual([]);
	});

	test("are kept, and no others", () => {
		const folder = "lab/shots/__golden__";
		const chosen = kept.map(({ path }) => path).filter((path) => path.startsWith(folder));
		expect(readdirSync(join(ROOT, folder)).sort()).toEqual(chosen.map((path) => path.slice(folder.length + 1)).sort());
	});
});
