/**
 * `__$$R$$__`: the `@zos/*` modules that this surface of this watch has. Owns their making from the host's list. Rule:
 * what is on the watch but not modelled throws when it is used; what is not on the watch is not there.
 */
import { call } from "./bridge.ts";
import { fenced } from "./fence.ts";

/** What one name of a module is: a value, a function of the host, a class or object whose methods are, or not modelled. */
export type NameSpec =
	| { kind: "value"; value: unknown }
	| { kind: "host" }
	| { kind: "class" | "object"; methods: readonly string[]; missing: readonly string[] }
	| { kind: "missing" };

export type ModuleSpecs = Record<string, Record<string, NameSpec>>;

/** Makes every module now, so that none of it counts as the package's own heap. */
export function installModules(
	specs: ModuleSpecs,
	own: Record<string, Record<string, unknown>>,
	wholes: Record<string, object>,
): void {
	const modules: Record<string, object> = {};
	for (const [path, names] of Object.entries(specs)) {
		const made: Record<string, unknown> = {};
		for (const [name, spec] of Object.entries(names)) made[name] = own[path]?.[name] ?? make(`${path}.${name}`, spec);
		modules[path] = made;
	}
	// What is a module as a whole, beside the one that it belongs to.
	for (const [path, whole] of Object.entries(wholes)) {
		if (modules[path.slice(0, path.lastIndexOf("/"))] !== undefined) modules[path] = whole;
	}
	Reflect.set(
		globalThis,
		"__$$R$$__",
		fenced((path: string) => modules[path]),
	);
}

function make(name: string, spec: NameSpec): unknown {
	switch (spec.kind) {
		case "value":
			return spec.value;
		case "host":
			return forward(name);
		case "class":
			return makeClass(name, spec);
		case "object":
			return withMethods({}, name, spec);
		case "missing":
			return fenced(() => refuse(name));
	}
}

function forward(name: string): (...args: unknown[]) => unknown {
	return fenced((...args: unknown[]) => call(name, ...args));
}

type Methods = { methods: readonly string[]; missing: readonly string[] };

function makeClass(name: string, spec: Methods): unknown {
	const begin = fenced(() => call(`${name}.new`));
	const Sensor = class {
		constructor() {
			begin();
		}
	};
	withMethods(Sensor.prototype, name, spec);
	return Sensor;
}

function withMethods(target: object, name: string, { methods, missing }: Methods): object {
	for (const method of methods) Reflect.set(target, method, forward(`${name}.${method}`));
	for (const method of missing) {
		Reflect.set(
			target,
			method,
			fenced(() => refuse(`${name}.${method}`)),
		);
	}
	return target;
}

/** In the log as well: a package may catch what it throws. */
export function refuse(name: string): never {
	call("log", "error", "watch", `not modelled: ${name}`);
	throw new Error(`not modelled: ${name}`);
}
