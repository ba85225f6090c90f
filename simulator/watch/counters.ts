/** What a watch's app costs, counted while it runs. */
export type Counters = {
	/** Functions of the package that the watch has called. */
	callbacks: number;
	timersLeft: number;
	widgetsCreated: number;
	propertiesSet: number;
	/** Changes that made the screen draw. */
	redraws: number;
	vibrations: number;
	/** While this app was in front. */
	screenOnMs: number;
	minuteTicks: number;
	crashes: number;
	/** Texts that the package had the watch measure. */
	layouts: number;
	/** Calls and backward jumps of the package's own code. */
	work: number;
	/** Those of the simulator's own code in the same engine, which a watch's firmware does without one. */
	bridgeWork: number;
};

/** Bytes above the watch's own modules: when the code had run and nothing was built, now, and the most there ever was. */
export type Heap = { loaded: number; now: number; peak: number };

export const NO_HEAP: Heap = { loaded: 0, now: 0, peak: 0 };

export function noCounters(): Counters {
	return {
		callbacks: 0,
		timersLeft: 0,
		widgetsCreated: 0,
		propertiesSet: 0,
		redraws: 0,
		vibrations: 0,
		screenOnMs: 0,
		minuteTicks: 0,
		crashes: 0,
		layouts: 0,
		work: 0,
		bridgeWork: 0,
	};
}
