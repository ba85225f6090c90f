/**
 * The rules of docs/design-language.md, measured from pictures of every canvas that there is. `findings.ts` holds most of
 * them and has a test of its own; here they are held against what the packages draw, and the pixels are measured again.
 */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../../packaging/places.ts";
import { readCatalogue } from "../../packaging/words.ts";
import { type Box, chordAt, findDevice, type ScreenShape } from "../../simulator/index.ts";
import { canvasDevices } from "./canvases.ts";
import { LIT_MIN, REST_LIT_MAX } from "./findings.ts";
import type { Screen, Surface } from "./journeys.ts";
import { drawPicked, type Pick, type Picked } from "./picked.ts";
import type { Shot } from "./shoot.ts";

/** German words are the longest; the others bring their scripts to the smallest screen of each shape. */
const LONGEST = "de-DE";
const SCRIPTS = ["ar-EG", "hi-IN", "ja-JP", "ru-RU"];
const SMALLEST = ["activeedge", "bip5unity"];
const LARGEST = ["balance2", "bipmax"];

const FACES = screens(
	"face",
	"not-set-up",
	"asking",
	"answer",
	"long-answer",
	"fault",
	"phone-away",
	"aod",
	"aod-answer",
);
const RUNS = screens("workout", "answer", "long-answer", "cue", "to-go");
const SCRIPTED = [...screens("face", "asking", "answer", "fault"), ...screens("workout", "answer")];
const OTHERS = [
	...screens("page", "home-answer", "history", "waiting-15s", "reading-short", "reading-long", "after-long"),
	...screens("page", "receipt", "fault-timeout", "fault-no-key"),
	...screens("card", "answer", "fault", "no-key"),
];

type Pixels = { width: number; height: number; data: Uint8ClampedArray };
type Measured = Picked & { pixels: Pixels };

function screens(surface: Surface, ...states: string[]): Screen[] {
	return states.map((state) => ({ surface, state }));
}

async function measure(picks: Pick[]): Promise<Measured[]> {
	const drawn = await drawPicked(picks);
	return Promise.all(drawn.map(async (one) => ({ ...one, pixels: await pixelsOf(one.png) })));
}

async function pixelsOf(png: Buffer): Promise<Pixels> {
	const image = await loadImage(png);
	const pen = createCanvas(image.width, image.height).getContext("2d");
	pen.drawImage(image, 0, 0);
	return { width: image.width, height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data };
}

let all: Measured[] = [];
beforeAll(async () => {
	const canvases = canvasDevices().map(({ id }) => id);
	const on = (devices: string[], language: string, shown: Screen[]) =>
		devices.flatMap((device) => shown.map((screen): Pick => ({ ...screen, device, language })));
	all = await measure([
		...on(canvases, LONGEST, [...FACES, ...RUNS]),
		...on([...SMALLEST, ...LARGEST], LONGEST, OTHERS),
		...SCRIPTS.flatMap((language) => on(SMALLEST, language, SCRIPTED)),
	]);
});

function brightness({ width, data }: Pixels, x: number, y: number): number {
	const at = (y * width + x) * 4;
	return Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
}

function litShareOf({ data }: Pixels): number {
	let glass = 0;
	let lit = 0;
	for (let at = 0; at < data.length; at += 4) {
		if ((data[at + 3] ?? 0) < 128) continue;
		glass++;
		if (Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) > LIT_MIN) lit++;
	}
	return lit / glass;
}

function glassOf({ device: id, width, height }: Shot): ScreenShape {
	const device = findDevice(id);
	if (device === undefined) throw new Error(`no watch is called ${id}`);
	return { shape: device.shape === "round" ? "round" : "square", cornerRadius: device.cornerRadius, width, height };
}

/** Pixels within `box` that are lit and lie on the glass's last 2 px: ink that goes on past the edge lights some. */
function litAtEdge(pixels: Pixels, screen: ScreenShape, box: Box): number {
	const edge = 2;
	let count = 0;
	for (let y = Math.floor(box.y); y < box.y + box.h; y++) {
		const chord = chordAt(y, screen);
		for (let x = Math.floor(box.x); x < box.x + box.w; x++) {
			const inside = chord !== null && x >= chord.left + edge && x < chord.right - edge;
			if (!inside && brightness(pixels, x, y) > 128) count++;
		}
	}
	return count;
}

