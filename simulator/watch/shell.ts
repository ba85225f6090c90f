/**
 * The watch's own screens: which face, app, card or workout is in front, and what happens when that changes. Owns the
 * processes; each runs until it is left or killed. Rule: a change that a package asks for happens after its callback.
 */

import type { Timer } from "../clock.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { Platform } from "../platform/switch.ts";
import { AppProcess, type Crash } from "./app-process.ts";
import { type Counters, noCounters } from "./counters.ts";
import { findInstalled, type Installed } from "./installed.ts";
import {
	closeModule,
	createApp,
	destroyReplaced,
	endApp,
	hideModule,
	openModule,
	pauseApp,
	resumeApp,
	startModule,
} from "./lifecycles.ts";
import type { SurfaceKind, System } from "./system.ts";

export type Opening = { url?: string; params?: string };

export class Shell {
	readonly installed: Installed = new Map();
	readonly #system: System;
	readonly #platform: Platform;
	readonly #resumeRepeats: number;
	readonly #counters = new Map<number, Counters>();
	readonly #crashes: Crash[] = [];
	#face: AppProcess | null = null;
	#app: AppProcess | null = null;
	/** Created with a card, and kept while no page of it is open. */
	readonly #warm = new Map<number, AppProcess>();
	#faceId: number | null = null;
	#lastParams: string | undefined;
	/** Until the page is there that replaces another; until the other is destroyed. */
	#turning: Timer | null = null;
	#replaced: { app: AppProcess; timer: Timer } | null = null;

	constructor(system: System, platform: Platform, resumeRepeats: number) {
		this.#system = system;
		this.#platform = platform;
		this.#resumeRepeats = resumeRepeats;
	}

	/** What the person sees: an app, card or workout before the face. */
	get front(): AppProcess | null {
		return this.#app ?? this.#face;
	}

	/** What is drawn and touched: nothing between two pages, on a watch that takes its time. */
	get shown(): AppProcess | null {
		return this.#turning === null ? this.front : null;
	}

	/** The app that would come again on waking: its id, page and params. */
	get opened(): { appId: number; opening: Opening } | null {
		const app = this.#app;
		if (app?.kind !== "page") return null;
		const params = this.#lastParams === undefined ? {} : { params: this.#lastParams };
		return { appId: app.appId, opening: { url: app.url, ...params } };
	}

	processes(): AppProcess[] {
		const kept = [...this.#warm.values()].filter((app) => app !== this.#app);
		return [this.#face, this.#app, ...kept].filter((app) => app !== null);
	}

	find(appId: number): AppProcess | undefined {
		return this.processes().find((app) => app.appId === appId);
	}

	counters(appId: number): Counters {
		const counters = this.#counters.get(appId) ?? noCounters();
		this.#counters.set(appId, counters);
		return counters;
	}

	crashes(): readonly Crash[] {
		return [...this.#crashes, ...this.processes().flatMap((app) => app.crashes)];
	}

	showFace(appId: number): void {
		this.#closeApp();
		if (this.#face) this.#end(this.#face);
		this.#faceId = appId;
		this.#face = this.#start(appId, "face", undefined, undefined);
	}

	launch(appId: number, opening: Opening): void {
		if (!this.installed.has(appId)) {
			this.#note(appId, "no such app is installed; nothing opens");
			return;
		}
		this.#leaveFront();
		this.#lastParams = opening.params;
		this.#app = this.#start(appId, "page", opening.url, opening.params);
	}

	openWidget(appId: number, kind: "card" | "workout"): void {
		this.#leaveFront();
		this.#app = this.#start(appId, kind, undefined, undefined);
	}

	/** From a card it opens the app itself: a card has neither keyboard nor Bluetooth to give to a page (INF). */
	push(url: string, params: string | undefined): void {
		const app = this.#app;
		if (!app) return;
		if (app.kind === "card") {
			this.launch(app.appId, params === undefined ? { url } : { url, params });
			return;
		}
		app.backStack.push({ url: app.url, params: undefined });
		this.#turnTo(app, url, params);
	}

	replace(url: string, params: string | undefined): void {
		const app = this.#app;
		if (!app) return;
		const { replaceMs, replacedMs } = this.#system.habits;
		this.#settleTurn();
		if (replacedMs === 0) closeModule(app);
		else hideModule(app);
		app.beginModule(url);
		if (replacedMs > 0)
			this.#replaced = { app, timer: this.#system.clock.after(replacedMs, () => this.#destroyReplaced()) };
		this.#system.holdScreen(null);
		if (replaceMs === 0) openModule(app, url, params);
		else
			this.#turning = this.#system.clock.after(replaceMs, () => {
				this.#turning = null;
				openModule(app, url, params);
				this.#system.changed(app.appId);
			});
	}

	/** What was to come of a page that gives way to another comes to nothing, or comes now. */
	#settleTurn(): void {
		this.#turning?.cancel();
		this.#turning = null;
		this.#destroyReplaced();
	}

	#destroyReplaced(): void {
		const replaced = this.#replaced;
		this.#replaced = null;
		replaced?.timer.cancel();
		if (replaced) destroyReplaced(replaced.app);
	}

