/** `@zos/interaction` and `@zos/page`: fingers, keys and the crown of a page; toasts and dialogs of any app. */
import type { AppProcess, Hooks } from "../app-process.ts";
import { isRecord, isRef, numberOr } from "../values.ts";
import type { Operation, Operations } from "./operations.ts";

export const GESTURES = { GESTURE_UP: 1, GESTURE_DOWN: 2, GESTURE_LEFT: 3, GESTURE_RIGHT: 4 } as const;
export const KEYS = { KEY_BACK: 1, KEY_SELECT: 2, KEY_HOME: 3, KEY_UP: 4, KEY_DOWN: 5, KEY_SHORTCUT: 6 } as const;
export const KEY_EVENTS = {
	KEY_EVENT_CLICK: 1,
	KEY_EVENT_LONG_PRESS: 2,
	KEY_EVENT_DOUBLE_CLICK: 3,
	KEY_EVENT_PRESS: 4,
	KEY_EVENT_RELEASE: 5,
} as const;
/** DOC ui/createDialog: 0 cancels, 1 confirms; createModal names them. */
export const MODAL_ANSWERS = { MODAL_CANCEL: 0, MODAL_CONFIRM: 1 } as const;

type Hook = keyof Hooks & ("gesture" | "key" | "crown" | "wrist");

/** Only one listener of a kind: a second replaces the first. DOC interaction/onGesture. */
function take(hook: Hook): Operation {
	return (app, option) => {
		const ref = isRecord(option) && !isRef(option) ? option.callback : option;
		dropHook(app, hook);
		if (isRef(ref)) app.hooks[hook] = ref;
	};
}

function dropHook(app: AppProcess, hook: Hook): void {
	const ref = app.hooks[hook];
	if (ref) app.release([ref]);
	delete app.hooks[hook];
}

function textOf(option: unknown): string {
	if (!isRecord(option)) return String(option);
	return String(option.content ?? option.text ?? option.title ?? "");
}

export const INTERACTION_OPERATIONS: Operations = {
	"@zos/interaction.onGesture": take("gesture"),
	"@zos/interaction.offGesture": (app) => dropHook(app, "gesture"),
	"@zos/interaction.onKey": take("key"),
	"@zos/interaction.offKey": (app) => dropHook(app, "key"),
	"@zos/interaction.onDigitalCrown": take("crown"),
	"@zos/interaction.offDigitalCrown": (app) => dropHook(app, "crown"),
	"@zos/interaction.onWristMotion": take("wrist"),
	"@zos/interaction.showToast": (app, option) => app.log("info", "toast", textOf(option)),
	"@zos/ui.showToast": (app, option) => app.log("info", "toast", textOf(option)),

	"@zos/page.scrollTo"(app, option) {
		app.scrollTop = numberOr(isRecord(option) ? option.y : option, 0);
		app.system.changed(app.appId);
	},
	"@zos/page.getScrollTop": (app) => app.scrollTop,
	"@zos/page.setScrollLock"(app, option) {
		app.scrollLocked = !isRecord(option) || option.lock !== false;
	},
	"@zos/page.setScrollMode"(app, option) {
		const { mode, options } = isRecord(option) ? option : {};
		const count = isRecord(options) ? numberOr(options.count, 1) : 1;
		const height = isRecord(options) ? numberOr(options.height, app.canvas.height) : app.canvas.height;
		app.swiper = mode === "free" ? null : { count, height, index: 0 };
		return true;
	},
	"@zos/page.swipeToIndex"(app, option) {
		const index = numberOr(isRecord(option) ? option.index : option, 0);
		if (app.swiper) Object.assign(app.swiper, { index });
		app.system.changed(app.appId);
	},
	"@zos/page.getSwiperIndex": (app) => app.swiper?.index,
};
