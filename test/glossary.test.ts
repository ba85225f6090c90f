/** docs/glossary.md against the sources: its names are there, and the retired ones are not. Identifiers count, words do not. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { ROOT } from "../packaging/places.ts";

const NOT_OURS: ReadonlySet<string> = new Set(["node_modules", "dist", "coverage", ".git"]);

function identifiersIn(path: string, text: string): Set<string> {
	const names = new Set<string>();
	const { program } = parseSync(path, text);
	new Visitor({ Identifier: ({ name }) => void names.add(name) }).visit(program);
	return names;
}

function sourcesIn(folder: string): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : sourcesIn(path);
		return entry.name.endsWith(".ts") ? [path] : [];
	});
}

/** The cells of every row below the heading, without its head. */
function rowsUnder(paper: string, heading: string): string[][] {
	const [, part = ""] = paper.split(`## ${heading}\n`);
	const lines = (part.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("|"));
	return lines.slice(2).map((line) =>
		line
			.split("|")
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
}

function codeIn(cell: string): string {
	return /^`(.+)`$/.exec(cell)?.[1] ?? "";
}

const PAPER = readFileSync(join(ROOT, "docs/glossary.md"), "utf8");
const TERMS = rowsUnder(PAPER, "Terms");
const RETIRED = rowsUnder(PAPER, "Retired names").map(([name = "", now = ""]) => [codeIn(name), codeIn(now)] as const);

/** `path: retired name, now its name`, for each that stands in a source. */
function retiredIn(path: string, text: string): string[] {
	const names = identifiersIn(path, text);
	return RETIRED.filter(([name]) => names.has(name)).map(([name, now]) => `${path}: ${name}, now ${now}`);
}

describe("the glossary", () => {
	const sources = sourcesIn("").map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

	it("has retired names that no source uses", () => {
		expect(sources.flatMap(({ path, text }) => retiredIn(path, text))).toEqual([]);
	});

	it("finds a retired name in whatever form it comes back, and not in what only says it", () => {
		const [name = "", now = ""] = RETIRED[0] ?? [];
		const faults = [`${name}.ts: ${name}, now ${now}`];
		for (const text of [`const ${name} = 1;`, `type ${name} = string;`, `f({ ${name}: 1 });`, `x.${name}();`])
			expect(retiredIn(`${name}.ts`, text)).toEqual(faults);
		expect(retiredIn("a.ts", `// ${name}\nconst text = "${name}";`)).toEqual([]);
	});

	it("has each term once, with a name that the sources have", () => {
		const known = new Set(sources.flatMap(({ path, text }) => [...identifiersIn(path, text)]));
		const names = TERMS.map(([term = ""]) => term);
		expect(names.length).toBeGreaterThan(20);
		expect(new Set(names).size).toBe(names.length);
		for (const [term, , code = ""] of TERMS) expect([term, known.has(codeIn(code))]).toEqual([term, true]);
	});

	it("retires no name that it also gives", () => {
		const given = new Set([...TERMS.map(([, , code = ""]) => codeIn(code)), ...RETIRED.map(([, now]) => now)]);
		expect(RETIRED.filter(([name]) => given.has(name))).toEqual([]);
	});
});
