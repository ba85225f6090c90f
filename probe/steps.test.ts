import { describe, expect, it } from "vitest";
import { decodeRows, HEAD, reportText, rowKey, STEPS } from "./steps.ts";

describe("the report", () => {
	it("has a numbered line a step, those that never ran too", () => {
		const lines = reportText(() => undefined).split("\n");
		expect(lines).toHaveLength(STEPS.length + 1);
		expect(lines[0]).toBe("probe 1 watch unknown");
		expect(lines[1]).toBe("01 exports: not run");
		expect(lines.at(-1)).toBe("23 sport: not run");
	});

	it("puts what several surfaces found into one line, and takes nothing but texts", () => {
		const stored: Record<string, unknown> = {
			[HEAD]: "watch=Balance",
			[rowKey("files", "workout")]: "mark=none",
			[rowKey("files", "face")]: "mark=ok",
			[rowKey("aod", "face")]: null,
		};
		const text = reportText((key) => stored[key]);
		expect(text).toMatch(/^probe 1 watch=Balance\n/);
		expect(text).toContain("\n05 files: [face] mark=ok [workout] mark=none\n");
		expect(text).toContain("\n07 aod: not run\n");
	});
});

describe("stored rows", () => {
	const row = { step: "disk", surface: "page", says: "write=3" };

	it("are read back", () => {
		expect(decodeRows(JSON.stringify([row]))).toEqual([row]);
	});

	it.each([null, "", "{", "{}", "7", '"x"', '[null,7,"x",[]]', JSON.stringify([{ ...row, step: "none" }])])(
		"are none in %j",
		(text) => {
			expect(decodeRows(text)).toEqual([]);
		},
	);

	it("keep what is right beside what is not", () => {
		expect(decodeRows(JSON.stringify([{ ...row, surface: "moon" }, row, { ...row, says: 7 }]))).toEqual([row]);
	});
});
