/**
 * The page's fonts, from the same packages that the watch's texts are drawn with, so that every language is legible on a
 * desktop without fonts of its own. Owns which files may be served; the browser loads only the subsets that it needs.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const resolver = createRequire(import.meta.url);
const PACKAGES = ["noto-sans", "noto-sans-sc", "noto-sans-kr", "noto-sans-arabic", "noto-sans-devanagari"] as const;

/** The style sheet of all of them, their files under `/fonts/PACKAGE/`. */
export async function fontStyles(): Promise<string> {
	const sheets = PACKAGES.map(async (name) => {
		const css = await readFile(join(folderOf(name), "index.css"), "utf8");
		return css.replaceAll("url(./files/", `url(/fonts/${name}/`);
	});
	return (await Promise.all(sheets)).join("\n");
}

/** The bytes of a font by the path that the style sheet names, else null. */
export async function readFont(path: string): Promise<Buffer | null> {
	const [, name, file] = /^\/fonts\/([a-z-]+)\/([a-z0-9-]+\.woff2)$/.exec(path) ?? [];
	const known = PACKAGES.find((one) => one === name);
	if (known === undefined || file === undefined) return null;
	return readFile(join(folderOf(known), "files", file)).catch(() => null);
}

function folderOf(name: (typeof PACKAGES)[number]): string {
	return dirname(resolver.resolve(`@fontsource-variable/${name}/package.json`));
}
