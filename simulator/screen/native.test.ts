import { describe, expect, it } from "vitest";
import { ALIGN, DATA_TYPE, SYSTEM_STATUS } from "./constants.ts";
import { drawScene } from "./draw.ts";
import { readPlainImage, SAMPLE_NOW, sceneOf } from "./sample-scene.ts";
import type { Live } from "./scene.ts";
import { SPORT_DATA } from "./sport-data.ts";

/** Figures that can be told apart: figure n is 10 by 20 in the colour 10n+16 of red. */
const DIGITS = [...Array(10).keys()].map((digit) => `10x20-${(digit * 10 + 16).toString(16)}0000.png`);
const COLON = "4x20-00ff00.png";

function draw(type: string, props: Record<string, unknown>, live: Partial<Live> = {}, language = "en-US") {
	return drawScene(sceneOf([{ type, props }], { readImage: readPlainImage, live, language }));
}

/** Reads figures back along a row of the picture: digits, ":" for green, " " for black, a step of `step` pixels. */
function read(drawn: ReturnType<typeof draw>, x: number, y: number, count: number, step = 10): string {
	const pixels = drawn.pixels();
	return [...Array(count).keys()]
		.map((index) => {
			const offset = (y * drawn.width + x + index * step) * 4;
			const [red = 0, green = 0] = [pixels[offset], pixels[offset + 1]];
			return green > 0 ? ":" : red === 0 ? " " : String((red - 16) / 10);
		})
		.join("");
}

describe("IMG_TIME", () => {
	const props = {
		hour_zero: 1,
		hour_startX: 100,
		hour_startY: 200,
		hour_array: DIGITS,
		hour_unit_en: COLON,
		minute_zero: 1,
		minute_follow: 1,
		minute_array: DIGITS,
	};

	it("shows hours and minutes with their figures, the minutes after the colon", () => {
		const drawn = draw("IMG_TIME", props);
		expect([read(drawn, 105, 210, 2), read(drawn, 122, 210, 1), read(drawn, 129, 210, 2)]).toEqual(["10", ":", "09"]);
		expect(drawn.texts).toEqual([]);
	});

	it("puts minutes at their own place when they do not follow", () => {
		const drawn = draw("IMG_TIME", { ...props, minute_follow: 0, minute_startX: 200, minute_startY: 240 });
		expect(read(drawn, 205, 250, 2)).toBe("09");
	});

	it("keeps the watch's own offset and twelve-hour clock", () => {
		const at = (live: Partial<Live>, zero = 1) =>
			read(draw("IMG_TIME", { ...props, hour_zero: zero }, live), 105, 210, 2);
		expect(at({ utcOffsetMinutes: 330 })).toBe("15");
		expect(at({ utcOffsetMinutes: 330, hour24: false })).toBe("03");
		expect(at({ utcOffsetMinutes: -600 - 60 })).toBe("23");
		expect(at({ now: SAMPLE_NOW + 14 * 3_600_000, hour24: false })).toBe("12");
	});

	it("shows the half of the day only on a twelve-hour clock", () => {
		const halves = { ...props, am_x: 300, am_y: 200, am_en_path: COLON, pm_x: 320, pm_y: 200, pm_en_path: COLON };
		expect(read(draw("IMG_TIME", halves), 302, 210, 2, 20)).toBe("  ");
		expect(read(draw("IMG_TIME", halves, { hour24: false }), 302, 210, 2, 20)).toBe(": ");
		const evening = { hour24: false, utcOffsetMinutes: 600 };
		expect(read(draw("IMG_TIME", halves, evening), 302, 210, 2, 20)).toBe(" :");
	});
});

describe("IMG_DATE and IMG_WEEK", () => {
	it("show the month, its unit and the day that follows", () => {
		const drawn = draw("IMG_DATE", {
			month_startX: 100,
			month_startY: 200,
			month_zero: 1,
			month_en_array: DIGITS,
			month_unit_en: COLON,
			day_zero: 1,
			day_follow: 1,
			day_en_array: DIGITS,
		});
		expect([read(drawn, 105, 210, 2), read(drawn, 122, 210, 1), read(drawn, 129, 210, 2)]).toEqual(["05", ":", "04"]);
	});

	it("show the sixth image on a Saturday and the seventh on the Sunday after it", () => {
		const props = { x: 100, y: 200, week_en: DIGITS.slice(0, 7) };
		expect(read(draw("IMG_WEEK", props), 105, 210, 1)).toBe("5");
		expect(read(draw("IMG_WEEK", props, { now: SAMPLE_NOW + 86_400_000 }), 105, 210, 1)).toBe("6");
	});

	it("choose the images of the watch's language", () => {
		const week = (digit: number) => new Array(7).fill(DIGITS[digit]);
		const props = { x: 100, y: 200, week_en: week(1), week_sc: week(2), week_tc: week(3) };
		const shown = (language: string) => read(draw("IMG_WEEK", props, {}, language), 105, 210, 1);
		expect([shown("de-DE"), shown("zh-CN"), shown("zh-TW")]).toEqual(["1", "2", "3"]);
	});
});

