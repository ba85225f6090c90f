import { describe, expect, test } from "vitest";
import { bench } from "./__fixtures__/bench.ts";

function running(code: string) {
	const made = bench();
	made.install({ scripts: { "page/index": `Page({ build() { ${code} } })` } });
	made.watch.launch(20001);
	return made;
}

describe("the heap of an app", () => {
	test("is its own: a page that does nothing weighs next to nothing", () => {
		expect(running("").watch.heap(20001).now).toBeLessThan(2_000);
		expect(running("globalThis.kept = new Uint8Array(50000)").watch.heap(20001).now).toBeGreaterThan(50_000);
	});

	test("of the code alone is weighed before anything is built", () => {
		const { watch } = running("globalThis.kept = new Uint8Array(50000)");
		const { loaded, now } = watch.heap(20001);
		expect(loaded).toBeGreaterThan(0);
		expect(loaded).toBeLessThan(2_000);
		expect(now).toBeGreaterThan(50_000);
	});

	test("peaks where a promise job holds more than is left in the end", () => {
		const { watch } = running(
			`Promise.resolve().then(() => { globalThis.held = new Uint8Array(80000) }).then(() => { globalThis.held = null })`,
		);
		const { now, peak } = watch.heap(20001);
		expect(peak).toBeGreaterThan(80_000);
		expect(now).toBeLessThan(5_000);
	});

	test("gives back what widgets and timers held", async () => {
		const { watch, clock } = running(`const make = () => { const big = new Uint8Array(9000); return () => big.length };
			const list = []; for (let i = 0; i < 10; i++) { const w = createWidget(widget.BUTTON, { click_func: make() }); w.addEventListener(event.CLICK_UP, make()); list.push(w); setTimeout(make(), 10) }
			setTimeout(() => list.forEach((w) => deleteWidget(w)), 20)`);
		expect(watch.heap(20001).now).toBeGreaterThan(250_000);
		await clock.runFor(15);
		expect(watch.heap(20001).now).toBeLessThan(220_000);
		await clock.runFor(10);
		expect(watch.heap(20001).now).toBeLessThan(12_000);
	});

	test("does not grow over a thousand calls of a listener", async () => {
		const { watch, clock } = running(`const t = createWidget(widget.TEXT, { text: '' }); let n = 0
			setInterval(() => t.setProperty(prop.MORE, { text: String(n++), data: [n] }), 10)`);
		await clock.runFor(100);
		const before = watch.heap(20001).now;
		await clock.runFor(10_000);
		expect(watch.heap(20001).now - before).toBeLessThan(200);
		expect(watch.counters(20001).callbacks).toBe(1010);
	});
});
