/** Draws the images of `assets.ts` into `assets/common`. Run it after a change there and commit what it wrote. */
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { ASSET_FONT, ASSETS, type Asset } from "./assets.ts";

export const ASSETS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", "assets", "common");

const FONT_FILE = "@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2";

/** The PNG of an asset; the same bytes every time. */
export function pngOf({ width, height, draw }: Asset): Buffer {
	if (!GlobalFonts.has(ASSET_FONT)) {
		GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(FONT_FILE), ASSET_FONT);
	}
	const canvas = createCanvas(width, height);
	draw(canvas.getContext("2d"), width, height);
	return canvas.toBuffer("image/png");
}

function main(): void {
	mkdirSync(ASSETS_FOLDER, { recursive: true });
	for (const asset of ASSETS) writeFileSync(join(ASSETS_FOLDER, asset.file), pngOf(asset));
	console.log(`${ASSETS.length} images in assets/common`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
