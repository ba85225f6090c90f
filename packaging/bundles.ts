/**
 * The scripts of a package: each module's sources as one file. Owns esbuild's settings, and the shape that makes the code for
 * the watch as small as the packager lets it be: there each kilobyte of code is some three of heap. Throws PackagingFault.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type BuildFailure, type BuildOptions, build, type Metafile, transform } from "esbuild";
import { PackagingFault } from "../packing/packaging-fault.ts";
import { withFewerFunctions } from "./closure.ts";
import { PACKAGES, PROBES } from "./packages.ts";
import { packedData } from "./packed-data.ts";
import { withFunctionsInside } from "./sink.ts";
import { tables } from "./tables.ts";

/** A bundle as staged: its size, and the files that it was made of, from the root. */
export type Bundle = { readonly bytes: number; readonly sources: readonly string[] };

/** What the code of each module that runs on a watch registers itself with, by the module's folder. */
const REGISTRARS: Readonly<Record<string, string>> = {
	app: "App",
	watchface: "WatchFace",
	page: "Page",
	"app-widget": "AppWidget",
	"app-service": "AppService",
	"data-widget": "DataWidget",
};

/** What they are called in the code, where the packager does not look for them. */
const REGISTER = "register";

/** Calls by these names are lengths to the packager, which puts numbers of its own in their place (PKG): so none is called so. */
const LENGTHS: Readonly<Record<string, string>> = { px: "px_", dp: "dp_" };

/** What the code on a watch takes for a constant and only the package that is built can say. */
export const CONSTANTS: Readonly<Record<string, string>> = {
	COMPANION_APP_ID: String(PACKAGES.companion.appId),
	FACE_APP_ID: String(PACKAGES.face.appId),
	PROBE_FACE_ID: String(PROBES["probe-face"].appId),
	PROBE_APP_ID: String(PROBES["probe-app"].appId),
	PROBE_WORKOUT_ID: String(PROBES["probe-workout"].appId),
};

const SETTINGS = {
	bundle: true,
	target: "es2020",
	platform: "neutral",
	mainFields: ["module", "main"],
	external: ["@zos/*", "i18n"],
	charset: "utf8",
	legalComments: "none",
	tsconfigRaw: "{}",
	logLevel: "silent",
	metafile: true,
} as const satisfies BuildOptions;

/** Source by output path without its ending; gives each bundle by its path in `folder`. */
export async function bundleAll(
	sources: Readonly<Record<string, string>>,
	folder: string,
	root: string,
): Promise<Readonly<Record<string, Bundle>>> {
	try {
		const made = await Promise.all(
			Object.entries(sources).map(async ([out, source]): Promise<[string, Bundle]> => {
				const registrar = registrarOf(out);
				const metafile =
					registrar === undefined
						? await bundleForPhone(out, source, folder, root)
						: await bundleForWatch(out, source, registrar, folder, root);
				return [`${out}.js`, bundleOf(metafile)];
			}),
		);
		return Object.fromEntries(made);
	} catch (error) {
		throw error instanceof PackagingFault ? error : new PackagingFault(describe(error), { cause: error });
	}
}

/** The code of a bundle, all of it. */
export function codeOf(folder: string, out: string): string {
	return [`${out}.mjs`, `${out}.js`]
		.map((file) => join(folder, file))
		.filter((file) => existsSync(file))
		.map((file) => readFileSync(file, "utf8"))
		.join("\n");
}

/**
 * The modules that run on a watch as the watch's modules and constructors could take them without the packager, by path:
 * what public figures of other apps are measured on. Throws PackagingFault.
 */
export async function unpackedScripts(
	sources: Readonly<Record<string, string>>,
	root: string,
): Promise<Readonly<Record<string, string>>> {
	const scripts: Record<string, string> = {};
	for (const [out, source] of Object.entries(sources)) {
		const registrar = registrarOf(out);
		if (registrar === undefined) continue;
		const { code } = await watchCode(source, registrar, root);
		scripts[`${out}.js`] = `((${REGISTER},require)=>{${code}})(${registrar},__$$R$$__)`;
	}
	return scripts;
}

