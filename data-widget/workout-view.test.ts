import { describe, expect, it } from "vitest";
import { isWithin } from "../core/screen.ts";
import { cutToFit } from "../core/text/cut-to-fit.ts";
import { fewWords } from "../core/text/few-words.ts";
import { LANGUAGES } from "../core/words/words.ts";
import { isSupported } from "../packaging/supported.ts";
import { DEVICES } from "../simulator/devices.ts";
import { layoutText } from "../simulator/screen/text.ts";
import { workoutLayoutOf } from "./layout.ts";
import { WORKOUT_KEYS, workoutList } from "./words.ts";

it("has its words in every language of the catalogue, in their order, and English for all others", async () => {
	for (const language of LANGUAGES) {
		const words: { [key: string]: string } = (await import(`../core/words/${language}.json`)).default;
		expect(workoutList(language)).toEqual(WORKOUT_KEYS.map((key) => words[key]));
	}
	expect(workoutList("th-TH")).toEqual(workoutList("en-US"));
});

const CANVASES = [
	...new Map(
		DEVICES.filter(isSupported).map((one) => [`${one.shape} ${one.width} ${one.height}`, one] as const),
	).values(),
];

const LONG = [
	"Unfortunately understanding interdisciplinary measurements requires considerable experience ".repeat(3),
	"\u5929\u7a7a\u662f\u84dd\u8272\u7684".repeat(9),
];

describe.each(CANVASES)("on $shape $width x $height", ({ width, height, shape }) => {
	const canvas = { width, height, round: shape === "round" };
	const layout = workoutLayoutOf(canvas);
	const tall = (text: string, size: number) =>
		layoutText(text, { textSize: size, width: layout.message.w, wrapped: true }).height;

	it("all of it is on the screen and apart", () => {
		const boxes = [...layout.values, ...layout.buttons, layout.message];
		for (const [index, box] of boxes.entries()) {
			expect(isWithin(canvas, box), JSON.stringify(box)).toBe(true);
			for (const other of boxes.slice(index + 1)) expect(overlap(box, other), JSON.stringify([box, other])).toBe(false);
		}
		for (const { w, h } of layout.buttons)
			expect(Math.min(w, h)).toBeGreaterThanOrEqual(Math.floor((64 * width) / 480));
	});

	it("a label fits its button in every language", () => {
		const [button = layout.message] = layout.buttons;
		const least = layout.buttonSizes[layout.buttonSizes.length - 1] ?? 0;
		for (const language of LANGUAGES) {
			for (const label of workoutList(language).slice(1, 4)) {
				const { width: wide } = layoutText(label, { textSize: least, width: 0, wrapped: false });
				expect(wide, `${language} ${label}`).toBeLessThanOrEqual(button.w - button.h * 0.45);
			}
		}
	});

	it("whatever is said fits, with capitals 6 px high on a picture 120 px wide", () => {
		const least = layout.messageSizes[layout.messageSizes.length - 1] ?? 0;
		expect((least * CAPITAL_EM * 120) / width).toBeGreaterThanOrEqual(6);
		for (const language of LANGUAGES) {
			const texts = [...workoutList(language), ...LONG.map(fewWords)];
			for (const text of texts) {
				const shown = cutToFit(text, (part) => tall(part, least) <= layout.message.h);
				expect(tall(shown, least), `${language} ${text}`).toBeLessThanOrEqual(layout.message.h);
				if (text.length < 60) expect(shown, language).toBe(text);
			}
		}
	});
});

/** Height of a capital of Noto Sans in its size. */
const CAPITAL_EM = 0.714;

type Box = { x: number; y: number; w: number; h: number };

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
