import { describe, expect, it } from "vitest";
import type { Outcome, Row } from "../core/ask/journal.ts";
import { usualChips } from "../core/ask/usual-chips.ts";
import type { FaceRoom } from "../core/face/face-fitting.ts";
import { faceBoxes, nativeTops } from "../core/face/face-layout.ts";
import { CHIP_MARK, decodeFaceGlance, type FaceGlance, NO_GLANCE } from "../core/face/glance.ts";
import { encodeGlance, looksOf, messageOf } from "../core/face/glance-writing.ts";
import { personalLine, type Self } from "../core/face/personal-line.ts";
import { AMBER, DIM, SOFT, WHITE } from "../core/ink.ts";
import { type Box, type Canvas, isWithin } from "../core/screen.ts";
import type { Answer, Look } from "../core/wire/protocol.ts";
import { fill, LANGUAGES } from "../core/words/words.ts";
import type { FacePiece } from "../device/widgets/face-widgets.ts";
import { isSupported } from "../packaging/supported.ts";
import { DEVICES, layoutText } from "../simulator/index.ts";
import { dateLine, faceView } from "./face-view.ts";

const MINUTE_MS = 60_000;
const AT = Date.UTC(2026, 10, 27);
const head = {
	id: "a",
	question: "Why is the sky blue, and why is it red at dusk when the weather is fine?",
	talk: "t",
	at: AT,
};
const LONG = "The sky is blue because air scatters short waves of sunlight more than long ones. ".repeat(5);
const CHINESE = "天空是蓝色的，因为空气分子对阳光中短波的散射比长波强得多。".repeat(5);
const ends: Outcome[] = [
	{ state: "answered", answer: { text: LONG }, answeredAt: AT },
	{ state: "answered", answer: { text: CHINESE }, answeredAt: AT },
	{ state: "faulted", fault: { code: "timeout" }, answeredAt: AT },
	{ state: "faulted", fault: { code: "over-budget" }, answeredAt: AT },
];
const rows: (Row | null)[] = [null, { ...head, state: "open" }, ...ends.map((end): Row => ({ ...head, ...end }))];

const CANVASES = [
	...new Map(
		DEVICES.filter(isSupported).map((one) => [`${one.shape} ${one.width} ${one.height}`, one] as const),
	).values(),
];

type Known = { hour?: number; battery?: number; steps?: number; target?: number };

/** On a Wednesday. */
function selfOf({ hour = 13, battery, steps, target }: Known = {}): Self {
	return [3, 25, hour, battery, steps, target];
}

/** A fresh answer, and then the longest of each of the face's own lines. */
const [DAY_LINE] = personalLine(selfOf());
const MOMENTS: [number, Self][] = [
	[9 * MINUTE_MS, selfOf()],
	...[3, 8, 13, 20].map((hour): [number, Self] => [2 * 24 * 60 * MINUTE_MS, selfOf({ hour })]),
	...[{ battery: 15 }, { steps: 12345, target: 8000 }, { steps: 19000, target: 20000 }].map((more): [number, Self] => [
		59 * MINUTE_MS,
		selfOf(more),
	]),
	[59 * MINUTE_MS, selfOf({ steps: 12345 })],
];

type SayAny = Parameters<typeof faceView>[5];

async function sayIn(language: string): Promise<SayAny> {
	const words: { [key: string]: string } = (await import(`../core/words/${language}.json`)).default;
	return (key, values) => fill(words[key] ?? `no word for ${key}`, values ?? {});
}

const heightOf = (text: string, size: number, width: number) =>
	layoutText(text, { textSize: size, width, wrapped: true }).height;

const widthOf = (text: string, size: number) => layoutText(text, { textSize: size, width: 0, wrapped: false }).width;

const ROUND: Canvas = { width: 480, height: 480, round: true };
const roomOf = (canvas: Canvas): FaceRoom => ({ canvas, widthOf, heightOf });

function readBack(row: Row | null, look: Look, room: FaceRoom): FaceGlance {
	const message = messageOf(row, look.accent, room);
	return decodeFaceGlance(encodeGlance({ ...NO_GLANCE, ...looksOf(look, room), ...message }));
}

function lookIn(say: SayAny): Look {
	return { rev: 0, chips: usualChips(say), accent: 0x3ddc97, size: "medium", ready: true };
}

function glancesFor(canvas: Canvas, say: SayAny): FaceGlance[] {
	const room = roomOf(canvas);
	const look = lookIn(say);
	return [
		decodeFaceGlance(""),
		readBack(null, { ...look, ready: false }, room),
		...rows.map((row) => readBack(row, look, room)),
	];
}

