/** What one question cost: at the provider by the phone's ledger, on the link and on the watch by their counters. */
import { MICROS } from "../core/money/money.ts";
import { readCurrency } from "../core/settings/settings.ts";
import { PACKAGES } from "../packaging/packages.ts";
import type { Desktop, State } from "../simulator/index.ts";
import { readLedger } from "./records.ts";

const COMPANION = PACKAGES.companion.appId;

/** Times in ms of the simulated clock, money in `currency`. */
export type Receipt = {
	provider: string | null;
	model: string | null;
	requests: number;
	promptTokens: number;
	completionTokens: number;
	cost: number | null;
	currency: string;
	/** What the model was asked otherwise than usual; absent if nothing. */
	changes?: string[];
	linkBytesUp: number;
	linkBytesDown: number;
	linkFrames: number;
	roundTrips: number;
	firstPageMs: number | null;
	heapPeakBytes: number;
	screenOnMs: number;
};

export type Measure = {
	up: number;
	down: number;
	frames: number;
	trips: number;
	screenOnMs: number;
	heapPeakBytes: number;
};

export function measure({ link, watch }: Desktop): Measure {
	const counters = link.counters();
	return {
		up: counters.bytesUp,
		down: counters.bytesDown,
		frames: counters.framesUp + counters.framesDown,
		trips: counters.handshakesUp + counters.dataFramesUp,
		screenOnMs: watch.counters(COMPANION).screenOnMs,
		heapPeakBytes: watch.heap(COMPANION).peak,
	};
}

export function spent(before: Measure, after: Measure) {
	return {
		linkBytesUp: after.up - before.up,
		linkBytesDown: after.down - before.down,
		linkFrames: after.frames - before.frames,
		roundTrips: after.trips - before.trips,
		heapPeakBytes: after.heapPeakBytes,
		screenOnMs: after.screenOnMs - before.screenOnMs,
	};
}

export function costOf(state: State, id: string) {
	const receipt = readLedger(state).find((row) => row.id === id)?.receipt;
	return {
		provider: receipt?.provider ?? null,
		model: receipt?.model ?? null,
		requests: receipt?.requests ?? 0,
		promptTokens: receipt?.promptTokens ?? 0,
		completionTokens: receipt?.completionTokens ?? 0,
		cost: receipt?.costMicros === undefined ? null : receipt.costMicros / MICROS,
		...(receipt?.changes === undefined ? {} : { changes: receipt.changes }),
		currency: receipt?.currency ?? readCurrency((key) => state.settings(COMPANION).get(key)),
	};
}
