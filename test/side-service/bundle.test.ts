import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../packaging/places.ts";

/** Issue by issue this may only be lowered. */
const BUNDLE_LIMIT_BYTES = 240_000;

/** Whose types the tests are held against, and whose code must not come along. */
const SDKS = ["openai", "@anthropic-ai/sdk", "@google/genai", "groq-sdk"];

describe("the Side Service's bundle, with all providers and all languages in it", () => {
	let bytes = 0;
	let sources: string[] = [];
	beforeAll(async () => {
		const { outputFiles, metafile } = await build({
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
		bytes = outputFiles[0]?.contents.length ?? 0;
		sources = Object.keys(metafile.inputs);
	});

	it("is small enough for a phone to start at once", () => {
		expect(bytes).toBeGreaterThan(0);
		expect(bytes).toBeLessThan(BUNDLE_LIMIT_BYTES);
	});

	it("has nothing of a provider's own library in it, and no other library than zml", () => {
		for (const sdk of SDKS) expect(sources.filter((source) => source.includes(`node_modules/${sdk}/`))).toEqual([]);
		const libraries = sources.filter((source) => source.includes("node_modules/"));
		expect(libraries.every((source) => source.startsWith("node_modules/@zeppos/zml/"))).toBe(true);
	});
});
