/** `@zos/interaction` and `@zos/page`: fingers, keys and the crown of a page; toasts and dialogs of any app. */
import { type AppContext, type Operation, type Operations, perApp } from "../context.ts";
import { scrollingOf, setSwiper, turnTo } from "../scrolling.ts";
import { type FunctionRef, isRecord, isRef, numberOr } from "../values.ts";

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

export const SCROLL_MODES = {
	SCROLL_MODE_FREE: "free",
	SCROLL_MODE_SWIPER: "swiper",
	SCROLL_MODE_SWIPER_HORIZONTAL: "swiper_horizontal",
} as const;

const HOOKS = ["gesture", "key", "crown", "wrist"] as const;
type Hook = (typeof HOOKS)[number];

/** Functions that a page has registered once for all its widgets. */
export const hooksOf = perApp((): Partial<Record<Hook, FunctionRef>> => ({}));

/** Only one listener of a kind: a second replaces the first. DOC interaction/onGesture. */
function take(hook: Hook): Operation {
	return (app, option) => {
		const ref = isRecord(option) && !isRef(option) ? option.callback : option;
		dropHook(app, hook);
		if (isRef(ref)) hooksOf(app)[hook] = ref;
	};
}

function dropHook(app: AppContext, hook: Hook): void {
	const ref = hooksOf(app)[hook];
	if (ref) app.release([ref]);
	delete hooksOf(app)[hook];
}

/** The page lets go of fingers, keys and the crown. */
export function dropHooks(app: AppContext): void {
	for (const hook of HOOKS) dropHook(app, hook);
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
	"@zos/interaction.onWristMotion"(app, ...args) {
		app.log("debug", "@zos/interaction", "onWristMotion: this wrist never moves");
		return take("wrist")(app, ...args);
	},
	"@zos/interaction.showToast": (app, option) => app.log("info", "toast", textOf(option)),
	"@zos/ui.showToast": (app, option) => app.log("info", "toast", textOf(option)),

	"@zos/page.scrollTo"(app, option) {
		scrollingOf(app).top = numberOr(isRecord(option) ? option.y : option, 0);
		app.system.changed(app.appId);
	},
	"@zos/page.getScrollTop": (app) => scrollingOf(app).top,
	"@zos/page.setScrollLock"(app, option) {
		scrollingOf(app).isLocked = !isRecord(option) || option.lock !== false;
	},
	"@zos/page.setScrollMode"(app, option) {
		const { mode, options } = isRecord(option) ? option : {};
		const { count, width, height, modeParams } = isRecord(options) ? options : {};
		const { on_page, crown_enable } = isRecord(modeParams) ? modeParams : {};
		const isHorizontal = mode === SCROLL_MODES.SCROLL_MODE_SWIPER_HORIZONTAL;
		const isSwiper = isHorizontal || mode === SCROLL_MODES.SCROLL_MODE_SWIPER;
		const size = isHorizontal ? numberOr(width, app.canvas.width) : numberOr(height, app.canvas.height);
		const habits = { takesCrown: crown_enable !== false, onPage: isRef(on_page) ? on_page : undefined };
		setSwiper(app, isSwiper ? { count: numberOr(count, 1), size, index: 0, isHorizontal, ...habits } : null);
		return true;
	},
	"@zos/page.swipeToIndex"(app, option) {
		const { swiper } = scrollingOf(app);
		if (swiper) turnTo(app, swiper, numberOr(isRecord(option) ? option.index : option, 0));
	},
	"@zos/page.getSwiperIndex": (app) => scrollingOf(app).swiper?.index,
};
