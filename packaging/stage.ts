/**
 * The staging folder: what the packager is given for one package, as a Zepp project of plain JavaScript. Owns the
 * manifest, the locale files and the copies of the images; never writes into the project's own tree.
 * Rule: a source that a package needs and that is not there stops the build, by name.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PackagingFault } from "../packing/packaging-fault.ts";
import { type Bundle, bundleAll, codeOf } from "./bundles.ts";
import { SHAPES, type Shape, stageImages } from "./images.ts";
import { deriveManifest, type Manifest, readRootManifest } from "./manifest.ts";
import {
	type ModuleName,
	type PackageName,
	type PackageRow,
	type ProbeName,
	rowOf,
	scriptsIn,
	scriptsOf,
} from "./packages.ts";
import { ROOT } from "./places.ts";
import { type Catalogue, readCatalogue, toPo, wordsIn } from "./words.ts";

export type Staged = {
	readonly manifest: Manifest;
	/** The images in it, by shape of screen. */
	readonly images: Readonly<Record<Shape, readonly string[]>>;
	/** By their path in the folder. */
	readonly bundles: Readonly<Record<string, Bundle>>;
};

/** Fills `folder` with the project that the packager turns into package `name`. Throws PackagingFault. */
export async function stagePackage(
	name: PackageName | ProbeName,
	folder: string,
	root: string = ROOT,
): Promise<Staged> {
	const row = rowOf(name);
	const catalogue = readCatalogue(root);
	const manifest = deriveManifest(readRootManifest(root), name, Object.keys(catalogue));
	const sources = sourcesOf(row);
	for (const source of Object.values(sources)) {
		if (!existsSync(join(root, source))) throw new PackagingFault(`${name}: ${source} is missing`);
	}
	mkdirSync(folder, { recursive: true });
	const bundles = await bundleAll(sources, folder, root);
	writeWords(row, catalogue, folder);
	const images = copyImages(manifest, Object.keys(sources), folder, root);
	writeJson(join(folder, "app.json"), manifest);
	writeJson(join(folder, "package.json"), { name: `askface-${name}`, type: "module", private: true });
	return {
		manifest,
		images,
		bundles,
	};
}

/** Source by output path without its ending. */
export function sourcesOf(row: PackageRow): Record<string, string> {
	return {
		app: row.app,
		...Object.fromEntries(scriptsOf(row).map((script) => [script, `${row.folder}${script}.ts`])),
	};
}

function writeWords(row: PackageRow, catalogue: Catalogue, folder: string): void {
	for (const module of row.worded) {
		const code = codeFor(row, module, folder);
		for (const [language, words] of Object.entries(wordsIn(code, catalogue))) {
			writeText(join(folder, module, "i18n", `${language}.po`), toPo(words));
		}
	}
}

/** The card shares the page's words: the packager merges the `.po` files of every module that runs on the watch (PKG). */
function codeFor(row: PackageRow, module: ModuleName, folder: string): string {
	const shared: readonly ModuleName[] = module === "page" ? row.modules.filter((name) => name === "app-widget") : [];
	const scripts = [module, ...shared].flatMap((name) => scriptsIn(name, row.pages));
	return scripts.map((script) => codeOf(folder, script)).join("\n");
}

/** Every image that the bundles or the manifest name, by shape. The icon must be among them. */
function copyImages(manifest: Manifest, paths: readonly string[], folder: string, root: string): Staged["images"] {
	const code = paths.map((path) => codeOf(folder, path));
	const named = [JSON.stringify(manifest), ...code].join("\n");
	const images: Record<Shape, string[]> = { r: [], s: [] };
	for (const target of Object.keys(manifest.targets)) {
		for (const shape of SHAPES) {
			images[shape] = stageImages(root, target, shape, named, folder);
			const { icon } = manifest.app;
			if (!images[shape].includes(icon)) throw new PackagingFault(`assets/${target}/${icon} is missing`);
		}
	}
	return images;
}

function writeJson(path: string, value: unknown): void {
	writeText(path, `${JSON.stringify(value, null, "\t")}\n`);
}

function writeText(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
