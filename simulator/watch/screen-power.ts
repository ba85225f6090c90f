/**
 * Whether the screen is lit, and for how long. Owns the bright time, its holds and the count of lit time; never what is
 * shown. Rule: it goes off by itself only after the system's bright time without a touch, or after the page's own.
 */
import type { Clock, Timer } from "../clock.ts";
import type { ScreenState } from "./system.ts";

export class ScreenPower {
	#state: ScreenState = "on";
	#holdMs: number | null = null;
	#wristHeldUntil = 0;
	#timer: Timer | null = null;
	#litSince: number;
	readonly #clock: Clock;
	readonly #brightTimeMs: number;
	readonly #timeout: () => void;
	readonly #lit: (ms: number) => void;

	/** `timeout` is called when nobody has touched it for long enough, `lit` with each ms that it was on. */
	constructor(clock: Clock, brightTimeMs: number, timeout: () => void, lit: (ms: number) => void) {
		this.#clock = clock;
		this.#brightTimeMs = brightTimeMs;
		this.#timeout = timeout;
		this.#lit = lit;
		this.#litSince = clock.now();
	}

	get state(): ScreenState {
		return this.#state;
	}

	/** A hand that drops does not darken it. */
	get wristHeld(): boolean {
		return this.#clock.now() < this.#wristHeldUntil;
	}

	set(state: ScreenState): void {
		this.settle();
		this.#state = state;
		this.touch();
	}

	/** Starts the bright time anew. */
	touch(): void {
		this.#timer?.cancel();
		this.#timer = null;
		if (this.#state !== "on") return;
		this.#timer = this.#clock.after(this.#holdMs ?? this.#brightTimeMs, this.#timeout);
	}

	/** A page's own bright time, or null for the system's. */
	hold(brightTimeMs: number | null): void {
		this.#holdMs = brightTimeMs;
		this.touch();
	}

	holdWrist(durationMs: number | null): void {
		this.#wristHeldUntil = durationMs === null ? 0 : this.#clock.now() + durationMs;
	}

	/** Counts the lit time up to now: before what is in front changes, and before it is read. */
	settle(): void {
		const now = this.#clock.now();
		if (this.#state === "on") this.#lit(now - this.#litSince);
		this.#litSince = now;
	}

	dispose(): void {
		this.#timer?.cancel();
		this.#timer = null;
	}
}
