/**
 * What the pages of one run of the app share: it lives in the app's globals, and ends with the app. Owns the place and its shape;
 * the card runs the app as well, and has nothing of this.
 */
import type { Held } from "./journal.ts";

export type Shared = {
	/** Rows that the disk would not take. */
	held: Held[];
	/** Questions that the phone has yet to be told to stop. */
	stops: string[];
	/** When the phone last answered a hello or a question, in ms since the epoch. */
	metAt?: number;
	/** Questions whose actions were done by this run of the app; when the alarms were last put right, in ms since the epoch. */
	acted: string[];
	mendedAt?: number;
	/** The note that the disk did not take, by its key. */
	unkept?: string;
	/** The question that was spoken last: its answer may be spoken too. */
	aloud?: string;
	/** Where the Side Service is; when it spoke last, in ms since the epoch; how many pages have had the radio. */
	port?: number;
	heardAt?: number;
	opened?: number;
};

/** The same object for every page, as long as the app runs. */
export function shared(): Shared {
	const globals: Partial<Shared> = getApp()._options.globalData ?? {};
	const { held = [], stops = [], acted = [] } = globals;
	return Object.assign(globals, { held, stops, acted });
}
