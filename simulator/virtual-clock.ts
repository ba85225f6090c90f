/**
 * A clock whose time jumps from timer to timer. Owns the queue of timers and the order in which they run; never what
 * they do. Rule: between two timers every pending promise job has run, so that a run repeats.
 */
import type { Clock, Timer } from "./clock.ts";

type Entry = { at: number; order: number; run: () => void; cancelled: boolean };

/** Where flowing time started: desktop ms (monotonic) and simulated ms. */
type Flow = { desktop: number; simulated: number };

/** Longest wait of the desktop between two looks at flowing time; only matters at rates below one. */
const FLOW_STEP_MS = 1000;

/**
 * `start` is simulated ms since the epoch. `rate` is how many simulated ms pass in one ms of the desktop while real I/O
 * is under way; a test of a request that hangs sets it high.
 */
export function createVirtualClock(options: { start: number; rate?: number }): Clock {
	const rate = options.rate ?? 1;
	const queue: Entry[] = [];
	let current = options.start;
	let order = 0;
	let holds = 0;
	let flow: Flow | null = null;
	let limit = current;
	let running = false;
	let wake: (() => void) | null = null;

	function next(): Entry | undefined {
		while (queue[0]?.cancelled) queue.shift();
		return queue[0];
	}

	/**
	 * Moves flowing time up to the desktop's, but never past a timer that has not run. Time flows only while we wait:
	 * within a timer's own run it stands.
	 */
	function flowOn(): void {
		if (flow === null || wake === null) return;
		const flowed = flow.simulated + (performance.now() - flow.desktop) * rate;
		current = Math.max(current, Math.min(flowed, next()?.at ?? Number.POSITIVE_INFINITY, limit));
	}

	function runNext(entry: Entry): void {
		queue.shift();
		current = Math.max(current, entry.at);
		entry.cancelled = true;
		entry.run();
	}

	/** Waits until flowing time reaches `until`, I/O ends or a timer is set, whichever is first. */
	async function waitForFlow(until: number): Promise<void> {
		const waitMs = Math.min(Math.max(0, (until - current) / rate), FLOW_STEP_MS);
		await new Promise<void>((resolve) => {
			const timeout = setTimeout(resolve, waitMs);
			wake = () => {
				clearTimeout(timeout);
				resolve();
			};
		});
		flowOn();
		wake = null;
	}

	/** One step towards `limit`; false when nothing is left to happen before it. */
	async function step(): Promise<boolean> {
		const entry = next();
		if (holds > 0) {
			flow ??= { desktop: performance.now(), simulated: current };
			if (entry && entry.at <= current) runNext(entry);
			else await waitForFlow(Math.min(entry?.at ?? limit, limit));
			return true;
		}
		if (!entry || entry.at > limit) return false;
		runNext(entry);
		return true;
	}

	async function run(done: () => boolean, limitMs: number): Promise<boolean> {
		if (running) throw new Error("the virtual clock is already running");
		running = true;
		limit = current + limitMs;
		try {
			for (;;) {
				await settle();
				if (done()) return true;
				if (current >= limit && (next()?.at ?? Number.POSITIVE_INFINITY) > limit) return false;
				if (!(await step())) return false;
			}
		} finally {
			flow = null;
			running = false;
		}
	}

	return {
		/** Whole, as every watch and phone tells it; timers keep their fractions. */
		now() {
			flowOn();
			return Math.floor(current);
		},
		after(delayMs, run) {
			flowOn();
			const entry: Entry = { at: current + Math.max(0, delayMs), order: order++, run, cancelled: false };
			insert(queue, entry);
			wake?.();
			return {
				cancel() {
					entry.cancelled = true;
				},
			} satisfies Timer;
		},
		hold() {
			holds += 1;
			let held = true;
			return () => {
				if (!held) return;
				held = false;
				flowOn();
				holds -= 1;
				if (holds === 0) flow = null;
				wake?.();
			};
		},
		async runUntil(done, limitMs) {
			const met = await run(done, limitMs);
			if (!met && next()) current = Math.max(current, limit);
			return met;
		},
		async runFor(ms) {
			const until = current + ms;
			await run(() => false, ms);
			current = Math.max(current, until);
		},
	};
}

/** Lets every pending promise job run: the host's, the vm contexts' and what those lead to. */
function settle(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** Keeps the queue sorted by time, then by the order of setting. */
function insert(queue: Entry[], entry: Entry): void {
	let low = 0;
	let high = queue.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((queue[middle]?.at ?? 0) <= entry.at) low = middle + 1;
		else high = middle;
	}
	queue.splice(low, 0, entry);
}
