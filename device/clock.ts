/** The watch's time and chance, for ids and ages. */
import { newId } from "../core/ask/launch.ts";

/** ms since the epoch. */
export function now(): number {
	return Date.now();
}

export function freshId(): string {
	return newId(now(), Math.random());
}
