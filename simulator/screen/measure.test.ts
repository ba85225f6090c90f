import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawScene } from "./draw.ts";
import { chordAt, clippedTexts, contrast, inkInsideChord, inkOutside, isOnGlass, litShare } from "./measure.ts";
import { sceneOf } from "./sample-scene.ts";

const ROUND = { width: 480, height: 480, shape: "round", cornerRadius: null } as const;
const SQUARE = { width: 390, height: 450, shape: "square", cornerRadius: 90 } as const;

function lit(props: Record<string, unknown>, type = "FILL_RECT") {
	return litShare(drawScene(sceneOf([{ type, props }])));
}

describe("litShare", () => {
	it("is nothing on a black screen and all on a white one", () => {
		expect(litShare(drawScene(sceneOf([])))).toBe(0);
		expect(lit({ x: 0, y: 0, w: 480, h: 480, color: 0xffffff })).toBe(1);
	});

	it("counts pixels of the glass only: half a round screen is half", () => {
		expect(lit({ x: 0, y: 0, w: 240, h: 480, color: 0x00ff00 })).toBeCloseTo(0.5, 2);
	});

	it("is the share of the areas for a disc in a disc", () => {
		expect(lit({ center_x: 240, center_y: 240, radius: 60, color: 0xffffff }, "CIRCLE")).toBeCloseTo(1 / 16, 2);
	});

	it("does not count what is darker than its threshold", () => {
		const drawn = drawScene(sceneOf([{ type: "FILL_RECT", props: { x: 0, y: 0, w: 480, h: 480, color: 0x080808 } }]));
		expect(litShare(drawn)).toBeCloseTo(0, 2);
		expect(litShare(drawn, 7)).toBeCloseTo(1, 2);
	});
});

describe("the chord", () => {
	it("is the whole width at the middle of a round screen and nothing at its top", () => {
		expect(chordAt(240, ROUND)).toEqual({ left: 0, right: 480 });
		expect(chordAt(0, ROUND)).toEqual({ left: 240, right: 240 });
		expect(chordAt(-1, ROUND)).toBeNull();
	});

	it("is inset by the corner of a square screen at its top and not at its middle", () => {
		expect(chordAt(0, SQUARE)).toEqual({ left: 90, right: 300 });
		expect(chordAt(225, SQUARE)).toEqual({ left: 0, right: 390 });
	});

	it("holds a box exactly when its corners are on the glass", () => {
		const side = fc.integer({ min: 0, max: 480 });
		fc.assert(
			fc.property(side, side, side, side, (x, y, w, h) => {
				const corners = [x, x + w].flatMap((cx) => [y, y + h].map((cy) => Math.hypot(cx - 240, cy - 240)));
				const farthest = Math.max(...corners);
				if (Math.abs(farthest - 240) < 0.001) return;
				expect(isOnGlass({ x, y, w, h }, ROUND)).toBe(farthest < 240);
			}),
		);
	});
});

describe("the ink of texts", () => {
	const text = { x: 0, w: 480, h: 60, text_size: 30, text: "This is far too wide for the rim", align_h: 16 };

	it("passes the edge of a round screen near its top and not at its middle", () => {
		const high = drawScene(sceneOf([{ type: "TEXT", props: { ...text, y: 5 } }]));
		expect(inkInsideChord(high, ROUND)).toBe(false);
		expect(inkOutside(high, ROUND).map((line) => line.text)).toEqual([text.text]);
		expect(inkInsideChord(drawScene(sceneOf([{ type: "TEXT", props: { ...text, y: 210 } }])), ROUND)).toBe(true);
	});

	it("is listed where it was cut", () => {
		const narrow = drawScene(sceneOf([{ type: "TEXT", props: { ...text, y: 210, w: 90 } }]));
		expect(clippedTexts(narrow)).toHaveLength(1);
	});
});

describe("contrast", () => {
	it("is 21 for white on black, 1 for a colour on itself, the same either way round", () => {
		expect(contrast("#ffffff", "#000000")).toBeCloseTo(21, 5);
		expect(contrast("#123456", "#123456")).toBe(1);
		expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
		expect(contrast("#ffffff", "#777777")).toBe(contrast("#777777", "#ffffff"));
	});
});
