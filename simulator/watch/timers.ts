/**
 * A package's timers on the simulated clock. Owns when they are due and whether they run. Rule: frozen timers keep what
 * was left of their delay; a surface that is paused or whose screen is off freezes them.
 */
import type { Clock, Timer } from "../clock.ts";
import type { FunctionRef } from "./values.ts";

type Kept = { ref: FunctionRef; delayMs: number; repeat: boolean; dueAt: number; leftMs: number; timer: Timer | null };

/** A repeating timer of 0 ms would stop the simulated time. */
const SHORTEST_MS = 1;

export class Timers {
	#kept = new Map<number, Kept>();
	#nextId = 1;
	#frozen = false;
	readonly #clock: Clock;
	readonly #fire: (ref: FunctionRef) => void;
	readonly #release: (refs: FunctionRef[]) => void;

	constructor(clock: Clock, fire: (ref: FunctionRef) => void, release: (refs: FunctionRef[]) => void) {
		this.#clock = clock;
		this.#fire = fire;
		this.#release = release;
	}

	get left(): number {
		return this.#kept.size;
	}

	start(repeat: boolean, ref: FunctionRef, delayMs: number): number {
		const id = this.#nextId++;
		const wait = Math.max(repeat ? SHORTEST_MS : 0, Math.trunc(delayMs));
		const kept: Kept = { ref, delayMs: wait, repeat, dueAt: 0, leftMs: wait, timer: null };
		this.#kept.set(id, kept);
		if (!this.#frozen) this.#arm(id, kept, wait);
		return id;
	}

	stop(id: number): void {
		const kept = this.#kept.get(id);
		if (!kept) return;
		kept.timer?.cancel();
		this.#kept.delete(id);
		this.#release([kept.ref]);
	}

	freeze(): void {
		if (this.#frozen) return;
		this.#frozen = true;
		for (const kept of this.#kept.values()) {
			kept.timer?.cancel();
			kept.timer = null;
			kept.leftMs = Math.max(0, kept.dueAt - this.#clock.now());
		}
	}

	thaw(): void {
		if (!this.#frozen) return;
		this.#frozen = false;
		for (const [id, kept] of this.#kept) this.#arm(id, kept, kept.leftMs);
	}

	clear(): void {
		for (const id of [...this.#kept.keys()]) this.stop(id);
	}

	#arm(id: number, kept: Kept, waitMs: number): void {
		kept.dueAt = this.#clock.now() + waitMs;
		kept.timer = this.#clock.after(waitMs, () => this.#due(id, kept));
	}

	#due(id: number, kept: Kept): void {
		if (kept.repeat) this.#arm(id, kept, kept.delayMs);
		else this.#kept.delete(id);
		this.#fire(kept.ref);
		if (!kept.repeat) this.#release([kept.ref]);
	}
}