function seen(glance: FaceGlance, self: Self, gone: number, say: SayAny, canvas = ROUND) {
	const [key, n] = personalLine(self);
	const own = { date: dateLine(7, 22, say), ownLine: say(key, { n }) };
	const { pieces, freshAt } = faceView(glance, own, canvas.width, canvas.round, AT + gone, say);
	const [date, message, note, touch, ask, ...chips] = pieces;
	if (!date || !message || !note || !touch || !ask) throw new Error("a piece is missing");
	return { date, message, note, touch, ask, chips: chips.filter(([, text]) => text !== ""), freshAt };
}

const bottomOf = ({ y, h }: Box) => y + h;

describe.each(CANVASES)("on $shape $width x $height", ({ width, height, shape }) => {
	const canvas = { width, height, round: shape === "round" };
	const px = (length: number) => (length * width) / (canvas.round ? 480 : 400);

	it("everything that the face says is on the screen, in every language", async () => {
		for (const language of LANGUAGES) {
			const say = await sayIn(language);
			for (const glance of glancesFor(canvas, say)) {
				for (const [gone, self] of MOMENTS) {
					const { date, message, note, touch, ask, chips } = seen(glance, self, gone, say, canvas);
					for (const [box, text, size] of [date, message, note]) {
						const where = `${language} ${JSON.stringify(text)}`;
						expect(isWithin(canvas, box), where).toBe(true);
						expect(heightOf(text, size, box.w), where).toBeLessThanOrEqual(box.h + 4);
					}
					expect(touch[0].y).toBeLessThanOrEqual(message[0].y + px(8) + 1);
					expect(bottomOf(touch[0])).toBeGreaterThanOrEqual(bottomOf(note[1] === "" ? message[0] : note[0]) - px(8));
					/** Boxes are higher than their lines by 8 px or so. */
					const below = chips[0] ?? ask;
					expect(bottomOf(note[1] === "" ? message[0] : note[0]), language).toBeLessThanOrEqual(below[0].y + px(8));
					for (const [box, text, size] of [ask, ...chips]) {
						const where = `${language} ${JSON.stringify(text)}`;
						expect(isWithin(canvas, box), where).toBe(true);
						expect(widthOf(text, size), where).toBeLessThanOrEqual(box.w - box.h * 0.45);
						expect(box.h, where).toBeGreaterThanOrEqual(Math.floor((64 * width) / 480));
					}
				}
			}
		}
	});

	it("its parts stand apart", async () => {
		const { date, message, ownLine, chips, ask } = faceBoxes(width, canvas.round);
		const [time, vitals] = nativeTops(canvas.round).map(px);
		const natives = [
			{ ...message, y: time ?? 0, h: (84 * width) / 480 },
			{ ...message, y: vitals ?? 0, h: (26 * width) / 480 },
		];
		const stack = [date, ...natives, message, chips, ask];
		stack.slice(1).forEach((box, index) => {
			const above = stack[index];
			if (above !== undefined) expect(box.y).toBeGreaterThanOrEqual(bottomOf(above) - 1);
		});
		expect(bottomOf(ownLine)).toBeLessThanOrEqual(chips.y);
		const say = await sayIn("en-US");
		const [left, right] = seen(readBack(null, lookIn(say), roomOf(canvas)), selfOf(), 0, say, canvas).chips;
		if (left === undefined || right === undefined) throw new Error("there are no two quick replies");
		expect(right[0].x - left[0].x - left[0].w).toBeGreaterThanOrEqual(px(8) - 1);
	});
});

