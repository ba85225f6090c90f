/**
 * What an engine's heap weighs, how to make this build collect, and how much it has executed. Owns the offsets into
 * QuickJS's own structs (release 2020-07-05, 32-bit). Rule: heap figures are `memory_used_size + 8 * malloc_count`, the only sum that counts every
 * byte (this build reports no usable sizes, so its own limit and total are empty).
 */
import type { QuickJSVm } from "quickjs-emscripten";

/** `malloc_gc_threshold` of JSRuntime in the 32-bit build; holds 262144 in a new runtime. */
const THRESHOLD_OFFSET_BYTES = 108;
const NEW_RUNTIME_THRESHOLD = 262144;
const ALLOCATION_HEADER_BYTES = 8;
/** `interrupt_counter` of JSContext: counts calls and backward jumps down from WORK_STEP, then asks the interrupt handler. */
const INTERRUPT_COUNTER_OFFSET_BYTES = 216;
export const WORK_STEP = 10_000;

/** The class keeps the runtime and the module private; there is no public way to the heap's words. */
const RUNTIME = "rt";
const CONTEXT = "ctx";
const MODULE = "module";

/** Bytes in use by the runtime of `vm`, garbage that nobody has collected included. */
export function usedBytes(vm: QuickJSVm): number {
	const handle = vm.computeMemoryUsage();
	const usage: unknown = vm.dump(handle);
	handle.dispose();
	return field(usage, "memory_used_size") + ALLOCATION_HEADER_BYTES * field(usage, "malloc_count");
}

/** Collects cycles now: a threshold of 0 makes the next new object start a collection. */
export function collectGarbage(vm: QuickJSVm): void {
	const word = (vm[RUNTIME].value + THRESHOLD_OFFSET_BYTES) >> 2;
	vm[MODULE].HEAPU32[word] = 0;
	vm.newObject().dispose();
	// The collection sets the threshold to 1.5 times what is left; a watch's heap is small, so the first value stays.
	vm[MODULE].HEAPU32[word] = NEW_RUNTIME_THRESHOLD;
}

/** Calls and backward jumps since the interrupt handler was asked last. */
export function workSinceAsked(vm: QuickJSVm): number {
	const left = vm[MODULE].HEAPU32[(vm[CONTEXT].value + INTERRUPT_COUNTER_OFFSET_BYTES) >> 2] ?? 0;
	return left === 0 ? 0 : WORK_STEP - left;
}

function field(usage: unknown, name: string): number {
	if (typeof usage !== "object" || usage === null) return 0;
	const value: unknown = Reflect.get(usage, name);
	return typeof value === "number" ? value : 0;
}
