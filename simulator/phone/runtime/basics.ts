/**
 * The globals that the Side Service and the settings page have in common: console, Logger, timers, simulated time,
 * translation. Rule: nothing that is not documented or seen in a working app is put here.
 */
import type { Host, LogLevel } from "./host.ts";
import { formatLog, inspect } from "./text.ts";

export type Guard = (what: string, run: () => void) => void;

/** Runs an app's callback; what it throws is logged and goes no further, as in the Zepp app. */
export function createGuard(host: Host): Guard {
	return (what, run) => {
		try {
			run();
		} catch (error) {
			host.log("error", `${what} threw ${inspect(error)}`);
		}
	};
}

export function installBasics(host: Host, guard: Guard): void {
	Object.assign(globalThis, {
		console: createLogger(host, ""),
		Logger: { getLogger: (name: unknown) => createLogger(host, `[${String(name)}] `) },
		userSettings: { lang: host.language },
		HmUtils: createWords(),
		...createTimers(host, guard),
	});
	installTime(host);
	restrictCode();
}

function createLogger(host: Host, prefix: string): Record<string, (...values: unknown[]) => void> {
	const at =
		(level: LogLevel) =>
		(...values: unknown[]) =>
			host.log(level, prefix + formatLog(values));
	return { log: at("info"), info: at("info"), debug: at("debug"), warn: at("warn"), error: at("error") };
}

function createTimers(host: Host, guard: Guard): Record<string, unknown> {
	const again = new Map<number, number>();
	function once(run: unknown, delayMs: unknown, ...values: unknown[]): number {
		return host.setTimer(toDelay(delayMs), () => guard("a timer", () => call(run, values)));
	}
	function repeat(run: unknown, delayMs: unknown, ...values: unknown[]): number {
		const delay = Math.max(1, toDelay(delayMs));
		const first = host.setTimer(delay, tick);
		function tick(): void {
			again.set(first, host.setTimer(delay, tick));
			guard("an interval", () => call(run, values));
		}
		return first;
	}
	function clear(id: unknown): void {
		if (typeof id !== "number") return;
		host.clearTimer(again.get(id) ?? id);
		again.delete(id);
	}
	return { setTimeout: once, setInterval: repeat, clearTimeout: clear, clearInterval: clear };
}

function toDelay(value: unknown): number {
	const delay = Number(value);
	return Number.isFinite(delay) && delay > 0 ? delay : 0;
}

function call(run: unknown, values: readonly unknown[]): void {
	if (typeof run === "function") run(...values);
}

/** Makes `Date` and `Math.random` those of the simulation. Local time is in the desktop's own zone. */
function installTime(host: Host): void {
	const RealDate = Date;
	const now = () => Math.floor(host.now());
	const simulated = new Proxy(RealDate, {
		construct: (target, values, made) => Reflect.construct(target, values.length === 0 ? [now()] : values, made),
		apply: () => new RealDate(now()).toString(),
		get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
	});
	RealDate.prototype.constructor = simulated;
	globalThis.Date = simulated;
	Math.random = () => host.random();
}

/**
 * `new Function` only as `new Function("return this")` (DOC app-settings/js-support.md); what the engine of a desktop
 * has beyond that of a phone is taken away.
 */
function restrictCode(): void {
	const RealFunction = Function;
	function returnThisOnly(...parts: unknown[]): () => typeof globalThis {
		if (parts.length === 1 && /^\s*return this;?\s*$/.test(String(parts[0]))) return () => globalThis;
		throw new EvalError("code from strings is not allowed");
	}
	returnThisOnly.prototype = RealFunction.prototype;
	Object.assign(globalThis, { Function: returnThisOnly });
	for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics", "eval"]) Reflect.deleteProperty(globalThis, name);
}

type Table = Record<string, Record<string, string>>;

/**
 * What the packager's translation of `import { gettext } from "i18n"` calls, in the app-side and in the settings page:
 * `HmUtils.gettextFactory(table, new HmUtils.Lang(HmUtils.getLanguage(userSettings)), "en-US")` (PKG zpm 3.4.1).
 */
function createWords(): Record<string, unknown> {
	class Lang {
		constructor(readonly language: string) {}
	}
	function format(text: string, ...values: unknown[]): string {
		return formatLog([text, ...values]);
	}
	function gettextFactory(table: Table, lang: Lang, fallback: string) {
		const words = table[lang.language] ?? table[fallback] ?? {};
		return (id: string, ...values: unknown[]) => {
			const text = words[id] ?? id;
			return values.length === 0 ? text : format(text, ...values);
		};
	}
	return { Lang, format, gettextFactory, getLanguage: (settings: { lang: string }) => settings.lang };
}
