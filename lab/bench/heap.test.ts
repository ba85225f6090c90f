/** What the packed product costs the simulated watches, one of each canvas, against its budgets. */
import { beforeAll, describe, expect, test } from "vitest";
import { isSupported } from "../../packaging/supported.ts";
import { DEVICES, type Device } from "../../simulator/index.ts";
import { type Bench, runBench, runGrowth, SHORT } from "./bench.ts";
import { ASK, BUDGETS, PEAK_KB } from "./budgets.ts";
import type { Growth } from "./growth.ts";
import { type Worst, worstOf } from "./worst.ts";

const KB = 1024;
/** Packing takes most of it, and only where nobody has packed them yet. */
const LIMIT_MS = 600_000;
/** Ids and numbers of turns are not all equally long; a row that was left behind would be some hundred bytes a turn. */
const IDS_BYTES = 64;

const MEASURED = onePerCanvas(DEVICES.filter(isSupported));

let worst: Worst;
/** On a watch with a keyboard and on one without. */
let grown: Growth[];

/** Of those that have a screen alike, one that has a card. */
function onePerCanvas(devices: readonly Device[]): Device[] {
	const found = new Map<string, Device>();
	for (const device of devices) {
		const canvas = `${device.shape} ${device.width}x${device.height}`;
		const known = found.get(canvas);
		if (known === undefined || (device.secondaryWidget && !known.secondaryWidget)) found.set(canvas, device);
	}
	return [...found.values()];
}

beforeAll(async () => {
	const benches: Bench[] = [];
	for (const device of MEASURED) benches.push(await runBench(device));
	worst = worstOf(benches);
	grown = [];
	for (const hasKeyboard of [true, false]) {
		const device = MEASURED.find(({ systemKeyboard }) => systemKeyboard === hasKeyboard);
		if (device !== undefined) grown.push(await runGrowth(device, SHORT));
	}
}, LIMIT_MS);

test("every surface and every page that a package has is measured, and has a budget", () => {
	expect(worst.surfaces.map(({ name }) => name).sort()).toEqual(Object.keys(BUDGETS).sort());
	expect(grown).toHaveLength(2);
});

describe.each(Object.entries(BUDGETS))("the %s, on the worst watch,", (name, { held }) => {
	const cost = () => worst.surfaces.find((surface) => surface.name === name);

	test("holds no more heap than its budget", () => {
		expect(cost()?.heapBytes).toBeGreaterThan(0);
		expect((cost()?.heapBytes ?? Number.POSITIVE_INFINITY) / KB).toBeLessThanOrEqual(held.heapKb);
	});

	test("works and measures no more until it stands", () => {
		expect(cost()?.ownWork).toBeGreaterThan(0);
		expect(cost()?.ownWork).toBeLessThanOrEqual(held.ownWork);
		expect(cost()?.layoutCalls).toBeLessThanOrEqual(held.layoutCalls);
	});
});

describe("the heap of the companion", () => {
	test("grows by nothing once the journal is full", () => {
		for (const { early, late } of grown.flatMap(({ pages }) => Object.values(pages))) {
			expect(early).toBeGreaterThan(0);
			expect(late).toBeLessThanOrEqual(early + IDS_BYTES);
		}
	});

	test("is no larger after many openings", () => {
		for (const { openedBytes, pages } of grown) {
			expect(openedBytes).toBeLessThanOrEqual(pages.read.late + IDS_BYTES);
		}
	});

	test("peaks within its bound inside a question", () => {
		for (const { peakInAskBytes } of grown) {
			expect(peakInAskBytes / KB).toBeGreaterThan(0);
			expect(peakInAskBytes / KB).toBeLessThanOrEqual(PEAK_KB);
		}
	});
});

describe("a question, on the worst watch,", () => {
	test("shows its answer's first page in time", () => {
		expect(worst.firstPageMs).toBeGreaterThan(0);
		expect(worst.firstPageMs).toBeLessThanOrEqual(ASK.held.firstPageMs);
	});

	test("takes no more bytes and trips over the link, after the first", () => {
		expect(worst.nextAsk.upBytes + worst.nextAsk.downBytes).toBeLessThanOrEqual(ASK.held.bytes);
		expect(worst.nextAsk.roundTrips).toBeLessThanOrEqual(ASK.held.roundTrips);
	});

	test("draws no more often", () => {
		expect(worst.firstAsk.redraws).toBeLessThanOrEqual(ASK.held.redrawsFromFace);
		expect(worst.nextAsk.redraws).toBeLessThanOrEqual(ASK.held.redrawsOnPage);
	});
});

test("an idle minute of a page costs no callback and no timer", () => {
	for (const name of ["home", "read"]) {
		const page = worst.surfaces.find((surface) => surface.name === name);
		expect(page?.idle).toMatchObject({ callbacks: 0, timersLeft: 0 });
		expect(page?.idle.redraws).toBeLessThanOrEqual(1);
	}
});
