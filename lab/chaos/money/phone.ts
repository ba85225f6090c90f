/**
 * The Side Service as the product has it, on a phone whose clock is set, and whose Zepp app ends it at any moment. Owns the
 * storage that outlives it. Rule: of a service that was ended nothing comes any more, be it a timer, a reply or a write.
 */
import { createHttp, type VendorFetch } from "../../../app-side/http.ts";
import type { Ports, Timing } from "../../../app-side/ports.ts";
import { createService, type Service } from "../../../app-side/service.ts";
import { SETTING } from "../../../core/settings/settings.ts";
import type { Clock } from "../../../simulator/index.ts";

export type Phone = {
	stored: Map<string, string>;
	now(): number;
	service(): Service;
	/** The process ends, and another begins. */
	kill(): void;
	/** The clock is set forward, or back. */
	turnClock(ms: number): void;
};

const LEAK_MS = 1_000;

/** `isLeaky`: what was spent is not kept for long, which a run must notice. */
export function createPhone(clock: Clock, fetch: VendorFetch, isLeaky: boolean): Phone {
	const stored = new Map<string, string>();
	let aheadMs = 0;
	let process = { isAlive: true };
	const now = () => clock.now() + aheadMs;

	function start(): Service {
		const own = { isAlive: true };
		process = own;
		const timing: Timing = {
			now,
			after(delayMs, run) {
				const timer = clock.after(delayMs, () => {
					if (own.isAlive) run();
				});
				return () => timer.cancel();
			},
		};
		const ports: Ports = {
			...timing,
			http: createHttp(async (request) => {
				const value = await fetch(request);
				return own.isAlive ? value : new Promise(() => undefined);
			}, timing),
			storage: {
				get: (key) => stored.get(key),
				set: (key, value) => {
					if (!own.isAlive) return;
					stored.set(key, value);
					// What is read back at once is still there.
					if (isLeaky && key === SETTING.spending) clock.after(LEAK_MS, () => stored.delete(key));
				},
			},
			log: () => undefined,
		};
		return createService(ports);
	}

	let service = start();
	return {
		stored,
		now,
		service: () => service,
		kill() {
			process.isAlive = false;
			service = start();
		},
		turnClock(ms) {
			aheadMs += ms;
		},
	};
}
