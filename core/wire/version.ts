/**
 * The version of the package that this code is in, so that a watch and a phone that hold different ones can say so. Owns the
 * number alone, which is the whole version's in app.json (a test holds the two together).
 */
export const VERSION = 2;

/** Of a phone that does not tell its version yet. */
export const UNKNOWN_VERSION = 0;

/** Undefined: the phone has not been met. */
export function isOtherVersion(version: number | undefined): boolean {
	return version !== undefined && version !== VERSION;
}
