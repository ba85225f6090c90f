import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../packaging/places.ts";

/** Whose types the tests are held against, and whose code must not come along. */
const SDKS = ["openai", "@anthropic-ai/sdk", "@google/genai", "groq-sdk"];

describe("the Side Service's bundle, with all providers and all languages in it", () => {
	let sources: string[] = [];
	beforeAll(async () => {
		const { metafile } = await build({
			entryPoints: ["app-side/index.ts"],
			absWorkingDir: ROOT,
			bundle: true,
			minify: true,
			write: false,
			metafile: true,
			format: "esm",
			target: "es2020",
			platform: "neutral",
			mainFields: ["module", "main"],
			charset: "utf8",
			legalComments: "none",
		});
		sources = Object.keys(metafile.inputs);
	});

	it("has nothing of a provider's own library in it, and no other library than zml and what unpacks its data", () => {
		for (const sdk of SDKS) expect(sources.filter((source) => source.includes(`node_modules/${sdk}/`))).toEqual([]);
		const libraries = sources.filter((source) => source.includes("node_modules/"));
		expect(libraries.every((source) => source.startsWith("node_modules/@zeppos/zml/"))).toBe(true);
	});
});
