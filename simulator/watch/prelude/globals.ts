/** The plain globals of a watch: console, timers, Buffer, and randomness from the run's seed. */
import { Buffer } from "buffer";
import { call } from "./bridge.ts";
import { fenced } from "./fence.ts";

const LEVELS = ["log", "debug", "info", "warn", "error"];

export function installGlobals(seed: number, timers: boolean): void {
	installConsole();
	if (timers) installTimers();
	Reflect.set(globalThis, "Buffer", Buffer);
	Math.random = fenced(seededRandom(seed));
	forbidCodeFromText();
	forgiveUndeclared();
}

/**
 * COM: apps that run on watches read names that nobody declared and get undefined; public apps do so with DEVICE_HEIGHT and
 * spacer. Each is said once, since elsewhere it would be a ReferenceError.
 */
function forgiveUndeclared(): void {
	const said = new Set<string>();
	const missing = new Proxy(Object.prototype, {
		get(target, name, receiver) {
			if (name in target || typeof name === "symbol") return Reflect.get(target, name, receiver);
			if (!said.has(name)) call("log", "debug", "watch", `nothing is called ${name}: undefined`);
			said.add(name);
			return undefined;
		},
	});
	Object.setPrototypeOf(globalThis, missing);
}

/** PKG: a watch runs bytecode only; it has no `eval`, and its Function constructor fails. */
function forbidCodeFromText(): void {
	const { prototype } = Function;
	function refuse(): never {
		throw new EvalError("code from text is not supported");
	}
	refuse.prototype = prototype;
	Object.defineProperty(prototype, "constructor", { value: refuse });
	Reflect.set(globalThis, "Function", refuse);
	Reflect.deleteProperty(globalThis, "eval");
}

/** How the watch's log prints a value. */
function show(value: unknown): string {
	if (typeof value === "string") return value;
	if (value instanceof Error) return `${value.name}: ${value.message}`;
	if (typeof value !== "object" || value === null) return String(value);
	try {
		return JSON.stringify(value) ?? String(value);
	} catch (error) {
		return `[object that is not JSON: ${String(error)}]`;
	}
}

export function logWith(level: string, tag: string): (...values: unknown[]) => void {
	return fenced((...values) => {
		call("log", level, tag, values.map(show).join(" "));
	});
}

function installConsole(): void {
	const console = Object.fromEntries(LEVELS.map((level) => [level, logWith(level, "")]));
	Reflect.set(globalThis, "console", console);
}

type Run = (...args: unknown[]) => unknown;

/** A timer's own arguments are bound here, so that the host only knows when. */
export function startTimer(repeat: boolean, run: Run, ms: unknown, args: unknown[]): unknown {
	if (typeof run !== "function") throw new TypeError("not a function");
	const bound = args.length === 0 ? () => run() : () => run(...args);
	return call("timer.start", repeat, bound, Number(ms) || 0);
}

export function stopTimer(id: unknown): void {
	if (typeof id === "number") call("timer.stop", id);
}

function installTimers(): void {
	const start = (repeat: boolean) =>
		fenced((run: Run, ms?: unknown, ...args: unknown[]) => startTimer(repeat, run, ms, args));
	const stop = fenced(stopTimer);
	Reflect.set(globalThis, "setTimeout", start(false));
	Reflect.set(globalThis, "setInterval", start(true));
	Reflect.set(globalThis, "clearTimeout", stop);
	Reflect.set(globalThis, "clearInterval", stop);
}

/** Mulberry32: small, and the same on every run of a seed. */
function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
