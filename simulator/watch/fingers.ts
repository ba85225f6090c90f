/** Swipes, keys and the crown on a page, and what the keyboard is answered. Owns what the package is told and whether it took it. */
import type { AppContext } from "./context.ts";
import { GESTURES, hooksOf, KEY_EVENTS, KEYS } from "./host/interaction.ts";
import { keyboardOf } from "./keyboard.ts";
import { sceneOf } from "./scene.ts";
import { scrollPart } from "./scrollers.ts";
import { type Swiper, scrollingOf, turnTo } from "./scrolling.ts";
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
 * takes it all: to the right it is cancelled. A list or a container under the finger moves before the page does. DOC interaction/onGesture, ui/widget/SYSTEM_KEYBOARD.
 */
export function swipe(app: AppContext, direction: SwipeDirection): "done" | "back" {
	if (keyboardOf(app).open) {
		if (direction === "right") answerKeyboard(app, "cancelled");
		return "done";
	}
	const ref = hooksOf(app).gesture;
	if (ref && app.invoke(ref, [GESTURE_OF[direction]]) === true) return "done";
	if (scrollPart(app, sceneOf(app, app.system), direction)) return "done";
	const isVertical = direction === "up" || direction === "down";
	const { swiper } = scrollingOf(app);
	if (swiper?.isHorizontal && !isVertical) return sweep(app, swiper, direction);
	if (isVertical) scroll(app, direction);
	return direction === "right" ? "back" : "done";
}

/** True where the package did it itself (its listener returned true). */
export function pressKey(app: AppContext, name: KeyName, press: KeyPress): boolean {
	const ref = hooksOf(app).key;
	return ref !== undefined && app.invoke(ref, [KEY_OF[name], PRESS_OF[press]]) === true;
}

/** A crown with a listener is the package's; else it scrolls. DOC interaction/onDigitalCrown: the key is KEY_HOME. */
export function turnCrown(app: AppContext, degrees: number): void {
	const ref = hooksOf(app).crown;
	if (ref) app.invoke(ref, [KEYS.KEY_HOME, degrees]);
	else {
		const way = degrees < 0 ? "up" : "down";
		if (scrollPart(app, sceneOf(app, app.system), way)) return;
		if (scrollingOf(app).swiper?.takesCrown !== false) scroll(app, way);
	}
}

/** The page follows the finger: "up" shows what is below. */
function scroll(app: AppContext, direction: "up" | "down"): void {
	const scrolling = scrollingOf(app);
	if (scrolling.isLocked) return;
	const step = direction === "up" ? 1 : -1;
	const { swiper } = scrolling;
	if (swiper) {
		turnTo(app, swiper, swiper.index + step);
		return;
	}
	const { height } = app.canvas;
	scrolling.top = clamp(scrolling.top + step * STEP_SHARE * height, contentHeight(app) - height);
	app.system.changed(app.appId);
}

/** To the left it shows the next page; to the right of the first one is "back", as without a swiper (INF). */
function sweep(app: AppContext, swiper: Swiper, direction: "left" | "right"): "done" | "back" {
	if (direction === "right" && swiper.index === 0) return "back";
	if (!scrollingOf(app).isLocked) turnTo(app, swiper, swiper.index + (direction === "left" ? 1 : -1));
	return "done";
}

function contentHeight(app: AppContext): number {
	const bottoms = app.widgets
		.all()
		.map(({ props, parent }) => (parent === null ? numberOr(props.y, 0) + numberOr(props.h, 0) : 0));
	return Math.max(app.canvas.height, ...bottoms);
}

function clamp(value: number, most: number): number {
	return Math.max(0, Math.min(value, most));
}

/** DOC ui/widget/SYSTEM_KEYBOARD: the callback gets the keyboard and `{data}`; the package itself closes the keyboard. */
export function answerKeyboard(app: AppContext, answer: { data: string } | "cancelled"): boolean {
	const { open: keyboard } = keyboardOf(app);
	if (!keyboard) return false;
	const ref = answer === "cancelled" ? keyboard.onCancel : keyboard.onComplete;
	if (isRef(ref)) app.invoke(ref, [{}, answer === "cancelled" ? {} : answer]);
	return true;
}
