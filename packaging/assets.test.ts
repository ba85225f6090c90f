import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, Image } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { ASSETS } from "./assets.ts";
import { ASSETS_FOLDER, pngOf } from "./draw-assets.ts";

function decode(png: Uint8Array) {
	const image = new Image();
	image.src = png;
	const pen = createCanvas(image.width, image.height).getContext("2d");
	pen.drawImage(image, 0, 0);
	return { width: image.width, height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data };
}

function committed(file: string) {
	return decode(readFileSync(join(ASSETS_FOLDER, file)));
}

function alphaAtRim({ width, height, data }: ReturnType<typeof decode>): number {
	let most = 0;
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const isRim = x === 0 || y === 0 || x === width - 1 || y === height - 1;
			if (isRim) most = Math.max(most, data[(y * width + x) * 4 + 3] ?? 0);
		}
	}
	return most;
}

describe("the images of the packages", () => {
	it("are in the tree, all of them and no others", () => {
		expect(readdirSync(ASSETS_FOLDER).sort()).toEqual(ASSETS.map((asset) => asset.file).sort());
	});

	it.each(ASSETS)("$file is what the script draws", (asset) => {
		const tree = committed(asset.file);
		const drawn = decode(pngOf(asset));
		expect([tree.width, tree.height]).toEqual([asset.width, asset.height]);
		const difference = drawn.data.reduce((sum, byte, index) => sum + Math.abs(byte - (tree.data[index] ?? 0)), 0);
		expect(difference / drawn.data.length).toBeLessThan(1);
	});

	it.each(ASSETS)("$file keeps its ink off its edges", ({ file }) => {
		expect(alphaAtRim(committed(file))).toBe(0);
	});

	it("give every figure of a set the same cell, at rest too, so that the time never jumps", () => {
		const cells = ASSETS.filter(({ file }) => /^digit-(rest-)?\d\.png$/.test(file));
		expect(cells).toHaveLength(20);
		expect(new Set(cells.map(({ width, height }) => `${width}x${height}`)).size).toBe(1);
	});

	/** DOC watchface/specification, of the always-on display: a colour has a channel of 128 or more, a grey is above 153. */
	it.each(ASSETS.filter(({ file }) => file.includes("-rest")))(
		"$file is as bright as a resting screen wants",
		({ file }) => {
			const { data } = committed(file);
			let lit = 0;
			for (let at = 0; at < data.length; at += 4) {
				const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4);
				// Less is the soft edge of a stroke.
				if (alpha < 255) continue;
				lit++;
				const isGrey = Math.max(red, green, blue) - Math.min(red, green, blue) < 16;
				expect(Math.max(red, green, blue)).toBeGreaterThanOrEqual(isGrey ? 154 : 128);
			}
			expect(lit).toBeGreaterThan(30);
		},
	);

	it("leave nothing of the icon outside a disc that is 4 px smaller on every side, and all of it inside", () => {
		const { data, width } = committed("icon.png");
		const alphaAt = (x: number, y: number) => data[(y * width + x) * 4 + 3];
		const middle = width / 2;
		expect([alphaAt(3, middle), alphaAt(middle, 3), alphaAt(width - 4, middle), alphaAt(middle, width - 4)]).toEqual([
			0, 0, 0, 0,
		]);
		expect([alphaAt(5, middle), alphaAt(middle, 5), alphaAt(middle, middle)]).toEqual([255, 255, 255]);
	});
});
