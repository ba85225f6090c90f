/**
 * The data in the phone's bundle: every module NAME.data.ts of it goes out in one compressed text, which is unpacked when something
 * of it is first asked for. Owns what such a module may be: functions without parameters that give what JSON can carry. Owns how
 * the text is written; app-side/packed-text.ts reads it. Throws PackagingFault.
 */
import { relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { deflateRawSync } from "node:zlib";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { isFields } from "../core/json.ts";
import { toBase91 } from "../core/wire/base91.ts";
import { PackagingFault } from "../packing/packaging-fault.ts";

const DATA = /\.data\.ts$/;
const STORE = "askface:packed";

/** Deflate looks back 32 kB: so languages that share words, or letters, stand beside each other. */
const LANGUAGE_ORDER = [
	"en-US",
	"de-DE",
	"fr-FR",
	"it-IT",
	"es-ES",
	"pt-BR",
	"pl-PL",
	"tr-TR",
	"ru-RU",
	"ar-EG",
	"hi-IN",
	"ko-KR",
	"ja-JP",
	"zh-CN",
	"zh-TW",
];

/** Shorter blocks than zlib's own: the scripts of the languages want codes of their own, which saves a hundredth and a half. */
const DEFLATE = { level: 9, memLevel: 6 } as const;

/** One function of a data module and what it gives. */
type Group = { readonly path: string; readonly name: string; readonly value: unknown };

/** Packs the data of the bundle that `options` are for. The bundle is built without it first, to see what it has. */
export async function packedData(options: BuildOptions, root: string): Promise<Plugin> {
	const { metafile } = await build({ ...options, metafile: true, write: false });
	const [output] = Object.values(metafile.outputs);
	const paths = Object.entries(output?.inputs ?? {})
		.filter(([path, { bytesInOutput }]) => DATA.test(path) && bytesInOutput > 0)
		.map(([path]) => path);
	return pluginOf(paths.length === 0 ? [] : await groupsOf(paths.sort(), root), root);
}

async function groupsOf(paths: readonly string[], root: string): Promise<Group[]> {
	const contents = paths.map((path, index) => `export * as m${index} from "./${path}";`).join("\n");
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: root },
		bundle: true,
		format: "esm",
		write: false,
		charset: "utf8",
	});
	const code = Buffer.from(outputFiles[0]?.text ?? "").toString("base64");
	const modules: Record<string, Record<string, unknown>> = await import(`data:text/javascript;base64,${code}`);
	return paths.flatMap((path, index) =>
		Object.entries(modules[`m${index}`] ?? {}).map(([name, give]) => ({
			path,
			name,
			value: dataOf(path, name, give),
		})),
	);
}

function dataOf(path: string, name: string, give: unknown): unknown {
	const value = typeof give === "function" && give.length === 0 ? give() : undefined;
	const json = JSON.stringify(value);
	if (json === undefined || !isDeepStrictEqual(JSON.parse(json), value)) {
		throw new PackagingFault(`${path}: ${name} is not a function without parameters that gives what JSON can carry`);
	}
	return value;
}

function pluginOf(groups: readonly Group[], root: string): Plugin {
	const { text, getters } = layOut(groups);
	return {
		name: "packed-data",
		setup({ onResolve, onLoad }) {
			onResolve({ filter: new RegExp(`^${STORE}$`) }, ({ path }) => ({ path, namespace: STORE }));
			onLoad({ filter: /.*/, namespace: STORE }, () => ({
				contents: `import { openPacked } from "./app-side/packed-text.ts";
export { lazily } from "./core/lazily.ts";
export const { valueAt, recordAt } = openPacked("${toBase91(deflateRawSync(text, DEFLATE))}");`,
				resolveDir: root,
			}));
			onLoad({ filter: DATA }, ({ path }) => {
				const own = groups.filter((group) => group.path === relative(root, path));
				if (own.length === 0) return undefined;
				const exports = own.map(
					(group) => `export const ${group.name} = /* @__PURE__ */ lazily(() => ${getters.get(group)});`,
				);
				return { contents: [`import { lazily, recordAt, valueAt } from "${STORE}";`, ...exports].join("\n") };
			});
		},
	};
}

/** The lines of the text, and for each group the call that gives it. Records by language are interleaved, language by language. */
function layOut(groups: readonly Group[]): { text: string; getters: ReadonlyMap<Group, string> } {
	const spoken = groups.filter(({ value }) => isByLanguage(value));
	const others = groups.filter((group) => !spoken.includes(group));
	const values = [
		LANGUAGE_ORDER,
		...LANGUAGE_ORDER.flatMap((language) => spoken.map(({ value }) => (value as Record<string, unknown>)[language])),
		...others.map(({ value }) => value),
	];
	const firstOther = values.length - others.length;
	const getters = new Map([
		...spoken.map((group, at): [Group, string] => [group, `recordAt(0, ${1 + at}, ${spoken.length})`]),
		...others.map((group, at): [Group, string] => [group, `valueAt(${firstOther + at})`]),
	]);
	return { text: values.map((value) => JSON.stringify(value)).join("\n"), getters };
}

function isByLanguage(value: unknown): boolean {
	return isFields(value) && isDeepStrictEqual(Object.keys(value).sort(), [...LANGUAGE_ORDER].sort());
}
