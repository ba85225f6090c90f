/**
 * The tree as a graph: what each source imports, types included, and how long its functions are. Owns the reading of it; the
 * rules are the tests'. `oxc-parser` reads the sources, so that no import hides in an unusual form.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { type Program, parseSync, type Span, Visitor } from "oxc-parser";

type FunctionSize = { readonly line: number; readonly lines: number; readonly own: number };

export type Source = {
	/** From the root, with slashes. */
	readonly path: string;
	readonly lines: number;
	/** As written, of values and of types, static and dynamic. */
	readonly imports: readonly string[];
	/** By the line where they begin. `own`: without the lines of the functions in it that are longer than a line. */
	readonly functions: readonly FunctionSize[];
};

const NOT_OURS = new Set(["node_modules", "dist", "coverage", ".git"]);

export function readSource(path: string, text: string): Source {
	const { program, module, errors } = parseSync(path, text);
	const [error] = errors;
	if (error !== undefined) throw new Error(`${path}: ${error.message}`);
	const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end));
	return {
		path,
		lines: text.split("\n").length - 1,
		imports: [
			...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
			...module.staticExports.flatMap(({ entries }) =>
				entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
			),
			...dynamic.map((request) => request.replace(/^["'`]|["'`]$/g, "")),
		],
		functions: functionsIn(program, text),
	};
}

function functionsIn(program: Program, text: string): FunctionSize[] {
	const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
	const found: FunctionSize[] = [];
	/** Lines of functions within the one that is being visited, by depth. */
	const inner = [0];
	const enter = () => void inner.push(0);
	const exit = ({ start, end }: Span) => {
		const line = lineOf(start);
		const lines = lineOf(end) - line + 1;
		found.push({ line, lines, own: lines - (inner.pop() ?? 0) });
		if (lines > 1) inner.push((inner.pop() ?? 0) + lines);
	};
	new Visitor({
		...{ FunctionDeclaration: enter, FunctionExpression: enter, ArrowFunctionExpression: enter },
		...{ "FunctionDeclaration:exit": exit, "FunctionExpression:exit": exit, "ArrowFunctionExpression:exit": exit },
	}).visit(program);
	return found;
}

/** Every source below `root`. */
export function readSources(root: string): Source[] {
	const paths = pathsIn(root).filter((path) => /\.(ts|mjs)$/.test(path));
	return paths.map((path) => readSource(path, readFileSync(join(root, path), "utf8")));
}

/** Every file of ours below `root`, from there. */
export function pathsIn(root: string, folder = ""): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : pathsIn(root, path);
		return entry.isFile() ? [path] : [];
	});
}

/** Tests may see everything; so may what only they use. */
export function isTest(path: string): boolean {
	return /(^|\/)testing\.ts$|\.test\.ts$|\.contract\.ts$|(^|\/)__fixtures__\//.test(path) || roomOf(path) === "test";
}

/** The folder of the root that a source is in; "" for one in the root itself. */
export function roomOf(path: string): string {
	return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

/** The path from the root that `source` means by an import of its own tree; null for a package. */
export function targetOf(source: string, imported: string): string | null {
	return imported.startsWith(".") ? normalize(join(dirname(source), imported)).replaceAll("\\", "/") : null;
}

/** Groups of sources each of which imports, by way of others, itself. */
export function circlesIn(sources: readonly Source[]): string[][] {
	const ways = new Map(sources.map(({ path, imports }) => [path, imports.map((each) => targetOf(path, each))]));
	const reach = (from: string): Set<string> => {
		const seen = new Set<string>();
		const open = [from];
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			for (const next of ways.get(at) ?? []) {
				if (next === null || seen.has(next)) continue;
				seen.add(next);
				open.push(next);
			}
		}
		return seen;
	};
	const reached = new Map(sources.map(({ path }) => [path, reach(path)]));
	const circles = new Map<string, string[]>();
	for (const [path, ahead] of reached) {
		if (!ahead.has(path)) continue;
		const circle = [...ahead].filter((other) => reached.get(other)?.has(path)).sort();
		circles.set(circle.join(), circle);
	}
	return [...circles.values()];
}
