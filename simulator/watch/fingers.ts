/** Swipes, keys and the crown on a page, and what the keyboard is answered. Owns what the package is told and whether it took it. */
import type { AppProcess } from "./app-process.ts";
import { GESTURES, KEY_EVENTS, KEYS } from "./host/interaction.ts";
import { isRef, numberOr } from "./values.ts";

export type SwipeDirection = "up" | "down" | "left" | "right";
export type KeyName = "back" | "select" | "home" | "up" | "down" | "shortcut";
export type KeyPress = "click" | "longPress" | "doubleClick";

const GESTURE_OF: Readonly<Record<SwipeDirection, number>> = {
	up: GESTURES.GESTURE_UP,
	down: GESTURES.GESTURE_DOWN,
	left: GESTURES.GESTURE_LEFT,
	right: GESTURES.GESTURE_RIGHT,
};
const KEY_OF: Readonly<Record<KeyName, number>> = {
	back: KEYS.KEY_BACK,
	select: KEYS.KEY_SELECT,
	home: KEYS.KEY_HOME,
	up: KEYS.KEY_UP,
	down: KEYS.KEY_DOWN,
	shortcut: KEYS.KEY_SHORTCUT,
};
const PRESS_OF: Readonly<Record<KeyPress, number>> = {
	click: KEY_EVENTS.KEY_EVENT_CLICK,
	longPress: KEY_EVENTS.KEY_EVENT_LONG_PRESS,
	doubleClick: KEY_EVENTS.KEY_EVENT_DOUBLE_CLICK,
};
/** How far a swipe or a turn moves a page that scrolls, of its height. */
const STEP_SHARE = 0.75;

/**
 * The page is asked first; what its listener does not keep (by returning true) scrolls, or is "back". An open keyboard
 * takes it all: to the right it is cancelled. DOC interaction/onGesture, ui/widget/SYSTEM_KEYBOARD.
 */
export function swipe(app: AppProcess, direction: SwipeDirection): "done" | "back" {
	if (app.keyboard) {
		if (direction === "right") answerKeyboard(app, "cancelled");
		return "done";
	}
	const ref = app.hooks.gesture;
	if (ref && app.invoke(ref, [GESTURE_OF[direction]]) === true) return "done";
	if (direction === "up" || direction === "down") scroll(app, direction);
	return direction === "right" ? "back" : "done";
}

/** True where the package did it itself (its listener returned true). */
export function pressKey(app: AppProcess, name: KeyName, press: KeyPress): boolean {
	const ref = app.hooks.key;
	return ref !== undefined && app.invoke(ref, [KEY_OF[name], PRESS_OF[press]]) === true;
}

/** A crown with a listener is the package's; else it scrolls. DOC interaction/onDigitalCrown: the key is KEY_HOME. */
export function turnCrown(app: AppProcess, degrees: number): void {
	if (app.hooks.crown) app.invoke(app.hooks.crown, [KEYS.KEY_HOME, degrees]);
	else scroll(app, degrees < 0 ? "up" : "down");
}

/** The page follows the finger: "up" shows what is below. */
function scroll(app: AppProcess, direction: "up" | "down"): void {
	if (app.scrollLocked) return;
	const step = direction === "up" ? 1 : -1;
	if (app.swiper) app.swiper.index = clamp(app.swiper.index + step, app.swiper.count - 1);
	else
		app.scrollTop = clamp(
			app.scrollTop + step * STEP_SHARE * app.canvas.height,
			contentHeight(app) - app.canvas.height,
		);
	app.system.changed(app.appId);
}

function contentHeight(app: AppProcess): number {
	const bottoms = app.widgets
		.all()
		.map(({ props, parent }) => (parent === null ? numberOr(props.y, 0) + numberOr(props.h, 0) : 0));
	return Math.max(app.canvas.height, ...bottoms);
}

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}

/** DOC ui/widget/SYSTEM_KEYBOARD: the callback gets the keyboard and `{data}`; the package itself closes the keyboard. */
export function answerKeyboard(app: AppProcess, answer: { data: string } | "cancelled"): boolean {
	const { keyboard } = app;
	if (!keyboard) return false;
	const ref = answer === "cancelled" ? keyboard.onCancel : keyboard.onComplete;
	if (isRef(ref)) app.invoke(ref, [{}, answer === "cancelled" ? {} : answer]);
	return true;
}
