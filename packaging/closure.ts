/**
 * Closure Compiler on the code for a watch. Owns its flags, and which of its levels is safe here: the simple one, which never
 * renames a property, so that messages and files keep their names. What it is for: a function that is called once is put
 * where it is called, and on a watch each function costs some 200 bytes of heap before its code. Throws PackagingFault.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { cached, hashText } from "../packing/cache.ts";
import { PackagingFault } from "../packing/packaging-fault.ts";

const FLAGS = [
	"--compilation_level=SIMPLE",
	"--language_in=ECMASCRIPT_2020",
	"--language_out=ECMASCRIPT_2020",
	"--rewrite_polyfills=false",
	"--inject_libraries=false",
	"--jscomp_off=*",
	"--charset=UTF-8",
];

const PACKAGE = "google-closure-compiler";
const require = createRequire(import.meta.url);

/** It leaves names of the top level alone: so the code is the body of this. */
const HEAD = "function body(){";

/** `code`, statements of a script, with fewer and larger functions. Names that it does not declare stay as they are. */
export async function withFewerFunctions(code: string): Promise<string> {
	const { version } = require(`${PACKAGE}/package.json`) as { version: string };
	const path = await cached(`script-${hashText(code, [version, FLAGS])}.js`, async () =>
		Buffer.from(await compile(code)),
	);
	return readFileSync(path, "utf8");
}

/** Takes seconds. */
async function compile(code: string): Promise<string> {
	const child = spawn(process.execPath, [require.resolve(`${PACKAGE}/cli.js`), ...FLAGS]);
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	child.stdin.on("error", () => undefined);
	child.stdin.end(`${HEAD}\n${code}\n}`);
	const [out, complaints, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
	if (status !== 0 || !out.startsWith(HEAD)) {
		throw new PackagingFault(`Closure Compiler ended with ${status}: ${complaints || out}`);
	}
	return out.slice(HEAD.length, out.lastIndexOf("}"));
}
