import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openState } from "./state.ts";

test("what is kept can be read by its owner alone, also where an older file was open to all", () => {
	const above = mkdtempSync(join(tmpdir(), "zepp-state-"));
	const folder = join(above, "kept");
	try {
		const state = openState(folder);
		state.settings(7).set("key.openai", "sk-test-0000-1111-2222", "desktop");
		writeFileSync(join(folder, "phone", "settings-7.json~"), "", { mode: 0o644 });
		state.settings(7).set("key.openai", "sk-test-3333-4444-5555", "desktop");
		state.watch.write(7, "row", Uint8Array.of(1));
		state.watch.makeFolder(7, "folder");
		state.watch.writeText(7, "{}");
		const modes = readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
			(name) => [name, statSync(join(folder, name)).mode & 0o077] as const,
		);
		expect(modes.length).toBeGreaterThan(6);
		expect(modes.filter(([, open]) => open !== 0)).toEqual([]);
		expect(statSync(folder).mode & 0o077).toBe(0);
	} finally {
		rmSync(above, { recursive: true });
	}
});