	back(): void {
		const below = this.#app?.backStack.pop();
		if (this.#app && below) this.#turnTo(this.#app, below.url, below.params);
		else this.home(true);
	}

	/** Back to the face. `awake`: with the screen on, so that it resumes. */
	home(awake: boolean): void {
		if (!this.#app) return;
		this.#closeApp();
		if (awake && !this.#system.habits.faceSleepsOn) this.#showFaceAgain();
	}

	/** The screen goes off over what is in front. A page runs on until the watch ends it. */
	darken(): void {
		const { front } = this;
		if (front && front.kind !== "page") pauseApp(front);
	}

	lighten(): void {
		const { front } = this;
		if (!front) this.#showFaceAgain();
		else if (front.kind !== "page") resumeApp(front, this.#resumeRepeats);
	}

	/** At once and without a word to the package, as a watch does that needs the memory. `awake` as in home. */
	kill(appId: number, awake: boolean): void {
		const app = this.find(appId);
		if (!app) return;
		this.#forget(app);
		app.dispose();
		if (app === this.#app) this.#settleTurn();
		this.#warm.delete(appId);
		if (app === this.#face) this.#face = null;
		if (app !== this.#app) return;
		this.#app = null;
		if (awake) this.#showFaceAgain();
	}

	/** As after a power cut: nothing is told that it ends. `awake` as in home. */
	restart(awake: boolean): void {
		for (const app of this.processes()) this.#forget(app);
		this.dispose();
		if (awake) this.#showFaceAgain();
	}

	dispose(): void {
		for (const app of this.processes()) app.dispose();
		this.#settleTurn();
		this.#face = null;
		this.#app = null;
		this.#warm.clear();
	}

	/** Resumes the face, or starts it anew where it was killed. */
	#showFaceAgain(): void {
		if (this.#face) resumeApp(this.#face, this.#resumeRepeats);
		else if (this.#faceId !== null) this.#face = this.#start(this.#faceId, "face", undefined, undefined);
	}

	#turnTo(app: AppProcess, url: string, params: string | undefined): void {
		this.#settleTurn();
		closeModule(app);
		this.#system.holdScreen(null);
		openModule(app, url, params);
	}

	#leaveFront(): void {
		if (this.#app) this.#closeApp();
		else if (this.#face) pauseApp(this.#face);
	}

	#closeApp(): void {
		const app = this.#app;
		if (!app) return;
		this.#settleTurn();
		if (this.#warm.get(app.appId) === app) {
			closeModule(app);
			app.timers.freeze();
		} else this.#end(app);
		this.#app = null;
		this.#system.holdScreen(null);
		this.#system.holdWrist(null);
	}

	#end(app: AppProcess): void {
		endApp(app);
		this.#forget(app);
	}

	#forget(app: AppProcess): void {
		this.#crashes.push(...app.crashes.splice(0));
	}

	#start(appId: number, kind: SurfaceKind, url: string | undefined, params: string | undefined): AppProcess | null {
		const found = findInstalled(this.installed, appId, kind, url);
		if (typeof found === "string") {
			this.#note(appId, found);
			return null;
		}
		const { launchParams } = this.#system.habits;
		const warm = this.#warmApp(found.opened, kind);
		const app = warm ?? new AppProcess(found.opened, kind, this.#system, this.#platform, this.counters(appId));
		// In front before it runs: its own calls (the screen, the router) are about it.
		if (kind === "face") this.#face = app;
		else this.#app = app;
		if (warm === null) createApp(app, launchParams === "page" ? undefined : params);
		else app.timers.thaw();
		startModule(app, found.url, launchParams === "app" ? undefined : params);
		this.#system.changed(appId);
		return app;
	}

	/** The app that was created when its card was added, where a watch does that. */
	#warmApp(opened: OpenedPackage, kind: SurfaceKind): AppProcess | null {
		const { appId, manifest } = opened;
		const isKept = this.#system.habits.warmApp && manifest.modules.card !== undefined;
		if (!isKept || (kind !== "page" && kind !== "card")) return null;
		const kept = this.#warm.get(appId);
		if (kept?.alive) {
			kept.kind = kind;
			return kept;
		}
		const app = new AppProcess(opened, "page", this.#system, this.#platform, this.counters(appId));
		this.#warm.set(appId, app);
		createApp(app, undefined);
		app.kind = kind;
		return app;
	}

	#note(appId: number, text: string): void {
		this.#system.log({ at: this.#system.clock.now(), appId, level: "error", tag: "watch", text });
	}
}
