import { describe, expect, it } from "vitest";
import { drawScene } from "./draw.ts";
import { readPlainImage, type Sketch, sceneOf } from "./sample-scene.ts";
import type { Scene } from "./scene.ts";

function draw(sketches: Sketch[], more: Partial<Omit<Scene, "live">> = {}) {
	return drawScene(sceneOf(sketches, { readImage: readPlainImage, ...more }));
}

function colorAt(drawn: ReturnType<typeof draw>, x: number, y: number): string {
	const offset = (y * drawn.width + x) * 4;
	return Buffer.from(drawn.pixels().subarray(offset, offset + 3)).toString("hex");
}

describe("SCROLL_LIST", () => {
	const props = {
		x: 40,
		y: 140,
		w: 400,
		h: 150,
		item_space: 10,
		item_config: [
			{ type_id: 1, item_height: 60, item_bg_color: 0xaa0000, text_view: [{ x: 0, y: 0, w: 300, h: 60, key: "name" }] },
			{ type_id: 2, item_height: 60, item_bg_color: 0x00aa00, text_view: [{ x: 0, y: 0, w: 300, h: 60, key: "name" }] },
		],
		data_array: [{ name: "one" }, { name: "two" }, { name: "three" }, { name: "four" }],
		data_count: 4,
		data_type_config: [
			{ start: 0, end: 0, type_id: 2 },
			{ start: 1, end: 3, type_id: 1 },
		],
	};

	it("shows the rows that fit, each in the kind its index has", () => {
		const drawn = draw([{ type: "SCROLL_LIST", props }]);
		expect(drawn.texts.map(({ text }) => text)).toEqual(["one", "two"]);
		expect([colorAt(drawn, 420, 170), colorAt(drawn, 420, 205), colorAt(drawn, 420, 230)]).toEqual([
			"00aa00",
			"000000",
			"aa0000",
		]);
	});
});

describe("RADIO_GROUP", () => {
	it("marks the option that was chosen last, else the one it began with", () => {
		const images = { select_src: "20x20-00ff00.png", unselect_src: "20x20-ff0000.png" };
		const marks = (props: object) => {
			const group: Sketch = { type: "RADIO_GROUP", props: { x: 100, y: 100, w: 0, h: 0, ...images, ...props } };
			const option = (y: number): Sketch => ({ type: "STATE_BUTTON", props: { x: 0, y, w: 20, h: 20 }, in: 1 });
			const drawn = draw([group, option(0), option(100)]);
			return [colorAt(drawn, 110, 110), colorAt(drawn, 110, 210)];
		};
		expect(marks({ init: { id: 3 } })).toEqual(["ff0000", "00ff00"]);
		expect(marks({ init: { id: 3 }, checked: { id: 2 } })).toEqual(["00ff00", "ff0000"]);
	});
});

describe("SLIDE_SWITCH", () => {
	it("shows its ground and its knob where its state has them", () => {
		const props = {
			...{ x: 100, y: 200, w: 80, h: 40, select_bg: "80x40-00ff00.png", un_select_bg: "80x40-ff0000.png" },
			...{ slide_src: "20x20-0000ff.png", slide_select_x: 50, slide_un_select_x: 10 },
		};
		const off = draw([{ type: "SLIDE_SWITCH", props }]);
		expect([colorAt(off, 120, 220), colorAt(off, 160, 220)]).toEqual(["0000ff", "ff0000"]);
		const on = draw([{ type: "SLIDE_SWITCH", props: { ...props, checked: true } }]);
		expect([colorAt(on, 120, 220), colorAt(on, 160, 220)]).toEqual(["00ff00", "0000ff"]);
	});
});