/** Px of ink, from the top of a text's first letter to its foot: rows, then columns, up to the first without ink. */
function firstLetterHeight(pixels: Pixels, box: Box): number {
	const isInk = (x: number, y: number) => brightness(pixels, x, y) > 96;
	const rows = range(Math.round(box.y), Math.round(box.y + box.h));
	const columns = range(Math.round(box.x), Math.round(box.x + box.w));
	const line = firstRun(rows, (y) => columns.some((x) => isInk(x, y)));
	const letter = firstRun(columns, (x) => line.some((y) => isInk(x, y)));
	return firstRun(line, (y) => letter.some((x) => isInk(x, y))).length;
}

function range(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The first unbroken run of those that are so. */
function firstRun(all: readonly number[], isSo: (one: number) => boolean): number[] {
	const start = all.findIndex(isSo);
	if (start < 0) return [];
	const length = all.slice(start).findIndex((one) => !isSo(one));
	return all.slice(start, length < 0 ? undefined : start + length);
}

describe("on every canvas", () => {
	test("no text is cut, passes the edge, is small or faint, and nothing to tap is missed by a finger", () => {
		expect(all.flatMap(({ problems }) => problems)).toEqual([]);
		const sizes = new Set(all.map(({ shot: { width, height } }) => `${width}x${height}`));
		for (const { width, height } of canvasDevices()) expect(sizes).toContain(`${width}x${height}`);
	});

	test("at most a tenth of the resting screen is lit, and the time at least", () => {
		const resting = all.filter(({ shot }) => shot.aod);
		expect(resting.length).toBeGreaterThanOrEqual(2 * canvasDevices().length);
		for (const { shot, pixels } of resting) {
			const share = litShareOf(pixels);
			expect(share, shot.file).toBeLessThanOrEqual(REST_LIT_MAX);
			expect(share, shot.file).toBeGreaterThan(0.003);
		}
	});

	test("a resting screen lights less than half of what the same face lights when bright", () => {
		for (const { shot, pixels } of all.filter(({ shot }) => shot.state === "aod-answer")) {
			const bright = all.find(({ shot: one }) => one.file === shot.file.replace("aod-answer", "answer"));
			if (bright === undefined) throw new Error(shot.file);
			expect(litShareOf(pixels), shot.file).toBeLessThan(litShareOf(bright.pixels) / 2);
		}
	});

	test("no ink of a text comes to the last pixels of the glass", () => {
		for (const { shot, pixels } of all.filter(({ shot }) => shot.surface !== "card")) {
			const screen = glassOf(shot);
			for (const { text, box } of shot.texts) {
				expect([shot.file, text, litAtEdge(pixels, screen, box)]).toEqual([shot.file, text, 0]);
			}
		}
	});

	test("ink that does come there is seen", async () => {
		const canvas = createCanvas(480, 480);
		const pen = canvas.getContext("2d");
		pen.fillStyle = "#ffffff";
		pen.fillRect(60, 60, 360, 20);
		const screen = { width: 480, height: 480, shape: "round", cornerRadius: null } as const;
		const pixels = await pixelsOf(canvas.toBuffer("image/png"));
		expect(litAtEdge(pixels, screen, { x: 60, y: 60, w: 360, h: 20 })).toBeGreaterThan(40);
		expect(litAtEdge(pixels, screen, { x: 200, y: 60, w: 80, h: 20 })).toBe(0);
	});

	test("capitals of a run's words are 6 px high on a picture that is 120 px wide", () => {
		const words = readCatalogue(ROOT)[LONGEST] ?? {};
		const keys = [words["run.pace"], words["run.left"], words["run.cheer"]];
		const runs = all.filter(({ shot }) => shot.surface === "workout" && shot.language === LONGEST);
		expect(runs).toHaveLength(RUNS.length * canvasDevices().length);
		for (const { shot, pixels } of runs) {
			const said = shot.texts.filter(({ text }) => /^\p{Lu}\p{Ll}/u.test(text) && !keys.includes(text));
			expect(said, shot.file).toHaveLength(1);
			for (const { box } of said) {
				const height = (firstLetterHeight(pixels, box) * 120) / shot.width;
				expect(height, shot.file).toBeGreaterThanOrEqual(6);
				expect(height, shot.file).toBeLessThan(14);
			}
		}
	});
});
