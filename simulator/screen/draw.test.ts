import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALIGN, SHOW_LEVEL, TEXT_STYLE } from "./constants.ts";
import { type Drawn, drawScene } from "./draw.ts";
import { readPlainImage, type Sketch, sceneOf } from "./sample-scene.ts";
import type { Box } from "./scene.ts";

function colorAt(drawn: Drawn, x: number, y: number): string {
	const offset = (y * drawn.width + x) * 4;
	return Buffer.from(drawn.pixels().subarray(offset, offset + 3)).toString("hex");
}

/** The bounds of all pixels that are not black, found by looking. */
function inkFound(drawn: Drawn): Box | null {
	const pixels = drawn.pixels();
	let [left, top, right, bottom] = [drawn.width, drawn.height, -1, -1];
	for (let y = 0; y < drawn.height; y++) {
		for (let x = 0; x < drawn.width; x++) {
			const offset = (y * drawn.width + x) * 4;
			if (((pixels[offset] ?? 0) | (pixels[offset + 1] ?? 0) | (pixels[offset + 2] ?? 0)) === 0) continue;
			[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
		}
	}
	return right < 0 ? null : { x: left, y: top, w: right - left + 1, h: bottom - top + 1 };
}

const TEXT = { x: 120, y: 200, w: 240, h: 80, text_size: 30, color: 0xffffff, text: "Ready" };

describe("a TEXT", () => {
	it("says where its ink is, within a pixel or two of the ink that is there", () => {
		const texts = fc.constantFrom("Agility", "jjj", "Привет", "谢谢", "مرحبا", "नमस्ते", "10:09", "…");
		fc.assert(
			fc.property(texts, fc.integer({ min: 16, max: 48 }), (text, text_size) => {
				const drawn = drawScene(sceneOf([{ type: "TEXT", props: { ...TEXT, text, text_size } }]));
				const found = inkFound(drawn);
				const said = drawn.texts[0]?.box;
				if (!found || !said) throw new Error("no ink");
				expect(Math.abs(found.x - said.x)).toBeLessThanOrEqual(2);
				expect(Math.abs(found.y - said.y)).toBeLessThanOrEqual(2);
				expect(Math.abs(found.x + found.w - said.x - said.w)).toBeLessThanOrEqual(2);
				expect(Math.abs(found.y + found.h - said.y - said.h)).toBeLessThanOrEqual(2);
			}),
			{ numRuns: 60 },
		);
	});

	it("never leaves its widget's box, whatever it says", () => {
		const styles = fc.constantFrom(...Object.values(TEXT_STYLE));
		const text = fc.string({ unit: fc.constantFrom(..."ab WI,谢.\n") });
		fc.assert(
			fc.property(text, styles, fc.integer({ min: 12, max: 90 }), (words, text_style, text_size) => {
				const props = { ...TEXT, text: words, text_style, text_size, align_v: ALIGN.CENTER_V };
				const found = inkFound(drawScene(sceneOf([{ type: "TEXT", props }])));
				if (!found) return;
				expect(found.x).toBeGreaterThanOrEqual(TEXT.x);
				expect(found.y).toBeGreaterThanOrEqual(TEXT.y);
				expect(found.x + found.w).toBeLessThanOrEqual(TEXT.x + TEXT.w);
				expect(found.y + found.h).toBeLessThanOrEqual(TEXT.y + TEXT.h);
			}),
			{ numRuns: 100 },
		);
	});

	it("is marked where it was cut off, and only there", () => {
		const long = "a text much too long for one row of its box";
		const clipped = (props: object) =>
			drawScene(sceneOf([{ type: "TEXT", props: { ...TEXT, ...props } }])).texts[0]?.clipped;
		expect(clipped({ text: "Short" })).toBe(false);
		expect(clipped({ text: long, text_style: TEXT_STYLE.NONE })).toBe(true);
		expect(clipped({ text: long, text_style: TEXT_STYLE.ELLIPSIS })).toBe(false);
		expect(clipped({ text: long, text_style: TEXT_STYLE.WRAP })).toBe(true);
		expect(clipped({ text: long, text_style: TEXT_STYLE.WRAP, h: 200 })).toBe(false);
	});

	// zeppos-samples, application/3.0/3.0-feature: "Click button to setup \n more alarms!" without a style is two lines.
	it.each(["TEXT", "BUTTON"])("of a %s has a line for each line end, whatever its style", (type) => {
		const high = (text: string) =>
			inkFound(drawScene(sceneOf([{ type, props: { ...TEXT, h: 200, text, normal_color: 0, press_color: 0 } }])))?.h ??
			0;
		expect(high("no\nno")).toBeGreaterThan(2 * high("no"));
		expect(high("no no")).toBe(high("no"));
	});

	it("keeps the hook of a letter that reaches left of where it stands", () => {
		const [text] = drawScene(sceneOf([{ type: "TEXT", props: { ...TEXT, text: "Ja" } }])).texts;
		expect(text?.clipped).toBe(false);
		expect(text?.box.x).toBeLessThan(TEXT.x);
	});

	it("stands left, in the middle or right, at the top, in the middle or at the bottom", () => {
		const at = (props: object) => {
			const box = drawScene(sceneOf([{ type: "TEXT", props: { ...TEXT, ...props } }])).texts[0]?.box;
			if (!box) throw new Error("no text");
			return { x: box.x + box.w / 2 - TEXT.x, y: box.y + box.h / 2 - TEXT.y };
		};
		expect(at({}).x).toBeLessThan(TEXT.w * 0.3);
		expect(Math.abs(at({ align_h: ALIGN.CENTER_H }).x - TEXT.w / 2)).toBeLessThan(3);
		expect(at({ align_h: ALIGN.RIGHT }).x).toBeGreaterThan(TEXT.w * 0.7);
		expect(at({}).y).toBeLessThan(TEXT.h * 0.4);
		expect(Math.abs(at({ align_v: ALIGN.CENTER_V }).y - TEXT.h / 2)).toBeLessThan(6);
		expect(at({ align_v: ALIGN.BOTTOM }).y).toBeGreaterThan(TEXT.h * 0.6);
	});

	it("tells its colour and the mean colour it stands on", () => {
		const ground: Sketch = { type: "FILL_RECT", props: { x: 0, y: 0, w: 480, h: 480, color: 0x203040 } };
		const [text] = drawScene(sceneOf([ground, { type: "TEXT", props: { ...TEXT, color: 0xffcc00 } }])).texts;
		expect(text).toMatchObject({ text: "Ready", widget: 2, color: "#ffcc00", background: "#203040" });
	});

	it("lists its lines as they were broken", () => {
		const props = { ...TEXT, h: 200, text: "one two three four five six", text_style: TEXT_STYLE.WRAP };
		const [text] = drawScene(sceneOf([{ type: "TEXT", props }])).texts;
		expect(text?.lines.length).toBeGreaterThan(1);
		expect(text?.lines.map((line) => line.text).join(" ")).toBe(props.text);
	});

	it("prefers the words of the watch's language", () => {
		const props = { ...TEXT, text_i18n: { "en-US": "Hello", "zh-CN": "你好" } };
		const said = (language: string) => drawScene(sceneOf([{ type: "TEXT", props }], { language })).texts[0]?.text;
		expect([said("zh-CN"), said("de-DE")]).toEqual(["你好", "Hello"]);
	});
});

describe("the screen", () => {
	const ground: Sketch = { type: "FILL_RECT", props: { x: 0, y: 0, w: 480, h: 480, color: 0xffffff } };
	const alphaAt = (drawn: Drawn, x: number, y: number) => drawn.pixels()[(y * drawn.width + x) * 4 + 3];

	it("is transparent outside its circle and opaque inside", () => {
		const drawn = drawScene(sceneOf([ground]));
		expect([alphaAt(drawn, 0, 0), alphaAt(drawn, 68, 68), alphaAt(drawn, 240, 1), alphaAt(drawn, 72, 72)]).toEqual([
			0, 0, 255, 255,
		]);
	});

	it("is transparent outside its rounded corners", () => {
		const drawn = drawScene(sceneOf([ground], { shape: "square", width: 390, height: 450, cornerRadius: 90 }));
		expect([alphaAt(drawn, 3, 3), alphaAt(drawn, 195, 0), alphaAt(drawn, 27, 27)]).toEqual([0, 255, 255]);
	});

	it("shows later widgets on top, a higher z_index first of all", () => {
		const red: Sketch = { type: "FILL_RECT", props: { x: 200, y: 200, w: 80, h: 80, color: 0xff0000 } };
		const green: Sketch = { type: "FILL_RECT", props: { x: 200, y: 200, w: 80, h: 80, color: 0x00ff00 } };
		expect(colorAt(drawScene(sceneOf([red, green])), 240, 240)).toBe("00ff00");
		const layer: Sketch = { type: "VIEW_CONTAINER", props: { z_index: 1 } };
		expect(colorAt(drawScene(sceneOf([layer, { ...red, in: 1 }, green])), 240, 240)).toBe("ff0000");
	});

	it("shows by display level: bright, at rest, both", () => {
		const props = { x: 200, y: 200, w: 80, h: 80, color: 0xff0000 };
		const shows = (show_level: number | undefined, aod: boolean) =>
			colorAt(drawScene(sceneOf([{ type: "FILL_RECT", props: { ...props, show_level } }], { aod })), 240, 240) ===
			"ff0000";
		const both = SHOW_LEVEL.ONLY_NORMAL | SHOW_LEVEL.ONLY_AOD;
		expect([shows(SHOW_LEVEL.ONLY_NORMAL, false), shows(SHOW_LEVEL.ONLY_NORMAL, true)]).toEqual([true, false]);
		expect([shows(SHOW_LEVEL.ONLY_AOD, false), shows(SHOW_LEVEL.ONLY_AOD, true)]).toEqual([false, true]);
		expect([shows(both, false), shows(both, true)]).toEqual([true, true]);
		expect([shows(undefined, false), shows(SHOW_LEVEL.ONLY_EDIT, false)]).toEqual([true, false]);
	});

	it("moves and cuts what a container holds, and hides it with the container", () => {
		const group: Sketch = { type: "GROUP", props: { x: 100, y: 200, w: 50, h: 50 } };
		const child: Sketch = { type: "FILL_RECT", props: { x: 10, y: 10, w: 100, h: 100, color: 0xff0000 }, in: 1 };
		const found = inkFound(drawScene(sceneOf([group, child])));
		expect(found).toEqual({ x: 110, y: 210, w: 40, h: 40 });
		expect(inkFound(drawScene(sceneOf([{ ...group, visible: false }, child])))).toBeNull();
	});

	it("reports a text in a container where it stands on the screen, cut by the container", () => {
		const group: Sketch = { type: "GROUP", props: { x: 100, y: 200, w: 60, h: 50 } };
		const child: Sketch = { type: "TEXT", props: { ...TEXT, x: 0, y: 0 }, in: 1 };
		const [text] = drawScene(sceneOf([group, child])).texts;
		expect(text?.clipped).toBe(true);
		expect(text?.box.x).toBeGreaterThanOrEqual(100);
		expect((text?.box.x ?? 0) + (text?.box.w ?? 0)).toBeLessThanOrEqual(160);
	});

	it("moves with the page's scroll", () => {
		const rect: Sketch = { type: "FILL_RECT", props: { x: 200, y: 500, w: 20, h: 20, color: 0xff0000 } };
		expect(inkFound(drawScene(sceneOf([rect])))).toBeNull();
		expect(inkFound(drawScene(sceneOf([rect], { scroll: { x: 0, y: 300 } })))?.y).toBe(200);
	});

	it("names a widget that it has no drawing for", () => {
		expect(() => drawScene(sceneOf([{ type: "QRCODE", props: {} }]))).toThrow("not modelled: QRCODE");
		expect(() => drawScene(sceneOf([{ type: "QRCODE", props: {}, visible: false }]))).not.toThrow();
	});

	it("is a PNG of its size, the same each time", () => {
		const scene = sceneOf([{ type: "TEXT", props: TEXT }]);
		const png = drawScene(scene).png();
		expect(png.subarray(1, 4).toString()).toBe("PNG");
		expect(drawScene(scene).png().equals(png)).toBe(true);
	});

	it("tells which images the package does not hold", () => {
		const images: Sketch[] = [
			{ type: "IMG", props: { x: 0, y: 0, src: "gone.png" } },
			{ type: "IMG", props: { x: 0, y: 0, src: "10x10-ff0000.png" } },
		];
		expect(drawScene(sceneOf(images, { readImage: readPlainImage })).missing).toEqual(["gone.png"]);
	});
});