function registrarOf(out: string): string | undefined {
	return REGISTRARS[out.split("/")[0] ?? ""];
}

/**
 * The packager finds `App(...)` and its kin only as statements of their own, in a scope whose names it keeps long (PKG): so
 * that statement stands in `OUT.js` alone, and the code in `OUT.mjs`, in a function. The packager brings `.js` files
 * down to ES2015 before it bundles them, `.mjs` it leaves as they are.
 */
async function bundleForWatch(
	out: string,
	source: string,
	registrar: string,
	folder: string,
	root: string,
): Promise<Metafile> {
	const { code, metafile } = await watchCode(source, registrar, root);
	write(join(folder, `${out}.mjs`), `export default (${REGISTER}) => {\n${code}};\n`);
	write(join(folder, `${out}.js`), entryOf(registrar, `./${basename(out)}.mjs`));
	return metafile;
}

async function watchCode(
	source: string,
	registrar: string,
	root: string,
): Promise<{ code: string; metafile: Metafile }> {
	const { outputFiles, metafile } = await build({
		...SETTINGS,
		entryPoints: [join(root, source)],
		absWorkingDir: root,
		write: false,
		format: "cjs",
		mangleProps: /^(px|dp)$/,
		mangleCache: { ...LENGTHS },
		define: { [registrar]: REGISTER, ...CONSTANTS },
		plugins: [tables(root)],
	});
	const code = await minify(await sunk(await withFewerFunctions(requiredOnce(outputFiles[0]?.text ?? ""))));
	if (!code.includes(`${REGISTER}(`)) throw new PackagingFault(`${source} calls no ${registrar}(...)`);
	return { code, metafile };
}

/** esbuild requires a module once for each source that imports it; here under one name, since each name is heap. */
function requiredOnce(script: string): string {
	const names = new Map<string, string>();
	let once = script;
	for (const [line, name = "", module = ""] of script.matchAll(/^var (import_\w+) = require\("([^"]+)"\);$/gm)) {
		const known = names.get(module);
		if (known === undefined) names.set(module, name);
		else once = once.replace(line, "").replaceAll(new RegExp(`\\b${name}\\b`, "g"), known);
	}
	return once;
}

/** `SINK=off` in the environment builds without it: to measure what it is worth, or to read the code. */
function sunk(code: string): Promise<string> {
	return process.env.SINK === "off" ? Promise.resolve(code) : withFunctionsInside(code);
}

async function minify(script: string): Promise<string> {
	const { target, charset } = SETTINGS;
	const reserved = Object.keys(LENGTHS).map(reserve).join("");
	const { code } = await transform(`${script};${reserved}`, { target, charset, format: "cjs", minify: true });
	return code.replace(/^"use strict";/, "");
}

/** esbuild gives no name to anything of ours that it takes for a global. */
function reserve(name: string): string {
	return `typeof ${name};`;
}

function entryOf(registrar: string, code: string): string {
	return `import run from "${code}";
let options;
run((given) => {
	options = given;
});
${registrar}(options);
`;
}

async function bundleForPhone(out: string, source: string, folder: string, root: string): Promise<Metafile> {
	const entryPoints = [{ in: join(root, source), out }];
	const options = { ...SETTINGS, entryPoints, outdir: folder, absWorkingDir: root, format: "esm" } as const;
	const { metafile } = await build({ ...options, plugins: [await packedData(options, root)] });
	return metafile;
}

function bundleOf({ outputs }: Metafile): Bundle {
	const [output] = Object.values(outputs);
	const sources = Object.keys(output?.inputs ?? {}).filter((path) => path !== "<stdin>");
	return { bytes: output?.bytes ?? 0, sources };
}

function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const errors = (error as Partial<BuildFailure>).errors ?? [];
	if (errors.length === 0) return error.message;
	return errors
		.map(({ text, location }) => (location ? `${location.file}:${location.line}: ${text}` : text))
		.join("\n");
}

function write(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
