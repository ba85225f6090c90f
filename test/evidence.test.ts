/** What docs/evidence.md says of the switches, held against the switches. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../packaging/places.ts";
import { PLATFORM_SWITCHES } from "../simulator/index.ts";
import { cellOf, SEEN } from "./probe/seen.ts";

const evidence = readFileSync(join(ROOT, "docs", "evidence.md"), "utf8");
const section = /\n## What a watch may do otherwise\n[\s\S]*?\n## /.exec(evidence)?.[0] ?? "";
const rows = [...section.matchAll(/^\| `([a-z0-9-]+)` \|(.*)\|$/gm)].map(([, name = "", rest = ""]) => {
	const [does = "", source = "", answer = "", probe = ""] = rest.split(" | ").map((cell) => cell.trim());
	return { name, does, source, answer, probe };
});

describe("the table of what a watch may do otherwise", () => {
	test("has a row for each switch of the simulator, in its order, and no other", () => {
		expect(rows.map(({ name }) => name)).toEqual(PLATFORM_SWITCHES.map(({ name }) => name));
	});

	test.each(PLATFORM_SWITCHES)("says of $name what the switch says of itself", ({ name, does, source }) => {
		const row = rows.find((one) => one.name === name);
		expect({ does: row?.does, source: row?.source }).toEqual({ does, source });
	});

	test("says of each what AskFace does about it, and which step of the probe sees it", () => {
		for (const { name, answer, probe } of rows) {
			expect(answer.length, name).toBeGreaterThan(10);
			const sight = SEEN[name];
			expect(probe, name).toBe(sight === undefined ? "-" : cellOf(sight));
		}
	});
});
