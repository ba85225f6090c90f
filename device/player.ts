/**
 * The watch's player (API 3.0). Owns the one player of a page; never the file that it plays. Rule: it ends exactly once, by itself, by
 * `stop` or because it cannot; and nothing throws.
 */
import { create, id, type Player as Media } from "@zos/media";
import { attempt } from "./guard.ts";
import type { Timers } from "./link/link.ts";

/** A player may refuse for a moment after the last use (COM, of the recorder): three tries. */
const TRIES = 3;
const TRY_MS = 1_500;
/** Longer than any sound that is sent: a watch may forget to say that it is over. */
const LONGEST_MS = 60_000;

/** `fails`: there is no player, or it does not take the file. */
type Heard = "plays" | "ends" | "fails";

export type Player = {
	/** `path` is of this app's own data. */
	play(path: string, hear: (heard: Heard) => void): void;
	stop(): void;
};

/** Whether this watch may play a sound; `play` finds out whether it does. */
export function hasPlayer(): boolean {
	return attempt(() => typeof create === "function" && id.PLAYER !== undefined) === true;
}

export function createPlayer(timers: Timers): Player {
	let media: Media | null = null;
	let listener: ((heard: Heard) => void) | null = null;
	let timer = 0;

	function end(heard: Heard): void {
		timers.clear(timer);
		const told = listener;
		listener = null;
		attempt(() => media?.stop());
		told?.(heard);
	}

	function make(): Media | null {
		if (media !== null) return media;
		const made = attempt(() => create(id.PLAYER));
		if (made === null || made === undefined) return null;
		made.addEventListener(made.event.PREPARE, (result) => prepared(made, result !== false));
		made.addEventListener(made.event.COMPLETE, () => {
			if (listener !== null) end("ends");
		});
		media = made;
		return made;
	}

	function prepared(made: Media, isReady: boolean): void {
		// Nobody waits where the person has left the screen meanwhile.
		if (listener === null || !isReady) return;
		timers.clear(timer);
		timer = timers.set(() => end("ends"), LONGEST_MS);
		const isOn = attempt(() => {
			made.start();
			return true;
		});
		if (isOn === true) listener("plays");
		else end("fails");
	}

	function begin(path: string, tries: number): void {
		if (tries === 0) {
			end("fails");
			return;
		}
		attempt(() => {
			const made = make();
			made?.setSource(made.source.FILE, { file: `data://${path}` });
			made?.prepare();
		});
		timer = timers.set(() => begin(path, tries - 1), TRY_MS);
	}

	return {
		play: (path, hear) => {
			listener = hear;
			begin(path, TRIES);
		},
		stop: () => {
			timers.clear(timer);
			listener = null;
			attempt(() => media?.stop());
		},
	};
}
