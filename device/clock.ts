/** The watch's time and chance, for ids and ages. */
import { newId } from "../core/ask/launch.ts";

/** ms since the epoch. */
export function now(): number {
	return Date.now();
}

/** The next midnight of the watch. */
export function endOfDay(time: number): number {
	return new Date(time).setHours(24, 0, 0, 0);
}

export function freshId(): string {
	return newId(now(), Math.random());
}
