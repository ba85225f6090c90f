/**
 * `@zos/alarm`, `@zos/app-service` and `@zos/notification`: what an app has done while it is not seen. Owns the decoding of what
 * packages pass; alarms, services and notices are the watch's.
 */
import { type NewAlarm, REPEATS } from "../alarms.ts";
import type { AppContext, Operations } from "../context.ts";
import type { NoticeAction } from "../notices.ts";
import { SERVICE_RESULTS, wallTime } from "../system.ts";
import { isRecord, isRef, numberOr, optionalText } from "../values.ts";

const FAILED = 0;
const DONE = 0;
const REFUSED = -1;

export const BACKGROUND_OPERATIONS: Operations = {
	"@zos/alarm.set"(app, option) {
		const alarm = alarmIn(app, option);
		if (typeof alarm !== "string") {
			const id = app.system.background.setAlarm(alarm);
			if (id !== FAILED) return id;
		}
		const why = typeof alarm === "string" ? alarm : "it would never ring";
		app.log("warn", "@zos/alarm", `not set: ${why}`);
		return FAILED;
	},
	"@zos/alarm.cancel"(app, option) {
		const id = isRecord(option) ? option.id : option;
		return app.system.background.cancelAlarm(app.appId, numberOr(id, FAILED)) ? DONE : REFUSED;
	},
	"@zos/alarm.getAllAlarms": (app) => app.system.background.alarmsOf(app.appId),

	"@zos/app-service.start"(app, option) {
		const { file, param, complete_func: done } = isRecord(option) ? option : {};
		if (typeof file !== "string") return SERVICE_RESULTS.badParameter;
		const result = app.system.background.startService(app.appId, pathOf(file), optionalText(param));
		answer(app, done, { file, result: result === SERVICE_RESULTS.done });
		return result;
	},
	"@zos/app-service.stop"(app, option) {
		const { file, complete_func: done } = isRecord(option) ? option : {};
		if (typeof file !== "string") return SERVICE_RESULTS.badParameter;
		const isRunning = app.system.background.servicesOf(app.appId).includes(pathOf(file));
		app.system.background.stopService(app.appId, pathOf(file));
		answer(app, done, { file, result: isRunning });
		return isRunning ? DONE : SERVICE_RESULTS.badState;
	},
	/** Of the service that calls it. */
	"@zos/app-service.exit"(app) {
		if (app.kind === "service") app.system.background.stopService(app.appId, app.url);
		else app.log("warn", "@zos/app-service", "exit: only a service can end itself");
	},
	"@zos/app-service.getAllAppServices": (app) => app.system.background.servicesOf(app.appId),

	"@zos/notification.notify"(app, option) {
		const { title, content, actions, vibrate } = isRecord(option) ? option : {};
		if (typeof title !== "string" || typeof content !== "string" || !Array.isArray(actions)) {
			app.log("warn", "@zos/notification", "notify needs title, content and actions");
			return FAILED;
		}
		const known = actions.flatMap(actionIn);
		return app.system.background.notify(app.appId, { title, content, actions: known, vibrate: numberOr(vibrate, 0) });
	},
	"@zos/notification.cancel"(app, ids) {
		const list = Array.isArray(ids) ? ids : [ids];
		app.system.background.cancelNotices(
			app.appId,
			list.filter((id): id is number => typeof id === "number"),
		);
	},
	"@zos/notification.getAllNotifications": (app) => app.system.background.noticesOf(app.appId),
};

/** Files are named with and without their ending. */
function pathOf(file: string): string {
	return file.replace(/\.js$/, "");
}

/** The call is over before the package hears of it. */
function answer(app: AppContext, ref: unknown, value: { file: string; result: boolean }): void {
	if (!isRef(ref)) return;
	app.system.clock.after(0, () => {
		if (app.alive) app.invoke(ref, [value]);
		app.release([ref]);
	});
}

/** What is to be set, or in words why it cannot. Seconds become ms. */
function alarmIn(app: AppContext, option: unknown): NewAlarm | string {
	if (!isRecord(option) || typeof option.url !== "string" || option.url === "") return "it needs a url";
	const { time, delay, param, repeat_type: repeat } = option;
	const first = typeof time === "number" ? time * 1000 : wallTime(app.system) + numberOr(delay, Number.NaN) * 1000;
	if (!Number.isFinite(first)) return "it needs a time or a delay";
	const secondsOr = (value: unknown) => (typeof value === "number" ? value * 1000 : null);
	return {
		owner: app.appId,
		appId: numberOr(option.appid, app.appId),
		url: pathOf(option.url),
		...(typeof param === "string" ? { param } : {}),
		first,
		isStored: option.store === true,
		repeat: numberOr(repeat, REPEATS.REPEAT_ONCE),
		loud: Math.max(1, numberOr(option.repeat_duration, 1)),
		quiet: Math.max(0, numberOr(option.repeat_period, 0)),
		days: numberOr(option.week_days, 0),
		from: secondsOr(option.start_time),
		until: secondsOr(option.end_time),
	};
}

function actionIn(value: unknown): NoticeAction[] {
	if (!isRecord(value) || typeof value.text !== "string" || typeof value.file !== "string") return [];
	const { text, file, param } = value;
	return [{ text, file: pathOf(file), ...(typeof param === "string" ? { param } : {}) }];
}
