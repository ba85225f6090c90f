/**
 * The README's ten seconds: a question from the face to its answer and back. Owns which screens and how long each is seen; the
 * screens are those of `shots`, pixel by pixel, the watch around them is that of the README's picture.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, GifEncoder, loadImage } from "@napi-rs/canvas";
import { ROOT } from "../../packaging/places.ts";
import { findDevice } from "../../simulator/index.ts";
import type { Screen } from "./journeys.ts";
import { drawPicked } from "./picked.ts";
import { drawWatch, TILE } from "./readme.ts";

const PATH = "docs/pictures/ten-seconds.gif";
const DEVICE = "balance2";
const GROUND = "#16181d";
const SCALE = 0.7;

const SCENES: readonly (Screen & { ms: number })[] = [
	{ surface: "face", state: "ready", ms: 1_800 },
	{ surface: "page", state: "waiting-3s", ms: 1_500 },
	{ surface: "page", state: "reading-short", ms: 3_200 },
	{ surface: "page", state: "after-short", ms: 1_500 },
	{ surface: "face", state: "answer", ms: 2_000 },
];

/** Writes it in its place and gives its path from the root. */
export async function writeReadmeFilm(): Promise<string> {
	const device = findDevice(DEVICE);
	if (device === undefined) throw new Error(`no watch is called ${DEVICE}`);
	const [width, height] = [Math.round(TILE.w * SCALE), Math.round(TILE.h * SCALE)];
	const film = new GifEncoder(width, height, { repeat: 0, quality: 1 });
	const stills = await drawPicked(
		SCENES.map(({ surface, state }) => ({ device: DEVICE, language: "en-US", surface, state })),
	);
	for (const [at, { png }] of stills.entries()) {
		const canvas = createCanvas(width, height);
		const pen = canvas.getContext("2d");
		pen.fillStyle = GROUND;
		pen.fillRect(0, 0, width, height);
		pen.scale(SCALE, SCALE);
		pen.translate(TILE.w / 2, TILE.h / 2);
		drawWatch(pen, device, await loadImage(png));
		const { data } = pen.getImageData(0, 0, width, height);
		film.addFrame(new Uint8Array(data.buffer), width, height, { delay: SCENES[at]?.ms ?? 0 });
	}
	writeFileSync(join(ROOT, PATH), film.finish());
	return PATH;
}