describe("TEXT_IMG", () => {
	const props = { x: 100, y: 200, font_array: DIGITS };

	it("shows the live value of its data type with its unit", () => {
		expect(read(draw("TEXT_IMG", { ...props, type: DATA_TYPE.STEP }), 105, 210, 4)).toBe("4321");
		const battery = draw("TEXT_IMG", { ...props, type: DATA_TYPE.BATTERY, unit_en: COLON });
		expect([read(battery, 105, 210, 2), read(battery, 122, 210, 1)]).toEqual(["73", ":"]);
	});

	it("shows its text rather than its type, with dot, minus and unit images", () => {
		const marks = { dot_image: "10x20-00ff00.png", negative_image: "10x20-00ff00.png", unit_en: "10x20-00ff00.png" };
		const drawn = draw("TEXT_IMG", { ...props, ...marks, type: DATA_TYPE.STEP, text: "-1.2u" });
		expect(read(drawn, 105, 210, 6)).toBe(":1:2: ");
	});

	it("shows a negative temperature, and the image for no value where there is none", () => {
		const temperature = { ...props, type: DATA_TYPE.WEATHER_CURRENT, negative_image: "10x20-00ff00.png" };
		expect(read(draw("TEXT_IMG", temperature), 105, 210, 2)).toBe(":4");
		const invalid = { ...temperature, invalid_image: DIGITS[9] };
		expect(read(draw("TEXT_IMG", invalid, { temperature: null }), 105, 210, 2)).toBe("9 ");
	});

	it("aligns inside its width", () => {
		const aligned = (align_h: number) => read(draw("TEXT_IMG", { ...props, w: 40, text: "12", align_h }), 105, 210, 4);
		expect([aligned(ALIGN.LEFT), aligned(ALIGN.CENTER_H), aligned(ALIGN.RIGHT)]).toEqual(["12  ", " 12 ", "  12"]);
	});
});

describe("IMG_STATUS, IMG_LEVEL and IMG_PROGRESS", () => {
	it("show the phone's absence while it lasts", () => {
		const props = { x: 100, y: 200, src: DIGITS[7], type: SYSTEM_STATUS.DISCONNECT };
		const shown = (connected: boolean) => read(draw("IMG_STATUS", props, { connected }), 105, 210, 1);
		expect([shown(true), shown(false)]).toEqual([" ", "7"]);
		const alarm = { ...props, type: SYSTEM_STATUS.CLOCK };
		expect(read(draw("IMG_STATUS", alarm, { connected: false }), 105, 210, 1)).toBe(" ");
	});

	it("show the image of a level, or of the share of a value", () => {
		const props = { x: 100, y: 200, image_array: DIGITS, image_length: 10 };
		const shown = (more: object) => read(draw("IMG_LEVEL", { ...props, ...more }), 105, 210, 1);
		expect([shown({ level: 0 }), shown({ level: 2 }), shown({ type: DATA_TYPE.BATTERY })]).toEqual([" ", "1", "7"]);
	});

	it("show as many images as the level says, each at its place", () => {
		const props = { x: [100, 110, 120], y: [200, 200, 200], image_array: DIGITS.slice(4, 7), level: 2 };
		expect(read(draw("IMG_PROGRESS", props), 105, 210, 3)).toBe("45 ");
	});
});

describe("what a face is told of the day", () => {
	it("is drawn with its separator, and its image for none where there is nothing", () => {
		const marks = { dot_image: COLON, invalid_image: DIGITS[9] };
		const props = { x: 100, y: 200, font_array: DIGITS, ...marks, type: DATA_TYPE.SUN_CURRENT };
		const sun = draw("TEXT_IMG", props, { data: { SUN_CURRENT: "06.30" } });
		expect([read(sun, 105, 210, 2), read(sun, 122, 210, 1), read(sun, 129, 210, 2)]).toEqual(["06", ":", "30"]);
		expect(read(draw("TEXT_IMG", props, { data: {} }), 105, 210, 2)).toBe("9 ");
	});

	it("is drawn as the image of the sky's condition", () => {
		const props = { x: 100, y: 200, image_array: DIGITS, image_length: 10, type: DATA_TYPE.WEATHER_CURRENT };
		const shown = (sky: number | null) => read(draw("IMG_LEVEL", props, { sky }), 105, 210, 1);
		expect([shown(0), shown(3), shown(null)]).toEqual(["0", "3", " "]);
	});

	it("is drawn as a sign while an alarm is set", () => {
		const props = { x: 100, y: 200, src: DIGITS[7], type: SYSTEM_STATUS.CLOCK };
		const shown = (alarm: boolean) => read(draw("IMG_STATUS", props, { status: { alarm } }), 105, 210, 1);
		expect([shown(true), shown(false)]).toEqual(["7", " "]);
	});
});

