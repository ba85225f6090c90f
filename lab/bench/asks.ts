/** What a question costs a watch: bytes, trips, redraws, time. Owns what is counted, from the first touch to two seconds of reading. */
import { answered, askOnFace, askOnPage, COMPANION, newest, QUESTION, SETTLE_MS, type Stage, shown } from "./stage.ts";
import { differenceOf } from "./surfaces.ts";

/** Of 60 characters answered by 300, with a model that answers at once. */
export type AskCost = {
	upBytes: number;
	downBytes: number;
	frames: number;
	roundTrips: number;
	screenOnMs: number;
	redraws: number;
	callbacks: number;
	/** Calls and backward jumps of our own code. */
	ownWork: number;
	layoutCalls: number;
	/** Once the answer is there. */
	timersLeft: number;
	/** Simulated, from the first touch until the watch shows the answer's first page. */
	firstPageMs: number;
};

/** The first question of an app start, tapped on the face. */
export function measureFirstAsk(stage: Stage): Promise<AskCost> {
	return costOf(stage, () => askOnFace(stage));
}

/** The next, typed on the page that stands, or tapped there on a watch without a keyboard. */
export function measureNextAsk(stage: Stage): Promise<AskCost> {
	return costOf(stage, () => askOnPage(stage, QUESTION));
}

async function costOf(stage: Stage, ask: () => void | Promise<void>): Promise<AskCost> {
	const { link, clock, watch } = stage.desktop;
	const known = newest(stage);
	const before = { ...watch.counters(COMPANION), ...link.counters() };
	const startedAt = clock.now();
	await ask();
	await clock.runUntil(() => newest(stage) !== known, SETTLE_MS);
	await shown(stage);
	const firstPageMs = clock.now() - startedAt;
	await answered(stage, known);
	await clock.runFor(SETTLE_MS);
	const radio = link.counters();
	const gone = (name: keyof typeof radio) => radio[name] - before[name];
	const { redraws, callbacks, work, layouts, screenOnMs, timersLeft } = differenceOf(before, watch.counters(COMPANION));
	return {
		upBytes: gone("bytesUp"),
		downBytes: gone("bytesDown"),
		frames: gone("framesUp") + gone("framesDown"),
		roundTrips: gone("handshakesUp") + gone("dataFramesUp"),
		...{ screenOnMs, redraws, callbacks, ownWork: work, layoutCalls: layouts, timersLeft, firstPageMs },
	};
}
