import { describe, expect, it } from "vitest";
import { hitTest } from "./hit-test.ts";
import { readPlainImage, type Sketch, sceneOf } from "./sample-scene.ts";

const NOBODY: ReadonlySet<number> = new Set();
const RECT: Sketch = { type: "FILL_RECT", props: { x: 100, y: 100, w: 100, h: 50, color: 1 } };

describe("hitTest", () => {
	it("finds a BUTTON without any listener, and only inside its box", () => {
		const scene = sceneOf([{ type: "BUTTON", props: { x: 100, y: 100, w: 100, h: 50 } }]);
		expect(hitTest(scene, 100, 100, NOBODY)).toBe(1);
		expect(hitTest(scene, 199, 149, NOBODY)).toBe(1);
		expect(hitTest(scene, 200, 120, NOBODY)).toBeNull();
		expect(hitTest(scene, 120, 150, NOBODY)).toBeNull();
	});

	it("finds other widgets only where they have a handler", () => {
		const scene = sceneOf([RECT]);
		expect(hitTest(scene, 120, 120, NOBODY)).toBeNull();
		expect(hitTest(scene, 120, 120, new Set([1]))).toBe(1);
	});

	it("takes the topmost, through widgets that do not listen", () => {
		const scene = sceneOf([RECT, RECT, RECT]);
		expect(hitTest(scene, 120, 120, new Set([1, 2]))).toBe(2);
	});

	it("passes over what is hidden or disabled", () => {
		const hidden = sceneOf([RECT, { ...RECT, visible: false }]);
		expect(hitTest(hidden, 120, 120, new Set([1, 2]))).toBe(1);
		const disabled = sceneOf([RECT, { ...RECT, props: { ...RECT.props, enable: false } }]);
		expect(hitTest(disabled, 120, 120, new Set([1, 2]))).toBe(1);
	});

	it("counts a child from its container's corner and cuts it there; else the container answers", () => {
		const group: Sketch = { type: "GROUP", props: { x: 100, y: 100, w: 100, h: 100 } };
		const child: Sketch = { type: "BUTTON", props: { x: 50, y: 50, w: 100, h: 100 }, in: 1 };
		const scene = sceneOf([group, child]);
		expect(hitTest(scene, 160, 160, new Set([1]))).toBe(2);
		expect(hitTest(scene, 110, 110, new Set([1]))).toBe(1);
		expect(hitTest(scene, 220, 220, new Set([1]))).toBeNull();
	});

	it("knows the box of a circle, and of an image that names no size", () => {
		const circle = sceneOf([{ type: "CIRCLE", props: { center_x: 240, center_y: 240, radius: 30 } }]);
		expect(hitTest(circle, 212, 240, new Set([1]))).toBe(1);
		expect(hitTest(circle, 205, 240, new Set([1]))).toBeNull();
		const props = { x: 100, y: 100, src: "40x20-ff0000.png" };
		const image = sceneOf([{ type: "IMG", props }], { readImage: readPlainImage });
		expect(hitTest(image, 139, 119, new Set([1]))).toBe(1);
		expect(hitTest(image, 141, 110, new Set([1]))).toBeNull();
	});

	it("follows the page's scroll", () => {
		const scene = sceneOf([RECT], { scroll: { x: 0, y: 80 } });
		expect(hitTest(scene, 120, 30, new Set([1]))).toBe(1);
		expect(hitTest(scene, 120, 120, new Set([1]))).toBeNull();
	});
});
