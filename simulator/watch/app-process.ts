/**
 * One package running on one surface, in an engine of its own. Owns its engine, widgets, timers, descriptors and crashes;
 * never decides what is in front. Rule: nothing that the package does reaches the host as an exception; after `dispose`
 * nothing of it runs.
 */
import { createEngine, type Engine, type Outcome, type Thrown, type Work } from "../engine/engine.ts";
import { type Locale, pickLocale } from "../package/locale.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { Platform } from "../platform/switch.ts";
import type { AppContext } from "./context.ts";
import type { Counters, Heap } from "./counters.ts";
import { MEDIA_IDS, RECORDER_EVENTS, RECORDER_STATES } from "./host/media.ts";
import { permissionFor } from "./host/permissions.ts";
import { PLAYER_EVENTS, PLAYER_SOURCES, PLAYER_STATES, playerMethods } from "./host/player.ts";
import { moduleSpecs } from "./host/specs.ts";
import type { Setup } from "./prelude/index.ts";
import type { ModuleSpecs } from "./prelude/modules.ts";
import { preludeCode } from "./prelude.ts";
import type { LogLevel, SurfaceKind, System } from "./system.ts";
import { Timers } from "./timers.ts";
import type { FunctionRef } from "./values.ts";
import { WidgetTree } from "./widgets.ts";

export type Crash = { at: number; appId: number; where: string } & Thrown;

/** What a launch or a push hands over: a text, or the object that the text says. */
export type Params = string | { readonly asObject: string };

export class AppProcess implements AppContext {
	readonly package: OpenedPackage;
	/** A warm app is in turn its card and its page. */
	kind: SurfaceKind;
	readonly system: System;
	readonly counters: Counters;
	readonly canvas: { width: number; height: number };
	readonly locale: Locale;
	readonly widgets: WidgetTree;
	readonly timers: Timers;
	readonly crashes: Crash[] = [];
	/** The lifecycle method that runs now. */
	calling: string | null = null;
	/** Paths of the pages below the one that is shown. */
	backStack: { url: string; params: string | undefined }[] = [];
	url = "";
	readonly #platform: Platform;
	readonly #cleanups: (() => void)[] = [];
	#engine: Engine | undefined;
	#released: FunctionRef[] = [];
	#depth = 0;
	#baseBytes = 0;
	#peakBytes = 0;
	#moduleId = 0;
	/** Of the module in place: once its code has run, before it builds. */
	#loadedBytes: number | null = null;

