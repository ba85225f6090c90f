/**
 * What the test runners say about themselves: the counts behind the last line of `npm test`. Owns the decoding of
 * vitest's report. Rule: what did not run counts as failed, so that nothing passes by being broken.
 */
export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
	return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A step that either holds or does not, such as the linter's. */
export function oneCheck(holds: boolean): Counts {
	return holds ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

type FileReport = { status?: unknown; assertionResults?: { status?: unknown }[] };

/** `report`: the text of vitest's JSON report, or null where it wrote none; `exitCode`: how vitest ended. */
export function countsOf(report: string | null, exitCode: number | null): Counts {
	const counts = report === null ? NONE : filesOf(report).map(countFile).reduce(add, NONE);
	const brokeQuietly = exitCode !== 0 && counts.failed === 0;
	return brokeQuietly ? { ...counts, failed: 1 } : counts;
}

function filesOf(report: string): FileReport[] {
	const { testResults } = JSON.parse(report) as { testResults?: FileReport[] };
	return testResults ?? [];
}

function countFile(file: FileReport): Counts {
	const statuses = (file.assertionResults ?? []).map(({ status }) => status);
	const passed = statuses.filter((status) => status === "passed").length;
	const failed = statuses.filter((status) => status === "failed").length;
	const couldNotLoad = file.status === "failed" && failed === 0;
	return { passed, failed: couldNotLoad ? 1 : failed, skipped: statuses.length - passed - failed };
}
