/**
 * What the vendor's store asks for beside a package: icons, previews of the face, introduction pictures. Owns their sizes,
 * names and list; the screens in them are those of `shots`. Rule: nothing is put around a screen, since the store wants
 * pictures that are transparent where the watch ends (DOC distribute, designs/customization/watchface).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import { drawIcon, ICON } from "../../packaging/assets.ts";
import { pngOf } from "../../packaging/draw-assets.ts";
import type { PackageName } from "../../packaging/packages.ts";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES, type Device } from "../../simulator/index.ts";
import { canvasDevices } from "./canvases.ts";
import type { Screen } from "./journeys.ts";
import { drawPicked, type Pick } from "./picked.ts";

/** An entry of the store's `index.json`. */
export type StorePicture = {
	/** From the index, with `/`. */
	file: string;
	package: PackageName;
	kind: "icon" | "preview" | "introduction";
	width: number;
	height: number;
	/** Null where there are no words. */
	language: string | null;
	/** The watches that it is for; none for a picture of the store itself. */
	devices: string[];
};

/** DOC watchface/specification: the store wants the three; German is the longest of the others. */
export const STORE_LANGUAGES: readonly string[] = ["en-US", "zh-CN", "zh-TW", "de-DE"];

/** Px, DOC distribute. */
const INTRODUCTION_SIDE = 360;
const PREVIEW: Screen = { surface: "face", state: "answer" };
const INTRODUCTIONS: Readonly<Record<"companion" | "workout", readonly Screen[]>> = {
	companion: [
		{ surface: "page", state: "home" },
		{ surface: "page", state: "waiting-3s" },
		{ surface: "page", state: "reading-short" },
		{ surface: "page", state: "after-long" },
		{ surface: "page", state: "receipt" },
	],
	workout: [
		{ surface: "workout", state: "cue" },
		{ surface: "workout", state: "to-go" },
		{ surface: "workout", state: "answer" },
	],
};
const ICONS_OF: readonly PackageName[] = ["companion", "workout"];

/** Drawn, not yet in its place. */
type Draft = StorePicture & { png: Buffer };

/** Writes them below `folder`, with `index.json`, in its order. */
export async function writeStorePictures(folder: string, languages = STORE_LANGUAGES): Promise<StorePicture[]> {
	const drafts = [...icons(), ...(await screens(languages))];
	const pictures = drafts.map(({ png, ...picture }): StorePicture => {
		const path = join(folder, picture.file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, png);
		return picture;
	});
	writeFileSync(join(folder, "index.json"), `${JSON.stringify(pictures, null, "\t")}\n`);
	return pictures;
}

/** One for the store, one for each size that watches have. */
function icons(): Draft[] {
	const bySize = new Map<number, string[]>();
	for (const { id, icon } of DEVICES.filter(isSupported)) {
		const size = icon ?? ICON.size;
		bySize.set(size, [...(bySize.get(size) ?? []), id]);
	}
	return ICONS_OF.flatMap((name) => [
		icon(name, "icon-store.png", ICON.storeSize, 0, []),
		...[...bySize].map(([size, devices]) => icon(name, `icon-${size}.png`, size, ICON.margin, devices)),
	]);
}

function icon(name: PackageName, file: string, size: number, margin: number, devices: string[]): Draft {
	const png = pngOf({ file, width: size, height: size, draw: (pen) => drawIcon(pen, size, margin) });
	return {
		file: `${name}/${file}`,
		package: name,
		kind: "icon",
		width: size,
		height: size,
		language: null,
		devices,
		png,
	};
}

/** A screen to be drawn, and what becomes of its picture. */
type Plan = { pick: Pick; finish(screen: Image): Draft };

async function screens(languages: readonly string[]): Promise<Draft[]> {
	const canvases = canvasDevices().filter(isSupported);
	const plans = languages.flatMap((language) => [
		...canvases.map((device) => preview(device, language)),
		...canvases.filter(isLargestOfItsShape).flatMap((device) => introductions(device, language)),
	]);
	const drawn = await drawPicked(plans.map(({ pick }) => pick));
	const screenOf = async (index: number) => loadImage(drawn[index]?.png ?? "");
	return Promise.all(plans.map(async ({ finish }, index) => finish(await screenOf(index))));
}

/** The store asks for round and square ones, whatever their sizes. */
function isLargestOfItsShape(device: Device): boolean {
	const sameShape = DEVICES.filter((other) => isSupported(other) && other.shape === device.shape);
	return device.width === Math.max(...sameShape.map(({ width }) => width));
}

function preview(device: Device, language: string): Plan {
	const [width = 0, height = 0] = device.preview;
	const devices = DEVICES.filter((other) => isSupported(other) && sizeOf(other) === sizeOf(device)).map(({ id }) => id);
	const file = `face/preview-${width}x${height}.${language}.png`;
	return {
		pick: { ...PREVIEW, device: device.id, language },
		finish: (screen) => {
			const png = scaled(screen, width, height, width);
			return { file, package: "face", kind: "preview", width, height, language, devices, png };
		},
	};
}

function sizeOf({ shape, width, height }: Device): string {
	return `${shape} ${width}x${height}`;
}

function introductions(device: Device, language: string): Plan[] {
	const side = INTRODUCTION_SIDE;
	return (["companion", "workout"] as const).flatMap((name) =>
		INTRODUCTIONS[name].map((introduced, index): Plan => {
			const file = `${name}/introduction-${index + 1}-${introduced.state}.${device.shape}.${language}.png`;
			return {
				pick: { ...introduced, device: device.id, language },
				finish: (screen) => {
					const png = scaled(screen, side, side, (side * screen.width) / screen.height);
					return { file, package: name, kind: "introduction", width: side, height: side, language, devices: [], png };
				},
			};
		}),
	);
}

/** `screen` in the middle of `width` by `height` of nothing, `wide` px wide and as high as the picture. */
function scaled(screen: Image, width: number, height: number, wide: number): Buffer {
	const canvas = createCanvas(width, height);
	const pen = canvas.getContext("2d");
	pen.imageSmoothingEnabled = true;
	pen.imageSmoothingQuality = "high";
	pen.drawImage(screen, (width - wide) / 2, 0, wide, height);
	return canvas.toBuffer("image/png");
}
