/**
 * The face: time, date, battery, steps, heart, the last answer or a line of its own, two quick replies, a tap to ask. Owns
 * its widgets. It reads the glance file when it is seen, and then only: no timer, no polling, no transport. Rule: nothing
 * throws out of a callback, since a face that crashes can put a watch in a boot loop.
 */

import type { Launch } from "../core/ask/launch.ts";
import { faceLayoutOf, placeTexts } from "../core/face/face-layout.ts";
import { decodeGlance, GLANCE_FILE, NO_GLANCE } from "../core/face/glance.ts";
import type { Box } from "../core/screen.ts";
import { freshId, now } from "../device/clock.ts";
import { readCompanionFile } from "../device/glance-reader.ts";
import { attempt } from "../device/guard.ts";
import { openCompanion } from "../device/launcher.ts";
import { canvasOf, heightOf } from "../device/screen.ts";
import { isResting, onMinute, readSelf } from "../device/self.ts";
import {
	createButton,
	createLine,
	createNatives,
	createTouch,
	onSeen,
	removeWidget,
	settle,
	setVisible,
	type WidgetHandle,
} from "../device/widgets/face-widgets.ts";
import { say } from "../device/words.ts";
import { faceButtons } from "./face-buttons.ts";
import { dateLine, faceView, SOFT } from "./face-view.ts";

const { texts, natives } = faceLayoutOf(canvasOf());
/** Of the message's width; no word of ours is wider. */
const NARROWEST = 0.6;

let glance = NO_GLANCE;
let self = readSelf();
let awake = true;
/** The companion could not be opened. */
let isAlone = false;
/** When the last answer came that was here to be seen. */
let seenAt = 0;
/** Date, message and note, and all that can be seen of each. */
const lines: WidgetHandle[] = [];
const shown: string[] = [];
let touch: WidgetHandle | null = null;
let mark: WidgetHandle | null = null;
let markShown = true;
let buttons: WidgetHandle[] = [];
let buttonsShown = "";

let isFirst = true;

WatchFace({
	/** A watch may call it twice, on a screen that it has emptied (docs/evidence.md, `two-builds`). */
	build() {
		mark = attempt(() => createNatives(natives));
		markShown = true;
		lines.length = shown.length = buttons.length = 0;
		touch = null;
		buttonsShown = "";
		attempt(() => look(false));
		attempt(() => onSeen(() => attempt(() => look(true)), sleep));
		if (isFirst) attempt(() => onMinute(() => awake && attempt(paint)));
		isFirst = false;
	},
});

function sleep(): void {
	awake = false;
}

/** Reads what is known now. What is seen is awake, whatever the watch says of the scene (`scene-lies`). */
function look(isSeen: boolean): void {
	awake = isSeen || attempt(isResting) !== true;
	/** What the card and a run show is nothing that a face need hold. */
	glance = Object.assign(decodeGlance(readCompanionFile(GLANCE_FILE)), { text: "", run: "" });
	self = readSelf();
	attempt(paint);
}

/** Shows it; what has not changed costs no call. */
function paint(): void {
	const view = faceView(isAlone ? NO_GLANCE : glance, self, now(), say, isAlone);
	const size = attempt(() => sizeOf(view.message)) ?? texts.message;
	const [message, note] = placeTexts(texts, size, view.note !== "", glance.chips !== "");
	paintLine(0, texts.status, dateLine(self.day, self.dayOfMonth, say), texts.statusSize, SOFT);
	const isNew = paintLine(1, message, view.message, texts.messageSize, view.messageColor);
	if (paintLine(2, note, view.note, texts.noteSize, view.noteColor) || isNew) paintTouch();
	const freshAt = view.isFresh ? glance.at : 0;
	if (awake) seenAt = freshAt;
	const waits = freshAt !== seenAt;
	if (mark !== null && waits !== markShown && setVisible(mark, waits)) markShown = waits;
	paintButtons();
}

/** As narrow as it may be on as many lines: then no word stands alone on the last. */
function sizeOf(text: string): { w: number; h: number } {
	const size = texts.messageSize;
	let { w } = texts.message;
	const h = heightOf(text, size, w);
	while (w > NARROWEST * texts.message.w && heightOf(text, size, w - size) === h) w -= size;
	return { w, h };
}

/** Whether it was drawn anew. */
function paintLine(index: number, box: Box, text: string, size: number, color: number): boolean {
	const look = `${text} ${color} ${box.y} ${box.w}`;
	const old = lines[index];
	if (shown[index] === look) return false;
	shown[index] = look;
	if (old !== undefined) removeWidget(old);
	lines[index] = createLine(box, text, size, color);
	if (old !== undefined) settle();
	return true;
}

/** Above the lines that it opens. */
function paintTouch(): void {
	const { message, note } = texts;
	if (touch !== null) removeWidget(touch);
	touch = createTouch({ x: message.x, y: message.y, w: message.w, h: note.y + note.h - message.y }, () =>
		tap({ kind: glance.at > 0 ? "read" : "open" }),
	);
}

function paintButtons(): void {
	const looks = faceButtons(glance, texts, say("glance.ask"));
	const key = glance.chips + glance.accent;
	if (key === buttonsShown) return;
	buttonsShown = key;
	buttons.forEach(removeWidget);
	buttons = looks.map((look) =>
		createButton(look, () =>
			tap(look.asks === "" ? { kind: "listen", id: freshId() } : { kind: "ask", id: freshId(), text: look.asks }),
		),
	);
}

function tap(launch: Launch): void {
	awake = true;
	// Null: it threw, as a watch may do for an app that is not there.
	isAlone = attempt(() => openCompanion(launch, now())) === null;
	if (isAlone) attempt(paint);
}
