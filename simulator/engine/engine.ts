/**
 * One QuickJS (2020-07-05, 32-bit) with its own runtime and heap. Owns evaluation, calls, promise jobs, heap figures and
 * disposal; knows nothing of watches. Rule: whatever the code inside does, the host gets a value or a `Thrown`, never an
 * exception; after `dispose` nothing runs.
 */
import type { QuickJSHandle, QuickJSVm } from "quickjs-emscripten";
import { quickjs } from "../../packing/quickjs.ts";
import { collectGarbage, usedBytes, WORK_STEP, workSinceAsked } from "./internals.ts";

/** An error that left the code inside. `stack` is empty for values that are no Error. */
export type Thrown = { message: string; stack: string };
export type Outcome = { ok: true; value: string | undefined } | { ok: false; thrown: Thrown };

/** What the code inside calls: text in, text or nothing out. An error thrown here is thrown inside, with its message. */
type HostFunction = (operation: string, text: string) => string | undefined;

export type Engine = {
	/** Runs a script in sloppy mode without keeping its source; the value is dropped. */
	run(code: string): Outcome;
	/** Calls the global function `name` with texts, then settles promise jobs; the value is text or undefined. */
	call(name: string, ...texts: string[]): Outcome;
	/** Bytes in use. `collect` first frees the cycles that this build leaves. */
	heapBytes(collect: boolean): number;
	/** Executed so far: the same on every run. */
	work(): Work;
	readonly alive: boolean;
	dispose(): void;
};

/**
 * Calls and backward jumps. The code inside says by `__charge(party)` whose work follows. Without a word, and at the start of
 * each call from outside, it is the guest's.
 */
export type Work = { guest: number; house: number };

/** What `__charge` takes and gives: the party, and the one before. */
const GUEST = 0;
export const HOUSE = 1;

export type EngineOptions = {
	host: HostFunction;
	/** A run that goes on for longer is stopped, as the watch's watchdog does. Real ms. */
	watchdogMs?: number;
	/** What failed in a promise job. */
	onThrown: (thrown: Thrown) => void;
	/** After the called code and after each promise job: where what it dropped is gone, and what it holds can be weighed. */
	onStep?: () => void;
};

const WATCHDOG_MS = 10_000;

export function createEngine(options: EngineOptions): Engine {
	return new QuickEngine(quickjs.createVm(), options);
}

class QuickEngine implements Engine {
	#vm: QuickJSVm;
	#alive = true;
	#depth = 0;
	#disposeWanted = false;
	/** The first call of all asks the interrupt handler, before any work. */
	#workSteps = -1;
	#deadline = 0;
	#party = GUEST;
	#chargedAt = 0;
	readonly #work = [0, 0];
	readonly #watchdogMs: number;
	readonly #onThrown: (thrown: Thrown) => void;
	readonly #onStep: (() => void) | undefined;

	constructor(vm: QuickJSVm, options: EngineOptions) {
		this.#vm = vm;
		this.#watchdogMs = options.watchdogMs ?? WATCHDOG_MS;
		this.#onThrown = options.onThrown;
		this.#onStep = options.onStep;
		const host = vm.newFunction("__host", (operation, text) => {
			const answer = options.host(vm.getString(operation), vm.getString(text));
			return answer === undefined ? vm.undefined : vm.newString(answer);
		});
		vm.setProp(vm.global, "__host", host);
		host.dispose();
		const charge = vm.newFunction("__charge", (party) => vm.newNumber(this.#charge(vm.getNumber(party), 1)));
		vm.setProp(vm.global, "__charge", charge);
		charge.dispose();
		vm.setInterruptHandler(() => {
			this.#workSteps++;
			return performance.now() > this.#deadline;
		});
	}

	get alive(): boolean {
		return this.#alive;
	}

	run(code: string): Outcome {
		return this.#enter(() => this.#vm.evalCode(`"use strip";${code}`));
	}

	call(name: string, ...texts: string[]): Outcome {
		return this.#enter(() => {
			const handles = texts.map((text) => this.#vm.newString(text));
			const callee = this.#vm.getProp(this.#vm.global, name);
			const result = this.#vm.callFunction(callee, this.#vm.undefined, ...handles);
			for (const handle of [...handles, callee]) handle.dispose();
			return result;
		});
	}

	heapBytes(collect: boolean): number {
		if (!this.#alive) return 0;
		if (collect) collectGarbage(this.#vm);
		return usedBytes(this.#vm);
	}

	work(): Work {
		if (this.#alive) this.#charge(this.#party, 0);
		const [guest = 0, house = 0] = this.#work;
		return { guest, house };
	}

	/** What was executed since the last time goes on the account of the party until now, but for `ownCalls`. */
	#charge(party: number, ownCalls: number): number {
		const before = this.#party;
		const executed = Math.max(0, this.#workSteps) * WORK_STEP + workSinceAsked(this.#vm);
		this.#work[before] = (this.#work[before] ?? 0) + Math.max(0, executed - this.#chargedAt - ownCalls);
		this.#chargedAt = executed;
		this.#party = party;
		return before;
	}

	dispose(): void {
		if (this.#depth > 0) {
			this.#disposeWanted = true;
			return;
		}
		if (!this.#alive) return;
		this.#alive = false;
		// Handles that the code inside still owns die with the runtime; QuickJS asserts on leaks only in debug builds.
		this.#vm.dispose();
	}

	#enter(step: () => ReturnType<QuickJSVm["evalCode"]>): Outcome {
		if (!this.#alive || this.#disposeWanted) return failed("the engine is disposed", "");
		const outermost = this.#depth === 0;
		if (outermost) this.#deadline = performance.now() + this.#watchdogMs;
		this.#depth++;
		const before = this.#charge(GUEST, 0);
		try {
			const outcome = this.#outcome(step());
			this.#onStep?.();
			if (outermost) this.#settleJobs();
			return outcome;
		} catch (error) {
			// A wasm trap: the stack of the engine overflowed, which it cannot turn into an exception of its own.
			return failed(error instanceof Error ? error.message : String(error), "");
		} finally {
			this.#charge(before, 0);
			this.#depth--;
			if (this.#disposeWanted && this.#depth === 0) this.dispose();
		}
	}

	#outcome(result: ReturnType<QuickJSVm["evalCode"]>): Outcome {
		if (result.error) return { ok: false, thrown: this.#describe(result.error) };
		const value = this.#vm.typeof(result.value) === "string" ? this.#vm.getString(result.value) : undefined;
		result.value.dispose();
		return { ok: true, value };
	}

	#settleJobs(): void {
		while (this.#vm.hasPendingJob() && !this.#disposeWanted) {
			const result = this.#vm.executePendingJobs(1);
			if (result.error) this.#onThrown(this.#describe(result.error));
			this.#onStep?.();
		}
	}

	#describe(error: QuickJSHandle): Thrown {
		const dumped: unknown = this.#vm.dump(error);
		error.dispose();
		if (typeof dumped !== "object" || dumped === null) return { message: String(dumped), stack: "" };
		const { name, message, stack } = { name: "Error", message: "", stack: "", ...dumped };
		return { message: `${name}: ${message}`, stack: String(stack).trimEnd() };
	}
}

function failed(message: string, stack: string): Outcome {
	return { ok: false, thrown: { message, stack } };
}