	constructor(opened: OpenedPackage, kind: SurfaceKind, system: System, platform: Platform, counters: Counters) {
		this.package = opened;
		this.kind = kind;
		this.system = system;
		this.#platform = platform;
		this.counters = counters;
		this.canvas = canvasOf(opened, system);
		this.locale = pickLocale(opened.locales, system.settings.language, opened.manifest.defaultLanguage);
		const release = (refs: FunctionRef[]) => this.release(refs);
		this.widgets = new WidgetTree(counters, () => this.#redraw(), release);
		this.timers = new Timers(system.clock, (ref) => this.invoke(ref, []), release);
	}

	get appId(): number {
		return this.package.appId;
	}

	get alive(): boolean {
		return this.#engine?.alive === true;
	}

	/** Makes the engine and the watch's modules in it. The package's own code has not run yet. */
	boot(): void {
		this.#engine = createEngine({
			host: (operation, text) => this.#operate(operation, text),
			onThrown: (thrown) => this.#crash("a promise", thrown),
			onStep: () => this.#weigh(),
		});
		this.#check("the simulator's prelude", this.#engine.run(preludeCode()));
		const { manifest } = this.package;
		const setup: Setup = {
			modules: this.#modules(),
			seed: this.system.seed,
			utcOffsetMinutes: this.system.settings.utcOffsetMinutes,
			scale: manifest.designWidth > 0 ? this.canvas.width / manifest.designWidth : 1,
			media: {
				ids: MEDIA_IDS,
				recorder: { event: RECORDER_EVENTS, state: RECORDER_STATES },
				player: { source: PLAYER_SOURCES, event: PLAYER_EVENTS, state: PLAYER_STATES },
				playerMethods: playerMethods(this.system.device.apiLevel),
			},
			foreignBuffers: this.system.habits.foreignBuffers,
			timers: this.kind !== "service",
			directProperties: !this.system.device.apiLevel.startsWith("3"),
		};
		this.#check("the simulator's prelude", this.#engine.call("__setUp", JSON.stringify(setup)));
		this.#baseBytes = this.#engine.heapBytes(true);
	}

	#modules(): ModuleSpecs {
		const { device, microphone } = this.system;
		const specs = moduleSpecs(this.kind, device, this.#platform.operations, microphone.present);
		this.#platform.prune(specs, this.kind);
		return specs;
	}

	/** Evaluates `path` of the package (without `.js`). False where it is not in it. */
	evaluate(path: string): boolean {
		const bytes = this.package.deviceFiles.get(`${path}.js`);
		if (!bytes) return false;
		const code = new TextDecoder().decode(bytes);
		this.#enter(path, (engine) => engine.run(code));
		return true;
	}

	/** Readies the place for the next page, widget or face. */
	beginModule(url: string): void {
		this.url = url;
		this.#loadedBytes = null;
		this.#enter(url, (engine) => engine.call("__begin", String(++this.#moduleId)));
	}

	/** Calls a method of the app, of the current module or of the one before. What it lacks is skipped, as the watch does. */
	lifecycle(target: "app" | "module" | "replaced", name: string, params?: Params): void {
		if (target === "module") this.#loadedBytes ??= this.#ownBytes(true);
		const json = argsOf(params);
		this.calling = name;
		const result = this.#enter(`${target === "app" ? "App" : this.url}.${name}`, (engine) =>
			engine.call("__lifecycle", target, name, json),
		);
		this.calling = null;
		if (result === "unregistered" && (name === "onCreate" || name === "onInit")) {
			const what = target === "app" ? "app.js" : this.url;
			this.log("error", "", `${what} registered nothing: its code failed, or it calls no constructor`);
		}
	}

	/** Runs a function of the package; what it returns if that is a number or a boolean. */
	invoke(ref: FunctionRef, args: readonly unknown[]): unknown {
		this.counters.callbacks++;
		const text = this.#enter("a callback", (engine) =>
			engine.call("__dispatch", String(ref.$fn), JSON.stringify(args)),
		);
		return text === undefined ? undefined : JSON.parse(text);
	}

	/** Lets go of functions: once nothing of the package is running. */
	release(refs: readonly FunctionRef[]): void {
		this.#released.push(...refs);
		if (this.#depth === 0) this.#flushReleases();
	}

	/** For what a watch has and this one does not: the package gets an error, and the log has it if the package hides that. */
	refuse(name: string): never {
		this.log("error", "watch", `not modelled: ${name}`);
		throw new Error(`not modelled: ${name}`);
	}

	log(level: LogLevel, tag: string, text: string): void {
		this.system.log({ at: this.system.clock.now(), appId: this.appId, level, tag, text });
	}

	/** Bytes of the package's own: what the engine holds above the watch's modules. */
	heap(): Heap {
		const now = this.#ownBytes(true);
		return { loaded: this.#loadedBytes ?? 0, now, peak: Math.max(now, this.#peakBytes) };
	}

	atEnd(cleanup: () => void): void {
		this.#cleanups.push(cleanup);
	}

	dispose(): void {
		for (const cleanup of this.#cleanups.splice(0)) cleanup();
		this.timers.clear();
		this.#engine?.dispose();
	}

	#weigh(): void {
		if (this.#baseBytes === 0) return;
		this.#peakBytes = Math.max(this.#peakBytes, this.#ownBytes(false));
	}

	#ownBytes(collected: boolean): number {
		return Math.max(0, (this.#engine?.heapBytes(collected) ?? 0) - this.#baseBytes);
	}

	#redraw(): void {
		this.counters.redraws++;
		this.system.changed(this.appId);
	}

	#operate(operation: string, text: string): string | undefined {
		const run = this.#platform.operations[operation];
		if (!run) this.refuse(operation);
		const permission = permissionFor(operation);
		if (permission !== undefined && !this.package.manifest.permissions.includes(permission)) {
			throw new Error(`no permission: ${operation} needs "${permission}" in app.json`);
		}
		const args: unknown = JSON.parse(text);
		const answer = run(this, ...(Array.isArray(args) ? args : []));
		return answer === undefined ? undefined : JSON.stringify(answer);
	}

	#enter(where: string, step: (engine: Engine) => Outcome): string | undefined {
		const engine = this.#engine;
		if (!engine?.alive) return undefined;
		this.#depth++;
		const before = engine.work();
		const outcome = step(engine);
		this.#depth--;
		if (this.#depth === 0) this.#count(before, engine.work());
		if (!outcome.ok) this.#crash(where, outcome.thrown);
		if (this.#depth === 0) {
			this.#flushReleases();
		}
		return outcome.ok ? outcome.value : undefined;
	}

	#count(before: Work, after: Work): void {
		this.counters.work += Math.max(0, after.guest - before.guest);
		this.counters.bridgeWork += Math.max(0, after.house - before.house);
	}

	#flushReleases(): void {
		const refs = this.#released.splice(0);
		if (refs.length > 0) this.#engine?.call("__release", refs.map(({ $fn }) => $fn).join(","));
	}

	#crash(where: string, thrown: Thrown): void {
		this.counters.crashes++;
		this.crashes.push({ at: this.system.clock.now(), appId: this.appId, where, ...thrown });
		this.log("error", "", `uncaught in ${where}: ${thrown.message}${thrown.stack && `\n${thrown.stack}`}`);
	}

	#check(what: string, outcome: Outcome): void {
		if (!outcome.ok) throw new Error(`${what} failed: ${outcome.thrown.message}\n${outcome.thrown.stack}`);
	}
}

/** DOC screen-adaption: some watches give an app less than their screen unless app.json asks for all of it. */
function canvasOf({ manifest }: OpenedPackage, { device }: System): { width: number; height: number } {
	const { width, height, appCanvas: [narrowWidth = width, narrowHeight = height] = [] } = device;
	const narrow = manifest.appType === "app" && !manifest.wholeScreenOfBipMax;
	return narrow ? { width: narrowWidth, height: narrowHeight } : { width, height };
}

/** The arguments of a lifecycle method, in JSON. */
function argsOf(params: Params | undefined): string {
	if (params === undefined) return "[]";
	return typeof params === "string" ? JSON.stringify([params]) : `[${params.asObject}]`;
}
