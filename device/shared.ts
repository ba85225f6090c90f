/**
 * What the pages of one run of the app share: it lives in the app's globals, and ends with the app. Owns the place alone. The
 * card runs the app as well, and has nothing of this.
 */
import type { Held } from "./journal.ts";

export type Shared = {
	/** Rows that the disk would not take. */
	held: Held[];
	/** Questions that the phone has yet to be told to stop. */
	stops: string[];
	/** When the phone last answered a hello or a question, in ms since the epoch; 0 if it has not. */
	met: { at: number };
};

export function openShared(): Shared {
	const globals: Partial<Shared> = getApp()._options.globalData ?? {};
	const shared: Shared = { held: globals.held ?? [], stops: globals.stops ?? [], met: globals.met ?? { at: 0 } };
	Object.assign(globals, shared);
	return shared;
}
