/**
 * The images of a package: those in `assets/` that its code or manifest names. Owns what goes in, so that the mini program
 * does not carry the face's digits; never what they show.
 */
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** `r` for round screens, `s` for square ones: the packager's own letters. */
export type Shape = "r" | "s";

export const SHAPES: readonly Shape[] = ["r", "s"];

/** What may stand before an image's name in bundled code. */
const QUOTES = ['"', "'", "`"];

/**
 * Copies into `folder` (a staging folder) what `named`, the package's code and manifest, asks for, and gives the names.
 * `assets/TARGET` serves every shape; `assets/TARGET.r` and `assets/TARGET.s` add to it or take its place for theirs.
 */
export function stageImages(root: string, target: string, shape: Shape, named: string, folder: string): string[] {
	const into = join(folder, "assets", `${target}.${shape}`);
	mkdirSync(into, { recursive: true });
	const names = new Set<string>();
	for (const from of [join(root, "assets", target), join(root, "assets", `${target}.${shape}`)]) {
		const images = imagesIn(from);
		for (const name of images.filter((image) => isNamed(image, images, named))) {
			mkdirSync(dirname(join(into, name)), { recursive: true });
			cpSync(join(from, name), join(into, name));
			names.add(name);
		}
	}
	return [...names].sort();
}

function imagesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((path) => path.replaceAll("\\", "/"))
		.filter((path) => path.endsWith(".png"));
}

/** By its whole name, or as one of a numbered family such as `digit-0.png`: code names it as "digit-" and a number. */
function isNamed(image: string, all: readonly string[], named: string): boolean {
	const family = image.slice(0, image.lastIndexOf("-") + 1);
	const numbered = family !== "" && all.includes(`${family}0.png`);
	return named.includes(image) || (numbered && QUOTES.some((quote) => named.includes(quote + family)));
}
