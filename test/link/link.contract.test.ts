/** What every watch end of the link keeps to: ours and zml's own, against real zml in a Side Service. */
import { afterEach, describe, expect, it } from "vitest";
import { createEnds, type Ends, type Question, WATCH_ENDS, type WatchEnd } from "./ends.ts";

const LIMIT_MS = 70_000;
const ask = (text: string, more: Partial<Question> = {}): Question => ({ atMs: 0, text, limitMs: LIMIT_MS, ...more });
const many = (count: number) => Array.from({ length: count }, (_, at) => ask(`Question ${at}?`, { atMs: at * 400 }));

let open: Ends | null = null;
async function start(...options: Parameters<typeof createEnds>): Promise<Ends> {
	open = await createEnds(...options);
	return open;
}
afterEach(() => {
	open?.close();
	open = null;
});

/** Each ended once, in its own answer. */
function expectAllAnswered({ ended, crashes }: Ends, questions: readonly Question[]): void {
	const ends = Object.fromEntries(ended().map(({ id, text }) => [id, text]));
	expect(ends).toEqual(Object.fromEntries(questions.map(({ text }, at) => [`q${at}`, text])));
	expect(ended()).toHaveLength(questions.length);
	expect(crashes()).toBe(0);
}

describe.each(Object.keys(WATCH_ENDS) as WatchEnd[])("a link over %s", (end) => {
	it("answers, again and again", async () => {
		const ends = await start(end);
		await ends.run(many(5), 10_000);
		expectAllAnswered(ends, many(5));
	});

	it("answers questions that are asked at once, each with its own", async () => {
		const ends = await start(end);
		const questions = [ask("wait 900"), ask("wait 300"), ask("Third?")];
		await ends.run(questions, 10_000);
		expectAllAnswered(ends, questions);
		expect(ends.ended().map(({ id }) => id)).toEqual(["q2", "q1", "q0"]);
	});

	it("carries the longest question, and an answer that takes several frames", async () => {
		const ends = await start(end);
		const long = "A longer question than one frame holds. ".repeat(250);
		await ends.run([ask(long.slice(0, 500)), ask("letters 1500", { atMs: 5_000 })], 30_000);
		expect(ends.ended()).toEqual([
			{ id: "q0", text: long.slice(0, 500) },
			{ id: "q1", text: "海".repeat(1500) },
		]);
		expect(ends.counters().dataFramesDown).toBeGreaterThan(2);
	});

	it("takes no harm from frames that come twice", async () => {
		const ends = await start(end, { dup: 1 });
		await ends.run(many(4), 20_000);
		expectAllAnswered(ends, many(4));
	});

	it("takes no harm from frames that overtake each other", async () => {
		const ends = await start(end, { reorder: 0.5, seed: 3 });
		await ends.run([...many(4), ask("letters 1500", { atMs: 3_000 })], 90_000);
		expect(ends.ended()).toHaveLength(5);
		expect(ends.crashes()).toBe(0);
	});

	it("ends every question once and within its limit where frames are lost", async () => {
		const ends = await start(end, { loss: 0.2, seed: 5 });
		await ends.run(many(10), LIMIT_MS + 5_000);
		expect(new Set(ends.ended().map(({ id }) => id)).size).toBe(10);
		expect(ends.ended()).toHaveLength(10);
		expect(ends.crashes()).toBe(0);
	});

	it("ends at once when the radio drops", async () => {
		const ends = await start(end);
		ends.later(1_000, () => ends.link.disconnect());
		await ends.run([ask("wait 3000")], 1_100);
		expect(ends.ended()).toEqual([{ id: "q0", text: "phone-away" }]);
	});

	it("throws away an answer that comes too late", async () => {
		const ends = await start(end);
		await ends.run([ask("wait 6000", { limitMs: 3_000 }), ask("Still there?", { atMs: 7_000 })], 20_000);
		expect(ends.ended()).toEqual([
			{ id: "q0", text: "phone-away" },
			{ id: "q1", text: "Still there?" },
		]);
		expect(ends.crashes()).toBe(0);
	});

	it("outlives a Side Service that is killed while it answers, and is at another port afterwards", async () => {
		const ends = await start(end);
		ends.later(1_500, () => ends.phone.kill(20001));
		await ends.run([ask("wait 2000")], LIMIT_MS);
		expect(ends.ended()).toEqual([{ id: "q0", text: "wait 2000" }]);
		expect(ends.ports().length).toBeGreaterThan(1);
		expect(ends.crashes()).toBe(0);
	});

	it("takes no harm from an answer that comes when its question has ended, and then again", async () => {
		const ends = await start(end, { dup: 1 });
		await ends.run([ask("wait 6000", { limitMs: 3_000 }), ask("wait 300", { atMs: 5_900 })], 20_000);
		expect(ends.ended()).toEqual([
			{ id: "q0", text: "phone-away" },
			{ id: "q1", text: "wait 300" },
		]);
		expect(ends.crashes()).toBe(0);
	});

	it("brings a recording over whole where frames are lost, doubled and late", async () => {
		const ends = await start(end, { loss: 0.1, dup: 0.2, reorder: 0.2, seed: 3 });
		await ends.run([ask("", { soundBytes: 9_000 })], 2 * LIMIT_MS);
		expect(ends.ended()).toEqual([{ id: "q0", text: "heard 9000" }]);
	});

	it("sends a recording again from where the Side Service has it, which after its death is the beginning", async () => {
		const ends = await start(end);
		ends.later(4_000, () => ends.phone.kill(20001));
		await ends.run([ask("", { soundBytes: 9_000 })], 2 * LIMIT_MS);
		expect(ends.ended()).toEqual([{ id: "q0", text: "heard 9000" }]);
		expect(ends.ports().length).toBeGreaterThan(1);
	});

	it("gives up within the limit on a phone that does not answer", async () => {
		const ends = await start(end);
		ends.phone.close();
		await ends.run([ask("Anybody?")], LIMIT_MS + 1_000);
		expect(ends.ended()).toEqual([{ id: "q0", text: "phone-away" }]);
	});
});

