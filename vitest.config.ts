import { defineConfig } from "vitest/config";
import { CONSTANTS } from "./packaging/bundles.ts";
import { wordsPlugin } from "./test/words-plugin.ts";

const OUTSIDE = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				plugins: [wordsPlugin()],
				define: CONSTANTS,
				test: {
					name: "unit",
					setupFiles: ["test/chance.ts"],
					include: ["**/*.test.ts"],
					exclude: [...OUTSIDE, "test/e2e/**"],
					testTimeout: 120_000,
					hookTimeout: 400_000,
				},
			},
			{
				plugins: [wordsPlugin()],
				test: {
					name: "e2e",
					include: ["test/e2e/**/*.test.ts"],
					exclude: OUTSIDE,
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 400_000,
				},
			},
		],
	},
});
