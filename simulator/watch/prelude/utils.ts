/** `@zos/utils` and `@zos/timer`: small things that live in the package's own heap on a watch too. */
import { Buffer } from "buffer";
import { call } from "./bridge.ts";
import { fenceMethods } from "./fence.ts";
import { logWith, startTimer, stopTimer } from "./globals.ts";

type Listener = (...args: unknown[]) => unknown;

class EventBus {
	private readonly listeners = new Map<string, Listener[]>();

	on(name: string, listener: Listener): void {
		this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
	}
	once(name: string, listener: Listener): void {
		const once: Listener = (...args) => {
			this.off(name, once);
			listener(...args);
		};
		this.on(name, once);
	}
	off(name: string, listener?: Listener): void {
		const kept = listener ? (this.listeners.get(name) ?? []).filter((known) => known !== listener) : [];
		if (kept.length > 0) this.listeners.set(name, kept);
		else this.listeners.delete(name);
	}
	emit(name: string, ...args: unknown[]): void {
		for (const listener of this.listeners.get(name) ?? []) listener(...args);
	}
	clear(name?: string): void {
		if (name === undefined) this.listeners.clear();
		else this.listeners.delete(name);
	}
	count(name?: string): number {
		return name === undefined ? this.listeners.size : (this.listeners.get(name) ?? []).length;
	}
}

type Logger = Record<string, Listener>;

function makeLogger(tag: string): Logger {
	const logger: Logger = { getLogger: (name: unknown) => makeLogger(String(name)) };
	for (const level of ["log", "debug", "info", "warn", "error"]) logger[level] = logWith(level, tag);
	return logger;
}

/** COM: what libraries of API level 1 and 2 take from `DeviceRuntimeCore`. */
export function olderRuntime(): Record<string, unknown> {
	const HmUtils = { gettext: (key: unknown) => call("@zos/i18n.getText", key), ...utilsModule(1) };
	return { HmLogger: makeLogger(""), Buffer, HmUtils: fenceMethods(HmUtils) };
}

/** `scale`: screen pixels for one pixel of the design. */
export function utilsModule(scale: number): Record<string, unknown> {
	return {
		log: makeLogger(""),
		EventBus,
		px: (value: unknown) => Math.ceil(Number(value) * scale),
		assets: (base: string) => (path: string, rtl?: boolean) =>
			`${base}/${rtl ? path.replace(/(\.[^./]*)?$/, "@rtl$1") : path}`,
		stringToBuffer: (text: string) => new Uint8Array(Buffer.from(text, "utf8")).buffer,
		bufferToString: (bytes: ArrayBuffer) => Buffer.from(bytes).toString("utf8"),
	};
}

export function timerModule(): Record<string, unknown> {
	return {
		setTimeout: (run: Listener, ms: unknown, ...args: unknown[]) => startTimer(false, run, ms, args),
		setInterval: (run: Listener, ms: unknown, ...args: unknown[]) => startTimer(true, run, ms, args),
		clearTimeout: stopTimer,
		clearInterval: stopTimer,
		createSysTimer: (repeat: boolean, ms: unknown, run: Listener, ...args: unknown[]) =>
			startTimer(repeat, run, ms, args),
		stopTimer,
	};
}
