/** Which watches AskFace supports. */
import { atLeast, WATCHES, type Watch } from "../watches/watches.ts";
import { PACKAGES } from "./packages.ts";

/** The radio's API came with it, so every package of ours has it as its `minVersion`. */
export const MIN_API_LEVEL = PACKAGES.companion.minVersion;

export function isSupported(watch: Watch): boolean {
	return atLeast(watch.apiLevel, MIN_API_LEVEL);
}

/** For the help of a command. */
export const WATCHES_NOTE = `Watches: ${WATCHES.filter(isSupported)
	.map(({ id }) => id)
	.join(" ")}`;
