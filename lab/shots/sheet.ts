/** Contact sheets: all pictures of one surface on one, each with its state, watch and language below it. Owns their looks. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
import { fontFor } from "../../simulator/index.ts";
import type { Surface } from "./journeys.ts";
import type { Shot } from "./shoot.ts";

const GROUND = "#3a3a42";
const INK = "#ffffff";
const GAP = 10;
const CAPTION_HEIGHT = 34;
const CAPTION_SIZE = 13;
/** A sheet is about this much wider than high. */
const PROPORTION = 1.6;

/** Writes `sheet-SURFACE.png` into `folder`, where the pictures are. */
export async function writeSheet(surface: Surface, shots: readonly Shot[], folder: string): Promise<void> {
	if (shots.length === 0) return;
	const width = tileWidth(shots.length);
	const height = Math.max(...shots.map((shot) => Math.round((shot.height / shot.width) * width))) + CAPTION_HEIGHT;
	const columns = Math.ceil(Math.sqrt((shots.length * height * PROPORTION) / width));
	const rows = Math.ceil(shots.length / columns);
	const canvas = createCanvas(columns * (width + GAP) + GAP, rows * (height + GAP) + GAP);
	const pen = canvas.getContext("2d");
	pen.fillStyle = GROUND;
	pen.fillRect(0, 0, canvas.width, canvas.height);
	for (const [index, shot] of shots.entries()) {
		const x = GAP + (index % columns) * (width + GAP);
		const y = GAP + Math.floor(index / columns) * (height + GAP);
		const image = await loadImage(readFileSync(join(folder, shot.file)));
		pen.drawImage(image, x, y, width, (shot.height / shot.width) * width);
		caption(pen, shot, x, y + height - CAPTION_HEIGHT);
	}
	writeFileSync(join(folder, `sheet-${surface}.png`), canvas.toBuffer("image/png"));
}

/** Large enough to judge where there are few, small enough to be opened where there are many. */
function tileWidth(count: number): number {
	if (count <= 24) return 300;
	return count <= 120 ? 220 : 150;
}

function caption(pen: SKRSContext2D, { state, device, language }: Shot, x: number, y: number): void {
	pen.fillStyle = INK;
	pen.font = fontFor(state, CAPTION_SIZE);
	pen.fillText(state, x, y + CAPTION_SIZE + 1);
	pen.fillText(`${device} ${language}`, x, y + 2 * CAPTION_SIZE + 4);
}
