import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES } from "../../simulator/index.ts";
import { type StorePicture, writeStorePictures } from "./store.ts";

let folder = "";
let pictures: StorePicture[] = [];
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "askface-store-test-"));
	pictures = await writeStorePictures(folder, ["zh-TW"]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function pixelsOf({ file }: StorePicture) {
	const image = await loadImage(readFileSync(join(folder, file)));
	const pen = createCanvas(image.width, image.height).getContext("2d");
	pen.drawImage(image, 0, 0);
	return { width: image.width, height: image.height, data: pen.getImageData(0, 0, image.width, image.height).data };
}

const supported = DEVICES.filter(isSupported);

describe("the store's pictures", () => {
	test("have the sizes that the index says, something on them, and nothing in their corners", async () => {
		for (const picture of pictures) {
			const { width, height, data } = await pixelsOf(picture);
			expect([picture.file, width, height]).toEqual([picture.file, picture.width, picture.height]);
			expect(data[3], picture.file).toBe(0);
			const colors = new Set<number>();
			for (let at = 0; at < data.length; at += 4) colors.add(((data[at] ?? 0) << 8) | (data[at + 1] ?? 0));
			expect(colors.size, picture.file).toBeGreaterThan(16);
		}
	});

	test("hold a preview of its own size and an icon of its own size for every watch that AskFace runs on", () => {
		for (const { id, icon, preview } of supported) {
			const of = (kind: StorePicture["kind"]) =>
				pictures.filter((one) => one.kind === kind && one.devices.includes(id));
			expect(of("preview").map(({ width, height }) => [width, height])).toEqual([preview]);
			expect(of("icon").map(({ width }) => width)).toEqual([icon ?? 248, icon ?? 248]);
		}
	});

	test("introduce each app three times or oftener, at 360 x 360, on a round watch and a square one", () => {
		const introductions = pictures.filter(({ kind }) => kind === "introduction");
		expect(introductions.every(({ width, height }) => width === 360 && height === 360)).toBe(true);
		for (const name of ["companion", "workout"]) {
			for (const shape of ["round", "square"]) {
				const files = introductions.map(({ file }) => file).filter((file) => file.startsWith(name));
				expect(files.filter((file) => file.includes(`.${shape}.`)).length).toBeGreaterThanOrEqual(3);
			}
		}
	});

	test("fill the store's own icon to its edges, which a watch's does not", async () => {
		const alphaAtEdge = async (file: string) => {
			const picture = pictures.find((one) => one.file === file);
			if (!picture) throw new Error(`no ${file}`);
			const { width, data } = await pixelsOf(picture);
			return data[((width / 2) * width + 1) * 4 + 3];
		};
		expect(await alphaAtEdge("companion/icon-store.png")).toBe(255);
		expect(await alphaAtEdge("companion/icon-248.png")).toBe(0);
	});
});
