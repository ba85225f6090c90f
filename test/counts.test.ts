import { describe, expect, it } from "vitest";
import { countsOf } from "./counts.ts";

function report(...files: { status: string; tests: string[] }[]): string {
	return JSON.stringify({
		testResults: files.map(({ status, tests }) => ({
			status,
			assertionResults: tests.map((each) => ({ status: each })),
		})),
	});
}

describe("the counts behind the last line", () => {
	it("adds up the tests of all files", () => {
		const text = report(
			{ status: "passed", tests: ["passed", "passed"] },
			{ status: "failed", tests: ["passed", "failed", "skipped"] },
		);
		expect(countsOf(text, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 });
	});

	it("counts a file that could not be loaded as one failure", () => {
		expect(countsOf(report({ status: "failed", tests: [] }, { status: "passed", tests: ["passed"] }), 1)).toEqual({
			passed: 1,
			failed: 1,
			skipped: 0,
		});
	});

	it("counts a runner that ended badly after every test passed as one failure", () => {
		expect(countsOf(report({ status: "passed", tests: ["passed"] }), 1)).toMatchObject({ passed: 1, failed: 1 });
	});

	it("counts a runner that left no report as one failure", () => {
		expect(countsOf(null, 1)).toMatchObject({ passed: 0, failed: 1 });
		expect(countsOf(null, null)).toMatchObject({ passed: 0, failed: 1 });
	});
});
