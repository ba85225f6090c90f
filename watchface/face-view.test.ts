import { describe, expect, it } from "vitest";
import type { Outcome, Row } from "../core/ask/journal.ts";
import { usualChips } from "../core/ask/usual-chips.ts";
import { faceChips, faceLayoutOf, placeTexts } from "../core/face/face-layout.ts";
import { CHIP_MARK, type Glance, NO_GLANCE } from "../core/face/glance.ts";
import { glanceOf } from "../core/face/glance-writing.ts";
import type { Self } from "../core/face/personal-line.ts";
import { isWithin } from "../core/screen.ts";
import type { Answer, Look } from "../core/wire/protocol.ts";
import { fill, LANGUAGES, type WordKey } from "../core/words/words.ts";
import type { Say } from "../device/words.ts";
import { isSupported } from "../packaging/supported.ts";
import { fitForFace } from "../page/face-fitting.ts";
import { layoutOf } from "../page/kit/layout.ts";
import { DEVICES, layoutText } from "../simulator/index.ts";
import { faceButtons } from "./face-buttons.ts";
import { dateLine, type FaceView, faceView } from "./face-view.ts";

const MINUTE_MS = 60_000;
const head = {
	id: "a",
	question: "Why is the sky blue, and why is it red at dusk when the weather is fine?",
	talk: "t",
	at: 0,
};
const LONG = "The sky is blue because air scatters short waves of sunlight more than long ones. ".repeat(5);
const ends: Outcome[] = [
	{ state: "answered", answer: { text: LONG }, answeredAt: 0 },
	{
		state: "answered",
		answer: { text: "天空是蓝色的，因为空气分子对阳光中短波的散射比长波强得多。".repeat(5) },
		answeredAt: 0,
	},
	{ state: "faulted", fault: { code: "timeout" }, answeredAt: 0 },
	{ state: "faulted", fault: { code: "over-budget" }, answeredAt: 0 },
];
const rows: (Row | null)[] = [null, { ...head, state: "open" }, ...ends.map((end): Row => ({ ...head, ...end }))];

const CANVASES = [
	...new Map(
		DEVICES.filter(isSupported).map((one) => [`${one.shape} ${one.width} ${one.height}`, one] as const),
	).values(),
];

const NOBODY: Self = {
	minutes: 780,
	battery: undefined,
	steps: undefined,
	target: undefined,
	heart: undefined,
	high: undefined,
};
/** A fresh answer, and then the longest of each of the face's own lines. */
const MOMENTS: [number, Self][] = [
	[9 * MINUTE_MS, NOBODY],
	...[3, 8, 13, 20].map((hour): [number, Self] => [2 * 24 * 60 * MINUTE_MS, { ...NOBODY, minutes: hour * 60 }]),
	...[{ battery: 15 }, { heart: 188 }, { steps: 12345, target: 8000 }, { steps: 19000, target: 20000 }].map(
		(more): [number, Self] => [59 * MINUTE_MS, { ...NOBODY, ...more }],
	),
	[59 * MINUTE_MS, { ...NOBODY, minutes: 480, high: -12 }],
	[59 * MINUTE_MS, { ...NOBODY, steps: 12345 }],
];

async function sayIn(language: string): Promise<Say> {
	const words: { [key: string]: string } = (await import(`../core/words/${language}.json`)).default;
	return (key, values) => fill(words[key] ?? "", values ?? {});
}

const heightOf = (text: string, size: number, width: number) =>
	layoutText(text, { textSize: size, width, wrapped: true }).height;

