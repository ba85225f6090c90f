import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { talks } from "../app-side/offline/words/talks.ts";
import { packedTalks } from "./packed-talks.ts";
import { ROOT } from "./places.ts";

/** What the words of fifteen languages may take of the phone's bundle, with what unpacks them. */
const BYTES_MAX = 85_000;

test("the words that go out packed are the words, in less than 85 kB", async () => {
	const folder = mkdtempSync(join(tmpdir(), "askface-talks-"));
	try {
		const outfile = join(folder, "talks.mjs");
		const entryPoints = [join(ROOT, "app-side/offline/words/talks.ts")];
		await build({
			entryPoints,
			outfile,
			bundle: true,
			minify: true,
			format: "esm",
			platform: "neutral",
			mainFields: ["module", "main"],
			charset: "utf8",
			plugins: [packedTalks],
		});
		const unpacked = await import(outfile);
		expect(unpacked.talks()).toEqual(talks());
		expect(unpacked.talks()).toBe(unpacked.talks());
		expect(readFileSync(outfile).length).toBeLessThan(BYTES_MAX);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

test("a phone's engine without a TextDecoder unpacks them too", async () => {
	const folder = mkdtempSync(join(tmpdir(), "askface-talks-"));
	try {
		const source = join(folder, "entry.mjs");
		writeFileSync(
			source,
			`globalThis.TextDecoder = undefined;\nexport { talks } from "${join(ROOT, "app-side/offline/words/talks.ts")}";\n`,
		);
		const { outputFiles } = await build({
			entryPoints: [source],
			write: false,
			bundle: true,
			format: "iife",
			globalName: "packed",
			platform: "neutral",
			mainFields: ["module", "main"],
			plugins: [packedTalks],
		});
		const run = new Function("globalThis", "TextDecoder", `${outputFiles[0]?.text}; return packed.talks();`);
		expect(run({}, undefined)).toEqual(talks());
	} finally {
		rmSync(folder, { recursive: true });
	}
});
