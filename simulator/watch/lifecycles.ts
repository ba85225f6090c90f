/**
 * Starting, pausing and ending what runs on a surface, in the order that the documentation gives. Owns the order of the
 * calls; never what is in front.
 */
import type { AppProcess } from "./app-process.ts";
import { dropHooks } from "./host/interaction.ts";
import { closeKeyboard } from "./host/keyboard.ts";
import { rest } from "./scrolling.ts";
import { isRef } from "./values.ts";

/** App.onCreate. DOC guides/framework/device/life-cycle. */
export function createApp(app: AppProcess, params: string | undefined): void {
	app.boot();
	app.evaluate("app");
	app.lifecycle("app", "onCreate", params);
}

/** The first module of an app that was created: onInit and build. */
export function startModule(app: AppProcess, url: string, params: string | undefined): void {
	openModule(app, url, params);
	if (app.kind === "card" || app.kind === "workout") app.lifecycle("module", "onResume");
}

/** A page of an app that runs. `params` are those of push and replace. */
export function openModule(app: AppProcess, url: string, params: string | undefined): void {
	app.beginModule(url);
	if (!app.evaluate(url)) {
		app.log("error", "", `${url} is not in the package`);
		return;
	}
	const { builds, paramsAsObject } = app.system.habits;
	const given = paramsAsObject && params !== undefined ? { asObject: params } : params;
	app.lifecycle("module", "onInit", given);
	for (let times = 0; times < builds; times++) {
		app.widgets.clear();
		app.lifecycle("module", "build", given);
	}
}

/** The page goes with its widgets, its keyboard and its hold on fingers and keys; the app and its timers stay. */
export function closeModule(app: AppProcess): void {
	app.lifecycle("module", "onDestroy");
	dropHooks(app);
	hideModule(app);
}

/** The page is not seen any more; it hears of fingers and keys until it is destroyed. */
export function hideModule(app: AppProcess): void {
	app.widgets.clear();
	closeKeyboard(app);
	rest(app);
}

/** The end of the page that was in place before the current one. */
export function destroyReplaced(app: AppProcess): void {
	app.lifecycle("replaced", "onDestroy");
}

export function endApp(app: AppProcess): void {
	closeModule(app);
	app.lifecycle("app", "onDestroy");
	app.dispose();
}

/** Out of sight or the screen off: no timer runs. DOC secondary-widget, "Pause" state; COM for faces. */
export function pauseApp(app: AppProcess): void {
	if (app.kind === "face") callDelegates(app, "pause_call");
	else app.lifecycle("module", "onPause");
	app.timers.freeze();
}

/** `repeats`: COM, a face's resume can come twice. */
export function resumeApp(app: AppProcess, repeats: number): void {
	app.timers.thaw();
	if (app.kind !== "face") app.lifecycle("module", "onResume");
	else for (let i = 0; i < repeats; i++) callDelegates(app, "resume_call");
}

function callDelegates(app: AppProcess, name: "resume_call" | "pause_call"): void {
	for (const { type, props } of app.widgets.all()) {
		const ref = props[name];
		if (type === "WIDGET_DELEGATE" && isRef(ref)) app.invoke(ref, []);
	}
}
