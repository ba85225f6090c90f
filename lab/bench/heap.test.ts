/** The packed product's heap on the simulated watch, against its budgets. */
import { beforeAll, describe, expect, test } from "vitest";
import { findDevice } from "../../simulator/devices.ts";
import { type Bench, runBench, type SurfaceCost } from "./bench.ts";
import { BUDGET_KB, PEAK_AIM_KB } from "./budgets.ts";

const KB = 1024;
/** Packing three packages takes most of it, and only where nobody has packed them yet. */
const LIMIT_MS = 600_000;
/** Ids of questions are not all equally long; a row that was left behind would be some hundred bytes a turn. */
const IDS_BYTES = 64;
const SCALE = { earlyTurns: 15, turns: 40, openings: 50 };

let bench: Bench;

beforeAll(async () => {
	const device = findDevice("balance2");
	if (device === undefined) throw new Error("no watch is called balance2");
	bench = await runBench(device, SCALE);
}, LIMIT_MS);

describe("the heap", () => {
	test.each(Object.keys(BUDGET_KB) as SurfaceCost["name"][])("of the %s is within its budget", (name) => {
		const cost = bench.surfaces.find((surface) => surface.name === name);
		expect((cost?.heapBytes ?? Number.POSITIVE_INFINITY) / KB).toBeLessThanOrEqual(BUDGET_KB[name]);
		expect(cost?.unpacked.heapBytes).toBeGreaterThan(0);
	});

	test("grows by nothing once the journal is full", () => {
		const { afterEarlyTurnsBytes, afterTurnsBytes } = bench.growth;
		expect(afterTurnsBytes).toBeLessThanOrEqual(afterEarlyTurnsBytes + IDS_BYTES);
	});

	test("is no larger after many openings", () => {
		expect(bench.growth.afterOpeningsBytes).toBeLessThanOrEqual(bench.growth.afterTurnsBytes + IDS_BYTES);
	});

	test("peaks within its bound inside a question", () => {
		expect(bench.growth.peakInAskBytes / KB).toBeGreaterThan(0);
		expect(bench.growth.peakInAskBytes / KB).toBeLessThanOrEqual(PEAK_AIM_KB);
	});
});

test("an idle minute of a page costs no callback and no timer", () => {
	const page = bench.surfaces.find(({ name }) => name === "page");
	expect(page?.idle).toMatchObject({ callbacks: 0, timersLeft: 0 });
	expect(page?.idle.redraws).toBeLessThanOrEqual(1);
});
