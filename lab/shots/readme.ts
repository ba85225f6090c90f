/**
 * The README's picture: the face, a question under way, its answer and a run, on round watches and square ones. Owns the
 * watches around the screens; the screens are those of `shots`, pixel by pixel.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createCanvas, type Image, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { ROOT } from "../../packaging/places.ts";
import { type Device, findDevice } from "../../simulator/index.ts";
import { drawPicked, type Pick } from "./picked.ts";

const PATH = "docs/pictures/watch.png";
const SCREENS: readonly Pick[] = [
	{ device: "balance2", language: "en-US", surface: "face", state: "answer" },
	{ device: "bip6", language: "en-US", surface: "page", state: "waiting-3s" },
	{ device: "bip6", language: "en-US", surface: "page", state: "reading-short" },
	{ device: "balance2", language: "en-US", surface: "workout", state: "cue" },
];

/** Px. A tile has one watch in its middle; the strap leaves it above and below. */
export const TILE = { w: 560, h: 660 };
const CASE = 22;
const GLASS_EDGE = 8;
const STRAP_SHARE = 0.56;

/** Writes it in its place and gives its path from the root. The same each time, until a screen changes. */
export async function writeReadmePicture(): Promise<string> {
	const canvas = createCanvas(SCREENS.length * TILE.w, TILE.h);
	const pen = canvas.getContext("2d");
	for (const [index, { shot, png }] of (await drawPicked(SCREENS)).entries()) {
		const device = findDevice(shot.device);
		if (!device) throw new Error(`no watch is called ${shot.device}`);
		pen.save();
		pen.translate((index + 0.5) * TILE.w, TILE.h / 2);
		drawWatch(pen, device, await loadImage(png));
		pen.restore();
	}
	mkdirSync(dirname(join(ROOT, PATH)), { recursive: true });
	writeFileSync(join(ROOT, PATH), canvas.toBuffer("image/png"));
	return PATH;
}

/** Around the origin. */
export function drawWatch(pen: SKRSContext2D, { width, height, shape, cornerRadius }: Device, screen: Image): void {
	const radius = shape === "round" ? width / 2 : (cornerRadius ?? 0);
	const outline = (grow: number) => {
		pen.beginPath();
		pen.roundRect(-width / 2 - grow, -height / 2 - grow, width + 2 * grow, height + 2 * grow, radius + grow);
	};
	drawStrap(pen, width * STRAP_SHARE);
	drawCrown(pen, width / 2 + CASE);
	outline(CASE);
	pen.fillStyle = metal(pen, height / 2 + CASE);
	pen.fill();
	outline(GLASS_EDGE);
	pen.fillStyle = "#000000";
	pen.fill();
	pen.drawImage(screen, -width / 2, -height / 2);
}

function metal(pen: SKRSContext2D, half: number) {
	const light = pen.createLinearGradient(-half, -half, half, half);
	for (const [at, color] of [
		[0, "#8d9097"],
		[0.35, "#4b4d53"],
		[0.65, "#36383d"],
		[1, "#6c6f76"],
	] as const) {
		light.addColorStop(at, color);
	}
	return light;
}

/** It fades at the edge of its tile, on light and dark pages alike. */
function drawStrap(pen: SKRSContext2D, width: number): void {
	const fade = pen.createLinearGradient(0, -TILE.h / 2, 0, TILE.h / 2);
	for (const [at, alpha] of [
		[0, 0],
		[0.12, 1],
		[0.88, 1],
		[1, 0],
	] as const) {
		fade.addColorStop(at, `rgba(44, 46, 52, ${alpha})`);
	}
	pen.fillStyle = fade;
	pen.fillRect(-width / 2, -TILE.h / 2, width, TILE.h);
}

function drawCrown(pen: SKRSContext2D, edge: number): void {
	pen.beginPath();
	pen.roundRect(edge - 8, -34, 18, 68, 8);
	pen.fillStyle = "#5a5d64";
	pen.fill();
}
