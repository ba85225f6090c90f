/**
 * The product with one defect in it, packed as ever: what chaos must see. Owns the defects, as changes of the source, and
 * the copy of the sources that they are made in. Rule: what is to be changed must be there exactly once.
 */
import { cpSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../packaging/places.ts";

export type Mutant = {
	name: string;
	file: string;
	find: string;
	replace: string;
	/** The count that must not stay 0. */
	seenBy: "lost" | "doubled" | "billedTwice";
};

export const MUTANTS: readonly Mutant[] = [
	{
		name: "a service that does not look into its ledger",
		file: "app-side/asking.ts",
		find: "const known = ledger.find(id);",
		replace: "const known = undefined as LedgerRow | undefined;",
		seenBy: "billedTwice",
	},
	{
		name: "a service that notes a question only when it is answered",
		file: "app-side/asking.ts",
		find: 'if (!ledger.open({ id, at: ports.now(), state: "sent" })) {',
		replace: "if (id === '') {",
		seenBy: "billedTwice",
	},
	{
		name: "a watch that never writes a question down",
		file: "device/journal.ts",
		find: "files.write(question, encodeQuestion(row, entry.n))",
		replace: 'files.write("gone.q", encodeQuestion(row, entry.n))',
		seenBy: "lost",
	},
	{
		name: "a page that sends an open question under a new id",
		file: "page/kit/asker.ts",
		find: 'const about = { method: "ask", id, talk,',
		replace: 'const about = { method: "ask", id: isFresh ? id : id.concat("x"), talk,',
		seenBy: "billedTwice",
	},
	{
		name: "a page that asks again what it was opened with twice",
		file: "page/asking.ts",
		find: "if (known !== undefined) show(known);",
		replace: 'if (known !== undefined && launch.kind === "row") show(known);',
		seenBy: "doubled",
	},
];

/** All that packages are made of. */
const SOURCES = [
	"app.json",
	"app-service",
	"app-side",
	"app-widget",
	"assets",
	"core",
	"data-widget",
	"device",
	"page",
	"setting",
];

/** Chaos opens no settings page, and to pack the real one takes longer than all else. */
const BARE_SETTINGS = "AppSettingsPage({ build: () => View({}, []) });\n";

/** A folder with the sources and the defect in them. The caller removes it. Throws where the source has changed. */
export function plant({ name, file, find, replace }: Omit<Mutant, "seenBy">): string {
	const text = readFileSync(join(ROOT, file), "utf8");
	if (text.split(find).length !== 2) throw new Error(`${name}: ${file} does not have ${JSON.stringify(find)} once`);
	const root = realpathSync(mkdtempSync(join(tmpdir(), "askface-mutant-")));
	for (const source of SOURCES) cpSync(join(ROOT, source), join(root, source), { recursive: true });
	symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "dir");
	writeFileSync(
		join(root, file),
		text.replace(find, () => replace),
	);
	writeFileSync(join(root, "setting/index.ts"), BARE_SETTINGS);
	return root;
}
