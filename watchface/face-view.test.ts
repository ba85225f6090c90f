import { describe, expect, it } from "vitest";
import { faceChips, faceLayoutOf } from "../core/face-layout.ts";
import { type Glance, glanceOf } from "../core/glance.ts";
import type { Outcome, Row } from "../core/journal.ts";
import type { Look } from "../core/protocol.ts";
import { isWithin } from "../core/screen.ts";
import { usualChips } from "../core/usual-chips.ts";
import { fill, LANGUAGES } from "../core/words/words.ts";
import type { Say } from "../device/words.ts";
import { fitForFace } from "../page/face-fitting.ts";
import { layoutOf } from "../page/layout.ts";
import { DEVICES, isSupported } from "../simulator/devices.ts";
import { layoutText } from "../simulator/screen/text.ts";
import { facePieces } from "./face-pieces.ts";
import { faceView, statusOf } from "./face-view.ts";

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
];
const rows: (Row | null)[] = [null, { ...head, state: "open" }, ...ends.map((end): Row => ({ ...head, ...end }))];

async function sayIn(language: string): Promise<Say> {
	const words: { [key: string]: string } = (await import(`../core/words/${language}.json`)).default;
	return (key, values) => fill(words[key] ?? "", values ?? {});
}

const measure = (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width;

function glancesFor(canvas: { width: number; height: number; round: boolean }, say: Say): (Glance | null)[] {
	const look: Look = { rev: 0, chips: usualChips(say), accent: 0x3ddc97, size: "medium", ready: true };
	const fitting = fitForFace({ layout: layoutOf(canvas), say, measure });
	return [null, glanceOf(null, { ...look, ready: false }, fitting), ...rows.map((row) => glanceOf(row, look, fitting))];
}

describe.each(DEVICES.filter(isSupported))("on $id", ({ width, height, shape }) => {
	const canvas = { width, height, round: shape === "round" };
	const layout = faceLayoutOf(canvas);

	it("everything that the face says is on the screen, in every language", async () => {
		for (const language of LANGUAGES) {
			const say = await sayIn(language);
			for (const glance of glancesFor(canvas, say)) {
				const status = statusOf({ day: 7, dayOfMonth: 22, date: "2026-11-22", minutes: 600 }, 100, say);
				for (const piece of facePieces(faceView(glance, status, 9 * MINUTE_MS, say), layout, say("glance.ask"))) {
					if (piece === null) continue;
					const where = `${language} ${JSON.stringify(piece)}`;
					expect(isWithin(canvas, piece), where).toBe(true);
					if (piece.kind === "button") {
						expect(measure(piece.text, piece.size), where).toBeLessThanOrEqual(piece.w - piece.h * 0.45);
						expect(piece.h, where).toBeGreaterThanOrEqual(Math.floor((64 * width) / 480));
					}
					if (piece.kind !== "text") continue;
					const { height: tall } = layoutText(piece.text, { textSize: piece.size, width: piece.w, wrapped: true });
					expect(tall, where).toBeLessThanOrEqual(piece.h + 4);
				}
			}
		}
	});

	it("its parts stand apart", () => {
		const chips = faceChips(layout, 2, 50);
		const below = [
			layout.status,
			{ ...layout.message, y: layout.time.y + (96 * width) / 480, h: 0 },
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
		const canvas = { width: 480, height: 480, round: true };
		const views = glancesFor(canvas, say).map((glance) => faceView(glance, "", 9 * MINUTE_MS, say));
		expect(views.map(({ message, note, chips }) => [message.split("\n")[0]?.slice(0, 18), note, chips.length])).toEqual(
			[
				["Open AskFace once ", "", 0],
				["Add your key in th", "", 2],
				["Ask me anything", "", 2],
				["Why is the sky blu", "Asking\u2026", 2],
				["The sky is blue be", "9 min ago", 2],
				[
					"\u5929\u7a7a\u662f\u84dd\u8272\u7684\uff0c\u56e0\u4e3a\u7a7a\u6c14\u5206\u5b50\u5bf9\u9633\u5149",
					"9 min ago",
					2,
				],
				["Why is the sky blu", "No answer. Tap to see why.", 2],
			],
		);
	});

	it("shows quick replies whole where two of them fit", async () => {
		const say = await sayIn("en-US");
		const labels = glancesFor({ width: 480, height: 480, round: true }, say)[2]?.chips.map(({ label }) => label) ?? [];
		expect(labels).toHaveLength(2);
		expect(labels.join("")).not.toContain("\u2026");
	});
});