const measure = (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width;

function glancesFor(canvas: { width: number; height: number; round: boolean }, say: Say): Glance[] {
	const look: Look = { rev: 0, chips: usualChips(say), accent: 0x3ddc97, size: "medium", ready: true };
	const fitting = fitForFace({ layout: layoutOf(canvas), say, measure });
	return [
		NO_GLANCE,
		glanceOf(null, { ...look, ready: false }, fitting),
		...rows.map((row) => glanceOf(row, look, fitting)),
	];
}

describe.each(CANVASES)("on $shape $width x $height", ({ width, height, shape }) => {
	const canvas = { width, height, round: shape === "round" };
	const { natives, texts: layout } = faceLayoutOf(canvas);

	it("everything that the face says is on the screen, in every language", async () => {
		for (const language of LANGUAGES) {
			const say = await sayIn(language);
			for (const glance of glancesFor(canvas, say)) {
				for (const [now, self] of MOMENTS) {
					const { message, note } = faceView(glance, self, now, say);
					const date = dateLine(7, 22, say);
					const high = heightOf(message, layout.messageSize, layout.message.w);
					expect(high, `${language} ${JSON.stringify(message)}`).toBeLessThanOrEqual(layout.message.h + 4);
					const [messageBox, noteBox] = placeTexts(
						layout,
						{ ...layout.message, h: high },
						note !== "",
						glance.chips !== "",
					);
					for (const [box, size, text] of [
						[layout.status, layout.statusSize, date],
						[messageBox, layout.messageSize, message],
						[noteBox, layout.noteSize, note],
					] as const) {
						const where = `${language} ${JSON.stringify(text)}`;
						expect(isWithin(canvas, box), where).toBe(true);
						expect(heightOf(text, size, box.w), where).toBeLessThanOrEqual(box.h + 4);
					}
					const below = glance.chips === "" ? layout.ask : layout.chips;
					expect(noteBox.y + (note === "" ? 0 : noteBox.h - (layout.gap >> 1)), language).toBeLessThanOrEqual(below.y);
				}
				for (const button of faceButtons(glance, layout, say("glance.ask"))) {
					const where = `${language} ${JSON.stringify(button)}`;
					expect(isWithin(canvas, button), where).toBe(true);
					expect(measure(button.text, button.size), where).toBeLessThanOrEqual(button.w - button.h * 0.45);
					expect(button.h, where).toBeGreaterThanOrEqual(Math.floor((64 * width) / 480));
				}
			}
		}
	});

	it("its parts stand apart", () => {
		const chips = faceChips(layout, 2, 50);
		const below = [
			layout.status,
			{ ...layout.message, y: natives.time.y, h: (84 * width) / 480 },
			{ ...layout.message, y: natives.vitals.y, h: (26 * width) / 480 },
			layout.message,
			layout.note,
		];
		const stack = [...below, chips[0] ?? layout.chips, layout.ask];
		stack.slice(1).forEach((box, index) => {
			const above = stack[index];
			if (above !== undefined) expect(box.y).toBeGreaterThanOrEqual(above.y + above.h - 1);
		});
		const [left, right] = chips;
		expect((right?.x ?? 0) - (left?.x ?? 0) - (left?.w ?? 0)).toBeGreaterThanOrEqual(layout.gap - 1);
	});
});

describe("the face", () => {
	it("tells its states apart", async () => {
		const say = await sayIn("en-US");
		const glances = glancesFor({ width: 480, height: 480, round: true }, say);
		const self = { ...NOBODY, minutes: 780 };
		const seen = (now: number) => glances.map((glance) => faceView(glance, self, now, say));
		const first = ({ message, note }: FaceView) => [message.split("\n")[0]?.slice(0, 18), note];
		const start = (key: WordKey) => say(key).slice(0, 18);
		expect(seen(9 * MINUTE_MS).map(first)).toEqual([
			[start("glance.open-once"), ""],
			[start("glance.no-key"), ""],
			[start("line.day"), say("glance.ready")],
			["Why is the sky blu", say("glance.asking")],
			["The sky is blue be", say("glance.minutes", { n: 9 })],
			[
				"\u5929\u7a7a\u662f\u84dd\u8272\u7684\uff0c\u56e0\u4e3a\u7a7a\u6c14\u5206\u5b50\u5bf9\u9633\u5149",
				say("glance.minutes", { n: 9 }),
			],
			["Why is the sky blu", say("glance.failed")],
			["Why is the sky blu", say("fault.over-budget")],
		]);
		expect(first(seen(31 * MINUTE_MS)[4] as FaceView)).toEqual([
			start("line.day"),
			say("glance.last", { age: say("glance.minutes", { n: 31 }) }),
		]);
		const looks = seen(9 * MINUTE_MS).map(
			({ messageColor, noteColor, note }) => `${messageColor} ${note && noteColor}`,
		);
		expect(new Set([...looks.slice(0, 4), ...looks.slice(6, 7)]).size).toBeGreaterThanOrEqual(4);
	});

	it("after the clock was set: shows an answer without an age, and no question as being asked for ever", async () => {
		const say = await sayIn("en-US");
		const glances = glancesFor({ width: 480, height: 480, round: true }, say);
		const at = Date.UTC(2026, 10, 27);
		const seen = (index: number, now: number) => faceView({ ...(glances[index] ?? NO_GLANCE), at }, NOBODY, now, say);
		for (const years of [-56, -5, -0.001]) {
			const { message, note, isFresh } = seen(4, at + years * 365 * 24 * 60 * MINUTE_MS);
			expect([message.slice(0, 18), note, isFresh]).toEqual(["The sky is blue be", "", false]);
		}
		expect(seen(4, at + 20 * 365 * 24 * 60 * MINUTE_MS).note).toBe(say("glance.ready"));
		for (const minutes of [-5_000_000, -60, 11, 60, 5_000_000]) {
			expect(seen(3, at + minutes * MINUTE_MS).note, `${minutes}`).toBe(say("glance.failed"));
		}
		expect(seen(3, at - MINUTE_MS).note).toBe(say("glance.asking"));
	});

	it("shows the model's own line where the answer is longer than the face", async () => {
		const say = await sayIn("en-US");
		const canvas = { width: 480, height: 480, round: true };
		const fitting = fitForFace({ layout: layoutOf(canvas), say, measure });
		const look: Look = { rev: 0, chips: [], accent: 0, size: "medium", ready: true };
		const shown = (answer: Answer) =>
			faceView(glanceOf({ ...head, state: "answered", answer, answeredAt: 0 }, look, fitting), NOBODY, 0, say).message;
		expect(shown({ text: LONG, line: "Short waves scatter more" })).toBe("Short waves scatter more");
		expect(shown({ text: "It just is.", line: "Short waves scatter more" })).toBe("It just is.");
	});

	it("shows quick replies whole where two of them fit", async () => {
		const say = await sayIn("en-US");
		const chips = glancesFor({ width: 480, height: 480, round: true }, say)[2]?.chips.split(CHIP_MARK);
		expect(chips).toHaveLength(4);
		expect(chips?.join("")).not.toContain("\u2026");
	});
});
