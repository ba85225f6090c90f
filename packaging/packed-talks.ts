/**
 * The built-in assistant's words in the phone's bundle: fifteen languages are two thirds smaller compressed. Owns the module that
 * stands for app-side/offline/words/talks.ts there; what it gives is the same, unpacked when it is first asked for.
 */

import { build, type Plugin } from "esbuild";
import { deflateSync, strToU8 } from "fflate";
import { toBase64 } from "../core/base64.ts";

const TALKS = /[\\/]app-side[\\/]offline[\\/]words[\\/]talks\.ts$/;

export const packedTalks: Plugin = {
	name: "packed-talks",
	setup({ onLoad }) {
		onLoad({ filter: TALKS }, async ({ path }) => ({ contents: unpackerOf(await wordsOf(path)), loader: "js" }));
	},
};

/** As JSON, by language. */
async function wordsOf(path: string): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [path],
		bundle: true,
		format: "esm",
		write: false,
		charset: "utf8",
	});
	const code = Buffer.from(outputFiles[0]?.text ?? "").toString("base64");
	const { talks } = await import(`data:text/javascript;base64,${code}`);
	return JSON.stringify(talks());
}

/** The phone's engine need not have a TextDecoder, which fflate knows. */
function unpackerOf(words: string): string {
	return `import { inflateSync, strFromU8 } from "fflate";
import { fromBase64 } from "../../../core/base64.ts";
let made;
export function talks() {
	made = made || JSON.parse(strFromU8(inflateSync(fromBase64("${toBase64(deflateSync(strToU8(words), { level: 9 }))}"))));
	return made;
}
`;
}
