/**
 * The watches that there are, as `devices.json` has them: every one with API level 3.0 or later (DOC, PKG). Owns the table and
 * how levels compare; never who supports which.
 */
import table from "./devices.json" with { type: "json" };

/**
 * `appCanvas`: width and height in px that an app gets, if that is less than the screen and the app does not ask for all of it
 * (DOC screen-adaption).
 */
export type Watch = Omit<(typeof table.devices)[number], "appCanvas"> & { readonly appCanvas?: readonly number[] };

export const WATCHES: readonly Watch[] = table.devices;

/** By its id, such as `balance2`. */
export function findWatch(id: string): Watch | undefined {
	return WATCHES.find((watch) => watch.id === id);
}

/** Compares dotted levels by number: `atLeast("4.2", "3.6")`. */
export function atLeast(level: string, wanted: string): boolean {
	const [major = 0, minor = 0] = level.split(".").map(Number);
	const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
	return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
