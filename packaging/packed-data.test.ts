import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { expect, test } from "vitest";
import { PackagingFault } from "../packing/packaging-fault.ts";
import { packedData } from "./packed-data.ts";
import { ROOT } from "./places.ts";

type Modules = Record<string, Record<string, () => unknown>>;

const FILES = ["core", "app-side"]
	.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
	)
	.filter((file) => file.endsWith(".data.ts"))
	.map((file) => file.replace(/\\/g, "/"))
	.sort();
const TALKS = FILES.indexOf("app-side/offline/words/talks.data.ts");
const PLACES = FILES.indexOf("app-side/offline/places.data.ts");

function optionsFor(contents: string, root: string) {
	return {
		stdin: { contents, resolveDir: root },
		bundle: true,
		write: false,
		format: "iife",
		globalName: "packed",
		platform: "neutral",
		mainFields: ["module", "main"],
		absWorkingDir: root,
	} satisfies BuildOptions;
}

/** The data modules by their place in FILES, as the phone's bundle has them, in an engine that has this JSON and no TextDecoder. */
async function unpackedIn(json: Pick<JSON, "parse">): Promise<Modules> {
	const options = optionsFor(FILES.map((file, at) => `export * as m${at} from "./${file}";`).join("\n"), ROOT);
	const { outputFiles } = await build({ ...options, plugins: [await packedData(options, ROOT)] });
	return new Function("JSON", "TextDecoder", `${outputFiles[0]?.text}; return packed;`)(json, undefined);
}

async function faultOf(source: string): Promise<unknown> {
	const root = mkdtempSync(join(tmpdir(), "askface-data-"));
	try {
		writeFileSync(join(root, "a.data.ts"), source);
		return await packedData(optionsFor(`export * from "./a.data.ts";`, root), root).then(
			() => undefined,
			(fault: unknown) => fault,
		);
	} finally {
		rmSync(root, { recursive: true });
	}
}

test("everything that goes out packed is what the sources say, in an engine without a TextDecoder too", async () => {
	const unpacked = await unpackedIn(JSON);
	expect(FILES.length).toBeGreaterThan(8);
	for (const [at, file] of FILES.entries()) {
		const source: Record<string, () => unknown> = await import(join(ROOT, file));
		const own = unpacked[`m${at}`] ?? {};
		expect(Object.keys(own)).toEqual(Object.keys(source).sort());
		for (const [name, give] of Object.entries(source))
			expect([file, name, own[name]?.()]).toEqual([file, name, JSON.parse(JSON.stringify(give()))]);
	}
});

test("nothing is read before it is asked for, only what is asked for, and once", async () => {
	let read: string[] = [];
	const unpacked = await unpackedIn({
		parse: (text: string) => {
			read.push(text);
			return JSON.parse(text);
		},
	});
	expect(read).toEqual([]);
	const rows = unpacked[`m${PLACES}`]?.placeRows?.();
	expect(read).toEqual([JSON.stringify(rows)]);
	read = [];
	const talks = unpacked[`m${TALKS}`]?.talks?.() as Record<string, unknown>;
	expect(read.slice(1).sort()).toEqual(
		Object.values(talks)
			.map((talk) => JSON.stringify(talk))
			.sort(),
	);
	read = [];
	expect(unpacked[`m${TALKS}`]?.talks?.()).toBe(talks);
	expect(unpacked[`m${PLACES}`]?.placeRows?.()).toBe(rows);
	expect(read).toEqual([]);
});

test.each([
	["a value that is no function", "export const a = [1];"],
	["a function that wants something", "export const a = (b: number) => [b];"],
	["a pattern", "export const a = () => [/b/];"],
	["what is undefined", "export const a = () => ({ b: undefined });"],
	["a map", "export const a = () => new Map([[1, 2]]);"],
])("%s in a data module stops the build by name", async (_, source) => {
	const fault = await faultOf(source);
	expect(fault).toBeInstanceOf(PackagingFault);
	expect(String(fault)).toContain("a.data.ts: a ");
});

test("a data module that nobody uses is not packed", async () => {
	const options = optionsFor(
		`import { placeRows } from "./app-side/offline/places.data.ts"; export const a = 1;`,
		ROOT,
	);
	const { outputFiles } = await build({ ...options, plugins: [await packedData(options, ROOT)] });
	expect(outputFiles[0]?.text.length).toBeLessThan(2000);
});
