/** The main job under every switch by itself; pairs are `npm run -s platforms`. */
import { describe, expect, test } from "vitest";
import { PLATFORM_SWITCHES, parsePlatform } from "../../simulator/index.ts";
import { runMainJob } from "./main-job.ts";

const RUN_MS = 240_000;

describe("the main job is done", () => {
	test("as documented", async () => expect(await runMainJob(parsePlatform(""))).toEqual([]), RUN_MS);

	test.each(PLATFORM_SWITCHES.map(({ name }) => name))(
		"under %s",
		async (name) => expect(await runMainJob(parsePlatform(name))).toEqual([]),
		RUN_MS,
	);

	test(
		"and what stands in its way is seen: a watch that takes no touch at all",
		async () => {
			const platform = parsePlatform("");
			const deaf = { ...platform, operations: { ...platform.operations, "ui.create": () => null } };
			expect((await runMainJob(deaf)).map(({ step }) => step)).toContain("face before the first launch");
		},
		RUN_MS,
	);
});
