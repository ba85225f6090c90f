import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tables } from "./tables.ts";

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "askface-tables-"));
	writeFileSync(join(folder, "long.json"), JSON.stringify({ kept: "kept", other: "never-shipped" }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bundle(table: string): Promise<string> {
	writeFileSync(join(folder, "some.table.ts"), table);
	const contents = `import { TABLE } from "./some.table.ts"; globalThis.found = TABLE;`;
	const stdin = { contents, resolveDir: folder };
	const options = { bundle: true, write: false, charset: "utf8", logLevel: "silent" } as const;
	const { outputFiles } = await build({ stdin, ...options, plugins: [tables(folder)] });
	return outputFiles[0]?.text ?? "";
}

describe("a table of a watch's bundle", () => {
	it("is what its module made, without what that was made of", async () => {
		const code = await bundle(
			`import long from "./long.json"; export const TABLE = { de: [long.kept, "ü"].join("\\n") };`,
		);
		expect(code).toContain("kept\\nü");
		expect(code).not.toContain("never-shipped");
		expect(code).not.toContain("join");
	});

	it("that JSON cannot carry stops the build, by name", async () => {
		await expect(bundle("export const TABLE = () => 1;")).rejects.toThrow(/some\.table\.ts: TABLE/);
		await expect(bundle("export const TABLE = new Map();")).rejects.toThrow(/some\.table\.ts: TABLE/);
	});
});
