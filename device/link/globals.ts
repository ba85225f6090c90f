/** What the pages of one run of the app share of the link, in the app's globals. Owns its shape. */

/** `heardAt`: when the Side Service spoke last, in ms since the epoch. `opened`: how many pages have had the radio. */
export type Shared = { port?: number; heardAt?: number; opened?: number };

/** The same object for every page, as long as the app runs. */
export function shared(): Shared {
	return getApp()._options.globalData ?? {};
}
