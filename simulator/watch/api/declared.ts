/**
 * Every name that a watch's `@zos/*` modules export, with the API level it came with. Owns reading the vendor's
 * declarations (`@zeppos/device-types`) and the names that those leave out. Rule: a name with no version is of 2.0.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Declared, DOCUMENTED } from "./documented.ts";

/** Lower than any level of a supported watch. */
const OLDEST_LEVEL = "2.0";

let declared: readonly Declared[] | undefined;

/** All of them. Parsed once. */
export function declaredNames(): readonly Declared[] {
	declared ??= merge(parseDeclarations(readDeclarations()), DOCUMENTED);
	return declared;
}

function readDeclarations(): string {
	const folder = createRequire(import.meta.url).resolve("@zeppos/device-types/package.json");
	return readFileSync(folder.replace(/package\.json$/, "dist/index.d.ts"), "utf8");
}

function merge(parsed: readonly Declared[], added: readonly Declared[]): Declared[] {
	const known = new Set(parsed.map(keyOf));
	return [...parsed, ...added.filter((one) => !known.has(keyOf(one)))];
}

function keyOf({ module, name }: Declared): string {
	return `${module}.${name}`;
}

const MODULE = /^declare module '([^']+)'/;
const TOP_LEVEL = /^ {2,4}(const|function|class|interface) (\w+)/;
const METHOD = /^ {4}(\w+)\(/;
const VERSION = /@version ([\d.]+)/;
const PERMISSION = /@permissionCode ([\w:.]+)/;

type Interface = { methods: Record<string, string>; permission: string | undefined };

/** Line by line: the file is regular, and no parser of TypeScript is needed to read its names. */
function parseDeclarations(text: string): Declared[] {
	const names = new Map<string, Declared>();
	const interfaces = new Map<string, Interface>();
	let module = "";
	let comment = "";
	let inComment = false;
	let methods: Record<string, string> | undefined;
	for (const line of text.split("\n")) {
		if (/^\s*\/\*\*/.test(line)) {
			comment = "";
			inComment = true;
		}
		if (inComment) comment += line;
		if (/\*\/\s*$/.test(line)) {
			inComment = false;
			continue;
		}
		if (inComment) continue;
		module = MODULE.exec(line)?.[1] ?? module;
		const permission = PERMISSION.exec(comment)?.[1];
		const level = VERSION.exec(comment)?.[1] ?? OLDEST_LEVEL;
		const top = TOP_LEVEL.exec(line);
		const [, kind, name = ""] = top ?? [];
		if (kind === "interface") {
			methods = {};
			interfaces.set(`${module}.${name}`, { methods, permission });
		} else if (kind === "const" || kind === "function" || kind === "class") {
			methods = kind === "class" ? {} : undefined;
			const type = /: (\w+)$/.exec(line)?.[1] ?? "";
			const shape = interfaces.get(`${module}.${type}`);
			const code = permission ?? shape?.permission;
			const found: Declared = { module, name, kind, level, methods: methods ?? shape?.methods ?? {} };
			const key = `${module}.${name}`;
			if (!names.has(key)) names.set(key, code === undefined ? found : { ...found, permission: code });
		} else if (methods) {
			const method = METHOD.exec(line)?.[1];
			if (method && method !== "constructor") methods[method] ??= level;
			if (/^ {2}\}/.test(line)) methods = undefined;
		}
		if (line.trim() !== "") comment = "";
	}
	return [...names.values()];
}
