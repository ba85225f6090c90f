/**
 * The simulated time of watch, phone and link. Owns every timer of the simulation. Rule: nothing in the simulator calls
 * Date.now, setTimeout or setInterval for simulated things but through here, so that a run repeats from its seed.
 *
 * Virtual: time jumps to the next timer, but while real I/O is under way (see `hold`) it flows with the desktop's own
 * clock times `rate`. Live: time always flows with the desktop's clock.
 */
export interface Clock {
	/** Simulated ms since the epoch. */
	now(): number;
	/** Runs `run` once, `delayMs` from now. Timers that are due together run in the order they were set. */
	after(delayMs: number, run: () => void): Timer;
	/** Marks real I/O (an HTTP request) as under way until the returned function is called. */
	hold(): () => void;
	/** Runs timers until `done()` is true; false when `limitMs` of simulated time has passed, or nothing is left to happen. */
	runUntil(done: () => boolean, limitMs: number): Promise<boolean>;
	/** Runs all that happens within the next `ms`, then stands exactly there. */
	runFor(ms: number): Promise<void>;
}

export interface Timer {
	cancel(): void;
}
