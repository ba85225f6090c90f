/**
 * What a function of the watch may see of the app that calls it. Owns the port between an app's process and the parts of the
 * watch (`host/`, fingers, dialogs); no behaviour. Rule: a part keeps what it has to remember about an app itself, by `perApp`.
 */
import type { Locale } from "../package/locale.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { Counters, Heap } from "./counters.ts";
import type { LogLevel, SurfaceKind, System } from "./system.ts";
import type { Timers } from "./timers.ts";
import type { FunctionRef } from "./values.ts";
import type { WidgetTree } from "./widgets.ts";

export interface AppContext {
	readonly package: OpenedPackage;
	readonly appId: number;
	/** Of the module that runs: its file without the ending. */
	readonly url: string;
	/** A warm app is in turn its card and its page. */
	readonly kind: SurfaceKind;
	readonly system: System;
	/** px */
	readonly canvas: { readonly width: number; readonly height: number };
	readonly locale: Locale;
	readonly widgets: WidgetTree;
	readonly timers: Timers;
	readonly counters: Counters;
	readonly alive: boolean;
	/** The lifecycle method that runs now. */
	readonly calling: string | null;
	/** Runs a function of the package; what it returns if that is a number or a boolean. */
	invoke(ref: FunctionRef, args: readonly unknown[]): unknown;
	/** Lets go of functions: once nothing of the package is running. */
	release(refs: readonly FunctionRef[]): void;
	/** For what a watch has and this one does not: the package gets an error, and the log has it if the package hides that. */
	refuse(name: string): never;
	log(level: LogLevel, tag: string, text: string): void;
	heap(): Heap;
	/** Undoes, when the process ends, what was registered outside of it. */
	atEnd(cleanup: () => void): void;
}

/** Arguments are what the package passed: JSON values, with functions, bytes and widgets marked (see values.ts). */
export type Operation = (app: AppContext, ...args: unknown[]) => unknown;
export type Operations = Readonly<Record<string, Operation>>;

/** What a part of the watch remembers about each app: made at the first look, gone with the app. */
export function perApp<T extends object>(make: (app: AppContext) => T): (app: AppContext) => T {
	const kept = new WeakMap<AppContext, T>();
	return (app) => {
		const known = kept.get(app);
		if (known !== undefined) return known;
		const made = make(app);
		kept.set(app, made);
		return made;
	};
}
