import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { whyNotCompiled } from "./quickjs.ts";

const folder = mkdtempSync(join(tmpdir(), "zepp-compiles-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the packager puts around a module. */
const inWith = (body: string) => `(function (context) { with (context) { ${body} } })({})`;

const OPTIONAL_CALL = "const run = (e) => { let r; e({ build() { r = () => 1; r?.(), r = null } }) };";

const CASES: readonly (readonly [string, string, boolean])[] = [
	["a plain script", "var a = 1; function f() { return a }", true],
	["code inside `with`", inWith("const f = () => 1; f();"), true],
	["an optional call of a captured variable", OPTIONAL_CALL, true],
	["the same inside `with`", inWith(OPTIONAL_CALL), false],
	[
		"there a plain call of it",
		inWith("let f; const g = () => { f = null; }; const h = () => { if (f) f(); g(); };"),
		true,
	],
	["syntax of a later year", "let a; a ??= 1;", false],
	["no syntax at all", "let = = 3", false],
	["a script that would throw", "throw new Error('not run')", true],
];

/** The vendor's own compiler of the same release, as far as it runs on this machine. */
function vendorCompiles(script: string): boolean {
	const tools: Partial<Record<string, string>> = { "linux x64": "qjsc", "linux arm64": "qjsc_arm64" };
	const tool = tools[`${process.platform} ${process.arch}`];
	if (tool === undefined) throw new Error("the vendor's compiler does not run here");
	const path = join(folder, "script.js");
	writeFileSync(path, script);
	try {
		const qjsc = join(import.meta.dirname, "..", "node_modules", "@zeppos", "zpm", "bin", tool);
		execFileSync(qjsc, ["-c", "-o", join(folder, "out.c"), path], { stdio: "pipe" });
		return true;
	} catch {
		return false;
	}
}

describe("a script compiles in the watch's engine", () => {
	test.each(CASES)("or not: %s", (_, script, compiles) => {
		expect(whyNotCompiled(script) === null).toBe(compiles);
	});

	test.skipIf(process.platform !== "linux").each(CASES)(
		"as the vendor's compiler has it: %s",
		(_, script, compiles) => {
			expect(vendorCompiles(script)).toBe(compiles);
		},
	);

	test("and if not, the engine's words say why", () => {
		expect(whyNotCompiled(inWith(OPTIONAL_CALL))).toContain("unconsistent stack size");
		expect(whyNotCompiled("let a;\na ??= 1;")).toContain("SyntaxError");
	});

	test("without anything of it having run", () => {
		expect(whyNotCompiled("for (;;);")).toBe(null);
	});
});
