/**
 * The engine of the watches: QuickJS of 2020-07-05, by which the vendor's packager compiles too. Owns its loading, once a
 * process, and the question whether a script compiles in it.
 */
import type { QuickJS } from "quickjs-emscripten";

/** Loaded with this module, so that whoever starts an engine need not wait. */
export const quickjs: QuickJS = await importQuickJS();

/** What the engine says against a script, without running it; null if it compiles. */
export function whyNotCompiled(script: string): string | null {
	const vm = quickjs.createVm();
	try {
		// All of it is compiled before the first statement runs, which ends it.
		const result = vm.evalCode(`throw null;${script}`);
		if (!result.error) return null;
		const thrown: unknown = vm.dump(result.error);
		result.error.dispose();
		return thrown === null ? null : describe(thrown);
	} finally {
		vm.dispose();
	}
}

function describe(thrown: unknown): string {
	if (typeof thrown !== "object" || thrown === null) return String(thrown);
	const { name, message, stack } = { name: "Error", message: "", stack: "", ...thrown };
	return `${name}: ${message} ${String(stack).trim()}`.trim();
}

/** Importing it sets a listener that turns any unhandled rejection of the process into an abort; it is taken off again. */
async function importQuickJS(): Promise<QuickJS> {
	const before = new Set(process.listeners("unhandledRejection"));
	const { getQuickJS } = await import("quickjs-emscripten");
	for (const listener of process.listeners("unhandledRejection")) {
		if (!before.has(listener)) process.off("unhandledRejection", listener);
	}
	return getQuickJS();
}
