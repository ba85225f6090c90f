/**
 * The constructors that a package registers itself with, and the calls of its lifecycle. Owns what the packager's code
 * expects around it (`__$$app$$__`, `__$$module$$__`, the object that `with` opens).
 */
import { asPackage, fenced } from "./fence.ts";

import { olderRuntime } from "./utils.ts";

type Options = Record<string, unknown>;
type Registered = { _options: Options };

const REGISTER_MODULE = ["Page", "WatchFace", "DataWidget", "AppWidget", "SecondaryWidget", "AppService"];

let app: Registered | undefined;
let current: Registered | undefined;
/** The module before it, on a watch that destroys it late. */
let replaced: Registered | undefined;

const scope = globalThis;

/** Puts the globals of a package in place, before its app.js runs. */
export function installLifecycle(): void {
	const appGlobals = { module: { exports: {} } };
	const appHolder = {
		__globals__: { __$$G$$__: appGlobals, __scopedGlobals__: {} },
		current: undefined,
		app: undefined,
	};
	Reflect.set(scope, "DeviceRuntimeCore", { LifeCycle: {}, ...olderRuntime() });
	Reflect.set(scope, "__ZEPPOS__", true);
	Reflect.set(scope, "__$$hmAppManager$$__", { currentApp: appHolder });
	Reflect.set(scope, "__$$app$$__", appHolder);
	const registerApp = (options: Options) => {
		app = { _options: options };
		return app;
	};
	Reflect.set(scope, "App", fenced(registerApp));
	Reflect.set(
		scope,
		"getApp",
		fenced(() => app),
	);
	Reflect.set(
		scope,
		"getCurrentPage",
		fenced(() => current),
	);
	for (const name of REGISTER_MODULE) Reflect.set(scope, name, fenced(register));
}

function register(options: Options): Registered {
	current = { _options: options };
	return current;
}

/** Makes room for the module that is evaluated next. `id` tells the pages of an app apart. */
export function beginModule(id: string): void {
	replaced = current ?? replaced;
	current = undefined;
	const holder = { id: Number(id), module: undefined };
	const globals = { module: { exports: {} }, __$$module$$__: holder };
	const manager: unknown = Reflect.get(scope, "__$$hmAppManager$$__");
	const currentApp: unknown = Reflect.get(Object(manager), "currentApp");
	Reflect.set(Object(currentApp), "current", { __globals__: { __$$G$$__: globals } });
	Reflect.set(scope, "__$$module$$__", holder);
}

/** Calls `name` of the "app", of the current "module", or of the "replaced" one. "called", "absent", or "unregistered" without a registration. */
export function callLifecycle(target: string, name: string, args: string): string {
	const registered = { app, module: current, replaced }[target];
	// What is destroyed is called no more, and its memory is free.
	if (name === "onDestroy" && target === "module") current = undefined;
	if (name === "onDestroy" && target === "replaced") replaced = undefined;
	if (!registered) return "unregistered";
	const method = registered._options[name];
	if (typeof method !== "function") return "absent";
	const list: unknown = JSON.parse(args);
	asPackage(method, registered._options, Array.isArray(list) ? list : []);
	return "called";
}
