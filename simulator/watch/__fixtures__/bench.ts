/** A watch on a test's bench: virtual time, a radio that the test holds, and the log as a list. */
import { type Device, findDevice } from "../../devices.ts";
import type { Bluetooth } from "../../link/bluetooth.ts";
import type { OpenedPackage } from "../../package/open-package.ts";
import { createVirtualClock } from "../../virtual-clock.ts";
import { createWatch } from "../simulated-watch.ts";
import type { LogLine } from "../system.ts";
import type { WatchOptions } from "../watch.ts";
import { type ScriptPackage, scriptPackage } from "./script-package.ts";

/** 2026-01-05, a Monday, 10:09:00 UTC. */
export const START = Date.UTC(2026, 0, 5, 10, 9);

export function deviceOf(id: string): Device {
	const device = findDevice(id);
	if (!device) throw new Error(`no device ${id}`);
	return device;
}

export function bench(options: Partial<WatchOptions> & { deviceId?: string } = {}) {
	const clock = options.clock ?? createVirtualClock({ start: START });
	const lines: LogLine[] = [];
	const radio = testRadio();
	const device = options.device ?? deviceOf(options.deviceId ?? "balance2");
	const watch = createWatch({ bluetooth: radio, log: (line) => lines.push(line), ...options, device, clock });
	return {
		watch,
		clock,
		radio,
		lines,
		/** What the packages printed, in order. */
		said: () => lines.map(({ text }) => text),
		install(...packages: (ScriptPackage | OpenedPackage)[]) {
			for (const one of packages) watch.install("scripts" in one ? scriptPackage(one) : one);
		},
	};
}

/** The link's end as the watch sees it, in the test's hand. */
function testRadio() {
	const sent: { appId: number; bytes: number[] }[] = [];
	const listeners = new Map<number, (bytes: Uint8Array) => void>();
	const onStatus = new Set<(connected: boolean) => void>();
	let connected = true;
	const port: Bluetooth = {
		connected: () => connected,
		open: (appId, onData) => void listeners.set(appId, onData),
		close: (appId) => void listeners.delete(appId),
		send(appId, bytes) {
			if (connected) sent.push({ appId, bytes: [...bytes] });
			return connected;
		},
		onStatus(listener) {
			onStatus.add(listener);
			return () => onStatus.delete(listener);
		},
	};
	return {
		...port,
		sent,
		deliver: (appId: number, bytes: number[]) => listeners.get(appId)?.(Uint8Array.from(bytes)),
		isOpen: (appId: number) => listeners.has(appId),
		statusListeners: () => onStatus.size,
		setConnected(value: boolean) {
			connected = value;
			for (const listener of onStatus) listener(value);
		},
	};
}
