/**
 * What `knip` begins from when it looks for what nothing uses: everything that is opened by its path and not by an import.
 * Owns that list. Rule: what is left out of a check has its reason beside it.
 */
import type { KnipConfig } from "knip";
import { PACKAGES, PROBES, scriptsOf } from "./packaging/packages.ts";

/** The scripts that the packager takes; those of a package are below its folder. */
const PACKED = Object.values({ ...PACKAGES, ...PROBES }).flatMap((row) => [
	row.app,
	...scriptsOf(row).map((script) => `${row.folder}${script}.ts`),
]);

export default {
	entry: [
		...new Set(PACKED),
		// Commands of npm scripts, of other commands and of the documents.
		"lab/commands/*.ts",
		"lab/shots/run-strip.ts",
		"test/run.ts",
		"test/versions/keep.ts",
		// Bundled or started by their path.
		"lab/shots/worker.ts",
		"packing/zpm-child.mjs",
		"simulator/phone/runtime/{side-service,settings-page}.ts",
		"simulator/server/page/main.ts",
		"simulator/watch/prelude/index.ts",
		"test/link/zml-end.ts",
		// What a project outside this tree imports.
		"simulator/{index,testing}.ts",
	],
	project: ["**/*.{ts,mjs}"],
	ignoreDependencies: [
		// The watch and the phone bring these modules along.
		"@zos/.+",
		"i18n",
		// Found by a path that is put together when it is needed: commands, fonts and declarations.
		"@biomejs/biome",
		"@fontsource-variable/.+",
		"@zeppos/device-types",
		"google-closure-compiler",
	],
	// A command of the system, which is asked for first.
	ignoreBinaries: ["apt-get"],
	ignoreIssues: {
		// Words of a language: the module as a whole goes into a table, so that the bundle has no more than these.
		"app-side/offline/words/??-??.ts": ["exports"],
		// `say` is `sayAny` under a narrower type.
		"device/words.ts": ["duplicates"],
	},
} satisfies KnipConfig;
