/** The code that runs in the engine before a package's, bundled once a process. Owns the bundling only. */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const ENTRY = fileURLToPath(new URL("./prelude/index.ts", import.meta.url));

let bundled: string | undefined;

/** One script of what the engine reads: ES2020. */
export function preludeCode(): string {
	bundled ??= bundle();
	return bundled;
}

function bundle(): string {
	const result = buildSync({
		entryPoints: [ENTRY],
		bundle: true,
		write: false,
		minify: true,
		format: "iife",
		target: "es2020",
		platform: "neutral",
		mainFields: ["module", "main"],
		logLevel: "silent",
	});
	return result.outputFiles[0]?.text ?? "";
}