describe("the face", () => {
	it("tells its states apart", async () => {
		const say = await sayIn("en-US");
		const looks = (gone: number) => glancesFor(ROUND, say).map((glance) => seen(glance, selfOf(), gone, say));
		const first = ({ message, note }: { message: FacePiece; note: FacePiece }) => [message[1].slice(0, 18), note[1]];
		const at9 = looks(9 * MINUTE_MS);
		const start = (key: string) => say(key).slice(0, 18);
		const nine = say("glance.minutes", { n: 9 });
		expect(at9.map(first)).toEqual([
			[start("glance.open-once"), ""],
			[start("glance.no-key"), ""],
			[start(DAY_LINE), say("glance.ready")],
			["Why is the sky blu", say("glance.asking")],
			["The sky is blue be", nine],
			[CHINESE.slice(0, 18), nine],
			["Why is the sky blu", say("glance.failed")],
			["Why is the sky blu", say("fault.over-budget")],
		]);
		const old = looks(31 * MINUTE_MS);
		expect(old.slice(4, 5).map(first)).toEqual([
			[start(DAY_LINE), say("glance.last", { age: say("glance.minutes", { n: 31 }) })],
		]);
		expect(at9.map(({ message }) => message[3])).toEqual([DIM, AMBER, SOFT, DIM, WHITE, WHITE, DIM, DIM]);
		expect(at9.slice(2).map(({ note }) => note[3])).toEqual([0x3ddc97, 0x3ddc97, 0x3ddc97, 0x3ddc97, AMBER, AMBER]);
		expect(old.map(({ message }) => message[3])).toEqual([DIM, AMBER, SOFT, DIM, SOFT, SOFT, DIM, DIM]);
		expect(at9.map(({ freshAt }) => freshAt)).toEqual([0, 0, 0, 0, AT, AT, 0, 0]);
		expect(old.map(({ freshAt }) => freshAt)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
	});

	it("after the clock was set: shows an answer without an age, and no question as being asked for ever", async () => {
		const say = await sayIn("en-US");
		const glances = glancesFor(ROUND, say);
		const look = (index: number, gone: number) => {
			const { message, note, freshAt } = seen(glances[index] ?? decodeFaceGlance(""), selfOf(), gone, say);
			return { message: message[1].slice(0, 18), note: note[1], freshAt };
		};
		for (const years of [-56, -5, -0.001]) {
			const gone = years * 365 * 24 * 60 * MINUTE_MS;
			expect(look(4, gone)).toEqual({ message: "The sky is blue be", note: "", freshAt: 0 });
		}
		expect(look(4, 20 * 365 * 24 * 60 * MINUTE_MS).note).toBe(say("glance.ready"));
		for (const minutes of [-5_000_000, -60, 11, 60, 5_000_000]) {
			expect(look(3, minutes * MINUTE_MS).note, `${minutes}`).toBe(say("glance.failed"));
		}
		expect(look(3, -MINUTE_MS).note).toBe(say("glance.asking"));
	});

	it("shows the model's own line where the answer is longer than the face", async () => {
		const say = await sayIn("en-US");
		const look: Look = { rev: 0, chips: [], accent: 0, size: "medium", ready: true };
		const shown = (answer: Answer) => {
			const row: Row = { ...head, state: "answered", answer, answeredAt: AT };
			return seen(readBack(row, look, roomOf(ROUND)), selfOf(), 0, say).message[1];
		};
		expect(shown({ text: LONG, line: "Short waves scatter more" })).toBe("Short waves scatter more");
		expect(shown({ text: "It just is.", line: "Short waves scatter more" })).toBe("It just is.");
	});

	it("shows quick replies whole where two of them fit, and asks what they stand for", async () => {
		const say = await sayIn("en-US");
		const glance = readBack(null, lookIn(say), roomOf(ROUND));
		const { chips, ask } = seen(glance, selfOf(), 0, say);
		expect(chips).toHaveLength(2);
		expect(chips.flatMap(([, text, , , , asks]) => [text, asks])).toEqual(glance.chips.split(CHIP_MARK));
		expect(glance.chips).not.toContain("\u2026");
		expect(ask[5]).toBe("");
	});

	it("puts what was measured for another screen where its own line is, and shows no quick replies of it", async () => {
		const say = await sayIn("en-US");
		const other = { width: 390, height: 450, round: false };
		const row: Row = { ...head, state: "answered", answer: { text: "Yes." }, answeredAt: AT };
		const { message, chips, ask } = seen(readBack(row, lookIn(say), roomOf(other)), selfOf(), MINUTE_MS, say);
		expect(message.slice(0, 2)).toEqual([faceBoxes(480, true).ownLine, "Yes."]);
		expect([ask[1], chips]).toEqual([say("glance.ask"), []]);
	});

	it("says its own words in the language that the watch has now", async () => {
		const [english, german] = await Promise.all([sayIn("en-US"), sayIn("de-DE")]);
		const glances = glancesFor(ROUND, english);
		const note = (say: SayAny) => glances.map((glance) => seen(glance, selfOf(), MINUTE_MS, say).note[1]);
		expect(note(german)[3]).toBe(german("glance.asking"));
		expect(note(german)[6]).toBe(german("glance.failed"));
		expect(note(english)[6]).toBe(english("glance.failed"));
	});
});
