/**
 * Keeps the code of an older version, so that the packages of today can be held against those that people still have:
 *
 *     node --import tsx test/versions/keep.ts COMMIT
 *
 * writes `COMMIT.mjs.br` beside this file. Owns what is kept: both ends without their machines, as their sources were. Rule: a
 * file that is there is never made anew from other sources; an older version is added, not changed.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { ROOT } from "../../packaging/places.ts";
import { bundleVersion } from "./bundle.ts";

async function keep(commit: string): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "askface-version-"));
	try {
		execFileSync("sh", ["-c", 'git archive "$0" app-side core device page app.json | tar -x -C "$1"', commit, folder], {
			cwd: ROOT,
		});
		symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
		writeFileSync(join(import.meta.dirname, `${commit}.mjs.br`), brotliCompressSync(await bundleVersion(folder)));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

await keep(process.argv[2] ?? "");
