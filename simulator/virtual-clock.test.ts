import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createVirtualClock } from "./virtual-clock.ts";

const START = Date.UTC(2026, 0, 1);

test("an hour passes without waiting and timers see their own time", async () => {
	const clock = createVirtualClock({ start: START });
	const seen: number[] = [];
	clock.after(3_600_000, () => seen.push(clock.now() - START));
	clock.after(5, () => seen.push(clock.now() - START));
	await clock.runFor(3_600_000);
	expect(seen).toEqual([5, 3_600_000]);
	expect(clock.now()).toBe(START + 3_600_000);
});

test("timers run by time, and those of one time in the order they were set", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }), async (delays) => {
			const clock = createVirtualClock({ start: START });
			const ran: [delay: number, order: number][] = [];
			for (const [order, delay] of delays.entries()) clock.after(delay, () => ran.push([delay, order]));
			await clock.runFor(20);
			expect(ran).toEqual(delays.map((delay, order) => [delay, order]).sort(byTimeThenOrder));
		}),
	);
});

function byTimeThenOrder(left: number[], right: number[]): number {
	return (left[0] ?? 0) - (right[0] ?? 0) || (left[1] ?? 0) - (right[1] ?? 0);
}

test("promise jobs of one timer are done before the next timer runs", async () => {
	const clock = createVirtualClock({ start: START });
	const ran: string[] = [];
	clock.after(1, async () => {
		for (const step of ["a", "b", "c"]) {
			await Promise.resolve();
			ran.push(step);
		}
	});
	clock.after(1, () => ran.push("next"));
	await clock.runFor(1);
	expect(ran).toEqual(["a", "b", "c", "next"]);
});

test("a cancelled timer does not run, even when cancelled by one that is due with it", async () => {
	const clock = createVirtualClock({ start: START });
	let ran = false;
	clock.after(1, () => later.cancel());
	const later = clock.after(1, () => {
		ran = true;
	});
	await clock.runFor(10);
	expect(ran).toBe(false);
});

test("runUntil stops at the moment its condition holds, and says whether it did", async () => {
	const clock = createVirtualClock({ start: START });
	let done = false;
	clock.after(70, () => {
		done = true;
	});
	clock.after(90, () => undefined);
	expect(await clock.runUntil(() => done, 1000)).toBe(true);
	expect(clock.now()).toBe(START + 70);
	expect(await clock.runUntil(() => false, 10)).toBe(false);
	expect(clock.now()).toBe(START + 80);
	expect(await clock.runUntil(() => false, 1000)).toBe(false);
});

test("while I/O is under way time flows, and no timer that is not due runs before it ends", async () => {
	const clock = createVirtualClock({ start: START });
	const ran: string[] = [];
	const release = clock.hold();
	clock.after(60_000, () => ran.push("minute"));
	void pause(20).then(() => {
		ran.push("reply");
		release();
	});
	expect(await clock.runUntil(() => ran.includes("reply"), 120_000)).toBe(true);
	expect(clock.now() - START).toBeGreaterThanOrEqual(19);
	expect(clock.now() - START).toBeLessThan(10_000);
	await clock.runFor(60_000);
	expect(ran).toEqual(["reply", "minute"]);
});

test("a rate makes an I/O that never ends reach its time limit quickly", async () => {
	const clock = createVirtualClock({ start: START, rate: 1000 });
	clock.hold();
	let cut = false;
	clock.after(10_000, () => {
		cut = true;
	});
	const began = performance.now();
	expect(await clock.runUntil(() => cut, 20_000)).toBe(true);
	expect(performance.now() - began).toBeLessThan(1000);
	expect(clock.now()).toBe(START + 10_000);
});

test("a timer set by ended I/O counts from the time it ended", async () => {
	const clock = createVirtualClock({ start: START, rate: 100 });
	const release = clock.hold();
	let at = 0;
	void pause(10).then(() => {
		release();
		const ended = clock.now();
		clock.after(50, () => {
			at = clock.now() - ended;
		});
	});
	expect(await clock.runUntil(() => at > 0, 60_000)).toBe(true);
	expect(at).toBeCloseTo(50, 6);
});
