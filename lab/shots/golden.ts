/**
 * The pictures that are kept in the tree, so that a screen that changes is seen to change: a chosen set at half their size,
 * and the previews that the face's package carries. Owns the choice, their places and how far two may differ. Rule: what
 * a font's hinting moves is no difference, a text that stands elsewhere is.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { ROOT } from "../../packaging/places.ts";
import type { Surface } from "./journeys.ts";
import { drawPicked, type Pick, type Picked } from "./picked.ts";

const FOLDER = join(ROOT, "lab", "shots", "__golden__");
const SHRUNK = 0.5;
/** A channel that differs by less is the same. */
const SAME = 64;
/** In pixels of the small picture: a pixel counts as found within so many of its place. */
const REACH = 1;
/** Of the pixels: a single word elsewhere is more. */
export const DIFFERENCE_MAX = 0.0005;

const [ROUND, LARGE, SMALL, SQUARE, TALL] = [
	"active2round",
	"balance2",
	"activeedge",
	"active2square",
	"bipmax",
] as const;
const [EN, ZH, DE] = ["en-US", "zh-CN", "de-DE"] as const;

const GOLDEN: readonly Pick[] = [
	pick("face", "answer", LARGE, EN),
	pick("face", "long-answer", LARGE, DE),
	pick("face", "asking", ROUND, EN),
	pick("face", "fault", ROUND, DE),
	pick("face", "not-set-up", SMALL, ZH),
	pick("face", "phone-away", SMALL, EN),
	pick("face", "answer", SQUARE, ZH),
	pick("face", "old-answer", SQUARE, DE),
	pick("face", "aod", ROUND, EN),
	pick("face", "aod-answer", SQUARE, EN),
	pick("page", "home", ROUND, EN),
	pick("page", "recording", ROUND, EN),
	pick("page", "waiting-15s", SQUARE, DE),
	pick("page", "reading-long", ROUND, ZH),
	pick("page", "reading-long", SMALL, DE),
	pick("page", "reading-brief", SQUARE, EN),
	pick("page", "fault-timeout", ROUND, DE),
	pick("page", "after-long", SQUARE, ZH),
	pick("page", "history", TALL, EN),
	pick("card", "answer", ROUND, DE),
	pick("card", "no-key", SQUARE, EN),
	pick("workout", "cue", ROUND, EN),
	pick("workout", "answer", SMALL, DE),
	pick("workout", "to-go", SQUARE, ZH),
];

/** What a face's package shows of itself, by shape of screen; the packager scales it for each watch. */
const PREVIEWS: readonly Pick[] = [pick("face", "answer", LARGE, EN), pick("face", "answer", SQUARE, EN)];
const PREVIEW_PLACES = ["assets/common.r/preview.png", "assets/common.s/preview.png"];

/** A picture as it is kept, and its place from the root. */
export type Kept = { path: string; png: Buffer };

function pick(surface: Surface, state: string, device: string, language: string): Pick {
	return { surface, state, device, language };
}

export async function drawKept(): Promise<Kept[]> {
	const drawn = await drawPicked([...GOLDEN, ...PREVIEWS]);
	const previews = drawn.slice(GOLDEN.length).map(({ png }, index) => ({ path: PREVIEW_PLACES[index] ?? "", png }));
	return [...(await Promise.all(drawn.slice(0, GOLDEN.length).map(shrunk))), ...previews];
}

/** Writes all in their places, and removes the goldens of screens that are chosen no more. Gives how many there are. */
export async function renewKept(): Promise<number> {
	const kept = await drawKept();
	mkdirSync(FOLDER, { recursive: true });
	for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file));
	for (const { path, png } of kept) writeFileSync(join(ROOT, path), png);
	return kept.length;
}

async function shrunk({ shot, png }: Picked): Promise<Kept> {
	const image = await loadImage(png);
	const canvas = createCanvas(Math.round(image.width * SHRUNK), Math.round(image.height * SHRUNK));
	const pen = canvas.getContext("2d");
	pen.imageSmoothingQuality = "high";
	pen.drawImage(image, 0, 0, canvas.width, canvas.height);
	const path = `lab/shots/__golden__/${shot.file.replace("/", "-")}`;
	return { path, png: canvas.toBuffer("image/png") };
}

/** The share, 0 to 1, of the pixels of either that the other does not have at their place or next to it. 1 for two sizes. */
export async function differenceOf(one: Buffer, other: Buffer): Promise<number> {
	const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
	if (a.width !== b.width || a.height !== b.height) return 1;
	return Math.max(lacking(a, b), lacking(b, a));
}

type Pixels = { width: number; height: number; data: Uint8ClampedArray };

async function pixelsOf(png: Buffer): Promise<Pixels> {
	const image = await loadImage(png);
	const pen = createCanvas(image.width, image.height).getContext("2d");
	pen.drawImage(image, 0, 0);
	return { width: image.width, height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data };
}

function lacking(a: Pixels, b: Pixels): number {
	let count = 0;
	for (let y = 0; y < a.height; y++) {
		for (let x = 0; x < a.width; x++) if (!isFound(a, b, x, y)) count++;
	}
	return count / (a.width * a.height);
}

function isFound(a: Pixels, b: Pixels, x: number, y: number): boolean {
	const at = (y * a.width + x) * 4;
	for (let row = Math.max(0, y - REACH); row <= Math.min(b.height - 1, y + REACH); row++) {
		for (let column = Math.max(0, x - REACH); column <= Math.min(b.width - 1, x + REACH); column++) {
			if (isSame(a.data, at, b.data, (row * b.width + column) * 4)) return true;
		}
	}
	return false;
}

function isSame(a: Uint8ClampedArray, at: number, b: Uint8ClampedArray, there: number): boolean {
	for (let channel = 0; channel < 4; channel++) {
		if (Math.abs((a[at + channel] ?? 0) - (b[there + channel] ?? 0)) > SAME) return false;
	}
	return true;
}
