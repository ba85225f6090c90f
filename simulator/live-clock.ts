/** The clock of the page on localhost: simulated time is the desktop's, from any start. Rule: it never jumps. */
import type { Clock } from "./clock.ts";

/** How often `runUntil` looks whether it is done, in ms of the desktop. */
const LOOK_MS = 10;

/** `start` is simulated ms since the epoch; without it, now. */
export function createLiveClock(options: { start?: number } = {}): Clock {
	const origin = performance.now();
	const start = options.start ?? Date.now();
	const now = () => start + Math.round(performance.now() - origin);
	return {
		now,
		after(delayMs, run) {
			const timeout = setTimeout(run, Math.max(0, delayMs));
			return { cancel: () => clearTimeout(timeout) };
		},
		hold: () => () => undefined,
		async runUntil(done, limitMs) {
			const until = now() + limitMs;
			while (!done()) {
				if (now() >= until) return false;
				await pause(Math.min(LOOK_MS, until - now()));
			}
			return true;
		},
		runFor: pause,
	};
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
