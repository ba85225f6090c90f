/** Whether the companion grows: in one run of it over many turns, and over many openings. Owns the turns. */
import { answered, askOnPage, COMPANION, newest, openAnswer, SETTLE_MS, type Stage, turn } from "./stage.ts";

/** How often it is asked and opened: `earlyTurns` of `turns` come first, and fill the journal. */
export type Scale = { earlyTurns: number; turns: number; openings: number };

/** Bytes of heap, after a collection where it is no peak. */
export type Growth = {
	/** The most while one question is asked, with the pages that give way to each other, before a collection. */
	peakInAskBytes: number;
	/** The most in all those turns. */
	peakBytes: number;
	/** Of each page, by what it shows: after the early turns, and after all of them. */
	pages: Record<"ask" | "read" | "home", { early: number; late: number }>;
	/** Reading, after all openings. */
	openedBytes: number;
};

const WAITING_MS = 5_000;

export async function measureGrowth(stage: Stage, { earlyTurns, turns, openings }: Scale): Promise<Growth> {
	const { clock, watch } = stage.desktop;
	watch.launch(COMPANION);
	await clock.runFor(SETTLE_MS);
	await takeTurn(stage, 1);
	await takeTurn(stage, 2);
	const peakInAskBytes = watch.heap(COMPANION).peak;
	for (let at = 3; at < earlyTurns; at++) await takeTurn(stage, at);
	const early = await weighPages(stage, earlyTurns);
	for (let at = earlyTurns + 1; at < turns; at++) await takeTurn(stage, at);
	const late = await weighPages(stage, turns);
	const peakBytes = watch.heap(COMPANION).peak;
	for (let at = 0; at < openings; at++) {
		watch.home();
		openAnswer(stage);
		await clock.runFor(SETTLE_MS);
	}
	const openedBytes = watch.heap(COMPANION).now;
	const ofBoth = (name: keyof typeof early) => ({ early: early[name], late: late[name] });
	return {
		peakInAskBytes,
		peakBytes,
		pages: { ask: ofBoth("ask"), read: ofBoth("read"), home: ofBoth("home") },
		openedBytes,
	};
}

async function takeTurn(stage: Stage, at: number): Promise<void> {
	const known = newest(stage);
	await askOnPage(stage, turn(at));
	await answered(stage, known);
	await stage.desktop.clock.runFor(SETTLE_MS);
}

/** In one more turn: while it waits, when the answer is there, and back at home. */
async function weighPages(stage: Stage, at: number): Promise<{ ask: number; read: number; home: number }> {
	const { clock, watch } = stage.desktop;
	const known = newest(stage);
	stage.thinkingMs = WAITING_MS;
	await askOnPage(stage, turn(at));
	await clock.runFor(SETTLE_MS);
	const ask = watch.heap(COMPANION).now;
	await answered(stage, known);
	stage.thinkingMs = 0;
	await clock.runFor(SETTLE_MS);
	const read = watch.heap(COMPANION).now;
	watch.swipe("right");
	await clock.runFor(SETTLE_MS);
	return { ask, read, home: watch.heap(COMPANION).now };
}
