/**
 * Modules NAME.table.ts of a watch's bundle: they are run by the build, and what they export goes out as it is then, so that a
 * watch gets the result and not what it was made of. Owns what such a module may be: constants that JSON can carry. Throws
 * PackagingFault.
 */
import { relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { build, type Plugin } from "esbuild";
import { PackagingFault } from "../packing/packaging-fault.ts";

export function tables(root: string): Plugin {
	return {
		name: "tables",
		setup({ onLoad }) {
			onLoad({ filter: /\.table\.ts$/ }, async ({ path }) => {
				const lines = Object.entries(await run(path)).map(([name, value]) => {
					const json = JSON.stringify(value);
					if (json === undefined || !isDeepStrictEqual(JSON.parse(json), value))
						throw new PackagingFault(`${relative(root, path)}: ${name} is nothing that JSON can carry`);
					return `export const ${name} = ${json};`;
				});
				return { contents: lines.join("\n") };
			});
		},
	};
}

async function run(path: string): Promise<Record<string, unknown>> {
	const { outputFiles } = await build({
		entryPoints: [path],
		bundle: true,
		format: "esm",
		write: false,
		charset: "utf8",
		tsconfigRaw: "{}",
		logLevel: "silent",
	});
	const code = Buffer.from(outputFiles[0]?.text ?? "").toString("base64");
	return import(`data:text/javascript;base64,${code}`);
}