/** A handshake's frame, and the 82 bytes that stand before what a data frame carries. */
const SHAKE_BYTES = 17;

describe("our own watch end alone", () => {
	const own = (model: Parameters<typeof createEnds>[1] = {}) => start("our own watch end", model);

	it("shakes hands once for many questions, and goes on after the radio was away", async () => {
		const ends = await own();
		ends.later(6_000, () => ends.link.disconnect());
		ends.later(8_000, () => ends.link.reconnect());
		const questions = [...many(5), ask("Again?", { atMs: 9_000 })];
		await ends.run(questions, 20_000);
		expectAllAnswered(ends, questions);
		expect(ends.counters()).toMatchObject({ handshakesUp: 2, dataFramesUp: 6, dataFramesDown: 6 });
		expect(ends.statuses()).toEqual([false, true]);
	});

	it("answers all where a tenth of the frames is lost", async () => {
		const ends = await own({ loss: 0.1, seed: 11 });
		await ends.run(many(12), LIMIT_MS + 5_000);
		expectAllAnswered(ends, many(12));
	});

	it("says a handshake again after 1.5 and 6 s, and gives the phone up after 25", async () => {
		const ends = await own();
		ends.phone.close();
		const said = ends.upFrames();
		await ends.run([ask("Anybody?")], 24_900);
		expect(said).toEqual([0, 1_500, 6_000].map((atMs) => ({ atMs, bytes: SHAKE_BYTES })));
		expect(ends.ended()).toEqual([]);
		await ends.run([], 200);
		expect(ends.ended()).toEqual([{ id: "q0", text: "phone-away" }]);
		await ends.run([], LIMIT_MS);
		expect(said).toHaveLength(3);
	});

	it("says a request without a reply again after 10 s, and takes the reply to either try", async () => {
		const ends = await own();
		const said = ends.upFrames();
		await ends.run([ask("wait 11000")], 12_000);
		expect(ends.ended()).toEqual([{ id: "q0", text: "wait 11000" }]);
		const data = said.filter(({ bytes }) => bytes > SHAKE_BYTES);
		expect(data).toHaveLength(2);
		expect((data[1]?.atMs ?? 0) - (data[0]?.atMs ?? 0)).toBeGreaterThan(9_000);
		await ends.run([], LIMIT_MS);
		expect(ends.ended()).toHaveLength(1);
		expect(said).toHaveLength(3);
	});

	it("stops a question that is taken back, at the port that it went to, and lets others be", async () => {
		const ends = await own();
		const questions = [ask("wait 8000"), ask("wait 9000"), ask("", { atMs: 3_000, cancels: "q0" })];
		await ends.run(questions, LIMIT_MS);
		expect(ends.ended()).toEqual([
			{ id: "q0", text: "cancelled" },
			{ id: "q2", text: "cancelled" },
			{ id: "q1", text: "wait 9000" },
		]);
		expect(ends.counters()).toMatchObject({ handshakesUp: 1, dataFramesUp: 3 });
	});

	it("says no goodbye, which could end what the phone is asking, and goes on at its port when it is opened again", async () => {
		const ends = await own();
		await ends.run([ask("wait 3000")], 1_000);
		const said = ends.upFrames();
		ends.leave();
		await ends.run([ask("wait 3000")], 20_000);
		expect(ends.ended()).toEqual([{ id: "q0", text: "wait 3000" }]);
		expect(said.map(({ bytes }) => bytes > SHAKE_BYTES)).toEqual([true]);
	});
});
