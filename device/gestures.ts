/** Swipes and the crown, on pages only. Owns their registration and its end; one of each may be registered (DOC). */
import {
	GESTURE_DOWN,
	GESTURE_LEFT,
	GESTURE_RIGHT,
	GESTURE_UP,
	offDigitalCrown,
	offGesture,
	onDigitalCrown,
	onGesture,
} from "@zos/interaction";
import { attempt } from "./guard.ts";

export type Swipe = "up" | "down" | "left" | "right";

/** Degrees of the crown that turn a page. */
const PAGE_DEGREES = 30;

/** `swiped` says whether the swipe was used: one that was not is the system's. `turned` gets 1 onward, -1 back. */
export function listenToGestures(swiped: (swipe: Swipe) => boolean, turned: (by: 1 | -1) => void): void {
	attempt(() => onGesture({ callback: (gesture) => toSwipe(gesture, swiped) }));
	let turn = 0;
	attempt(() =>
		onDigitalCrown({
			callback: (_, degree) => {
				turn += degree;
				if (Math.abs(turn) < PAGE_DEGREES) return;
				/** Clockwise is negative, and goes onward (DOC interaction/onDigitalCrown.mdx). */
				turned(turn < 0 ? 1 : -1);
				turn = 0;
			},
		}),
	);
}

export function stopGestures(): void {
	attempt(() => offGesture());
	attempt(() => offDigitalCrown());
}

function toSwipe(gesture: unknown, swiped: (swipe: Swipe) => boolean): boolean {
	switch (gesture) {
		case GESTURE_UP:
			return swiped("up");
		case GESTURE_DOWN:
			return swiped("down");
		case GESTURE_LEFT:
			return swiped("left");
		case GESTURE_RIGHT:
			return swiped("right");
		default:
			return false;
	}
}
