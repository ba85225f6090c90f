/**
 * What an engine's heap weighs, and how to make this build collect. Owns the offsets into QuickJS's own structs; never
 * changes anything else there. Rule: figures are `memory_used_size + 8 * malloc_count`, the only sum that counts every
 * byte (this build reports no usable sizes, so its own limit and total are empty).
 */
import type { QuickJSVm } from "quickjs-emscripten";

/** `malloc_gc_threshold` of JSRuntime in the 32-bit build; holds 262144 in a new runtime. */
const THRESHOLD_OFFSET_BYTES = 108;
const NEW_RUNTIME_THRESHOLD = 262144;
const ALLOCATION_HEADER_BYTES = 8;

/** The class keeps the runtime and the module private; there is no public way to the heap's words. */
const RUNTIME = "rt";
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

function field(usage: unknown, name: string): number {
	if (typeof usage !== "object" || usage === null) return 0;
	const value: unknown = Reflect.get(usage, name);
	return typeof value === "number" ? value : 0;
}
