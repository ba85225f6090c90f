import { describe, expect, test } from "vitest";
import { drawScene, type Scene, TEXT_STYLE } from "../../simulator/index.ts";
import { sceneOf } from "../../simulator/testing.ts";
import { findingsIn } from "./findings.ts";

const TEXT = { x: 190, y: 200, w: 100, h: 40, text: "hello", text_size: 30, color: 0xffffff };
const BUTTON = {
	x: 140,
	y: 300,
	w: 200,
	h: 64,
	text: "Ask",
	text_size: 26,
	color: 0,
	normal_color: 0x3ddc97,
	press_color: 0x808080,
};

type Given = Parameters<typeof sceneOf>[0];

function found(widgets: Given, more: Partial<Scene> = {}): string[] {
	const scene: Scene = { ...sceneOf(widgets), ...more };
	return findingsIn(drawScene(scene), scene, scene.width);
}

describe("findings", () => {
	test("are none on a screen that is well", () => {
		const small = { ...TEXT, text_size: 22, color: 0x808080, y: 260 };
		expect(
			found([
				{ type: "TEXT", props: TEXT },
				{ type: "TEXT", props: small },
				{ type: "BUTTON", props: BUTTON },
				{ type: "TEXT", props: { ...TEXT, text: "" } },
			]),
		).toEqual([]);
	});

	test.each<[string, Given[number], string]>([
		[
			"a text that its box cuts",
			{ type: "TEXT", props: { ...TEXT, text: "a line that is too long", text_style: TEXT_STYLE.NONE } },
			'"a line that is too long" is cut off',
		],
		[
			"ink beyond the edge",
			{ type: "TEXT", props: { ...TEXT, x: 60, y: 20, text: "rim" } },
			'"rim" passes the screen\'s edge',
		],
		["small type", { type: "TEXT", props: { ...TEXT, text_size: 21 } }, '"hello" is 21 px, less than 22'],
		["faint type", { type: "TEXT", props: { ...TEXT, color: 0x606060 } }, '"hello" has a contrast of 3.3'],
		["a low key", { type: "BUTTON", props: { ...BUTTON, h: 63 } }, "200 x 63 px to tap at 140, 300, less than 64"],
		[
			"a narrow place to touch",
			{ type: "TEXT", props: { x: 200, y: 200, w: 50, h: 80, text: "" } },
			"50 x 80 px to tap at 200, 200, less than 64",
		],
		["a missing image", { type: "IMG", props: { x: 0, y: 0, src: "nothing.png" } }, "no image nothing.png"],
	])("name %s", (_, widget, finding) => {
		expect(found([widget])).toEqual([finding]);
	});

	test("measure the contrast with what is behind the text, not with black", () => {
		const ground = { type: "FILL_RECT", props: { x: 100, y: 180, w: 280, h: 80, color: 0xffffff } };
		expect(found([ground, { type: "TEXT", props: TEXT }])).toEqual(['"hello" has a contrast of 1.0']);
	});

	test("ask for less on a smaller screen", () => {
		const scene = {
			...sceneOf([{ type: "TEXT", props: { ...TEXT, x: 130, text_size: 16 } }]),
			width: 360,
			height: 360,
		};
		expect(findingsIn(drawScene(scene), scene, 360)).toEqual([]);
		expect(findingsIn(drawScene(scene), scene, 480)).toHaveLength(1);
	});

	test("name a resting screen of which more than a tenth is lit, and no other", () => {
		const light = (h: number) => [{ type: "FILL_RECT", props: { x: 140, y: 140, w: 200, h, color: 0x0a0000 } }];
		expect(found(light(95), { aod: true })).toEqual(["10.5 % of the resting screen is lit"]);
		expect(found(light(85), { aod: true })).toEqual([]);
		expect(found(light(95))).toEqual([]);
	});
});