describe("TIME_POINTER and IMG_POINTER", () => {
	it("turn an upright hand about its pivot", () => {
		const hand = {
			minute_path: "10x100-ff0000.png",
			minute_centerX: 240,
			minute_centerY: 240,
			minute_posX: 5,
			minute_posY: 100,
		};
		const isLit = (live: Partial<Live>, x: number, y: number) => {
			const drawn = draw("TIME_POINTER", hand, live);
			return (drawn.pixels()[(y * drawn.width + x) * 4] ?? 0) > 0;
		};
		const quarterPast = { now: Date.UTC(2024, 0, 1, 0, 15) };
		expect([isLit(quarterPast, 300, 240), isLit(quarterPast, 240, 180)]).toEqual([true, false]);
		const full = { now: Date.UTC(2024, 0, 1, 0, 0) };
		expect([isLit(full, 300, 240), isLit(full, 240, 180)]).toEqual([false, true]);
	});
});

describe("IMG", () => {
	const redArea = (props: Record<string, unknown>) => {
		const pixels = draw("IMG", { x: 200, y: 200, src: "40x20-ff0000.png", ...props }).pixels();
		return pixels.filter((_, index) => index % 4 === 0).reduce((sum, red) => sum + red / 255, 0);
	};

	it("is as big as its image, cut by its own size, scaled only when asked", () => {
		expect(redArea({})).toBe(800);
		expect(redArea({ w: 10, h: 10 })).toBe(100);
		expect(redArea({ w: 100, h: 100 })).toBe(800);
		expect(redArea({ w: 80, h: 80, auto_scale: true })).toBe(3200);
		expect(redArea({ w: 80, h: 80, auto_scale: true, auto_scale_obj_fit: true })).toBe(6400);
	});

	it("is moved inside its box, turned about its centre and faded", () => {
		expect(redArea({ w: 40, h: 20, pos_x: 30 })).toBe(200);
		expect(redArea({ w: 40, h: 40, pos_y: 10, angle: 90 })).toBeCloseTo(800, 0);
		expect(redArea({ alpha: 128 })).toBeCloseTo(800 * (128 / 255), -1);
	});
});

describe("SPORT_DATA and BUTTON", () => {
	it("lets a sport value be wider than its widget and its name stand beside it", () => {
		const value = { text_x: 0, text_y: 0, text_w: 150, text_h: 60 };
		const name = { sub_text_visible: true, sub_text_x: 160, sub_text_y: 0, sub_text_w: 100, sub_text_h: 60 };
		const props = { x: 100, y: 200, w: 40, h: 60, default_type: SPORT_DATA.PACE, ...value, ...name };
		const { texts } = draw("SPORT_DATA", props);
		expect(texts.map(({ text, clipped }) => [text, clipped])).toEqual([
			["5'31\"", false],
			["Pace", false],
		]);
	});

	it("report their words as texts", () => {
		const sport = draw("SPORT_DATA", { x: 100, y: 200, w: 200, h: 60, default_type: 0 });
		expect(sport.texts.map(({ text }) => text)).toEqual(["--"]);
		const props = { x: 100, y: 200, w: 200, h: 60, normal_color: 0x0000ff, press_color: 0x00ff00, text: "Ask" };
		const scene = sceneOf([{ type: "BUTTON", props }]);
		expect(drawScene(scene).texts[0]).toMatchObject({ text: "Ask", background: "#0000ff", clipped: false });
		expect(drawScene({ ...scene, pressed: 1 }).texts[0]?.background).toBe("#00ff00");
	});
});

describe("a picture that is not a PNG a canvas can read", () => {
	it("is refused by name", () => {
		const scene = sceneOf([{ type: "IMG", props: { src: "image.png" } }], {
			readImage: () => new Uint8Array([1, 2, 3]),
		});
		expect(() => drawScene(scene)).toThrow("image.png");
	});
});
