import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVirtualClock } from "../virtual-clock.ts";
import { buildFrame, readFrame } from "./frame.ts";
import { createLink, parseLink, type Traffic } from "./link.ts";
import { GOOD_LINK } from "./model.ts";

const APP = 25001;

/** Sends `count` numbered frames upward, `gapMs` apart, and gives what arrived, in order, with its time. */
async function run(terms: string, count: number, gapMs = 1) {
	const clock = createVirtualClock({ start: 0 });
	const link = createLink({ clock, model: parseLink(terms) });
	const arrived: { number: number; at: number }[] = [];
	const traffic: Traffic[] = [];
	link.phone.onData((_, bytes) => arrived.push({ number: new DataView(bytes.buffer).getUint32(0), at: clock.now() }));
	link.onTraffic((one) => traffic.push(one));
	for (let number = 0; number < count; number += 1) {
		const bytes = new Uint8Array(20);
		new DataView(bytes.buffer).setUint32(0, number);
		clock.after(number * gapMs, () => link.watch.send(APP, bytes));
	}
	await clock.runFor(count * gapMs + 60_000);
	return { arrived, traffic, counters: link.counters() };
}

test("a frame takes its bytes at the rate, then the latency", async () => {
	const { arrived } = await run("rate=2000,latency=60", 1);
	expect(arrived).toEqual([{ number: 0, at: 70 }]);
});

test("frames sent at once follow each other, as fast as the rate lets them", async () => {
	const { arrived } = await run("rate=2000,latency=60", 3, 0);
	expect(arrived.map((one) => one.at)).toEqual([70, 80, 90]);
});

test("the same seed gives the same run, another seed another", async () => {
	const terms = "loss=0.2,dup=0.2,reorder=0.2,seed=7";
	const first = await run(terms, 200);
	expect((await run(terms, 200)).arrived).toEqual(first.arrived);
	expect((await run("loss=0.2,dup=0.2,reorder=0.2,seed=8", 200)).arrived).not.toEqual(first.arrived);
});

test("the share of frames lost is near the one asked for", async () => {
	for (const loss of [0.1, 0.5]) {
		const { arrived, counters } = await run(`loss=${loss},rate=1000000`, 2000, 0);
		expect(Math.abs(1 - arrived.length / 2000 - loss)).toBeLessThan(0.03);
		expect(counters.lost).toBe(2000 - arrived.length);
	}
});

test("doubled frames come twice and late ones after later ones", async () => {
	const doubled = await run("dup=1", 5, 100);
	expect(doubled.arrived.map((one) => one.number)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
	const mixed = await run("reorder=0.5,seed=3", 50, 100);
	const numbers = mixed.arrived.map((one) => one.number);
	expect(numbers).not.toEqual([...numbers].sort((left, right) => left - right));
	expect(new Set(numbers).size).toBe(50);
});

test("more loss loses the same frames and then some", async () => {
	const some = new Set((await run("loss=0.1,seed=5", 300)).arrived.map((one) => one.number));
	const fewer = (await run("loss=0.3,seed=5", 300)).arrived.map((one) => one.number);
	expect(fewer.length).toBeLessThan(some.size);
	expect(fewer.every((number) => some.has(number))).toBe(true);
});

test("a disconnection loses what is under way, refuses what is sent, and is told", async () => {
	const clock = createVirtualClock({ start: 0 });
	const link = createLink({ clock });
	const statuses: boolean[] = [];
	let arrived = 0;
	link.watch.onStatus((connected) => statuses.push(connected));
	link.phone.onData(() => {
		arrived += 1;
	});
	expect(link.watch.send(APP, new Uint8Array(10))).toBe(true);
	link.disconnect();
	expect(link.watch.send(APP, new Uint8Array(10))).toBe(false);
	link.reconnect();
	await clock.runFor(10_000);
	expect(arrived).toBe(0);
	link.watch.send(APP, new Uint8Array(10));
	await clock.runFor(10_000);
	expect(arrived).toBe(1);
	expect(statuses).toEqual([false, true]);
	expect(link.counters().disconnections).toBe(1);
});

test("a radio that drops comes back by itself after its time away", async () => {
	const clock = createVirtualClock({ start: 0 });
	const link = createLink({ clock, model: { ...GOOD_LINK, drop: 1, awayMs: 3000 } });
	link.watch.send(APP, new Uint8Array(10));
	await clock.runFor(1000);
	expect(link.connected()).toBe(false);
	await clock.runFor(3000);
	expect(link.connected()).toBe(true);
});

test("frames reach the app they are for, and none that stopped listening", async () => {
	const clock = createVirtualClock({ start: 0 });
	const link = createLink({ clock });
	const got: number[] = [];
	link.watch.open(1, () => got.push(1));
	link.watch.open(2, () => got.push(2));
	link.phone.send(2, new Uint8Array(1));
	await clock.runFor(1000);
	link.watch.close(2);
	link.phone.send(2, new Uint8Array(1));
	await clock.runFor(1000);
	expect(got).toEqual([2]);
});

test("counters tell handshakes from data and count every byte handed to the radio", () => {
	const link = createLink({ clock: createVirtualClock({ start: 0 }) });
	const frame = { watchPort: 20, phonePort: 0, appId: APP, payload: new Uint8Array(1) };
	link.watch.send(APP, buildFrame({ ...frame, kind: "handshake" }));
	link.phone.send(APP, buildFrame({ ...frame, kind: "data" }));
	expect(link.counters()).toMatchObject({
		bytesUp: 17,
		bytesDown: 17,
		framesUp: 1,
		framesDown: 1,
		handshakesUp: 1,
		handshakesDown: 0,
		dataFramesUp: 0,
		dataFramesDown: 1,
	});
});

test("a frame reads back as it was built, and no bytes make the reader throw", () => {
	const port = fc.integer({ min: 0, max: 0xffff });
	fc.assert(
		fc.property(
			port,
			port,
			fc.integer({ min: 0, max: 0xffffffff }),
			fc.uint8Array(),
			(watchPort, phonePort, appId, payload) => {
				const frame = { kind: "data", watchPort, phonePort, appId, payload } as const;
				expect(readFrame(buildFrame(frame))).toEqual(frame);
			},
		),
	);
	fc.assert(fc.property(fc.uint8Array(), (bytes) => void readFrame(bytes)));
});

describe("--link", () => {
	test("takes every term and keeps the defaults of the others", () => {
		expect(parseLink("loss=0.1, dup=0.05,reorder=0.05,rate=2000,latency=60,seed=7")).toEqual({
			...GOOD_LINK,
			loss: 0.1,
			dup: 0.05,
			reorder: 0.05,
			seed: 7,
		});
		expect(parseLink("")).toEqual(GOOD_LINK);
	});

	test.each([
		["loss=2", "loss takes a share from 0 to 1"],
		["loss=", "loss takes a share"],
		["loss=0.1=2", "loss takes a share"],
		["rate=0", "rate takes bytes a second"],
		["latency=-1", "latency takes ms"],
		["seed=1.5", "seed takes a whole number"],
		["speed=3", 'no link term is called "speed"'],
	])("refuses %s and says why", (text, why) => {
		expect(() => parseLink(text)).toThrow(why);
	});
});