describe("CANVAS", () => {
	const box = { x: 100, y: 100, w: 200, h: 200 };
	const ground: Sketch = { type: "FILL_RECT", props: { x: 0, y: 0, w: 480, h: 480, color: 0x0000ff } };

	it("replays what was drawn on it, in its paint, counted from its corner", () => {
		const draws = [
			{ call: "setPaint", param: { color: 0xff0000, line_width: 4 } },
			{ call: "drawRect", param: { x1: 10, y1: 10, x2: 50, y2: 50 } },
			{ call: "drawCircle", param: { center_x: 100, center_y: 100, radius: 20, color: 0x00ff00 } },
			{ call: "strokeRect", param: { x1: 10, y1: 60, x2: 50, y2: 90 } },
		];
		const drawn = draw([{ type: "CANVAS", props: { ...box, draws } }]);
		const at = (x: number, y: number) => colorAt(drawn, 100 + x, 100 + y);
		expect([at(30, 30), at(100, 100), at(30, 75), at(11, 75)]).toEqual(["ff0000", "00ff00", "000000", "ff0000"]);
	});

	it("clears to what lies under it", () => {
		const draws = [
			{ call: "drawRect", param: { x1: 0, y1: 0, x2: 100, y2: 100, color: 0xff0000 } },
			{ call: "clear", param: { x: 20, y: 20, w: 40, h: 40 } },
		];
		const drawn = draw([ground, { type: "CANVAS", props: { ...box, draws } }]);
		expect([colorAt(drawn, 110, 110), colorAt(drawn, 140, 140)]).toEqual(["ff0000", "0000ff"]);
	});

	it("names a call that it does not know", () => {
		const draws = [{ call: "transform", param: {} }];
		expect(() => draw([{ type: "CANVAS", props: { ...box, draws } }])).toThrow("not modelled: CANVAS.transform");
	});
});

describe("HISTOGRAM and polyline", () => {
	it("draw bars as high as their share of the range", () => {
		const range = { data_min_value: 0, data_max_value: 100, item_width: 20, item_space: 10, item_color: 0xff0000 };
		const props = { x: 100, y: 100, w: 200, h: 200, ...range, data_array: [50, 100], data_count: 2 };
		const drawn = draw([{ type: "HISTOGRAM", props }]);
		const at = (x: number, y: number) => colorAt(drawn, 100 + x, 100 + y);
		expect([at(20, 90), at(20, 110), at(50, 10)]).toEqual(["000000", "ff0000", "ff0000"]);
	});

	it("draw lines through their points", () => {
		const lines = [
			{
				data: [
					{ x: 0, y: 50 },
					{ x: 100, y: 50 },
				],
				count: 2,
			},
		];
		const props = { x: 100, y: 200, w: 100, h: 100, line_color: 0xff0000, line_width: 4, lines };
		const drawn = draw([{ type: "GRADKIENT_POLYLINE", props }]);
		expect([colorAt(drawn, 150, 250), colorAt(drawn, 150, 240)]).toEqual(["ff0000", "000000"]);
	});
});

describe("PAGE_INDICATOR", () => {
	it("marks the current page, and nothing on a page without a swiper", () => {
		const props = {
			x: 200,
			y: 400,
			w: 80,
			h: 20,
			align_h: 1,
			h_space: 10,
			select_src: "10x10-00ff00.png",
			unselect_src: "10x10-ff0000.png",
		};
		const drawn = draw([{ type: "PAGE_INDICATOR", props }], { pages: { count: 3, index: 1 } });
		expect([205, 225, 245].map((x) => colorAt(drawn, x, 410))).toEqual(["ff0000", "00ff00", "ff0000"]);
		expect(colorAt(draw([{ type: "PAGE_INDICATOR", props }]), 205, 410)).toBe("000000");
	});
});

describe("PICK_DATE and DIALOG", () => {
	it("show the chosen value between its neighbours", () => {
		const props = { x: 0, y: 100, w: 400, initYear: 2021, startYear: 2021, endYear: 2030, initMonth: 12 };
		expect(draw([{ type: "PICK_DATE", props }]).texts.map(({ text }) => text)).toEqual(["2021", "2022", "11", "12"]);
	});

	it("show the question and its answers", () => {
		const props = { text: "Sure?", ok_text: "Yes", cancel_text: "No" };
		expect(draw([{ type: "DIALOG", props }]).texts.map(({ text }) => text)).toEqual(["Sure?", "Yes", "No"]);
	});
});
