/** The files of the page. Owns their bundling and their types; nothing outside of this folder is ever served. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export type Asset = { type: string; body: string };

/** By path. Made anew at each call, so that a reload after an edit shows it. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
	const [html, css, script] = await Promise.all([read("index.html"), read("style.css"), bundle()]);
	return new Map([
		["/", { type: "text/html; charset=utf-8", body: html }],
		["/style.css", { type: "text/css; charset=utf-8", body: css }],
		["/main.js", { type: "text/javascript; charset=utf-8", body: script }],
	]);
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
