/**
 * App Services: code of an app that runs without a screen (DOC guides/framework/device/app-service). Owns their processes. Rule:
 * one that an alarm or a notification has woken is ended after 600 ms; of those that run on there is one on the watch.
 */
import type { Timer } from "../clock.ts";
import type { OpenedPackage } from "../package/open-package.ts";
import type { Platform } from "../platform/switch.ts";
import { AppProcess, type Crash } from "./app-process.ts";
import type { Counters, Heap } from "./counters.ts";
import { createApp, endApp } from "./lifecycles.ts";
import { SERVICE_RESULTS, type ServiceResult, type System } from "./system.ts";

type Running = { readonly app: AppProcess; readonly file: string; readonly end: Timer | null };

export class Services {
	readonly #system: System;
	readonly #platform: Platform;
	readonly #counters: (appId: number) => Counters;
	readonly #crashes: Crash[] = [];
	#running: Running[] = [];

	constructor(system: System, platform: Platform, counters: (appId: number) => Counters) {
		this.#system = system;
		this.#platform = platform;
		this.#counters = counters;
	}

	/** Those of the app that run, by file. */
	filesOf(appId: number): string[] {
		return this.#running.filter(({ app }) => app.appId === appId).map(({ file }) => file);
	}

	/** Of the one that runs of the app; undefined if none does. */
	heapOf(appId: number): Heap | undefined {
		return this.processes()
			.find((app) => app.appId === appId)
			?.heap();
	}

	processes(): AppProcess[] {
		return this.#running.map(({ app }) => app);
	}

	crashes(): readonly Crash[] {
		return [...this.#crashes, ...this.processes().flatMap((app) => app.crashes)];
	}

	/** Whether it could be started to run on. */
	check(opened: OpenedPackage, file: string): ServiceResult {
		if (!opened.manifest.modules.services.includes(file)) return SERVICE_RESULTS.badParameter;
		return this.#running.some(({ end }) => end === null) ? SERVICE_RESULTS.limitReached : SERVICE_RESULTS.done;
	}

	/** From now on until it or its app ends it. */
	start(opened: OpenedPackage, file: string, param: string | undefined): void {
		if (this.check(opened, file) === SERVICE_RESULTS.done) this.#open(opened, file, param, null);
	}

	/** By an alarm or a notification's button: told, if it runs, else started for a moment. */
	wake(opened: OpenedPackage, file: string, param: string | undefined): void {
		const known = this.#running.find((one) => one.app.appId === opened.appId && one.file === file);
		if (known) {
			known.app.lifecycle("module", "onEvent", param);
			return;
		}
		const { serviceMs } = this.#system.habits;
		const end = Number.isFinite(serviceMs)
			? this.#system.clock.after(serviceMs, () => this.stop(opened.appId, file))
			: null;
		this.#open(opened, file, param, end);
	}

	/** False where it does not run. */
	stop(appId: number, file: string): boolean {
		const found = this.#running.find((one) => one.app.appId === appId && one.file === file);
		if (!found) return false;
		this.#drop(found);
		endApp(found.app);
		this.#crashes.push(...found.app.crashes);
		return true;
	}

	/** At once and without a word to the package. */
	kill(appId: number): void {
		for (const one of this.#running.filter(({ app }) => app.appId === appId)) {
			this.#drop(one);
			one.app.dispose();
			this.#crashes.push(...one.app.crashes);
		}
	}

	dispose(): void {
		for (const { app } of [...this.#running]) this.kill(app.appId);
	}

	#drop(one: Running): void {
		one.end?.cancel();
		this.#running = this.#running.filter((other) => other !== one);
	}

	#open(opened: OpenedPackage, file: string, param: string | undefined, end: Timer | null): void {
		const app = new AppProcess(opened, "service", this.#system, this.#platform, this.#counters(opened.appId));
		this.#running.push({ app, file, end });
		createApp(app, undefined);
		app.beginModule(file);
		if (app.evaluate(file)) app.lifecycle("module", "onInit", param);
		else app.log("error", "", `${file} is not in the package`);
	}
}
