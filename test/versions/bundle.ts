/**
 * The phone of one version without its machine and the bytes of its link, as one module of code. Owns what of the sources is in it.
 * What a watch of now does is run from its own modules, a page at a time.
 */
import { join } from "node:path";
import { build } from "esbuild";

const ENTRY = `
	export { createService } from "./app-side/service.ts";
	export { decodeReply } from "./core/wire/protocol.ts";
	export { packReply, packRequest, unpackReply, unpackRequest } from "./core/wire/wire.ts";
`;

/** `folder`: the sources, with `node_modules` beside them. */
export async function bundleVersion(folder: string): Promise<Uint8Array> {
	const { outputFiles } = await build({
		stdin: { contents: ENTRY, resolveDir: folder, loader: "ts" },
		...{ bundle: true, write: false, format: "esm", target: "es2022", minify: true, charset: "utf8" },
		external: ["@zos/*"],
		nodePaths: [join(folder, "node_modules")],
		tsconfigRaw: "{}",
	});
	return outputFiles[0]?.contents ?? new Uint8Array();
}
