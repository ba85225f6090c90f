import { describe, expect, it } from "vitest";
import { isWithin } from "../core/screen.ts";
import { cutToFit } from "../core/text/cut-to-fit.ts";
import { fewWords } from "../core/text/few-words.ts";
import { LANGUAGES } from "../core/words/words.ts";
import { isSupported } from "../packaging/supported.ts";
import { DEVICES, layoutText } from "../simulator/index.ts";
import { placeButtons, workoutLayoutOf } from "./layout.ts";
import { workoutList } from "./words.ts";
import { WORKOUT_KEYS } from "./workout-keys.ts";

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
		const boxes = [...layout.values, layout.buttons, layout.message];
		for (const [index, box] of boxes.entries()) {
			expect(isWithin(canvas, box), JSON.stringify(box)).toBe(true);
			for (const other of boxes.slice(index + 1)) expect(overlap(box, other), JSON.stringify([box, other])).toBe(false);
		}
	});

	const widthOf = (text: string, textSize: number) => layoutText(text, { textSize, width: 0, wrapped: false }).width;

	/** What is wrong with the buttons that have these labels; nothing if all is well. */
	function faultsOf(labels: readonly string[]): string[] {
		const { size, boxes } = placeButtons(layout, labels, widthOf);
		return boxes.flatMap((box, index) => {
			const label = labels[index] ?? "";
			const isFree = !boxes.slice(index + 1).some((other) => overlap(box, other));
			const isTouched = Math.min(box.w, box.h) >= Math.floor((64 * width) / 480);
			const hasRoom = widthOf(label, size) <= box.w - box.h * 0.45;
			return isFree && isTouched && hasRoom && isWithin(canvas, box) ? [] : [`${label} ${size} ${box.w}`];
		});
	}

	it("a label fits its button in every language, and each button a finger", () => {
		for (const language of LANGUAGES) expect(faultsOf(workoutList(language).slice(1, 4)), language).toEqual([]);
	});

	/** Clear ones that had no room when all three were as wide as each other. */
	it.each([
		["Темп?", "Осталось?", "Давай!"],
		["페이스?", "남은 거리?", "응원"],
		["¿Ritmo?", "Restante", "¡Ánimo!"],
		["Ritmo?", "Restante", "Força!"],
		["Tempo?", "Rest?", "Anfeuern"],
		["Pace?", "How far?", "Cheer me"],
	])("there is room for %s, %s and %s", (...labels) => {
		expect(faultsOf(labels)).toEqual([]);
	});

	it("a label without room is seen", () => {
		expect(faultsOf(["Темп?", "Сколько осталось?", "Подбодри"])).not.toEqual([]);
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
