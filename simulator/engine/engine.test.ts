import { describe, expect, test } from "vitest";
import { createEngine, type Engine, type EngineOptions, HOUSE, type Thrown } from "./engine.ts";

function engineWith(options: Partial<EngineOptions> = {}): Engine {
	return createEngine({ host: () => undefined, onThrown: () => {}, ...options });
}

describe("an engine", () => {
	test("calls global functions with texts and gives their text back", () => {
		const engine = engineWith();
		engine.run("function greet(name) { return 'hello ' + name }");
		expect(engine.call("greet", "wörld 🙂")).toEqual({ ok: true, value: "hello wörld 🙂" });
		expect(engine.call("greet2")).toMatchObject({ ok: false, thrown: { message: "TypeError: not a function" } });
	});

	test("turns what is thrown into a message and a stack", () => {
		const engine = engineWith();
		const outcome = engine.run("function deep() { throw new RangeError('too far') } deep()");
		expect(outcome).toMatchObject({ ok: false, thrown: { message: "RangeError: too far" } });
		expect(outcome.ok ? "" : outcome.thrown.stack).toContain("deep");
		expect(engine.run("throw 'plain'")).toEqual({ ok: false, thrown: { message: "plain", stack: "" } });
	});

	test("throws the host's errors inside, where they can be caught", () => {
		const engine = engineWith({
			host: () => {
				throw new Error("not today");
			},
		});
		engine.run("function ask() { try { __host('a', '') } catch (e) { return e.message } }");
		expect(engine.call("ask")).toEqual({ ok: true, value: "not today" });
	});

	test("settles promise jobs before a call returns, and reports those that fail outside of a promise", () => {
		const thrown: Thrown[] = [];
		const seen: string[] = [];
		const engine = engineWith({
			host: (_operation, text) => {
				seen.push(text);
				return undefined;
			},
			onThrown: (one) => thrown.push(one),
		});
		engine.run("Promise.resolve(1).then(() => 2).then((n) => __host('got', String(n)))");
		expect(seen).toEqual(["2"]);
		expect(thrown).toEqual([]);
	});

	test("is the vendor's release: ES2020 without what came later", () => {
		const engine = engineWith();
		const missing = ["BigInt", "WeakRef", "Intl", "TextEncoder", "structuredClone"].map((name) => `typeof ${name}`);
		engine.run(`function kinds() { return [${missing}, typeof [].at, typeof Object.hasOwn].join() }`);
		expect(engine.call("kinds")).toEqual({ ok: true, value: new Array(7).fill("undefined").join() });
		expect(engine.run("let a; a ??= 1")).toMatchObject({ ok: false });
		expect(engine.run("class A { #x = 1; y() { return this?.#x } }").ok).toBe(false);
		expect(engine.run("class A { #x = 1; y() { return this.#x ?? 0 } }").ok).toBe(true);
	});
});

describe("the heap of an engine", () => {
	test("does not hold the source of what runs in it", () => {
		const plain = engineWith();
		plain.run("function f() { return 1 }");
		const long = engineWith();
		long.run(`function f() { /* ${"x".repeat(50_000)} */ return 1 }`);
		expect(Math.abs(long.heapBytes(true) - plain.heapBytes(true))).toBeLessThan(1000);
	});

	test("is freed of cycles when asked", () => {
		const engine = engineWith();
		engine.run("var keep");
		const before = engine.heapBytes(true);
		engine.run("for (let i = 0; i < 2000; i++) { const a = {}, b = { a }; a.b = b }");
		expect(engine.heapBytes(false)).toBeGreaterThan(before + 100_000);
		expect(engine.heapBytes(true)).toBeLessThan(before + 2000);
	});
});

describe("the work of an engine", () => {
	test("counts calls and backward jumps, the same on every run", () => {
		const counts = [engineWith(), engineWith()].map((engine) => {
			engine.run("var f = () => 1");
			const before = engine.work().guest;
			engine.run("for (let i = 0; i < 50000; i++) f()");
			return engine.work().guest - before;
		});
		expect(counts[0]).toBe(counts[1]);
		expect(counts[0]).toBeGreaterThan(100_000);
		expect(counts[0]).toBeLessThan(200_000);
	});

	test("goes on the account of whom the code names, until it names another or is called anew", () => {
		const engine = engineWith();
		engine.run("var f = () => 1; function loop(n) { for (let i = 0; i < n; i++) f() }");
		const before = engine.work();
		engine.run(`loop(1000); var was = __charge(${HOUSE}); loop(30000); __charge(was); loop(2000)`);
		engine.run(`__charge(${HOUSE})`);
		engine.run("loop(4000)");
		const { guest, house } = engine.work();
		expect(Math.abs(house - before.house - 90_000)).toBeLessThan(20);
		expect(Math.abs(guest - before.guest - 21_000)).toBeLessThan(20);
	});
});

describe("an engine that is in trouble", () => {
	test("is stopped by the watchdog when it never ends", () => {
		const engine = engineWith({ watchdogMs: 50 });
		expect(engine.run("for (;;);")).toMatchObject({ ok: false, thrown: { message: "InternalError: interrupted" } });
		expect(engine.run("1").ok).toBe(true);
	});

	test("gives a Thrown for endless recursion, and others run on", () => {
		const other = engineWith();
		const engine = engineWith();
		expect(engine.run("function f() { return 1 + f() } f()").ok).toBe(false);
		other.run("function two() { return '2' }");
		expect(other.call("two")).toEqual({ ok: true, value: "2" });
	});

	test("runs nothing more once it is disposed, even from inside itself", () => {
		const seen: string[] = [];
		const engine: Engine = engineWith({
			host: (operation) => {
				seen.push(operation);
				if (operation === "end") engine.dispose();
				return undefined;
			},
		});
		engine.run("__host('end', ''); Promise.resolve().then(() => __host('after', ''))");
		expect(engine.alive).toBe(false);
		expect(engine.run("__host('again', '')").ok).toBe(false);
		expect(seen).toEqual(["end"]);
		expect(engine.heapBytes(true)).toBe(0);
		engine.dispose();
	});
});
