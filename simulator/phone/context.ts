/**
 * An isolated context for code of the phone. Owns the bundling of our runtime and the evaluation of a package's script;
 * never what either does. Rule: a context has JavaScript's own globals and those that its runtime installs, no more.
 */
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";

export type RuntimeName = "side-service" | "settings-page";

const bundles = new Map<RuntimeName, Promise<string>>();

/** The runtime as one script whose value is its `install` function. Built once a process. */
export function bundleRuntime(name: RuntimeName): Promise<string> {
	let bundle = bundles.get(name);
	if (!bundle) {
		bundle = buildRuntime(name);
		bundles.set(name, bundle);
	}
	return bundle;
}

async function buildRuntime(name: RuntimeName): Promise<string> {
	const result = await build({
		entryPoints: [fileURLToPath(new URL(`./runtime/${name}.ts`, import.meta.url))],
		bundle: true,
		write: false,
		format: "iife",
		globalName: "runtime",
		target: "es2022",
		platform: "browser",
		logLevel: "error",
	});
	const code = result.outputFiles[0]?.text ?? "";
	return `(() => {\n${code}\nreturn runtime.install;\n})()`;
}

/** `runScript` evaluates the package's code; both throw what the code throws. */
export type PhoneContext<H> = {
	hooks: H;
	runScript(code: string, name: string): void;
	owns(promise: unknown): boolean;
};

/** Longest that a script may run before it returns, in ms of the desktop. */
const SCRIPT_LIMIT_MS = 5000;

export function createPhoneContext<B, H>(runtime: string, host: B): PhoneContext<H> {
	const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
	const promise: unknown = vm.runInContext("Promise", context);
	const install = vm.runInContext(runtime, context, { filename: "phone-runtime.js" }) as (host: B) => H;
	const hooks = install(host);
	return {
		hooks,
		runScript(code, name) {
			vm.runInContext(code, context, { filename: name, timeout: SCRIPT_LIMIT_MS });
		},
		owns: (value) => typeof promise === "function" && value instanceof promise,
	};
}
