/**
 * What the pages see of the link to the Side Service. Owns the shapes alone; `phone.ts` keeps to them.
 *
 * It answers by callback, not by promise: a page that is left lets all its callbacks go.
 */
import type { Fault } from "../../core/faults.ts";
import type { Reply, Request } from "../../core/wire/protocol.ts";

export type Done = (outcome: Reply | Fault) => void;

export type Link = {
	/**
	 * A request is idempotent by its id, so it is sent again when a frame of it may have been lost. A `cancel` ends what else is
	 * under way for its id, which would else go again after it.
	 */
	request(request: Request, limitMs: number, done: Done): void;
	/** Whether the phone has not answered a handshake for some seconds: it sleeps (`slow-shake`). */
	isWaking(): boolean;
	/** One listener. False when the phone goes out of reach, true when it is back. */
	onStatus(listener: ((connected: boolean) => void) | null): void;
};

export type Timers = { set(run: () => void, ms: number): number; clear(timer: number): void };
