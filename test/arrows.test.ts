import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../packaging/places.ts";

const FORBIDDEN: [file: string, imported: string][] = [
	["core/ask/journal.ts", "node:fs"],
	["core/ask/journal.ts", "@zos/ui"],
	["core/ask/journal.ts", "@zeppos/zml/base-page"],
	["core/ask/journal.ts", "../device/screen.ts"],
	["core/words/words.ts", "../../app-side/index.ts"],
	["device/link/link.ts", "../page/state.ts"],
	["device/link/link.ts", "../app-side/router.ts"],
	["device/link/link.ts", "node:fs/promises"],
	["page/index.ts", "@zos/ui"],
	["page/index.ts", "../watchface/face.ts"],
	["page/index.ts", "../simulator/clock.ts"],
	["watchface/index.ts", "@zos/ui"],
	["watchface/index.ts", "@zeppos/zml/base-app"],
	["data-widget/index.ts", "@zos/app-access"],
	["data-widget/index.ts", "../page/state.ts"],
	["app-widget/index.ts", "@zos/ui"],
	["app-side/router.ts", "../device/link.ts"],
	["app-side/router.ts", "@zos/ble"],
	["app-side/router.ts", "node:http"],
	["app-side/providers/index.ts", "../../setting/page.ts"],
	["setting/index.ts", "../app-side/ledger.ts"],
	["setting/index.ts", "node:util/types"],
	["probe/page/index.ts", "../../device/link.ts"],
	["probe/page/index.ts", "../../core/frames.ts"],
	["probe/watch/link.ts", "@zeppos/zml/base-app"],
	["probe/steps.ts", "node:fs"],
	["packaging/stage.ts", "../simulator/devices.ts"],
	["packaging/stage.ts", "../test/run.ts"],
	["packaging/stage.ts", "../page/state.ts"],
	["simulator/watch/watch.ts", "@zos/ui"],
];

const ALLOWED: [file: string, imported: string][] = [
	["core/text/paging.ts", "./journal.ts"],
	["core/words/words.ts", "../faults.ts"],
	["device/link/link.ts", "@zos/ble"],
	["device/link/link.ts", "../core/protocol.ts"],
	["device/link/link.ts", "@zeppos/zml/base-app"],
	["page/state.ts", "../core/journal.ts"],
	["page/state.ts", "../device/screen.ts"],
	["page/parts/home.ts", "../layout.ts"],
	["page/app.ts", "@zeppos/zml/base-app"],
	["watchface/index.ts", "../device/screen.ts"],
	["app-side/index.ts", "@zeppos/zml/base-side"],
	["app-side/index.ts", "../core/protocol.ts"],
	["probe/watch/link.ts", "@zos/ble"],
	["probe/page/index.ts", "../steps.ts"],
	["test/probe/owner.ts", "../../probe/steps.ts"],
	["simulator/desktop.ts", "../packaging/pack.ts"],
	["simulator/desktop.ts", "../core/protocol.ts"],
	["test/e2e/main.test.ts", "../../simulator/desktop.ts"],
	["core/text/paging.test.ts", "vitest"],
];

type Diagnostic = { category: string; location: { path: string | { file: string } } };

let tree: string;
let refused: Set<string>;

function fileFor(file: string, index: number): string {
	return join(dirname(file), file.endsWith(".test.ts") ? `case-${index}.test.ts` : `case-${index}.ts`);
}

/** One run of the linter over a tree of its own, under a copy of our rules: a file for each import. */
function lint(cases: readonly [string, string][]): Set<string> {
	cpSync(join(ROOT, "biome.json"), join(tree, "biome.json"));
	for (const [index, [file, imported]] of cases.entries()) {
		const path = join(tree, fileFor(file, index));
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, `import { x } from "${imported}";\n\nexport const y = x;\n`);
	}
	const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
	const args = ["lint", "--reporter=json", "--max-diagnostics=none", "."];
	const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: tree, encoding: "utf8" });
	const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
	return new Set(
		diagnostics
			.filter(({ category }) => category === "lint/style/noRestrictedImports")
			.map(({ location }) => (typeof location.path === "string" ? location.path : location.path.file)),
	);
}

beforeAll(() => {
	tree = mkdtempSync(join(tmpdir(), "askface-arrows-"));
	refused = lint([...FORBIDDEN, ...ALLOWED]);
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe("the arrows between the folders", () => {
	it.each(FORBIDDEN.map(([file, imported], index) => [file, imported, index] as const))(
		"%s may not import %s",
		(file, _imported, index) => {
			expect(refused).toContain(fileFor(file, index));
		},
	);

	it.each(ALLOWED.map(([file, imported], index) => [file, imported, index + FORBIDDEN.length] as const))(
		"%s may import %s",
		(file, _imported, index) => {
			expect(refused).not.toContain(fileFor(file, index));
		},
	);
});
