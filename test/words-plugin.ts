/**
 * Lets tests import single entries of the catalogue, `import { "offline.time" as time } from ".../de-DE.json"`, as esbuild does in
 * the bundles; Vite exports only those entries of a JSON file whose names are identifiers.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "vitest/config";

export function wordsPlugin(): Plugin {
	return {
		name: "askface-words",
		enforce: "pre",
		load(id) {
			if (!/\/core\/words\/[\w-]+\.json$/.test(id)) return null;
			const words: Readonly<Record<string, string>> = JSON.parse(readFileSync(id, "utf8"));
			const entries = Object.entries(words);
			const constants = entries.map(([, text], at) => `const w${at} = ${JSON.stringify(text)};`);
			const names = entries.map(([key], at) => `w${at} as ${JSON.stringify(key)}`);
			const whole = entries.map(([key], at) => `${JSON.stringify(key)}: w${at}`);
			const code = `${constants.join("\n")}\nexport { ${names.join(", ")} };\nexport default { ${whole.join(", ")} };`;
			return { code, moduleType: "js" };
		},
	};
}
