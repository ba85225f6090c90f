/**
 * The watch's recorder (API 3.0). Owns the one recorder of an app and the file that it writes to; never what is said. Rule:
 * it is made late and once, because made in `onInit` the screen may stay black (COM), and a watch may refuse it.
 */
import { queryPermission, requestPermission } from "@zos/app";
import { codec, create, id } from "@zos/media";
import type { Files } from "./files.ts";
import { attempt } from "./guard.ts";
import type { Timers } from "./link/link.ts";
import { RECORDING } from "./recording.ts";

/** After the page stands; then `create` and START may fail for a moment after the last use (COM): three tries. */
const DELAY_MS = 300;
const TRIES = 3;
const TRY_MS = 1_000;
/** What the recorder still holds at `stop` is on the disk by then (COM). */
const FLUSH_MS = 500;

type Media = NonNullable<ReturnType<typeof create>>;

export type Recorder = {
	/** `begun` hears once whether it records now. */
	start(begun: (records: boolean) => void): void;
	/** `done` is called once the file is whole. */
	stop(done: () => void): void;
	/** Stops without a word, and leaves nothing of what was said. */
	drop(): void;
};

const MICROPHONE = { permissions: ["device:os.mic"] };
/** DOC app/queryPermission.mdx, requestPermission.mdx. */
const GRANTED = 2;
const ASKING = 0;

/**
 * Some watches record silence until the person was asked (COM, `mic-asks`); others have nothing to ask with. `done` hears
 * false where the person said no.
 */
function askForMicrophone(done: (allowed: boolean) => void): void {
	const known = attempt(() => queryPermission(MICROPHONE)[0]);
	if (known === GRANTED || known === null || known === undefined) {
		done(true);
		return;
	}
	let waits = true;
	const answer = (allowed: boolean) => {
		if (waits) done(allowed);
		waits = false;
	};
	const callback = (results: readonly number[]) => answer(results[0] === GRANTED);
	const asked = attempt(() => requestPermission(Object.assign({ callback }, MICROPHONE)));
	if (asked !== ASKING) answer(true);
}

/** Whether this watch may have one; `start` finds out whether it does. */
export function hasRecorder(): boolean {
	return attempt(() => typeof create === "function" && id.RECORDER !== undefined) === true;
}

export function createRecorder(files: Files, timers: Timers): Recorder {
	let media: Media | null = null;
	let listener: ((records: boolean) => void) | null = null;
	let timer = 0;

	function tell(records: boolean): void {
		timers.clear(timer);
		const told = listener;
		listener = null;
		told?.(records);
	}

	function make(): Media | null {
		if (media !== null) return media;
		const made = attempt(() => create(id.RECORDER));
		if (made === null || made === undefined) return null;
		made.addEventListener(made.event.START, (result) => tell(result !== false));
		media = made;
		return made;
	}

	function begin(tries: number): void {
		if (tries === 0) {
			tell(false);
			return;
		}
		// The recorder writes over what is there and leaves the rest (COM).
		files.remove(RECORDING);
		attempt(() => {
			const made = make();
			made?.setFormat(codec.OPUS, { target_file: `data://${RECORDING}` });
			made?.start();
		});
		timer = timers.set(() => begin(tries - 1), TRY_MS);
	}

	function halt(): void {
		timers.clear(timer);
		listener = null;
		attempt(() => media?.stop());
	}

	return {
		start: (begun) => {
			// What was dropped a moment ago is removed by `begin`, and no later.
			timers.clear(timer);
			listener = begun;
			timer = timers.set(() => {
				askForMicrophone((allowed) => {
					// Nobody waits where the person has left the screen meanwhile.
					if (listener === begun) begin(allowed ? TRIES : 0);
				});
			}, DELAY_MS);
		},
		stop: (done) => {
			halt();
			timer = timers.set(done, FLUSH_MS);
		},
		drop: () => {
			halt();
			timer = timers.set(() => files.remove(RECORDING), FLUSH_MS);
		},
	};
}
