/** The files of the page. Owns their bundling and their types; what is not listed here is never served. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { fontStyles, readFont } from "./fonts.ts";

export type Asset = { type: string; body: string | Buffer };

/** By path. Made anew at each call, so that a reload after an edit shows it. `title` is plain text without markup. */
export async function loadAssets(title: string): Promise<ReadonlyMap<string, Asset>> {
	const [html, css, script, fonts] = await Promise.all([read("index.html"), read("style.css"), bundle(), fontStyles()]);
	return new Map([
		["/", { type: "text/html; charset=utf-8", body: html.replaceAll("{title}", title) }],
		["/style.css", { type: "text/css; charset=utf-8", body: css }],
		["/fonts.css", { type: "text/css; charset=utf-8", body: fonts }],
		["/main.js", { type: "text/javascript; charset=utf-8", body: script }],
	]);
}

/** A font, which is too much to be kept for a page that may never need it. */
export async function loadFont(path: string): Promise<Asset | undefined> {
	const body = await readFont(path);
	return body === null ? undefined : { type: "font/woff2", body };
}

function read(name: string): Promise<string> {
	return readFile(new URL(`./page/${name}`, import.meta.url), "utf8");
}

async function bundle(): Promise<string> {
	const result = await build({
		entryPoints: [fileURLToPath(new URL("./page/main.ts", import.meta.url))],
		bundle: true,
		write: false,
		format: "esm",
		target: "es2022",
		platform: "browser",
		logLevel: "error",
	});
	return result.outputFiles[0]?.text ?? "";
}
